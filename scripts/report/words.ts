/** The words of the proof's page, in both languages: names of checks, and what templates and views say. */
import type { ArticleFit, Copyfit } from '../model/copyfit.ts'
import type { Locale } from '../model/diagnostic.ts'
import type { PrintStandard } from '../model/printing.ts'

const checkNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'text/conserved': { zh: '文字完整', en: 'Text conserved' },
  'text/glyphs': { zh: '字形齐全', en: 'Every glyph there' },
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
  'continuation/folio': { zh: '下转、上接页码', en: 'Jump lines' },
  'facts/article-number': { zh: '文章编号', en: 'Article numbers' },
  'structure/count': { zh: '标题、注、图、表、参考文献数目', en: 'Headings, notes, figures, tables, references' },
  'preflight/readable': { zh: '可读回', en: 'Readable' },
  'preflight/trim-box': { zh: '成品尺寸', en: 'Trimmed size' },
  'preflight/signature': { zh: '书帖页数', en: 'Signature' },
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
  'epub/characters': { zh: 'XML 字符合法', en: 'Legal characters' },
  'epub/landmarks': { zh: '地标导航', en: 'Landmarks' },
  'epub/headings': { zh: '标题层级', en: 'Levels of headings' },
  'epub/ids': { zh: '标识符不重复', en: 'Unique ids' },
  'epub/links': { zh: '链接有着落', en: 'Links lead somewhere' },
  'epub/faces': { zh: '嵌入字体够用', en: 'Embedded faces' },
  'epub/identifiers': { zh: '刊号与标识', en: 'Identifiers' },
  'epub/conformance': { zh: '无障碍声明', en: 'Claim of conformance' },
  'epub/page-break': { zh: '纸刊分页标记', en: 'Pages of the paper' },
  'epub/page-list': { zh: '页码表', en: 'Page list' },
}

/** A check without words of its own is shown by its slug. */
export const checkName = (name: string, locale: Locale): string => checkNames[name]?.[locale] ?? name

const standards: Readonly<Record<PrintStandard, string>> = {
  'x-4': 'PDF/X-4 (ISO 15930-7)',
  'x-1a': 'PDF/X-1a:2003 (ISO 15930-4)',
}

export const words = {
  zh: {
    language: 'zh-Hans',
    title: '成品校验单',
    verdict: {
      press: '可付印',
      publish: '可发布',
      look: (n: number) => `先看这 ${n} 处`,
      refused: (n: number) => `不得付印：${n} 处`,
      draft: '校样',
    },
    lead: '付印与发布之前，成品由另一套程序逐页读回，与原稿逐字相对：一字不缺，一名不漏。',
    editions: { print: '印刷版', screen: '阅读版', epub: 'EPUB' },
    artifacts: '成品',
    file: '文件',
    size: '大小',
    pages: '页数',
    checks: '检查',
    counts: (passed: number, failed: number, look: number, skipped: number) =>
      `${passed} 项通过${failed ? `，${failed} 项未过` : ''}${look ? `，${look} 项须看` : ''}${skipped ? `，${skipped} 项未查` : ''}`,
    failures: { press: '留意', look: '付印前先看', refused: '须处理' },
    manuscript: '稿件与制作',
    marked: '校样上标出的地方',
    waived: (n: number) => `另豁免 ${n} 处`,
    articles: '文章与署名',
    /** Of articles and credits, by the check that fills them. */
    columns: {
      'text/conserved': '文字',
      'structure/count': '结构',
      'credits/page': '正文',
      'credits/contents': '目次',
      'credits/metadata': '元数据',
    },
    typography: '排版规则',
    rule: '规则',
    places: '查看处数',
    faults: '不合',
    judged: (rules: number, places: number, faults: number) =>
      `在成品上逐行查对 ${rules} 条规则，共 ${places} 处${faults ? `，不合 ${faults} 处。` : '，无一不合。'}`,
    more: (n: number) => `另有 ${n} 处同此。`,
    broken: (n: number) => `${n} 处不合排版规则，见“排版规则”`,
    preflight: { print: '印前检查', screen: '无障碍检查', epub: '电子书检查' },
    assertion: '断言',
    clause: '依据',
    asserted: (all: number, failed: number, warned: number) => {
      const parts = [failed > 0 && `${failed} 项不成立`, warned > 0 && `${warned} 项有警告`].filter(Boolean)
      return `${all} 项断言，${parts.length > 0 ? parts.join('，') : '全部成立'}。`
    },
    basis: {
      print: (standard: PrintStandard) =>
        `从写好的文件里逐页读回，对照 ${standards[standard]}，并查印刷厂通常另有的要求（H）。`,
      screen: () =>
        '从写好的文件里读回，对照 PDF/UA-1（ISO 14289-1）中机器能判断的条款；替代文字贴不贴切，仍要人来看。',
      epub: () => '从写好的文件里读回。',
    },
    unmet: (n: number, section: string) => `${n} 项断言不成立，见“${section}”`,
    job: '印刷工单',
    boxes: { media: '介质框', bleed: '出血框', trim: '成品框', typeArea: '版心' },
    beyond: (mm: string) => `成品外 ${mm} mm`,
    copyfit: '版面',
    at: '所在页',
    linesOnLast: '末页行数',
    linesLeft: '尚可容',
    toSavePage: '省一页须删',
    shares: '与他文同页',
    pageRange: (first: number, last: number) => `第 ${first}–${last} 页`,
    signatures: ({ pages, signature, filled, fillers, blanks, toSaveSignature }: Copyfit) =>
      `${pages} 页 = ${Math.ceil(pages / signature)} 帖 × ${signature} 页；实排 ${filled} 页，${fillers ? `补白 ${fillers} 页${blanks ? `（其中空白 ${blanks} 页）` : ''}` : '无补白'}。${toSaveSignature ? `减 ${toSaveSignature} 页可少一帖。` : '书帖恰好排满。'}`,
    saving: (pages: number, lines: number, cuts: readonly ArticleFit[]) =>
      `最省的办法是删 ${lines} 行，省下 ${pages} 页：${cuts.map(({ title, toSavePage }) => `《${title}》删 ${toSavePage} 行`).join('，')}。`,
    others: '其余检查',
    pageViews: '页面',
    page_: (n: number) => `第 ${n} 页`,
    unnumbered: '无页码',
    outcomes: { passed: '通过', failed: '未通过', skipped: '未查', warned: '留意' },
    tool: '制作',
  },
  en: {
    language: 'en',
    title: 'Proof',
    verdict: {
      press: 'Ready for press',
      publish: 'Ready to publish',
      look: (n: number) => `Look at ${n === 1 ? 'this place' : `these ${n} places`} first`,
      refused: (n: number) => `Not for press: ${n} ${n === 1 ? 'fault' : 'faults'}`,
      draft: 'Draft',
    },
    lead: 'The finished files were read back with other programs than wrote them and compared with the manuscripts, character by character and name by name.',
    editions: { print: 'Print', screen: 'Screen', epub: 'EPUB' },
    artifacts: 'Files',
    file: 'File',
    size: 'Size',
    pages: 'Pages',
    checks: 'Checks',
    counts: (passed: number, failed: number, look: number, skipped: number) =>
      `${passed} passed${failed ? `, ${failed} failed` : ''}${look ? `, ${look} to look at` : ''}${skipped ? `, ${skipped} not made` : ''}`,
    failures: { press: 'Worth a look', look: 'To look at before printing', refused: 'To be dealt with' },
    manuscript: 'Manuscript and making',
    marked: 'Places marked in the draft',
    waived: (n: number) => `${n} more waived`,
    articles: 'Articles and credits',
    columns: {
      'text/conserved': 'Text',
      'structure/count': 'Structure',
      'credits/page': 'Page',
      'credits/contents': 'Contents',
      'credits/metadata': 'Metadata',
    },
    typography: 'Typography',
    rule: 'Rule',
    places: 'Places',
    faults: 'Faults',
    judged: (rules: number, places: number, faults: number) =>
      `${rules} rules judged line by line on the finished pages, at ${places} places: ${faults ? `${faults} faults.` : 'no fault.'}`,
    more: (n: number) => `${n} more of the same.`,
    broken: (n: number) => `${n} ${n === 1 ? 'place breaks' : 'places break'} a rule of the page: see Typography`,
    preflight: { print: 'Preflight', screen: 'Accessibility', epub: 'Checks of the EPUB' },
    assertion: 'Assertion',
    clause: 'Clause',
    asserted: (all: number, failed: number, warned: number) => {
      const parts = [
        failed > 0 && `${failed} of which ${failed === 1 ? 'does' : 'do'} not hold`,
        warned > 0 && `${warned} with warnings`,
      ].filter(Boolean)
      const whole = all === 1 ? 'which holds' : 'all of which hold'
      return `${all} ${all === 1 ? 'assertion' : 'assertions'}, ${parts.length > 0 ? parts.join(', ') : whole}. `
    },
    basis: {
      print: (standard: PrintStandard) =>
        `Read back from the finished file and held against ${standards[standard]}, and what printing houses ask besides (H).`,
      screen: () =>
        'Read back from the finished file and held against what a machine can judge of PDF/UA-1 (ISO 14289-1); whether an alternative text fits is for people to say.',
      epub: () => 'Read back from the finished file.',
    },
    unmet: (n: number, section: string) =>
      `${n} ${n === 1 ? 'assertion does' : 'assertions do'} not hold: see ${section}`,
    job: 'Job sheet',
    boxes: { media: 'MediaBox', bleed: 'BleedBox', trim: 'TrimBox', typeArea: 'Type area' },
    beyond: (mm: string) => `${mm} mm beyond the trim`,
    copyfit: 'Copyfit',
    at: 'Pages',
    linesOnLast: 'Lines on last page',
    linesLeft: 'Room for',
    toSavePage: 'Cut to save a page',
    shares: 'shared page',
    pageRange: (first: number, last: number) => `Pages ${first}–${last}`,
    signatures: ({ pages, signature, filled, fillers, blanks, toSaveSignature }: Copyfit) =>
      `${pages} pages in ${Math.ceil(pages / signature)} signatures of ${signature}: ${filled} filled, ${fillers} of fillers${blanks ? ` (${blanks} blank)` : ''}. ${toSaveSignature ? `${toSaveSignature} fewer would save a signature.` : 'The signatures are just full.'}`,
    saving: (pages: number, lines: number, cuts: readonly ArticleFit[]) =>
      `The least that saves ${pages === 1 ? 'this page' : `these ${pages} pages`}: cut ${lines} lines, ${cuts.map(({ title, toSavePage }) => `${toSavePage} in “${title}”`).join(', ')}.`,
    others: 'Other checks',
    pageViews: 'Pages',
    page_: (n: number) => `Page ${n}`,
    unnumbered: 'no folio',
    outcomes: { passed: 'passed', failed: 'failed', skipped: 'not made', warned: 'Worth a look' },
    tool: 'Made by',
  },
} as const

export type Words = (typeof words)[Locale]
