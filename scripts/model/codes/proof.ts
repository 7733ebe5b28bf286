import type { CodeRow } from './row.ts'

const words = {
  zh: '核对原稿与排版；文字丢失多由模板或样式遮掉、或跨页时吞掉所致。成品未通过校验，请勿付印。',
  en: 'Compare the manuscript with the layout; text is mostly lost to a template, a style that hides it, or a page break. Do not print this file.',
}
const names = {
  zh: '署名不得遗漏：检查模板是否输出了全部作者、责任方式与单位。',
  en: 'No credit may be dropped: check that the template prints every author, role and affiliation.',
}

export const proof = {
  'proof/nothing-built': {
    severity: 'error',
    zh: '{file} 中没有可以校验的成品',
    en: 'nothing to prove in {file}',
    hint: { zh: '先运行 kanben build。', en: 'Run kanben build first.' },
  },
  'proof/article-missing': {
    severity: 'error',
    zh: '成品中找不到文章《{title}》',
    en: 'the article “{title}” is not in the file',
    hint: words,
  },
  'proof/text-lost': {
    severity: 'error',
    zh: '《{title}》缺 {count} 字：“{text}”，原应在“{before}”之后',
    en: '“{title}” has lost {count} characters: “{text}”, which stood after “{before}”',
    hint: words,
  },
  'proof/text-altered': {
    severity: 'error',
    zh: '《{title}》文字有变：“{text}”成了“{instead}”，在“{before}”之后',
    en: '“{title}” has changed: “{text}” has become “{instead}”, after “{before}”',
    hint: words,
  },
  'proof/text-doubled': {
    severity: 'error',
    zh: '《{title}》重出 {count} 字：“{text}”，在“{before}”之后',
    en: '“{title}” repeats {count} characters: “{text}”, after “{before}”',
    hint: words,
  },
  'proof/text-moved': {
    severity: 'error',
    zh: '《{title}》有 {count} 字错位：“{text}”，原应在“{before}”之后',
    en: '“{title}” has {count} characters out of place: “{text}”, which stood after “{before}”',
    hint: words,
  },
  'proof/text-foreign': {
    severity: 'error',
    zh: '《{title}》多出原稿没有的 {count} 字：“{text}”，在“{before}”之后',
    en: '“{title}” has {count} characters that are not in the manuscript: “{text}”, after “{before}”',
    hint: words,
  },
  'proof/glyph-missing': {
    severity: 'error',
    zh: '第 {page} 页有 {count} 处字体“{font}”缺字，印成空白或空框',
    en: 'page {page} shows {count} blanks or empty boxes where the font “{font}” lacks a character',
    hint: {
      zh: '请检查该页（页眉也在内）有无罕用字；稿件里的字若都有字形，请报告给 kanben。',
      en: 'Look for a rare character on that page, its running head included; where none is, please report it.',
    },
  },
  'proof/credit-lost': {
    severity: 'error',
    zh: '《{title}》正文起始页缺“{text}”',
    en: '“{text}” is missing where “{title}” begins',
    hint: names,
  },
  'proof/credit-misplaced': {
    severity: 'error',
    zh: '《{title}》作者“{text}”的单位标号缺失或有误',
    en: 'the affiliation marks of “{text}” in “{title}” are missing or wrong',
    hint: names,
  },
  'proof/credit-lost-contents': {
    severity: 'error',
    zh: '目次中《{title}》一条缺“{text}”',
    en: 'the contents entry of “{title}” lacks “{text}”',
    hint: names,
  },
  'proof/credit-lost-metadata': {
    severity: 'error',
    zh: '元数据（{where}）缺“{text}”',
    en: 'the metadata ({where}) lack “{text}”',
    hint: names,
  },
  'proof/navigation-lost': {
    severity: 'error',
    zh: '导航（{where}）中没有《{title}》，或指向了别处',
    en: 'the navigation ({where}) lacks “{title}” or sends it elsewhere',
  },
  'proof/fact-lost': {
    severity: 'error',
    zh: '封面、版权页等处缺“{text}”',
    en: '“{text}” is missing from cover, masthead and colophon',
    hint: {
      zh: '刊名、刊号、编者与版权页各项须原样印出。',
      en: 'Journal name, numbers, editors and every colophon entry must be printed as given.',
    },
  },
  'proof/running-head-wrong': {
    severity: 'error',
    zh: '第 {page} 页书眉“{text}”不属于《{title}》',
    en: 'the running head “{text}” on page {page} does not belong to “{title}”',
  },
  'proof/folio-wrong': {
    severity: 'error',
    zh: '第 {page} 页的页码印作“{folio}”',
    en: 'page {page} bears the folio “{folio}”',
    hint: { zh: '页码应等于自封面起的页序。', en: 'A folio is the page counted from the cover.' },
  },
  'proof/contents-folio': {
    severity: 'error',
    zh: '目次中《{title}》作第 {printed} 页，实在第 {page} 页',
    en: 'the contents send “{title}” to page {printed}; it begins on page {page}',
  },
  'proof/contents-order': {
    severity: 'error',
    zh: '《{title}》在目次或正文中的次序与整期不符',
    en: '“{title}” stands out of order in the contents or in the pages',
  },
  'proof/contents-link': {
    severity: 'error',
    zh: '目次中没有通往《{title}》起始页的链接',
    en: 'no link of the contents leads to the first page of “{title}”',
  },
  'proof/count-differs': {
    severity: 'error',
    zh: '《{title}》的{kind:counted}：原稿 {expected}，成品 {found}',
    en: '“{title}”, {kind:counted}: {expected} in the manuscript, {found} in the file',
    hint: words,
  },
  'proof/articles-differ': {
    severity: 'error',
    zh: '文章数：原稿 {expected}，成品 {found}',
    en: 'articles: {expected} in the manuscript, {found} in the file',
  },
  'proof/continuation-lost': {
    severity: 'error',
    zh: '找不到《{title}》的续文：没有“（上接第…页）”，也没有下转之后的文字',
    en: 'the rest of “{title}” is not in the file: neither its line 上接 nor the words after the jump',
    hint: words,
  },
  'proof/continuation-order': {
    severity: 'error',
    zh: '《{title}》的续文没有接在《{before}》之后',
    en: 'the rest of “{title}” does not stand after “{before}”',
    hint: {
      zh: '续文排在 issue.yaml 中写有 continue 的地方。',
      en: 'The rest is printed where issue.yaml says continue.',
    },
  },
  'proof/jump-line-lost': {
    severity: 'error',
    zh: '《{title}》第 {at} 页缺“（{line}）”',
    en: 'page {at} of “{title}” lacks the line （{line}）',
  },
  'proof/jump-page-wrong': {
    severity: 'error',
    zh: '《{title}》第 {at} 页印作“（{line}）”，应为第 {page} 页',
    en: 'page {at} of “{title}” says （{line}）; the page is {page}',
  },
  'proof/article-number-lost': {
    severity: 'error',
    zh: '《{title}》首页缺文章编号 {number}',
    en: 'the first page of “{title}” lacks its article number {number}',
  },
  'proof/article-number-wrong': {
    severity: 'error',
    zh: '《{title}》的文章编号印作 {printed}，应为 {number}',
    en: 'the article number of “{title}” is printed as {printed}; it is {number}',
    hint: {
      zh: '编号末两段是起始页与页数，由排成的页面算出。',
      en: 'Its last two parts, first page and number of pages, follow from the finished pages.',
    },
  },
  'proof/reference-lost': {
    severity: 'error',
    zh: '《{title}》缺参考文献“{text}”，或其序号不符',
    en: '“{title}” lacks the reference “{text}”, or gives it another number',
    hint: words,
  },
  'proof/not-found': {
    severity: 'note',
    zh: '文章未找到，未能检查',
    en: 'not checked: the article was not found',
  },
  'proof/no-contents': {
    severity: 'error',
    zh: '成品中找不到目次页',
    en: 'the file has no contents page',
  },
} as const satisfies Record<string, CodeRow>
