import type { CodeRow } from './row.ts'

export const preflight = {
  'preflight/unreadable': {
    severity: 'error',
    zh: '文件无法读回：{reason}',
    en: 'the file cannot be read back: {reason}',
  },
  'preflight/trim-box': {
    severity: 'error',
    zh: '第 {page} 页成品框（TrimBox）为 {found}，应为 {expected}',
    en: 'the TrimBox of page {page} is {found} instead of {expected}',
    hint: { zh: '成品尺寸以 issue.yaml 的 page.trim 为准。', en: 'The trimmed size is page.trim of issue.yaml.' },
  },
  'preflight/bleed-box': {
    severity: 'error',
    in: ['print'],
    zh: '第 {page} 页出血框（BleedBox）为 {found}，应为 {expected}',
    en: 'the BleedBox of page {page} is {found} instead of {expected}',
  },
  'preflight/box-order': {
    severity: 'error',
    in: ['print'],
    zh: '第 {page} 页的成品框、出血框、介质框没有依次相含',
    en: 'on page {page} TrimBox, BleedBox and MediaBox do not lie within one another',
  },
  'preflight/signature': {
    severity: 'error',
    zh: '共 {pages} 页，不是 {signature} 的整倍数，装不成书帖',
    en: '{pages} pages are not a multiple of the signature of {signature}',
  },
  'preflight/type3-font': {
    severity: 'error',
    in: ['print'],
    zh: '字体“{font}”成了 Type 3 字形，不宜付印',
    en: 'the font “{font}” has become Type 3, unfit for the press',
    hint: {
      zh: '多因缺字而落到系统字体，或用了 CFF、可变字体。',
      en: 'Mostly a missing glyph that fell back to a system font, or a CFF or variable font.',
    },
  },
  'preflight/font-not-embedded': {
    severity: 'error',
    in: ['print'],
    zh: '字体“{font}”没有嵌入',
    en: 'the font “{font}” is not embedded',
  },
  'preflight/not-tagged': {
    severity: 'error',
    in: ['screen'],
    zh: '阅读版 PDF 没有结构标签，读屏软件无法朗读',
    en: 'the screen PDF has no structure tags; screen readers cannot read it',
  },
  'preflight/no-language': {
    severity: 'error',
    in: ['screen'],
    zh: '文件语言为“{found}”，应为“{expected}”',
    en: 'the language of the file is “{found}” instead of “{expected}”',
  },
  'preflight/no-title': {
    severity: 'error',
    in: ['screen'],
    zh: '文件没有题名，或没有设为在窗口标题栏显示',
    en: 'the file has no title, or does not show it in the window',
  },
  'preflight/outline': {
    severity: 'error',
    in: ['screen'],
    zh: '书签中没有《{title}》，或指向了别的页',
    en: 'the outline lacks “{title}” or sends it to another page',
  },
  'preflight/link': {
    severity: 'error',
    in: ['screen'],
    zh: '第 {page} 页有一个链接没有目标',
    en: 'a link on page {page} leads nowhere',
  },
  'preflight/picture-left': {
    severity: 'warning',
    in: ['print'],
    zh: '第 {page} 页的图片{picture}（{width}×{height} 像素，{space}）无法换成油墨，原样留在文件里',
    en: 'the picture{picture} on page {page} ({width}×{height} pixels, {space}) could not be put into inks and is as it was',
    hint: { zh: '请另存为 JPEG 或 PNG 再用。', en: 'Save it as JPEG or PNG again.' },
  },
  'preflight/gradient': {
    severity: 'warning',
    in: ['print'],
    zh: '第 {page} 页有重复或环绕的渐变，无法换成油墨，以 sRGB 连同特性文件送印',
    en: 'page {page} has a repeating or conic gradient, which stays in RGB with its profile',
    hint: {
      zh: '请改用直线或放射渐变，印刷色才由刊物自己掌握。',
      en: 'A linear or radial gradient is put into inks here and leaves no choice to the printing house.',
    },
  },
  'preflight/transparency': {
    severity: 'warning',
    in: ['print'],
    zh: '第 {page} 页有透明效果，有的印刷流程不支持',
    en: 'page {page} uses transparency, which some presses do not take',
    hint: {
      zh: '多来自半透明颜色、阴影、蒙版，或盖在底色上的带透明的 PNG 图片。',
      en: 'Mostly a translucent colour, a shadow, a mask, or a PNG with transparent parts on a coloured ground.',
    },
  },
} as const satisfies Record<string, CodeRow>
