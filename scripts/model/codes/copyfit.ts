/** How text and pages fit: nothing here is wrong, but an artist would act on it. */
import type { CodeRow } from '../diagnostic.ts'

export const copyfit = {
  'copyfit/short-last-page': {
    severity: 'note',
    zh: '《{title}》末页（第 {page} 页）只有 {lines} 行',
    en: 'the last page of “{title}” (page {page}) holds only {lines} lines',
    hint: {
      zh: '删去 {lines} 行可省一页；或增补文字、放大图片，使末页不致太空。',
      en: 'Cut {lines} lines to save the page, or add text or enlarge a picture to fill it.',
    },
  },
  'copyfit/signature-over': {
    severity: 'note',
    zh: '减 {pages} 页就可少一帖（每帖 {signature} 页）：共删 {lines} 行，见{articles}',
    en: 'saving {pages} pages would save a signature of {signature}: cut {lines} lines in {articles}',
    hint: {
      zh: '要省纸，就在这几篇里删足行数；不省，补白页可以另作他用。',
      en: 'To save paper, cut those lines there; otherwise put the filler pages to use.',
    },
  },
} as const satisfies Record<string, CodeRow>
