/** Notes of an article and the form that the issue wants for them in; XHTML of their calls and of the notes themselves out. */
import type { BodyToken, Note } from '../model/body.ts'
import type { EpubNotes } from '../model/issue.ts'

/**
 * What each form says of itself. EPUB 3 reading systems open a `noteref` as a pop-up; 多看 opens a link of its own class
 * whose target is an item of a list of its own class; a plain link only leads to the note. The roles are the same in all,
 * because screen readers tell notes by them.
 */
const forms: Readonly<Record<EpubNotes, { readonly call: string; readonly list: string; readonly item: string }>> = {
  popup: { call: ' epub:type="noteref"', list: '', item: '' },
  duokan: {
    call: ' epub:type="noteref" class="duokan-footnote"',
    list: 'duokan-footnote-content',
    item: ' class="duokan-footnote-item"',
  },
  end: { call: '', list: 'end-notes', item: '' },
}

export function callXhtml(token: BodyToken, form: EpubNotes): string {
  const { number, id, refId } = token.meta!.note!
  return `<sup class="call"><a${forms[form].call} role="doc-noteref" id="${refId}" href="#${id}">[${number}]</a></sup>`
}

/** At the start of the note: a return link at its end keeps Kindle from taking the note for a pop-up. */
const returnXhtml = ({ refId, number }: Note): string =>
  `<a role="doc-backlink" class="mark" href="#${refId}" aria-label="返回正文注 ${number}">[${number}]</a>`

/** Semantics of the section: a footnote is an `aside`, which a list item may not be, so items are endnotes. */
export const notesType = (form: EpubNotes): string => (form === 'popup' ? 'footnotes' : 'endnotes')

/**
 * All notes of an article, for its end: systems without pop-ups show them where they stand.
 * @param write a note's XHTML with its first paragraph opened by the given link.
 */
export function notesXhtml(
  notes: readonly Note[],
  form: EpubNotes,
  write: (note: Note, first: string) => string,
): string {
  const { list, item } = forms[form]
  const written = notes.map((note) => {
    const text = write(note, `${returnXhtml(note)} `)
    return list
      ? `<li epub:type="endnote"${item} id="${note.id}" data-block="${note.id}">${text}</li>\n`
      : `<aside epub:type="footnote" role="doc-footnote" id="${note.id}" data-block="${note.id}">${text}</aside>\n`
  })
  return list && written.length > 0 ? `<ol class="${list}">\n${written.join('')}</ol>\n` : written.join('')
}
