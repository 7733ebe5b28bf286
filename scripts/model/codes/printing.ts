import type { CodeRow } from '../diagnostic.ts'

export const printing = {
  'printing/imposition-pages': {
    severity: 'error',
    zh: '共 {pages} 页，每帖 {signature} 页，拼不成四页一张的对折纸',
    en: '{pages} pages in signatures of {signature} cannot stand four by four on folded sheets',
    hint: {
      zh: '请把 issue.yaml 的 page.signature 设为 4 的倍数，并备足补白页。',
      en: 'Set page.signature in issue.yaml to a multiple of 4 and allow enough filler pages.',
    },
  },
  'printing/spine-narrow': {
    severity: 'note',
    zh: '书脊约厚 {width} mm，不足 {least} mm，不印字',
    en: 'the spine of about {width} mm is under {least} mm and stays blank',
    hint: {
      zh: '书脊按页数和 print.paper 的纸厚估算；页数不多时，骑马订更稳当。',
      en: 'It is computed from the pages and the leaves in print.paper; an issue of few pages is better stitched.',
    },
  },
} as const satisfies Record<string, CodeRow>
