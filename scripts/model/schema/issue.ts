/** The schema of issue.yaml. */
import {
  choice,
  date,
  draft,
  formed,
  integer,
  list,
  mapping,
  number,
  oneOrList,
  type Schema,
  text,
  when,
  yesOrNo,
} from './pieces.ts'
import { epub, print } from './printing.ts'

const kind = (name: string): Schema => ({ properties: { kind: { const: name } }, required: ['kind'] })

export const journalKind = choice(
  '类别',
  'periodical：有国内统一刊号的正式期刊；internal：内部资料性出版物（准印证）',
  ['periodical', 'internal'],
)

const journal = mapping(
  '刊物',
  '刊名、刊号、主办与编印单位等，各期不变的事实',
  {
    name: text('刊名', '刊物名称，一字不差'),
    pinyin: formed(
      '刊名拼音',
      '按词连写的大写汉语拼音（GB/T 3259）；正式期刊必填',
      "^[A-ZÜ0-9][A-ZÜ0-9 '’·-]*$",
      'KAN BEN',
    ),
    kind: journalKind,
    issn: formed(
      '国际标准连续出版物号',
      'ISSN 八位，末位是校验码；正式期刊必填，内部资料不得有',
      '^\\d{4}-\\d{3}[\\dX]$',
      '2096-1235',
      {
        format: 'issn',
      },
    ),
    variant: formed('条码附加位', '封面条码里 ISSN 之后的两位数字；一般是 00', '^\\d{2}$', '00', { default: '00' }),
    cn: formed(
      '国内统一连续出版物号',
      'CN 地区号（10–65）-序号（1000–5999）/分类号；正式期刊必填，内部资料不得有',
      '^CN (1\\d|[2-5]\\d|6[0-5])-[1-5]\\d{3}/[A-Z]{1,2}\\d{0,2}$',
      'CN 11-1234/G2',
    ),
    permit: text('准印证号', '内部资料准印证的完整编号；内部资料必填', { examples: ['京内资准字 2026-L0001 号'] }),
    founded: integer('创刊年', '创刊的年份', 1800, 2200),
    frequency: text('刊期', '如双月刊、季刊；正式期刊必填', { examples: ['双月刊'] }),
    authority: oneOrList('主管单位', '一个或几个；正式期刊必填'),
    sponsor: oneOrList('主办单位', '一个或几个；正式期刊必填'),
    publisher: text('出版单位', '正式期刊必填'),
    compiler: text('编印单位', '内部资料必填'),
    recipients: text('发送对象', '内部资料必填'),
    distribution: text('发行范围', '如公开发行'),
    address: text('地址', '编辑部地址；正式期刊必填'),
    postcode: formed('邮政编码', '六位数字', '^\\d{6}$', '100009', { type: ['string', 'number'] }),
    phone: text('电话', '联系电话'),
    email: formed('电子邮箱', '编辑部邮箱', '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', 'editor@example.org'),
    website: formed('网址', '以 http 或 https 开头', '^https?://\\S+$', 'https://example.org'),
    price: text('定价', '内部资料不得定价', { examples: ['15.00 元'] }),
    editors: list(
      '编辑人员',
      '按刊头次序，每项写职务和姓名；正式期刊必填',
      mapping(
        '编辑人员',
        '一种职务和担任者',
        { role: text('职务', '如主编、编委、责任编辑'), name: oneOrList('姓名', '一人或几人') },
        { required: ['role', 'name'] },
      ),
    ),
    printer: mapping('印刷', '印刷单位、日期和印数；内部资料三项必填', {
      name: text('印刷单位', '承印单位全称'),
      date: date('印刷日期', '公历日期'),
      run: text('印数', '本期印数', { examples: ['1 000 册'] }),
    }),
  },
  {
    required: ['name', 'kind'],
    allOf: [
      when(kind('periodical'), {
        required: ['pinyin', 'issn', 'cn', 'authority', 'sponsor', 'publisher', 'editors', 'address', 'frequency'],
      }),
      when(kind('internal'), {
        required: ['permit', 'compiler', 'recipients', 'printer'],
        properties: {
          price: false,
          issn: false,
          variant: false,
          cn: false,
          printer: { required: ['name', 'date', 'run'] },
        },
      }),
    ],
  },
)

const issue = mapping(
  '本期',
  '年、卷、期与出版日期',
  {
    year: integer('年', '出版年份', 1800, 2200),
    volume: integer('卷', '卷号，可不写', 1, 9999),
    number: formed('期', '期号；合期写成 "9-10"', '^[1-9]\\d*(-[1-9]\\d*)?$', '9-10', { type: ['integer', 'string'] }),
    serial: integer('总期号', '创刊以来的总期数，可不写', 1, 99999),
    date: date('出版日期', '成品里唯一的日期'),
    theme: text('本期主题', '专题名称，可不写'),
  },
  { required: ['year', 'number', 'date'] },
)

export const filler = choice('补白页', 'notes：读者笔记；blank：空白', ['notes', 'blank'])

const page = mapping('版面', '开本、出血和书帖', {
  trim: formed('成品尺寸', '宽x高，毫米；或 A4', '^(A4|[1-9]\\d{1,2}x[1-9]\\d{1,2})$', '210x285', {
    default: '210x285',
  }),
  bleed: number('出血', '四边出血，毫米', 0, 10, { default: 3 }),
  signature: choice('书帖', '总页数凑成它的整倍数', [1, 2, 4, 8, 16, 32], { type: 'integer', default: 4 }),
  fillers: list('补白页', '凑足书帖时依次可用的页：notes 读者笔记，blank 空白；不够时补空白页', filler),
})

export const punctuation = choice(
  '标点宽度',
  'compressed：相邻和行端的标点挤压；line-end：只在行末占半个字；full：一律占一个字',
  ['compressed', 'line-end', 'full'],
  { default: 'compressed' },
)

const cover = mapping(
  '封面',
  '封面图和要目',
  {
    image: text('封面图', '本期文件夹里的图片', { type: 'string', examples: ['figures/cover.svg'] }),
    alt: text('替代文字', '用一句话说明封面图；有封面图时必填'),
    headline: text('封面主题', '封面要目的主题'),
    lines: list('要目', '封面上列出的文章', text('要目', '一行一条')),
  },
  when({ required: ['image'] }, { required: ['alt'] }),
)

const articleFile = formed(
  '文件名',
  '两位或三位数字、连字符、小写英文',
  '^\\d{2,3}-[a-z0-9]+(-[a-z0-9]+)*\\.md$',
  '01-slug.md',
)

const sections = list(
  '栏目',
  '按印出的次序',
  mapping(
    '栏目',
    '栏目名和其中的文章',
    {
      name: text('栏目名', '如特稿、笔谈'),
      articles: list(
        '文章',
        '按印出的次序列出文件名；{ continue: 文件名 } 是下转的文章接着排的地方',
        when(
          { type: 'object' },
          mapping('续排', '从这里接着排前面某篇下转的部分', { continue: articleFile }, { required: ['continue'] }),
          articleFile,
        ),
      ),
    },
    { required: ['name', 'articles'] },
  ),
)

export const issueSchema = {
  $schema: draft,
  ...mapping(
    '期刊一期的清单',
    'issue.yaml：刊物、本期、版面、封面、栏目和版权页',
    {
      language: formed('语言', 'BCP 47 语言标记', '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', 'zh-Hans', {
        default: 'zh-Hans',
      }),
      journal,
      issue,
      page,
      style: mapping('体例', '全刊统一的排法', {
        notes: choice('注的位置', 'foot：页末注；end：文末注（纸本）', ['foot', 'end'], { default: 'foot' }),
        theme: text('设计', 'templates/themes 下的文件夹名，如 magazine、academic', {
          type: 'string',
          examples: ['magazine'],
          default: 'magazine',
        }),
        punctuation,
        nameMarks: yesOrNo(
          '专名号和书名号甲式',
          'true：标出的专名和书名在字下画线；false：书名改用《》，专名不作标记',
          true,
        ),
        faces: list(
          '自带字体',
          '随 kanben 的字体所缺的字（藏文、泰文、符号、扩展区汉字等）用这些字体排，写在前面的先用',
          mapping(
            '字体',
            '一个静态、单色的 TrueType 字体文件',
            {
              file: formed(
                '文件',
                '本期文件夹里的路径；写了 package 的，是包里的路径',
                '\\.(?:ttf|TTF|woff2?)$',
                'faces/SomeFace.ttf',
              ),
              package: formed(
                '包',
                '装在 kanben 那里的 npm 包；不写即用本期文件夹里的文件',
                '^(?:@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*$',
                '@fontsource/noto-serif-tibetan',
              ),
            },
            { required: ['file'] },
          ),
        ),
      }),
      print,
      epub,
      cover,
      sections,
      colophon: mapping('版权页', '版本记录之外的声明', {
        statement: text('声明', '如：本期人名、单位均属虚构。'),
        rights: text('版权', '如：© 2026 某某编辑部'),
        licence: text('许可', '如 CC BY 4.0'),
      }),
    },
    { required: ['journal', 'issue', 'sections'] },
  ),
}
