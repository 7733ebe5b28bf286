/** An issue and the number of its pages in; the HTML and CSS of its spine (书脊) out, one page that lies on a sheet of trim and bleed. */
import { narrowestSpine, spineWidth } from '../model/binding.ts'
import type { PagedDocument } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import { layoutBleed } from './paged.ts'
import type { Templates } from './templates.ts'
import type { SpineView } from './views.ts'

const digits = '〇一二三四五六七八九'

const spelt = (number: string): string => Array.from(number, (digit) => digits[Number(digit)]).join('')

/** 7 → 七, 12 → 十二, 30 → 三十; from a hundred on digit by digit, as serial numbers are read. */
function counted(number: string): string {
  if (!/^[1-9]\d?$/.test(number)) return spelt(number)
  const tens = Math.floor(Number(number) / 10)
  const ones = Number(number) % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}

/**
 * What the spine of a journal carries: name, year, volume, number, serial number, and who publishes it (GB/T 11668; the
 * norm of university journals asks for Chinese numerals where it is set vertically).
 */
export function spineTexts({ journal, numbering }: Issue): Pick<SpineView, 'name' | 'numbering' | 'publisher'> {
  const { year, volume, number, serial } = numbering
  const [first = '', last] = number.split('-')
  return {
    name: journal.name,
    numbering: [
      `${spelt(String(year))}年`,
      ...(volume === undefined ? [] : [`第${counted(String(volume))}卷`]),
      `第${counted(first)}${last === undefined ? '' : `、${counted(last)}`}期`,
      ...(serial === undefined ? [] : [`总第${counted(String(serial))}期`]),
    ],
    publisher: journal.publisher,
  }
}

/** Beside the values of its theme, the spine takes none of the stylesheets of the pages. */
const stylesheet = 'spine'

/**
 * The spine as a document of one page: its trim is the width of the spine by the height of the issue, and the ground runs on
 * into the bleed of the layout on all sides. A narrow spine has a ground only.
 * @param pages of the whole issue, cover included.
 */
export function layoutSpine(issue: Issue, templates: Templates, pages: number): PagedDocument {
  const width = spineWidth(issue, pages)
  const texts = spineTexts(issue)
  const html = templates.render(
    'spine.hbs',
    {
      language: issue.language,
      title: `${texts.name} ${issue.numbering.fullLabel}`,
      printed: width >= narrowestSpine,
      ...texts,
    },
    issue.style.theme,
  )
  const bleed = layoutBleed(issue)
  const { height } = issue.page.trim
  const css = [
    `@page { size: ${width + 2 * bleed}mm ${height + 2 * bleed}mm; margin: 0 }`,
    `:root { --spine-width: ${width}mm; --spine-height: ${height}mm; --bleed: ${bleed}mm }`,
    `:root { --name-length: ${[...texts.name].length}; --publisher-length: ${[...texts.publisher].length} }`,
    templates.text(`themes/${issue.style.theme}/values.css`),
    templates.text(`styles/${stylesheet}.css`),
  ].join('\n')
  return { html, css, resources: [], faces: issue.faces }
}
