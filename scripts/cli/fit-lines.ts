/** In: the copyfit of an issue and what was noted of it. Out: the few lines that an editor reads at the end of a build. */
import { type ArticleFit, type Copyfit, cutsForSignature, linesToCut } from '../model/copyfit.ts'
import { areaOf, type Diagnostic, describe, type Locale } from '../model/diagnostic.ts'

/** More lines than this nobody cuts to save a signature; proof.html has them all. */
const mostToCut = 24

/** Told here, a line each, instead of among the faults. */
export const isFit = (d: Diagnostic): boolean => areaOf(d) === 'copyfit'

export function fitLines(copyfit: Copyfit, noted: readonly Diagnostic[], locale: Locale): string[] {
  const cuts = cutsForSignature(copyfit)
  const words = locale === 'zh' ? chinese : english
  return [
    words.pages(copyfit),
    ...noted.filter(isFit).map((d) => describe(d, locale).message),
    ...(cuts.length > 0 && linesToCut(cuts) <= mostToCut ? [words.signature(copyfit, cuts)] : []),
  ]
}

interface Wording {
  pages(fit: Copyfit): string
  signature(fit: Copyfit, cuts: readonly ArticleFit[]): string
}

const chinese: Wording = {
  pages: ({ pages, signature, fillers, blanks }) => {
    const filled = fillers === 0 ? '无补白' : `补白 ${fillers} 页${blanks > 0 ? `（其中空白 ${blanks} 页）` : ''}`
    return `${pages} 页 = ${Math.ceil(pages / signature)} 帖 × ${signature} 页，${filled}`
  },
  signature: ({ toSaveSignature }, cuts) => {
    const where = cuts.map(({ title, toSavePage }) => `《${title}》${toSavePage} 行`).join('、')
    return `减 ${toSaveSignature} 页可少一帖，删 ${linesToCut(cuts)} 行即可：${where}`
  },
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

const english: Wording = {
  pages: ({ pages, signature, fillers, blanks }) => {
    const filled =
      fillers === 0 ? 'no fillers' : `${plural(fillers, 'filler')}${blanks > 0 ? ` (${blanks} blank)` : ''}`
    return `${pages} pages = ${plural(Math.ceil(pages / signature), 'signature')} of ${signature}, ${filled}`
  },
  signature: ({ toSaveSignature }, cuts) => {
    const where = cuts.map(({ title, toSavePage }) => `${toSavePage} in “${title}”`).join(', ')
    return `${plural(toSaveSignature, 'page')} less would save a signature: cut ${plural(linesToCut(cuts), 'line')}, ${where}`
  },
}
