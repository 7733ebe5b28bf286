/** Units in, the same with the lines that close an article marked: editors, （完）; and advertisements taken out. */
import { roleOf } from '../byline/roles.ts'
import { nameLikeness } from '../byline/surnames.ts'
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import { type Moved, moved } from './moved.ts'

const job =
  '(?:本[文版期刊栏]|版面|栏目|特约|执行|英文|网络|微信|新媒体)?(?:责任|责|文字|图片|美术|美|技术|执行|实习|值班|栏目)?(?:编辑|编校|编审|责编|校对|校|美编|排版|制图|版式|设计|审核|审签|审稿|终审|复审|初审|监制|总编|监审|统筹)'
const credit = new RegExp(
  `^[（(\\[［【〔]?\\s*${job}(?:\\s*[/／|、&]\\s*${job})*\\s*(?:[:：/／|｜]|[\\s]+)\\s*[\\p{Script=Han}\\p{L}·\\s、，,/|@.\\w-]{2,40}(?:\\s+${job}\\s*[:：/／]?\\s*[\\p{Script=Han}·\\s、]{2,20})*[）)\\]］】〕]?$`,
  'u',
)
const jobs = new RegExp(job, 'gu')
/** Besides the jobs there are only names, so that 设计 图纸 is none. */
const namesOnly = (text: string): boolean =>
  text
    .replace(jobs, ' ')
    .replace(/[（()）[\]［］【】〔〕:：/／|｜、，,&]/gu, ' ')
    .replace(/(?<=^|\s)(\p{Script=Han})\s+(\p{Script=Han})(?=\s|$)/gu, '$1$2')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .every((word) => nameLikeness(word) !== 'none' || /@/u.test(word) || /部|社|室|中心$/u.test(word))
const end =
  /^[（(【[［—－\s]*(?:完|全文完|未完待续|待续|未完|本文完|连载完|END|The End|■|□|◆|◇|●|○|▲|△|▼|▽)[）)】\]］—－\s]*$/iu
/** The same sign after the full stop of the last paragraph. */
const ending = /(?<=[。！？”…）])\s*[■□◆◇]$/u
/** 撰文｜顾念　编辑｜何一帆　版式｜秦一川: who wrote it stands among those who made the page. */
function mixedCredits(text: string): { people: string; editors: string } | undefined {
  const parts = [
    ...text.matchAll(/(\p{Script=Han}{1,4})\s*[|｜丨/／:：]\s*(\p{Script=Han}[\p{Script=Han}·、]{1,12})(?=\s|$)/gu),
  ]
  if (parts.length < 2 || parts.map(([whole]) => whole).join('').length < text.replace(/\s+/gu, '').length)
    return undefined
  const made = (part: RegExpMatchArray): boolean => new RegExp(`^${job}$`, 'u').test(simplify(part[1]!))
  const [editors, people] = [parts.filter(made), parts.filter((part) => !made(part))]
  if (editors.length === 0 || people.length === 0) return undefined
  if (!people.every((part) => roleOf(simplify(part[1]!)))) return undefined
  return { people: people.map(([whole]) => whole).join(' '), editors: editors.map(([whole]) => whole).join(' ') }
}

/** （指导老师：周慧） under the work of a pupil. */
const tutor =
  /^[（(【[]?\s*(?:指导|辅导|推荐|带队)(?:老师|教师|教练|人)\s*[:：]\s*[\p{Script=Han}、，\s]{2,24}[）)】\]]?$/u
/** Where letters reach an author. */
const address =
  /^[（(【[]?(?:作者)?(?:通[讯信联](?:地址|处|方式)|联系地址|联系方式|邮政编码|邮编|E-?mail|电子邮[箱件]|电子信箱)\s*[】\]]?\s*[:：]/iu
const advert =
  /(?:^[【〔]?广\s*告[】〕]?[\s:：]|订阅|订购|征订|欢迎(?:订阅|投稿|赐稿|刊登)|投稿(?:邮箱|热线|信箱|电话)|广告(?:热线|电话|咨询|招商|刊登)|咨询(?:热线|电话)|服务热线|邮发代号|全年定价|每期定价|零售价|扫码|扫一扫|二维码|公众号|官方微信|客服|邮购|汇款地址)/u
const contact = /\d{3,4}[-－—]?\d{7,8}|1\d{10}|@[\w-]+\.\w+|https?:|www\.|[:：]\s*[\d一-龥]|\d+(?:\.\d+)?元|代号\s*\d/u

export function markEnds(units: readonly Unit[]): Moved {
  const repairs: Moved['repairs'] = []
  const leaked: Moved['leaked'] = []
  const out = units.flatMap((unit): Unit[] => {
    const plain = simplify(unit.text)
    const take = (
      rule: 'credit' | 'end' | 'advert' | 'corresponding',
      note: string,
      confidence: 'sure' | 'likely' = 'sure',
      text = unit.text,
    ): void => {
      const gone = moved({ line: unit.line, text }, rule, note, confidence)
      leaked.push(gone.leaked)
      repairs.push(gone.repair)
    }
    if (unit.kind) return [unit]
    if (credit.test(plain) && lengthOf(unit.text) <= 60 && namesOnly(plain)) {
      take('credit', '编辑、校对的署名：一般写在版权页（issue.yaml 的 editors）。')
      return [{ ...unit, kind: 'credit' }]
    }
    const mixed = mixedCredits(unit.text)
    if (mixed) {
      take('credit', '编辑、版式、校对的署名：一般写在版权页（issue.yaml 的 editors）。', 'sure', mixed.editors)
      return [{ ...unit, text: mixed.people }]
    }
    if (tutor.test(plain) && lengthOf(unit.text) <= 40) {
      take('credit', '指导教师、推荐人的署名：稿件没有这一项，可写在作者简介里。', 'likely')
      return [{ ...unit, kind: 'credit' }]
    }
    if (address.test(plain) && lengthOf(unit.text) <= 80 && !/。./u.test(unit.text)) {
      take('corresponding', '作者的通信地址：可写在该作者的 email 里，或不印。', 'likely')
      return [{ ...unit, kind: 'end' }]
    }
    if (end.test(plain) || /^[（(](?:未完待续|待续|未完|全文完)[，,、。；\s][^（）()]{0,40}[）)]$/u.test(plain)) {
      take('end', '篇末标记，版式自会给出。')
      return [{ ...unit, kind: 'end' }]
    }
    if (advert.test(plain) && contact.test(plain) && lengthOf(unit.text) <= 70 && !/。./u.test(unit.text)) {
      take('advert', '像是订阅、投稿、广告一类的文字。', 'likely')
      return []
    }
    const ended = ending.exec(unit.text)
    if (!ended) return [unit]
    take('end', '篇末标记，版式自会给出。', 'sure', ended[0].trim())
    return [
      { ...unit, text: unit.text.slice(0, ended.index) },
      { ...unit, text: ended[0].trim(), kind: 'end' },
    ]
  })
  // A sign between two paragraphs may as well part two passages.
  const sign = /^[■□◆◇●○▲△▼▽]$/u
  const parted = out.map((unit, at) =>
    out[at - 1]?.kind === 'end' && sign.test(out[at - 1]!.text) ? { ...unit, parted: true } : unit,
  )
  return { units: parted, leaked, repairs }
}
