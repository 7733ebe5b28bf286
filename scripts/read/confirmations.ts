/** The report that importing left in a folder in; everything in its list that no editor has ticked, at its line, out. */
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'

export const reportName = 'import-report.md'

/** `- [ ] 01-article.md:12 「first characters」 **rule**（how sure）：what`; the place is missing where the text stands in no article. */
const item = /^- \[([ xX√✓✔])\](?: (\S+\.md):(\d+) 「([^」]*)」)? \*\*(.+?)\*\*（[^）]*）：(.*)$/u

const plain = (text: string): string => text.replace(/\\(.)/gu, '$1')
const longest = 40

/**
 * The line is found again by the characters it began with, since editing moves lines; where these are gone, by its number.
 * @param files name → text, of the articles that are there
 * @param fileOf name in the folder → file as in places
 */
export function unconfirmed(
  report: string,
  files: ReadonlyMap<string, string>,
  fileOf: (name: string) => string,
): Diagnostic[] {
  return report.split('\n').flatMap((text, at): Diagnostic[] => {
    const found = item.exec(text)
    if (found?.[1] !== ' ') return []
    const [, , name, line, quote, rule, what] = found
    const short = Array.from(plain(what!))
    const facts = {
      text: `${rule}：${short.length > longest ? `${short.slice(0, longest).join('')}…` : short.join('')}`,
      line: at + 1,
    }
    const article = name === undefined ? undefined : files.get(name)
    if (name === undefined || article === undefined)
      return [diagnostic('import/unconfirmed', { file: fileOf(reportName), line: at + 1 }, facts)]
    const lines = article.split('\n')
    const start = plain(quote!)
    const nearest = lines
      .flatMap((one, index) => (start !== '' && one.replace(/[「」]/gu, '').startsWith(start) ? [index + 1] : []))
      .sort((a, b) => Math.abs(a - Number(line)) - Math.abs(b - Number(line)))[0]
    return [
      diagnostic(
        'import/unconfirmed',
        { file: fileOf(name), line: nearest ?? Math.min(Number(line), lines.length) },
        facts,
      ),
    ]
  })
}
