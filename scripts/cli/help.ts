/** In: a verb or none, a language. Out: the usage text, made of the tables in verbs.ts. */
import type { Locale } from '../model/diagnostic.ts'
import { type OptionName, options, type VerbName, verbNames, verbs } from './verbs.ts'
import { padTo } from './width.ts'

const optionLines = (names: readonly OptionName[], locale: Locale): string[] =>
  names.map((name) => {
    const { short, value, words } = options[name]
    const form = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
    return `  ${padTo(form, 30)}${words[locale]}`
  })

const exitCodes: Readonly<Record<Locale, string>> = {
  zh: '退出码：0 正常，1 有错误或有须先看的地方，2 用法不对，3 环境缺东西（如浏览器），130 被中断。',
  en: 'Exit codes: 0 good, 1 errors reported or places to look at, 2 wrong usage, 3 the machine lacks something, 130 interrupted.',
}

/** Usage of one verb, or of the whole command. Ends with a newline. */
export function usage(verb: VerbName | null, locale: Locale): string {
  const zh = locale === 'zh'
  const lines: string[] = []
  if (verb) {
    const { operand, options: names, required = [], words } = verbs[verb]
    const must = required.map((name) => ` --${name} <${options[name].value}>`).join('')
    lines.push(`${zh ? '用法：' : 'Usage: '}kanben ${verb} ${operand}${must}${zh ? ' [选项]' : ' [options]'}`, '')
    lines.push(`  ${words[locale]}`)
    if (operand === '[folder]') {
      lines.push(
        `  ${zh ? '不写文件夹时，取 manuscript/ 里最新的一期。' : 'Without a folder: the newest issue in manuscript/.'}`,
      )
    }
    lines.push('', zh ? '选项：' : 'Options:', ...optionLines(names, locale))
  } else {
    lines.push(zh ? '用法：kanben <命令> …' : 'Usage: kanben <command> …', '')
    lines.push(zh ? '命令：' : 'Commands:')
    for (const name of verbNames)
      lines.push(`  ${padTo(`${name} ${verbs[name].operand}`, 30)}${verbs[name].words[locale]}`)
    lines.push('', zh ? '选项：' : 'Options:', ...optionLines(['format', 'lang', 'help', 'version'], locale))
    lines.push('', zh ? '各命令的选项：kanben <命令> --help' : 'Options of a command: kanben <command> --help')
  }
  return [...lines, '', exitCodes[locale], ''].join('\n')
}
