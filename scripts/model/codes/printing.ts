import type { CodeRow } from './row.ts'

/** What the press says of its own work: what it reduced, and what it could not do. */
export const printing = {
  'printing/imposition-pages': {
    severity: 'error',
    in: ['imposition'],
    zh: '共 {pages} 页，每帖 {signature} 页，拼不成四页一张的对折纸',
    en: '{pages} pages in signatures of {signature} cannot stand four by four on folded sheets',
    hint: {
      zh: '请把 issue.yaml 的 page.signature 设为 4 的倍数。',
      en: 'Set page.signature in issue.yaml to a multiple of 4.',
    },
  },
  'printing/imposition-binding': {
    severity: 'error',
    in: ['imposition'],
    zh: '要求按“{imposition}”拼大版，issue.yaml 的 print.binding 却是“{binding}”',
    en: 'spreads for the binding “{imposition}” are asked for, but print.binding in issue.yaml is “{binding}”',
    hint: {
      zh: 'saddle 是骑马订，perfect 是胶装；两处要一致。',
      en: 'saddle is stitched through the fold, perfect is glued; both must agree.',
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
  'printing/profile-unusable': {
    severity: 'error',
    zh: '印刷条件“{condition}”的 ICC 特性文件读不出来，或不是 CMYK 输出特性文件',
    en: 'the ICC profile of the printing condition “{condition}” cannot be read or is none of CMYK',
    hint: {
      zh: '请向印刷厂索取该印刷条件的 .icc 文件，或删去 print.condition 中的 profile，用自带的特性文件。',
      en: 'Ask the printing house for its .icc file, or leave the profile out of print.condition for the one that ships.',
    },
  },
  'printing/ink-reduced': {
    severity: 'note',
    zh: '颜色 {rgb} 换算成油墨总量 {total}%，超过上限 {limit}%，已减为 {ink}（第 {pages} 页）',
    en: 'the colour {rgb} would take {total}% of ink, over the limit of {limit}%, and prints as {ink} (pages {pages})',
    hint: {
      zh: '请看打样；要守住这个颜色，请换一个浅些的。',
      en: 'Look at the proof; a lighter colour keeps its look.',
    },
  },
  'printing/picture-ink-limit': {
    severity: 'warning',
    zh: '第 {page} 页的四色图片{picture}油墨总量达 {total}%，超过上限 {limit}%，超出处已减墨',
    en: 'the picture{picture} in CMYK on page {page} takes up to {total}% of ink, over the limit of {limit}%, and was reduced there',
    hint: {
      zh: '请按印刷厂的特性文件重新分色；其他像素的油墨值原样未动。纸张若容得下，可改 issue.yaml 的 print.inkLimit。',
      en: 'Separate it anew by the profile of the printing house; all other pixels keep their inks. Where the paper takes more, set print.inkLimit in issue.yaml.',
    },
  },
  'printing/flattened': {
    severity: 'note',
    zh: '第 {page} 页的图片{picture}有透明部分，已按白纸合成',
    en: 'the transparent parts of the picture{picture} on page {page} were laid on white paper',
  },
  'printing/glyph-unreadable': {
    severity: 'warning',
    zh: '第 {page} 页字体“{font}”的一个字形读不出文字',
    en: 'a glyph of “{font}” on page {page} reads as nothing',
  },
} as const satisfies Record<string, CodeRow>

/** What the proof finds in a print file that every press takes but none prints well. */
export const printQuality = {
  'printing/picture-resolution': {
    severity: 'warning',
    zh: '第 {page} 页的图片{picture}印成 {width}×{height} mm，分辨率只有 {ppi} ppi，低于 {least} ppi',
    en: 'the picture{picture} on page {page} prints at {width}×{height} mm with {ppi} ppi, below {least} ppi',
    hint: {
      zh: '请换至少 {needWidth}×{needHeight} 像素的原图，或把图排小。不要在软件里硬放大。',
      en: 'Use an original of at least {needWidth}×{needHeight} pixels, or print it smaller. Upscaling adds no detail.',
    },
  },
  'printing/picture-coarse': {
    severity: 'warning',
    zh: '第 {page} 页的图片{picture}印成 {width}×{height} mm，分辨率仅 {ppi} ppi，印出来会看得见像素',
    en: 'the picture{picture} on page {page} prints at {width}×{height} mm with no more than {ppi} ppi: its pixels will show',
    hint: {
      zh: '请换至少 {needWidth}×{needHeight} 像素的原图，或把图排小。SVG 里的图案填充和波浪线会变成像素，请改用实线、实色。',
      en: 'Use an original of at least {needWidth}×{needHeight} pixels, or print it smaller. Pattern fills of SVG and wavy lines turn into pixels; use plain ones.',
    },
  },
  'printing/line-art-resolution': {
    severity: 'note',
    zh: '第 {page} 页的黑白线条图{picture}分辨率为 {ppi} ppi，低于 {least} ppi，斜线可能起锯齿',
    en: 'the line art{picture} on page {page} has {ppi} ppi, below {least} ppi: slanted lines may show steps',
    hint: {
      zh: '最好换成 SVG，或 {needWidth}×{needHeight} 像素的扫描图。',
      en: 'Best use SVG, or a scan of {needWidth}×{needHeight} pixels.',
    },
  },
  'printing/hairline': {
    severity: 'warning',
    zh: '第 {page} 页有 {count} 处线条细于 {least} pt，最细 {width} pt，可能印不出来',
    en: 'page {page} has {count} lines under {least} pt, the thinnest of {width} pt; they may not print',
    hint: {
      zh: '请把图中的线条加粗到 {least} pt 以上；图缩小时线条也会变细。',
      en: 'Make them {least} pt or more; lines get thinner with a picture that is scaled down.',
    },
  },
  'printing/rich-black-line': {
    severity: 'warning',
    zh: '第 {page} 页有细线印成叠色黑（{inks}），套印稍有不准就会发虚',
    en: 'page {page} has thin lines in rich black ({inks}), which blur when the plates shift',
    hint: { zh: '细线请用纯黑 #000。', en: 'Draw thin lines in plain black, #000.' },
  },
  'printing/reversed-type': {
    severity: 'warning',
    zh: '第 {page} 页有 {size} pt 的反白字，小于 {least} pt，容易糊死',
    en: 'page {page} has reversed type of {size} pt, under {least} pt; ink will fill it',
    hint: {
      zh: '反白字请不小于 {least} pt，最好用黑体。',
      en: 'Reverse type of {least} pt or more, best in a bold sans.',
    },
  },
  'printing/small-type-inks': {
    severity: 'warning',
    zh: '第 {page} 页有 {size} pt 的小字用多色油墨叠印（{inks}），套印稍有不准就会出重影',
    en: 'page {page} has type of {size} pt in several inks ({inks}), which shows double when the plates shift',
    hint: {
      zh: '小于 {least} pt 的字请用黑色或刊物的专用色。',
      en: 'Set type under {least} pt in black or a colour of the house.',
    },
  },
} as const satisfies Record<string, CodeRow>
