/** An Issue in; the HTML and CSS of the cover of its EPUB, of the ratio 5 : 8, out. Pure. */
import type { PagedDocument } from '../model/edition.ts'
import type { Issue } from '../model/issue.ts'
import { pointsToMillimetres, typeArea } from '../model/type-area.ts'
import { issueTitle } from './epub-package.ts'
import type { CoverPageView } from './epub-views.ts'
import { coverView, journalView } from './front-view.ts'
import type { Templates } from './templates.ts'

/**
 * Millimetres of 560 by 896 CSS pixels, the page that the cover is laid out on. Smaller than the printed one, so that its
 * type is larger in proportion and can be read in a library of thumbnails.
 */
const trim = { width: (560 * 25.4) / 96, height: (896 * 25.4) / 96 }
/** CSS pixels. */
export const coverSize = { width: 560, height: 896 } as const

/**
 * The printed cover's own template and style sheets on a page of another form; the bar code, which is for shops of paper,
 * stays away.
 */
export function layoutEpubCover(issue: Issue, templates: Templates): PagedDocument {
  const { journal, numbering, page, style } = issue
  const area = typeArea({ ...page, trim })
  const side = pointsToMillimetres((560 * 0.75 - area.width) / 2)
  const view: CoverPageView = {
    language: issue.language,
    title: issueTitle(issue),
    journal: journalView(journal),
    internal: journal.kind === 'internal',
    label: numbering.label,
    serial: numbering.serial ? `总第 ${numbering.serial} 期` : '',
    cover: { ...coverView(issue), barcode: '' },
    area: { ...area, spine: side, foreEdge: side },
    nameLength: [...journal.name].length,
  }
  const { image } = issue.cover
  return {
    html: templates.render('epub/cover-page.hbs', view, style.theme),
    css: [
      templates.text(`themes/${style.theme}/values.css`),
      templates.text('styles/base.css'),
      templates.text('styles/cover.css'),
      templates.text(`themes/${style.theme}/style.css`),
      templates.render('epub/cover-page.css.hbs', view),
    ].join('\n'),
    resources: issue.resources.filter(({ src }) => src === image?.src),
    faces: issue.faces,
  }
}
