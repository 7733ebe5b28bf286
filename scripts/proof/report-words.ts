/** The words of the proof's page, in both languages: names of checks, editions and headings. */
import type { Locale } from '../model/diagnostic.ts'
import type { EditionName } from '../model/edition.ts'

const checkNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'text/conserved': { zh: '文字完整', en: 'Text conserved' },
  'credits/page': { zh: '正文署名', en: 'Credits on the page' },
  'credits/contents': { zh: '目次署名', en: 'Credits in the contents' },
  'credits/metadata': { zh: '元数据署名', en: 'Credits in the metadata' },
  'credits/navigation': { zh: '导航题名', en: 'Titles in the navigation' },
  'credits/masthead': { zh: '编者名单', en: 'Editors in the masthead' },
  'facts/printed': { zh: '刊名、刊号、版权页', en: 'Journal facts and colophon' },
  'contents/folio': { zh: '目次页码', en: 'Page numbers of the contents' },
  'contents/order': { zh: '目次次序', en: 'Order of the contents' },
  'contents/link': { zh: '目次链接', en: 'Links of the contents' },
  'folio/sequence': { zh: '页码连续', en: 'Folios in sequence' },
  'running-head/article': { zh: '书眉', en: 'Running heads' },
  'structure/count': { zh: '标题、注、图、表数目', en: 'Headings, notes, figures, tables' },
  'preflight/readable': { zh: '可读回', en: 'Readable' },
  'preflight/trim-box': { zh: '成品框', en: 'TrimBox' },
  'preflight/bleed-box': { zh: '出血框', en: 'BleedBox' },
  'preflight/box-order': { zh: '各框相含', en: 'Boxes nested' },
  'preflight/signature': { zh: '书帖页数', en: 'Signature' },
  'preflight/type3-font': { zh: '无 Type 3 字体', en: 'No Type 3 fonts' },
  'preflight/font-embedded': { zh: '字体全部嵌入', en: 'Fonts embedded' },
  'preflight/tagged': { zh: '结构标签', en: 'Tagged' },
  'preflight/language': { zh: '文件语言', en: 'Language' },
  'preflight/title': { zh: '文件题名', en: 'Title' },
  'preflight/outline': { zh: '书签', en: 'Outline' },
  'preflight/links': { zh: '链接有效', en: 'Links' },
  'epub/valid': { zh: 'EPUBCheck', en: 'EPUBCheck' },
  'epub/readable': { zh: '可读回', en: 'Readable' },
  'epub/well-formed': { zh: 'XML 格式良好', en: 'Well-formed XML' },
  'epub/entry-names': { zh: '文件名', en: 'Names of entries' },
  'epub/navigation': { zh: '目录齐全', en: 'Navigation complete' },
  'epub/notes': { zh: '注释往返链接', en: 'Notes linked both ways' },
  'epub/references': { zh: '引用有效', en: 'References' },
  'epub/pictures': { zh: '图片', en: 'Pictures' },
  'epub/alternative-texts': { zh: '替代文本', en: 'Alternative texts' },
  'epub/roles': { zh: '责任方式代码', en: 'Relator codes' },
  'epub/series': { zh: '丛刊信息', en: 'Series' },
  'epub/accessibility': { zh: '无障碍元数据', en: 'Accessibility metadata' },
}

/** A check without words of its own is shown by its slug. */
export const checkName = (name: string, locale: Locale): string => checkNames[name]?.[locale] ?? name

const editionNames: Readonly<Record<EditionName, { readonly zh: string; readonly en: string }>> = {
  print: { zh: '印刷版', en: 'Print' },
  screen: { zh: '阅览版', en: 'Screen' },
  epub: { zh: 'EPUB', en: 'EPUB' },
}
export const editionName = (edition: EditionName, locale: Locale): string => editionNames[edition][locale]

export const words = {
  zh: {
    title: '成品校验单',
    passed: '全部通过',
    failed: (n: number) => `${n} 处未通过`,
    lead: '付印与发布之前，成品由另一套程序逐页读回，与原稿逐字相对：一字不缺，一名不漏。',
    artifacts: '成品',
    file: '文件',
    size: '大小',
    pages: '页数',
    checks: '检查',
    counts: (passed: number, failed: number, skipped: number) =>
      `${passed} 项通过${failed ? `，${failed} 项未过` : ''}${skipped ? `，${skipped} 项未查` : ''}`,
    failures: '须处理',
    articles: '文章与署名',
    text: '文字',
    structure: '结构',
    page: '正文',
    contents: '目次',
    metadata: '元数据',
    others: '其余检查',
    sheets: '页面',
    page_: (n: number) => `第 ${n} 页`,
    unnumbered: '无页码',
    ok: '通过',
    no: '未通过',
    skip: '未查',
    tool: '制作',
  },
  en: {
    title: 'Proof',
    passed: 'All checks passed',
    failed: (n: number) => `${n} ${n === 1 ? 'check' : 'checks'} failed`,
    lead: 'The finished files were read back with other programs than wrote them and compared with the manuscripts, character by character and name by name.',
    artifacts: 'Files',
    file: 'File',
    size: 'Size',
    pages: 'Pages',
    checks: 'Checks',
    counts: (passed: number, failed: number, skipped: number) =>
      `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} not made` : ''}`,
    failures: 'To be dealt with',
    articles: 'Articles and credits',
    text: 'Text',
    structure: 'Structure',
    page: 'Page',
    contents: 'Contents',
    metadata: 'Metadata',
    others: 'Other checks',
    sheets: 'Pages',
    page_: (n: number) => `Page ${n}`,
    unnumbered: 'no folio',
    ok: 'passed',
    no: 'failed',
    skip: 'not made',
    tool: 'Made by',
  },
} as const

export type Words = (typeof words)[Locale]
