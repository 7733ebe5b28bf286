/** Everything that can keep an assembled issue from being laid out. */
import type { CodeRow } from '../diagnostic.ts'

export const layout = {
  'layout/glyph-missing': {
    severity: 'error',
    zh: '字体里没有“{character}”（{codepoint}）',
    en: 'no font has “{character}” ({codepoint})',
    hint: {
      zh: '核对是否误用了部首、异体或私用区字符；确需此字时，请改用图片或通用写法。',
      en: 'Check for radicals, variants and private-use characters; where it is really meant, use a picture or a common form.',
    },
  },
  'layout/filler-short': {
    severity: 'error',
    zh: '全期排成 {pages} 页，凑成 {signature} 页一帖还缺 {missing} 页补白',
    en: 'the issue runs to {pages} pages; {missing} filler pages are missing to fill signatures of {signature}',
    hint: {
      zh: '在 issue.yaml 的 page.fillers 里再加 {missing} 项：notes（读者笔记）或 blank（空白）。',
      en: 'Add {missing} to page.fillers in issue.yaml: notes or blank.',
    },
  },
} as const satisfies Record<string, CodeRow>
