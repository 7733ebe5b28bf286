/**
 * The names that templates, style sheets, the program in the browser, the press and the proof agree on, each with what it means.
 * `by.body` is `.body`, `classes.body` is `body`; `having.block` is `[data-block]`, `attributes.block` is `data-block`.
 */

/** Classes that code looks for in what templates and the markup write: a theme keeps them. */
export const keptClasses = {
  affiliations: 'the affiliations of an article',
  'article-number': 'the place of the article’s number (文章编号), filled in with its pages',
  article: 'an article, up to its jump where it has one',
  attribution: 'who said or wrote a quotation or a poem, below it',
  authors: 'the authors of an entry of the contents',
  'back-cover': 'the last page',
  bios: 'the notices of the authors, after the text',
  body: 'the text of an article, or a part of it with columns of its own',
  byline: 'the names under a title',
  call: 'the number of a note where it is called',
  citation: 'the number of a reference where it is cited',
  closing: 'the line of affiliations that ends an article',
  colophon: 'the records of the issue (版权页)',
  contact: 'EPUB: the address of an author',
  contents: 'the contents (目次)',
  continuation: 'the rest of an article, after its jump',
  cover: 'the first page',
  deck: 'what stands beside the title of a feature: section, lead, names',
  display: 'the title of a feature with its subtitle',
  editors: 'the editors in the masthead',
  fact: 'EPUB: the label of a fact',
  facts: 'classification, dates, DOI and the like',
  feature: 'the layout `feature`',
  filler: 'a page that fills the signature',
  follows: 'a brief that follows another on its page',
  from: 'of a jump: 上接, at the head of the rest',
  head: 'what stands above the text of an article: section, title, names, lead',
  jump: 'a line that sends the reader to another page',
  label: 'what a caption begins with, 图1 and 表1; the heading of a list below the text',
  large: 'a feature with a short title',
  lead: 'the lead of an article (导语)',
  line: 'a line of verse',
  long: 'a part of a title that may be wider than a line; a poem longer than a page',
  mark: 'the number before a note or a reference',
  masthead: 'the page with the journal, its editors and the colophon',
  note: 'a foot note, where it is called',
  notes: 'the notes after the text; a filler with ruled lines',
  'page-number': 'the place of a page’s number, filled in once the pages are made',
  page: 'a figure or table as wide as the page',
  pair: 'a body of pictures side by side',
  photo: 'the layout `photo`',
  rare: 'EPUB: characters set in a face of the book',
  references: 'the references (参考文献)',
  row: 'pictures side by side',
  'runs-on': 'an article that may begin where the one before it ends',
  'section-name': 'the name of the section above an article',
  section: 'a section in the contents; EPUB: its name above an article',
  sense: 'a part of a title that no line divides; a column of a vertical one',
  signature: 'the names that sign an article at its end',
  spanner: 'a heading and the figure of the page’s width that follows it',
  standard: 'the layout `standard`',
  stanza: 'a stanza',
  subtitle: 'a subtitle',
  subtitled: 'a feature with a subtitle',
  table: 'the box of a table',
  to: 'of a jump: 下转, at the foot of the first part',
  upright: 'a quotation mark in a vertical title',
  verse: 'the layout `verse`; a poem in a text of another layout',
  wide: 'a body of one picture as wide as the page; the first character of a name of two, in lists',
} as const

/** Classes that only style sheets look for: what a theme writes itself, it may name itself. */
export const styledClasses = {
  abstract: 'an abstract',
  annotated: 'a caption with ruby',
  answer: 'of an interview: an answer',
  asks: 'the name of an interviewer',
  author: 'an author of an entry of the contents',
  back: 'the layout `back`',
  barcode: 'the box of the bar code, with the ISSN',
  bars: 'the picture of the bar code',
  blank: 'an empty filler',
  brief: 'the layout `brief`',
  by: 'the box of the byline',
  center: 'a cell set in the middle',
  close: 'contents with entries a line apart',
  column: 'a figure as wide as a column',
  compact: 'contents with entries half a line apart',
  credit: 'a name with its role; who made a picture',
  dash: 'a dash of two ems that the browser would take for a Western one',
  dot: 'a character with an emphasis dot',
  dots: 'EPUB: emphasis of Han',
  draft: 'the body of a draft',
  drawing: 'EPUB: a figure in lines, which needs a light ground',
  'duokan-footnote': 'EPUB: a note call, as 多看 knows it',
  'duokan-footnote-content': 'EPUB: the list of notes, as 多看 knows it',
  'duokan-footnote-item': 'EPUB: a note, as 多看 knows it',
  editorial: 'the layout `editorial`',
  empty: 'what a blank filler holds, so that it is a page',
  'end-notes': 'EPUB: the list of notes that are plain links',
  english: 'the title, names and abstract in English',
  front: 'abstract, key words and facts between head and text',
  ground: 'the tinted ground of a feature',
  hangs: 'of an interview: a paragraph whose label of one character hangs',
  headline: 'the headline of the cover',
  highlights: 'headline and lines of the cover',
  hundreds: 'references with numbers of three figures',
  interpunct: 'the mark · (间隔号)',
  interview: 'the layout `interview`',
  journal: 'the name of the journal',
  keep: 'characters that no line divides',
  keywords: 'key words',
  leader: 'the dots between title and authors in the contents',
  left: 'a cell set at the left',
  major: 'a feature in the contents',
  minor: 'a small text in the contents',
  name: 'a name in a list; the name of a section in the contents',
  names: 'the names in English',
  none: 'the place of a picture that the cover does not have',
  number: '一、 before a heading',
  numbering: 'year, volume and number',
  on: 'of an interview: a paragraph of the speaker before it',
  one: 'verse in one column',
  open: 'contents with entries one and a half lines apart',
  opening: 'the head of an academic article',
  opens: 'an article that begins a page',
  periodical: 'the masthead of a journal with ISSN and CN',
  picture: 'the picture of the cover',
  pinyin: 'the name of the journal in pinyin',
  plain: 'an entry of the contents of usual weight',
  plate: 'the name of the journal on the cover, with what belongs to it',
  poem: 'a poem of an article of verse, with its title',
  'proper-name': 'a proper name (专名号)',
  publisher: 'who publishes the journal',
  'punctuation-compressed': 'the body: marks of half width wherever two meet',
  'punctuation-full': 'the body: marks of full width',
  'punctuation-line-end': 'the body: marks of half width at the ends of lines',
  question: 'of an interview: a question',
  records: 'editors and colophon of the masthead',
  registration: 'ISSN, CN or permit, on the covers',
  resumed: 'the head of a continuation',
  right: 'a cell set at the right',
  role: 'what a person did, after the name',
  ruled: 'the lines of a filler for notes',
  seal: 'the name of the journal on the back cover, as a seal',
  speaker: 'of an interview: who speaks',
  spine: 'the spine',
  statements: 'what the colophon states below its records',
  tail: 'the last characters of a paragraph, kept on one line',
  text: 'a body of running text between pictures',
  theme: 'EPUB: the theme of the issue',
  title: 'a title, or the box of title and subtitle',
  two: 'verse in two columns',
  wave: 'a character of a title marked by a wave',
  'work-title': 'the title of a work (书名号甲式)',
} as const

/** Classes that the program in the browser gives to elements while it sets lines and pages. */
export const madeClasses = {
  composed: 'a block whose lines are set',
  fit: 'characters whose spacing is set',
  half: 'a mark set half an em wide',
  hyphen: 'the end of a line inside a word',
  measured: 'a block while it is measured',
  'plain-opener': 'a feature without its ground, for which its names or its title have no room',
  tight: 'a table whose cells stand closer',
  western: 'marks in the face of Western passages',
} as const

/** Classes of Paged.js 0.4.3 that we look for. */
export const pagedClasses = {
  pagedjs_area: 'the part of a page that holds text and notes',
  pagedjs_footnote_area: 'the foot of a page',
  pagedjs_footnote_content: 'the notes of a page with the space around them',
  pagedjs_footnote_empty: 'the same where there is none',
  pagedjs_footnote_inner_content: 'the notes of a page',
  'pagedjs_margin-bottom-center': 'the margin box of a folio',
  'pagedjs_margin-content': 'what stands in a margin box',
  'pagedjs_margin-top': 'the margin above the text',
  'pagedjs_margin-top-center': 'the margin box of a running head',
  'pagedjs_margin-top-right': 'the same on a right page',
  pagedjs_page: 'a page',
  pagedjs_page_content: 'the text of a page',
} as const

/** Attributes of ours, `data-…`, by their name in `dataset`: a theme keeps them. */
export const ownAttributes = {
  article: 'of an article’s number: the id of the article',
  authorsAndTitle: 'of an article: authors and title, for running heads',
  block: 'the key of a block, the same in every edition: where a printed page begins, the EPUB is marked there',
  filler: 'of a page that fills the signature: its kind; what is spare is taken out',
  repeated: 'of the head of a table that goes on: it is a copy',
  running: 'of an article: its running title, for running heads and for what is said of progress',
  stem: 'of an article’s number: all of it but the pages',
  target: 'of a page’s number: the id of what stands on that page',
} as const

/** Attributes of Paged.js 0.4.3 that we look for. */
export const pagedAttributes = {
  alignLastSplitElement: 'of a paragraph that goes on on the next page',
  breakBefore: 'a rule that it has read in a style sheet',
  footnoteCall: 'of a call: the reference of its note',
  footnoteMarker: 'of a note at the foot: its reference',
  id: 'the id that an element had before pages were made',
  note: '`footnote`: what is moved to the foot',
  pagedjsIgnore: 'of a style sheet that is none of its own',
  previousBreakAfter: 'a rule that it has read in a style sheet',
  ref: 'what an element of the source and its pieces on pages have in common',
  splitFrom: 'of a piece that goes on from the page before',
  splitTo: 'of a piece that goes on on the next page',
} as const

/** Keys of blocks (`data-block`) beside the index of a block in its body; `*` is a number, a label or an id. */
export const blockNames = {
  '*': 'an entry of the contents, a reference, a note: by its id',
  abstract: 'the abstract',
  'affiliation-*': 'an affiliation, counted from 0',
  'bio-*': 'the notice of an author, counted from 0 in the byline',
  byline: 'the names under the title',
  'english-abstract': 'the English abstract',
  'english-affiliation-*': 'an affiliation in English, counted from 0',
  'english-keywords': 'the English key words',
  'english-names': 'the names in English',
  'english-title': 'the English title',
  'fact-*': 'a fact, by its label',
  head: 'section and title of an article; the head of the contents; the masthead',
  keywords: 'the key words',
  lead: 'the lead',
  notes: 'the heading of the notes after the text',
  references: 'the heading of the references',
} as const

const askable = { ...keptClasses, ...madeClasses, ...pagedClasses }
const attributeWords = { ...ownAttributes, ...pagedAttributes }

type Named<T> = { readonly [Name in keyof T]: string }

const named = <T extends object>(words: T, form: (name: string) => string): Named<T> =>
  Object.fromEntries(Object.keys(words).map((name) => [name, form(name)])) as Named<T>

/** Those classes that code may ask for, as they are. */
export const classes = named(askable, (name) => name)
/** The same as selectors. */
export const by = named(askable, (name) => `.${name}`)

export const attributes = named(
  attributeWords,
  (name) => `data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
)
/** Selectors of what has an attribute. */
export const having = named(attributes, (name) => `[${attributes[name as keyof typeof attributes]}]`)
/** The selector of what has this value. */
export const valued = (attribute: keyof typeof attributes, value: string): string =>
  `[${attributes[attribute]}="${value}"]`

/** Pages without a folio, whose type area is another and that hold no running text. */
export const barePages = `${by.cover}, ${by['back-cover']}, ${by.filler}`
/** What the pages of Paged.js hold: text, and notes at its foot. */
export const pageTexts = `${by.pagedjs_page_content}, ${by.pagedjs_footnote_inner_content}`
