/** A run of text in; the groups of characters out that no line divides: marks with what they follow, numbers with their units. */

/** What stands directly before and after the run, empty at its ends: spaces and marks there depend on it. */
export interface Neighbours {
  readonly before: string
  readonly after: string
}

export const alone: Neighbours = { before: '', after: '' }

const han = '\\p{Script=Han}'
const wide = `[${han}\\u3001-\\u301f\\uff01-\\uff60]`
const narrow = `(?:(?!${han})[\\p{L}\\p{N}]|[%‰°℃¥$€£])`

/**
 * A space between Han and Latin or digits: the browser sets the gap itself (`text-autospace`), and a space beside it would
 * show as a second and wider measure (CLREQ, mixed text). Quotation marks are left out: they belong to either script.
 */
const scriptSpace = new RegExp(`(?<=${wide}) +(?=${narrow})|(?<=${narrow}) +(?=${wide})`, 'gu')

/**
 * In this order: numbers in groups of three, words with the digits in them, the marks of two em (—— and ……), and any other
 * character with what combines with it.
 */
const atoms = new RegExp(
  `\\d{1,3}(?: \\d{3})+(?!\\d)|(?:(?!${han})[\\p{L}\\p{M}\\p{N}]|(?<=\\d)[.,:](?=\\d))+|—{2,}|…{2,}|.[\\p{M}\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]*`,
  'gsu',
)

const number = /^\d[\d.,: ]*$/
const currency = /^[¥￥$€£]$/u
/** GB/T 15834: 5.1.6 连接号, 5.1.7 间隔号, 5.1.9 分隔号. Chromium lets them begin a line (measured in 156). */
const neverFirst = /^[·～—－／]$/u
const behindNumber = /^[%‰％℃°′″]$/u
const latinUnit =
  /^(?:[kcmμnd]?m|[kmμ]?g|[kM]?W|[kM]?Hz|[KMGT]i?B|bit|[dp]pi|p[tx]|em|rem|in|ms|s|min|h|d|mL|L|K|lx|dB|V|A|℃|°C)$/u
const hanUnit =
  /^(?:毫米|厘米|分米|公里|千米|平方米|立方米|千克|毫克|公斤|小时|分钟|像素|英寸|世纪|个月|[年月日时分秒点期卷号页面版册辑集部章节条款项篇段行字句格栏个只件张枚种类次回遍位名人岁元角万亿倍成米克斤吨磅升里寸度级层])/u
const longest = 14

/** Whether a line may not begin with this text. */
export const bindsBackwards = (text: string): boolean => /^(?:[·～－／]|—(?!—))/u.test(text)

/** The text without the spaces that the browser's own gap between scripts stands for. */
export const withoutScriptSpaces = (text: string, { before, after }: Neighbours = alone): string => {
  const whole = (before + text + after).replace(scriptSpace, '')
  return whole.slice(before.length, whole.length - after.length)
}

export interface Group {
  readonly text: string
  /** Holds a place where a line could otherwise break. */
  readonly kept: boolean
}

/** Joined, the groups are the text without its spaces between scripts. */
export function groupsOf(text: string, neighbours: Neighbours = alone): Group[] {
  const list = withoutScriptSpaces(text, neighbours).match(atoms) ?? []
  const groups: Group[] = []
  for (let i = 0; i < list.length; ) {
    const first = list[i]!
    let group = first
    let last = first
    i++
    for (;;) {
      const taken = joined(group, last, list, i)
      if (taken === 0) break
      last = list[i + taken - 1]!
      group += list.slice(i, i + taken).join('')
      i += taken
    }
    groups.push({ text: group, kept: group !== first || / ./.test(first) })
  }
  return groups
}

/** How many of the atoms from `i` on belong to the group whose last atom is `last`. */
function joined(group: string, last: string, list: readonly string[], i: number): number {
  const [next, then] = [list[i], list[i + 1]]
  if (next === undefined || /\s$/u.test(last)) return 0
  if (neverFirst.test(next)) return 1
  if (/\s/u.test(next) && !(next === ' ' && number.test(last) && then && latinUnit.test(then))) return 0
  if (last === '／') return 1
  if (group.length + next.length > longest) return 0
  if (next === ' ') return 2
  if (currency.test(last) && number.test(next)) return 1
  if (last === '×' && group.length > 1 && number.test(next)) return 1
  if (!number.test(last)) return 0
  if (behindNumber.test(next)) return 1
  if (next === '×' && then && number.test(then)) return 1
  const unit = hanUnit.exec(list.slice(i, i + 3).join(''))?.[0]
  return unit ? [...unit].length : 0
}
