/** How text and pages fit: nothing here is wrong, but an artist would act on it. */
import type { CodeRow } from './row.ts'

export const copyfit = {
  'copyfit/short-last-page': {
    severity: 'note',
    zh: '《{title}》末页（第 {page} 页）只有 {lines} 行，删 {lines} 行可省一页',
    en: '“{title}” ends on page {page} with a few lines only: cut {lines} to save the page',
    hint: {
      zh: '或增补文字、放大图片，使末页不致太空。',
      en: 'Or add text or enlarge a picture to fill it.',
    },
  },
} as const satisfies Record<string, CodeRow>
