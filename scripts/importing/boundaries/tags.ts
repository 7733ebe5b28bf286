/** A short line in, whether it is the name of a section (栏目) rather than a title out. */
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'

const known = new Set(
  '特稿 特别关注 特别报道 特别策划 专题 专题报道 专题策划 封面 卷首 本期专题 本期话题 本期关注 封面故事 封面报道 卷首语 卷首 刊首语 开篇 社论 评论 时评 短评 要闻 新闻 简讯 短讯 综合新闻 动态 工作动态 信息动态 人物 人物专访 人物春秋 人物风采 先进人物 榜样 风采 专访 访谈 对话 高端访谈 经验交流 交流 工作交流 工作研究 研究 理论 理论探索 理论学习 理论研究 理论园地 学术 学术论坛 论坛 调查 调查研究 调研 探索 思考 实践与思考 探索与思考 党建 党建园地 党建论坛 党建工作 党建研究 思想政治工作 思政园地 宣传思想工作 企业文化 企业管理 管理 经营管理 安全 安全生产 安全园地 科技 科技之窗 技术交流 技术创新 教育 教学 教学研究 教育研究 教研 课堂 德育 德育园地 校园 校园文学 文学 文艺 文苑 副刊 散文 随笔 小说 诗歌 诗页 诗坛 诗廊 诗林 诗园 新诗 旧体诗 诗词 诗苑 诗词园地 书评 书画 读书 读后感 观后感 艺术 文化 文化广场 历史 史话 往事 回忆 讲述 故事 生活 健康 法制 法治 法律 国际 地方 区域 基层 基层动态 基层之声 一线 读者来信 来信 编读往来 答疑 问答 资料 史料 综述 述评 争鸣 笔谈 译文 译介 书讯 信息 资讯 公告 通知 卫生 环境 视点 视野 观察 聚焦 关注 前沿 热点 焦点 观点 声音 言论 博览 集萃 百家 札记 手记 见闻 游记 纪实 报告文学'.split(
    ' ',
  ),
)
const pattern =
  /^\p{Script=Han}{2,5}(?:论坛|园地|之窗|天地|广角|纵横|风采|之声|专栏|专题|专版|论丛|撷英|集锦|掠影|传真|速递|速览|扫描|动态|视点|视窗|看台|讲坛|讲堂|茶座|沙龙|文苑|百花园|广场|瞭望|观察|聚焦|关注|访谈|研究|探索|交流|随笔|杂谈|漫谈|人物|课堂|新闻|要闻|简讯|在线|前沿|档案)$/u
const dressed =
  /^[【〖〔［[｜|▌■□◆◇●★☆※▎◢《〈—\-·\s]+(\p{Script=Han}[\p{Script=Han}·\s]{1,9}?)[】〗〕］\]｜|▌■□◆◇●★☆※▎◣》〉—\-·\s]*$/u

/** 封面故事 COVER STORY: the same name twice. */
const bilingual = /^(\p{Script=Han}[\p{Script=Han}·\s]{1,9}?)\s*[|｜/／·]?\s*[A-Z][A-Za-z&'’ .-]{2,40}$/u
/** 专栏｜城市行走, 專題：舊城水利: the kind of section and its name. */
const kinds =
  '专栏|栏目|专题|专版|特稿|特别关注|特别报道|特别策划|策划|本期专题|本期话题|本期关注|封面故事|封面报道|连载|系列|系列报道|专辑|副刊|访谈|对话|人物|文苑|读书|书评|随笔|笔谈|观察|视点|争鸣|讲堂|史话|档案'
const named = new RegExp(
  `^[【〔［[]?(${kinds})[】〕］\\]]?\\s*[|｜丨:：·•—–/／-]+\\s*([\\p{Script=Han}\\p{L}\\d“”《》·]{2,14})$`,
  'u',
)

export interface TagLine {
  readonly name: string
  readonly known: boolean
}

/** `repeated`: names that stand before several titles of the text. */
export function tagOf(text: string, repeated: ReadonlySet<string>): TagLine | undefined {
  const inner = dressed.exec(text)
  const name = (inner?.[1] ?? text).replace(/\s+/gu, '')
  const labelled = /^栏目\s*[:：]\s*(.{2,12})$/u.exec(text)
  if (labelled) return { name: labelled[1]!, known: true }
  const serial = /^(?:长篇|小说|纪实)?连载\s*[（(【]?(?:第?[①-⑳\d一二三四五六七八九十]{1,3}[期回节]?)?[）)】]?$/u.exec(
    simplify(text),
  )
  if (serial) return { name: text, known: true }
  const kind = named.exec(simplify(text))
  if (kind && !/[:：]/u.test(text.slice(kind[1]!.length + 3)))
    return { name: /^(?:专栏|栏目)$/u.test(kind[1]!) ? text.slice(-kind[2]!.length) : text.trim(), known: true }
  const twice =
    bilingual.exec(text)?.[1] ?? /^[A-Z][A-Z&'’ .-]{2,30}\s*[|｜/／·]?\s*(\p{Script=Han}{2,8})$/u.exec(text)?.[1]
  if (twice !== undefined) {
    const han = tagOf(twice, repeated)
    if (han) return han
  }
  if (lengthOf(name) > 10 || !/^[\p{Script=Han}·]{2,10}$/u.test(name)) return undefined
  const plain = simplify(name)
  if (known.has(plain)) return { name, known: true }
  if (repeated.has(name)) return { name, known: true }
  // A dash opens a subtitle; the other signs dress the names of sections.
  if (inner && lengthOf(name) <= 8 && !/^[—–-]/u.test(text)) return { name, known: false }
  return pattern.test(plain) && lengthOf(plain) <= 7 ? { name, known: false } : undefined
}
