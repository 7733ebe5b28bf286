/** The schemas of what issue.yaml says of printing and of the EPUB. */
import { choice, formed, integer, mapping, number, text } from './pieces.ts'

const leaf = (title: string, example: number) =>
  number(title, '一张纸（两面）的厚度，毫米；问印刷厂，或量一叠纸再除以张数', 0.03, 1, { examples: [example] })

export const paperKind = choice(
  '纸的种类',
  'coated：铜版、亚粉等涂布纸；uncoated：胶版、轻型等非涂布纸',
  ['coated', 'uncoated'],
  { default: 'coated' },
)

const condition = mapping(
  '印刷条件',
  '用印刷厂自己的特性文件时必填：它描述的是哪一种印刷条件；用 coated、uncoated 时不写',
  {
    identifier: text('标识', '特性数据的名称，如 JC200103（Japan Color 2001 铜版纸）、FOGRA51，或印刷厂自定的名称', {
      examples: ['JC200103'],
    }),
    name: text('说明', '给人看的说明；不写即同标识', { examples: ['Japan Color 2001, 铜版纸, 胶印'] }),
    registry: formed(
      '注册处',
      '标识在哪里登记；ICC 登记过的（FOGRA、JC 等）写 http://www.color.org，自定的不写',
      '^https?://\\S+$',
      'http://www.color.org',
    ),
    paper: paperKind,
  },
  { required: ['identifier'] },
)

export const standard = choice('文件标准', 'x-4：PDF/X-4；x-1a：PDF/X-1a:2003，印刷厂指明要时才用', ['x-4', 'x-1a'], {
  default: 'x-4',
})

export const binding = choice('装订', 'saddle：骑马订；perfect：胶装，须写内文纸厚度', ['saddle', 'perfect'], {
  default: 'saddle',
})

export const print = mapping('印刷', '交给印刷厂的文件和工单：标准、色彩、用纸、装订、联系人；不写即用默认值', {
  standard,
  profile: formed(
    '色彩特性文件',
    'coated：铜版、亚粉等涂布纸；uncoated：胶版、轻型等非涂布纸；或印刷厂给的 ICC 文件在本期文件夹里的路径',
    '^(coated|uncoated|.+\\.[iI][cC][cCmM])$',
    'profiles/house.icc',
    { default: 'coated' },
  ),
  condition,
  images: choice(
    '图片的颜色',
    'cmyk：转成印刷的四色；icc：保留 RGB 和它的特性文件，由印刷厂转换（限 PDF/X-4）',
    ['cmyk', 'icc'],
    { default: 'cmyk' },
  ),
  inkLimit: integer('总墨量', '四色相加的上限，百分比；不写则涂布纸 300，非涂布纸 260', 200, 400, { examples: [300] }),
  binding,
  paper: mapping('用纸', '写进印刷工单；胶装的书脊按厚度计算', {
    text: text('内文纸', '克重和纸名', { examples: ['80 g/m² 双胶纸'] }),
    textLeaf: leaf('内文纸厚', 0.1),
    cover: text('封面纸', '克重和纸名；骑马订的封面也用内文纸时不写', { examples: ['200 g/m² 铜版纸'] }),
    coverLeaf: leaf('封面纸厚', 0.18),
  }),
  contact: mapping(
    '印务联系人',
    '印刷厂有疑问时找谁；印在工单上',
    {
      name: text('姓名', '印务或责任编辑'),
      phone: text('电话', '手机或座机'),
      email: formed('电子邮箱', '收打样和疑问的邮箱', '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', 'print@example.org'),
    },
    { required: ['name'] },
  ),
})

export const epubNotes = choice(
  '注的形式',
  'popup：在支持的阅读软件里弹出；duokan：另加多看的写法；end：只作文末注',
  ['popup', 'duokan', 'end'],
  { default: 'popup' },
)

export const epub = mapping('EPUB', '电子书的注和无障碍声明', {
  notes: epubNotes,
  conformsTo: formed(
    '无障碍声明',
    '经人检查后所声明的标准，一字不差；须同时写 certifiedBy',
    '^EPUB Accessibility 1\\.1 - WCAG 2\\.[0-2] Level (A|AA|AAA)$',
    'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
  ),
  certifiedBy: text('声明者', '由谁检查、由谁负责的单位或个人；须同时写 conformsTo'),
})
