/** The schema of an article's front matter, and of waivers.yaml. */
import { choice, date, draft, formed, list, mapping, oneOrList, text, when, yesOrNo } from './pieces.ts'

/** As an editor writes them. */
export const roles = [
  'author',
  'translator',
  'editor',
  'illustrator',
  'photographer',
  'compiler',
  'interviewer',
  'reviewer',
] as const

export const credit = mapping(
  '署名',
  '一位责任者',
  {
    name: text('姓名', '照印的姓名；两字名中间不要空格'),
    pinyin: text('姓名拼音', '如 Shen Yanqiu', { type: 'string', examples: ['Shen Yanqiu'] }),
    role: choice(
      '责任方式',
      'author 著（默认）、translator 译、editor 编、illustrator 绘、photographer 摄影、compiler 整理、interviewer 采访、reviewer 审',
      roles,
      { default: 'author' },
    ),
    affiliation: oneOrList('单位', '本人的单位，一个或几个；不写则用全文共用的单位'),
    email: formed('电子邮箱', '通信作者的邮箱', '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', 'a@example.org'),
    orcid: formed('ORCID', '十六位，末位是校验码', '^\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]$', '0000-0002-1825-0097', {
      format: 'orcid',
    }),
    bio: text('作者简介', '一两句话'),
  },
  { required: ['name'] },
)

export const layout = choice(
  '版式',
  'feature 特稿、standard 一般、brief 简讯、editorial 卷首语、interview 访谈、verse 诗歌、photo 图片、back 刊末文字',
  ['feature', 'standard', 'brief', 'editorial', 'interview', 'verse', 'photo', 'back'],
  { default: 'standard' },
)

export const articleSchema = {
  $schema: draft,
  ...mapping(
    '文章的篇首信息',
    '题名、署名、单位、摘要等，写在文章开头两行 --- 之间',
    {
      title: text('题名', '一字不差；汉字之间的空格是标题可以转行之处'),
      subtitle: text('副题', '不带破折号'),
      running: text('书眉题名', '题名太长时在书眉上用的短题'),
      layout,
      runOn: yesOrNo('接排', 'true：前一篇结束的那一页余下的地方够用时，从那里接着排', false),
      notes: choice('注的位置', '本文的注：foot 页末，end 文末；不写则同全刊', ['foot', 'end']),
      byline: list(
        '署名',
        '依次列出责任者，不能为空；只写姓名的用共用单位',
        when({ type: 'object' }, credit, text('姓名', '照印的姓名')),
      ),
      affiliation: oneOrList('共用单位', '署名中没有写自己单位的人都用它'),
      lead: text('导语', '正文之前的一段提要'),
      abstract: text('摘要', '学术文章的摘要'),
      keywords: list('关键词', '三到八个', text('关键词', '一个词')),
      classification: text('中图分类号', '如 G232', { examples: ['G232'] }),
      documentCode: choice('文献标志码', 'A 至 E', ['A', 'B', 'C', 'D', 'E']),
      received: date('收稿日期', '公历日期'),
      revised: date('修回日期', '公历日期'),
      accepted: date('录用日期', '公历日期'),
      funding: oneOrList('基金项目', '项目名称和编号'),
      english: mapping(
        '英文题名页',
        '英文题名、单位、摘要和关键词；姓名取署名的拼音，印作 SHEN Yanqiu',
        {
          title: text('英文题名', '实词首字母大写或只首词大写，全刊一致'),
          affiliation: oneOrList('英文单位', '与中文单位一一对应'),
          abstract: text('英文摘要', '与中文摘要对应'),
          keywords: list('英文关键词', '与中文关键词对应', text('英文关键词', '一个词')),
        },
        { required: ['title'] },
      ),
      references: list(
        '参考文献',
        '按文中首次引用的次序，一条一项，照 GB/T 7714 著录，不写序号；含“: ”的要加引号',
        text('参考文献', '一条文献', { examples: ['张秀民. 中国印刷史[M]. 杭州: 浙江古籍出版社, 2006.'] }),
      ),
      licence: text('许可', '如 CC BY 4.0'),
      doi: formed('DOI', '以 10. 开头，不写网址', '^10\\.\\d{4,9}/\\S+$', '10.5555/example.1'),
    },
    { required: ['title', 'byline'] },
  ),
}

export const waiversSchema = {
  $schema: draft,
  ...list(
    '豁免',
    'waivers.yaml：在某个文件里不再报告某一问题，须说明理由',
    mapping(
      '豁免',
      '一个代号、一个文件、一条理由',
      {
        code: formed('代号', '问题的代号', '^[a-z]+/[a-z-]+$', 'manuscript/ideographic-space'),
        file: text('文件', '本期文件夹里的文件，或成品文件名', { type: 'string', examples: ['02-slug.md'] }),
        because: text('理由', '为什么可以这样'),
      },
      { required: ['code', 'file', 'because'] },
    ),
  ),
}
