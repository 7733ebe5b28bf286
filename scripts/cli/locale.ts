/** In: the --lang option and the environment. Out: the language of messages. Artifacts never depend on it. */
import type { Locale } from '../model/diagnostic.ts'

/** Wordings in both languages. */
export type Words = Readonly<Record<Locale, string>>

/**
 * --lang wins, then the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX.1-2017, XBD 8.2).
 * Where these say nothing (unset, C, POSIX) the system's own locale decides, as on Windows and in macOS applications.
 */
export function chooseLocale(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  system: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Locale {
  if (asked === 'zh' || asked === 'en') return asked
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const posix = /^(C|POSIX)?(\.|$)/.test(set)
  return /^zh/i.test(posix ? system : set) ? 'zh' : 'en'
}
