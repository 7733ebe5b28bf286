/** What the templates of the proof's page are given (`templates/report`): texts in the language of the reader, none of them HTML. */
import type { ArticleFit } from '../model/copyfit.ts'
import type { EditionName } from '../model/edition.ts'
import type { JobRow } from '../model/job.ts'
import type { Sign } from './sign.ts'
import type { Words } from './words.ts'

/** `page.hbs`: the whole page; a section without anything to say is null or empty. */
export interface ProofView {
  readonly words: Words
  /** The style sheet. */
  readonly style: string
  /** Language of the issue. */
  readonly language: string
  /** Journal and number. */
  readonly title: string
  /** Green, amber or red. */
  readonly stamp: { readonly kind: 'ok' | 'look' | 'no'; readonly text: string }
  readonly failures: FailuresView | null
  readonly marked: readonly MarkedView[]
  /** Editions of the files, in their order. */
  readonly editions: readonly EditionName[]
  readonly files: readonly FileView[]
  /** Rows of each article. */
  readonly articles: readonly (readonly CreditView[])[]
  readonly typography: TypographyView | null
  readonly copyfit: CopyfitView | null
  readonly preflights: readonly PreflightView[]
  readonly job: readonly JobRow[]
  readonly others: readonly OtherView[]
  readonly pages: PagesView | null
  /** What made the proof. */
  readonly tool: string
}

/** `cause.hbs`: place and hint are empty where there is none. */
export interface CauseView {
  readonly message: string
  readonly place: string
  readonly hint: string
}

/** `failures.hbs`: what is to be dealt with or to be looked at. */
export interface FailuresView {
  readonly heading: string
  /** Something stops delivery. */
  readonly refused: boolean
  /** Faults of the manuscript and of the making. */
  readonly manuscript: readonly CauseView[]
  readonly files: readonly FileFailuresView[]
}

export interface FileFailuresView {
  readonly edition: EditionName
  readonly causes: readonly CauseView[]
  /** How many assertions do not hold and rules are broken, which sections of their own tell; empty where none is. */
  readonly unmet: string
  readonly broken: string
}

/** `marked.hbs`: a fault by the number that it has on the pages of a draft. */
export interface MarkedView extends CauseView {
  readonly number: number
  readonly page: string
}

/** `files.hbs` */
export interface FileView {
  readonly outcome: Sign
  readonly edition: EditionName
  readonly file: string
  /** The first digits. */
  readonly sha256: string
  readonly kilobytes: string
  /** 0 where it has none. */
  readonly pages: number
  readonly counts: string
}

/** `articles.hbs`: an article, a credit or an affiliation. */
export interface CreditView {
  readonly kind: 'title' | 'credit' | 'affiliation'
  readonly text: string
  /** The text is in English. */
  readonly english: boolean
  readonly subtitle: string
  /** Where the article begins. */
  readonly page: string
  /** By edition and column; null where nothing was asked. */
  readonly outcomes: readonly (Sign | null)[]
}

/** `typography.hbs` */
export interface TypographyView {
  readonly sum: string
  readonly rules: readonly RuleView[]
}

/** `faults.hbs`: what breaks one rule or assertion, or why it was not judged. */
export interface JudgedView {
  readonly outcome: Sign
  /** How many faults there are. */
  readonly count: number
  readonly first: readonly CauseView[]
  /** How many more there are; empty where there are none. */
  readonly rest: string
  readonly hints: readonly string[]
}

export interface RuleView extends JudgedView {
  readonly id: string
  readonly text: string
  readonly places: number
  /** How many faults are waived; empty where none is. */
  readonly waived: string
}

/** `preflight.hbs` */
export interface PreflightView {
  readonly edition: EditionName
  readonly sum: string
  readonly assertions: readonly AssertionView[]
}

export interface AssertionView extends JudgedView {
  readonly id: string
  readonly text: string
  readonly clause: string
}

/** `copyfit.hbs` */
export interface CopyfitView {
  readonly sum: string
  /** The pages of each. */
  readonly signatures: readonly (readonly { readonly page: string; readonly filler: boolean }[])[]
  /** What would save paper; empty where nothing does. */
  readonly saving: string
  readonly articles: readonly FitView[]
}

/** How an article fills its last page. */
export interface FitView extends ArticleFit {
  readonly pages: string
  /** How much of its last page is filled. */
  readonly percent: string
  /** Its last page is nearly empty. */
  readonly short: boolean
}

/** `others.hbs`: the checks of one name, by edition; null where none was made. */
export interface OtherView {
  readonly name: string
  readonly text: string
  /** `several` is how many there are, 0 for one. */
  readonly cells: readonly ({ readonly outcome: Sign; readonly several: number } | null)[]
}

/** `pages.hbs` */
export interface PagesView {
  /** Two pages side by side, at a size at which the boxes can be told apart, with what each of the boxes is and measures. */
  readonly spread: readonly DrawingView[]
  readonly items: readonly ItemView[]
}

export interface ItemView {
  readonly outcome: 'failed' | 'warned' | ''
  readonly drawing: DrawingView
  readonly folio: string
  /** Numbers of the faults that are marked on it. */
  readonly marks: string
  /** Running title of its article. */
  readonly owner: string
}

/** `drawing.hbs`: a page to scale. What is printed shows as far as the bleed; beyond it the paper is bare but for its marks. */
export interface DrawingView {
  readonly number: number
  readonly label: string
  readonly view: BoxView
  readonly shown: BoxView
  /** Null where there is none. */
  readonly picture: (BoxView & { readonly dataUri: string }) | null
  readonly boxes: readonly NamedBoxView[]
}

/** Millimetres from the upper left corner of the trim. */
export interface BoxView {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface NamedBoxView extends BoxView {
  readonly name: keyof Words['boxes']
  /** How far media and bleed reach beyond the trim. */
  readonly beyond: string
}
