import type { CodeRow } from '../diagnostic.ts'

/** Faults that only a change of the program, or of what made the file afterwards, can bring. */
const made = {
  zh: '成品文件生成有误，请勿付印；若文件经别的软件改存过，请用 kanben 重新生成。',
  en: 'The file is not as kanben makes it; do not print it. Where another program has saved it, build it again.',
}

export const pdfx = {
  'pdfx/version': {
    severity: 'error',
    zh: '文件为 PDF {found}，所遵标准只到 PDF {most}',
    en: 'the file is PDF {found}; its standard goes up to PDF {most}',
    hint: made,
  },
  'pdfx/identifier': {
    severity: 'error',
    zh: '文件没有标识（trailer 的 ID）',
    en: 'the file has no identifier (ID in the trailer)',
    hint: made,
  },
  'pdfx/encrypted': {
    severity: 'error',
    zh: '文件加了密，印刷厂无法处理',
    en: 'the file is encrypted; no press can take it',
    hint: made,
  },
  'pdfx/output-intent': {
    severity: 'error',
    zh: '文件有 {count} 个 PDF/X 输出意图，应当正好一个',
    en: 'the file has {count} output intents for PDF/X instead of one',
    hint: made,
  },
  'pdfx/condition': {
    severity: 'error',
    zh: '输出条件写作“{found}”，应为“{expected}”',
    en: 'the output condition is “{found}” instead of “{expected}”',
    hint: {
      zh: '输出条件以 issue.yaml 的 print 为准。',
      en: 'The output condition is the one of print in issue.yaml.',
    },
  },
  'pdfx/profile': {
    severity: 'error',
    zh: '输出特性文件（ICC）缺失或不能用于印刷输出：{reason}',
    en: 'the output profile (ICC) is missing or unfit for the press: {reason}',
    hint: {
      zh: '须为 CMYK 输出设备（prtr）特性文件，完整嵌入。请向印刷厂索取。',
      en: 'It must be a complete profile of a CMYK output device (prtr); ask the printing house for it.',
    },
  },
  'pdfx/profile-differs': {
    severity: 'error',
    zh: '嵌入的特性文件不是印刷厂给的那一个',
    en: 'the embedded profile is not the one of the printing house',
    hint: made,
  },
  'pdfx/xmp': {
    severity: 'error',
    zh: 'XMP 元数据缺失、压缩过或不是合格的 XML：{reason}',
    en: 'the XMP metadata are missing, compressed or not well-formed: {reason}',
    hint: made,
  },
  'pdfx/claim': {
    severity: 'error',
    zh: '文件声明为“{found}”，应为 {expected}',
    en: 'the file claims “{found}” instead of {expected}',
    hint: made,
  },
  'pdfx/xmp-property': {
    severity: 'error',
    zh: 'XMP 缺 {property}',
    en: 'XMP lacks {property}',
    hint: made,
  },
  'pdfx/trapped': {
    severity: 'error',
    zh: '补漏白（Trapped）没有写明或前后不一：文件信息为 {info}，XMP 为 {xmp}',
    en: 'whether the file is trapped is not said, or said twice otherwise: {info} in Info, {xmp} in XMP',
    hint: made,
  },
  'pdfx/info': {
    severity: 'error',
    zh: '文件信息缺 {key}，或写得不合规定',
    en: 'Info lacks {key}, or it is not in the form that it should have',
    hint: made,
  },
  'pdfx/info-differs': {
    severity: 'error',
    zh: '{key} 在文件信息中为“{info}”，在 XMP 中为“{xmp}”',
    en: '{key} is “{info}” in Info and “{xmp}” in XMP',
    hint: made,
  },
  'pdfx/trim-missing': {
    severity: 'error',
    zh: '第 {page} 页没有成品框（TrimBox），或多了 ArtBox',
    en: 'page {page} has no TrimBox, or an ArtBox besides',
    hint: made,
  },
  'pdfx/bleed-missing': {
    severity: 'error',
    zh: '第 {page} 页没有出血框（BleedBox）',
    en: 'page {page} has no BleedBox',
    hint: made,
  },
  'pdfx/annotation': {
    severity: 'error',
    zh: '第 {page} 页出血范围内有批注或链接（{kind}）',
    en: 'page {page} has an annotation within the bleed ({kind})',
    hint: made,
  },
  'pdfx/action': {
    severity: 'error',
    zh: '文件带有动作或表单（{key}）',
    en: 'the file has actions or a form ({key})',
    hint: made,
  },
  'pdfx/script': {
    severity: 'error',
    zh: '文件带有脚本或附件（{key}）',
    en: 'the file carries scripts or other files ({key})',
    hint: made,
  },
  'pdfx/rgb': {
    severity: 'error',
    zh: '第 {page} 页有 RGB 颜色（{space}），没有换成油墨',
    en: 'page {page} has colour in RGB ({space}), not in inks',
    hint: {
      zh: '印刷版只能用油墨色或带特性文件的颜色。',
      en: 'In print there are only inks, or colours with a profile.',
    },
  },
  'pdfx/icc-inks': {
    severity: 'error',
    zh: '第 {page} 页的油墨色另带了特性文件，印刷时会再转换一次',
    en: 'page {page} has inks with a profile of their own; they would be converted again',
    hint: made,
  },
  'pdfx/transfer': {
    severity: 'error',
    zh: '第 {page} 页有传递函数或网点设定（{key}），会改变印出的深浅',
    en: 'page {page} has a transfer function or a halftone of its own ({key})',
    hint: made,
  },
  'pdfx/blend-space': {
    severity: 'error',
    zh: '第 {page} 页有透明效果，混合色空间却不是 CMYK（{space}）',
    en: 'page {page} has transparency that is not blended in CMYK ({space})',
    hint: made,
  },
  'pdfx/external': {
    severity: 'error',
    zh: '第 {page} 页引用了文件以外的数据',
    en: 'page {page} refers to data outside of the file',
    hint: made,
  },
  'pdfx/filter': {
    severity: 'error',
    zh: '第 {page} 页的数据用了不许用的压缩方式 {filter}',
    en: 'data of page {page} are compressed with {filter}, which is not allowed',
    hint: made,
  },
  'pdfx/opi': {
    severity: 'error',
    zh: '第 {page} 页有 OPI 替换图',
    en: 'page {page} has a picture to be replaced by OPI',
    hint: made,
  },
  'pdfx/alternates': {
    severity: 'error',
    zh: '第 {page} 页的图片带有备选图（Alternates）',
    en: 'a picture of page {page} has alternates',
    hint: made,
  },
  'pdfx/reference': {
    severity: 'error',
    zh: '第 {page} 页引用了别的 PDF 的页面',
    en: 'page {page} refers to a page of another PDF',
    hint: made,
  },
  'pdfx/postscript': {
    severity: 'error',
    zh: '第 {page} 页含有 PostScript 代码',
    en: 'page {page} contains PostScript',
    hint: made,
  },
  'pdfx/transparency': {
    severity: 'error',
    zh: '第 {page} 页有透明效果（{key}），PDF/X-1a 不许用',
    en: 'page {page} has transparency ({key}), which PDF/X-1a does not allow',
    hint: {
      zh: '请改用不透明的图片，或把 print.standard 改为 x-4。',
      en: 'Use opaque pictures, or set print.standard to x-4.',
    },
  },
  'pdfx/independent-colour': {
    severity: 'error',
    zh: '第 {page} 页有带特性文件的颜色（{space}），PDF/X-1a 只许用油墨色',
    en: 'page {page} has colour with a profile ({space}); PDF/X-1a allows inks only',
    hint: {
      zh: '请把 print.images 改为 cmyk，或把 print.standard 改为 x-4。',
      en: 'Set print.images to cmyk, or print.standard to x-4.',
    },
  },
  'pdfx/later-feature': {
    severity: 'error',
    zh: '文件用了 PDF 1.4 以后才有的写法（{feature}），PDF/X-1a 不许用',
    en: 'the file uses what PDF 1.4 does not have ({feature}); PDF/X-1a does not allow it',
    hint: made,
  },
  'pdfx/media': {
    severity: 'error',
    zh: '第 {page} 页的介质框（MediaBox）为 {found}，应从 0,0 起',
    en: 'the MediaBox of page {page} is {found}; it should begin at 0,0',
    hint: made,
  },
  'pdfx/ink-limit': {
    severity: 'error',
    zh: '第 {page} 页{whatZh}的总墨量为 {found}%，超过上限 {limit}%',
    en: 'the total ink of {whatEn} on page {page} is {found} %, above the limit of {limit} %',
    hint: {
      zh: '墨量过大会透印、粘脏。上限由 issue.yaml 的 print.ink-limit 或用纸决定。',
      en: 'Too much ink does not dry. The limit is print.ink-limit of issue.yaml, or follows from the paper.',
    },
  },
  'pdfx/rich-black': {
    severity: 'error',
    zh: '第 {page} 页的黑字不是单色黑（{inks}），套印稍有不准字边就会发虚',
    en: 'black type on page {page} is not in black ink alone ({inks}); its edges show where the plates do not meet',
    hint: {
      zh: '插图中的文字请用纯黑或灰。',
      en: 'In drawings too, letters should be plain black or grey.',
    },
  },
  'pdfx/four-colour-grey': {
    severity: 'error',
    zh: '第 {page} 页没有彩色，却有灰色由多种油墨叠成（{inks}）',
    en: 'page {page} has no colour, but a grey made of several inks ({inks})',
    hint: {
      zh: '灰色应是黑墨的浅网；请在插图中改用中性灰（红、绿、蓝三值相等）。',
      en: 'A grey should be a tint of black; use neutral greys in drawings (equal red, green and blue).',
    },
  },
  'pdfx/unreachable': {
    severity: 'error',
    zh: '文件中有 {count} 个用不到的对象（如 {numbers} 号）',
    en: '{count} objects of the file lead nowhere (numbers {numbers})',
    hint: made,
  },
  'pdfx/tags': {
    severity: 'error',
    zh: '印刷版带有只供阅览用的结构（{key}）',
    en: 'the print edition carries what only a screen needs ({key})',
    hint: made,
  },
  'pdfx/outside-bleed': {
    severity: 'error',
    zh: '第 {page} 页出血以外印有裁切标记、色条以外的东西（{whatZh}）',
    en: 'page {page} has something other than marks outside of its bleed ({whatEn})',
    hint: made,
  },
  'pdfx/black-knocks-out': {
    severity: 'error',
    zh: '第 {page} 页的黑字没有压印，套印不准时会露白',
    en: 'black type on page {page} does not overprint; paper shows where the plates do not meet',
    hint: made,
  },
  'pdfx/overprint': {
    severity: 'error',
    zh: '第 {page} 页有不该压印的颜色设了压印（{inks}），印出来会变色或消失',
    en: 'a colour on page {page} that must not overprint does ({inks}); it would change or vanish in print',
    hint: made,
  },
  'pdfx/marks': {
    severity: 'error',
    zh: '第 {page} 页{whereZh}缺裁切线，或没有对准成品边、伸进了出血',
    en: 'page {page} lacks a crop mark at the {whereEn}, or it is off the trim or within the bleed',
    hint: made,
  },
  'pdfx/damaged': {
    severity: 'error',
    zh: '文件结构有损坏：{reason}',
    en: 'the file is damaged: {reason}',
    hint: made,
  },
  'pdfx/content': {
    severity: 'error',
    zh: '第 {page} 页的页面内容有误：{reason}',
    en: 'the content of page {page} cannot be followed: {reason}',
    hint: made,
  },
  'pdfx/jpeg': {
    severity: 'error',
    zh: '第 {page} 页的 JPEG 图片与其说明不符（{reason}），印出来会反色或错位',
    en: 'a JPEG on page {page} is not what is said of it ({reason}); it would print as a negative or awry',
    hint: made,
  },
  'pdfx/bleed-small': {
    severity: 'warning',
    zh: '出血只有 {bleed} 毫米，通常至少 3 毫米',
    en: 'the bleed is {bleed} mm; printing houses ask for 3 mm',
    hint: { zh: '请与印刷厂确认 page.bleed。', en: 'Ask the printing house about page.bleed.' },
  },
} as const satisfies Record<string, CodeRow>
