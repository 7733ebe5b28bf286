/** Units in, the same with the lines that close an article marked: editors, （完）, jumps; and advertisements taken out. */
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
const end = /^[（(【[［—－\s]*(?:完|全文完|未完待续|待续|本文完|连载完|END|The End|■|□|◆|◇)[）)】\]］—－\s]*$/iu
/** Where letters reach an author. */
const address =
  /^[（(【[]?(?:作者)?(?:通[讯信联](?:地址|处|方式)|联系地址|联系方式|邮政编码|邮编|E-?mail|电子邮[箱件]|电子信箱)\s*[】\]]?\s*[:：]/iu
const to =
  /\s*[（(【▼▶→☞]*\s*下\s*转\s*(?:本[版页]|第?\s*[\dA-Z一二三四五六七八九十]+\s*[页版]?|封[二三底])\s*[页版]?[）)】]*\s*$/u
const from =
  /^\s*[（(【▲◀▶]*\s*(?:上\s*接|接\s*上|紧?接)\s*(?:本[版页]|第?\s*[\dA-Z一二三四五六七八九十]+\s*[页版]|第\s*\d+|封[二三面])[^）)】。]{0,12}[）)】]*\s*/u
const advert =
  /(?:订阅|订购|征订|欢迎(?:订阅|投稿|赐稿|刊登)|投稿(?:邮箱|热线|信箱|电话)|广告(?:热线|电话|咨询|招商|刊登)|咨询(?:热线|电话)|服务热线|邮发代号|全年定价|每期定价|零售价|扫码|扫一扫|二维码|公众号|官方微信|客服|邮购|汇款地址)/u
const contact = /\d{3,4}[-－—]?\d{7,8}|1\d{10}|@[\w-]+\.\w+|https?:|www\.|[:：]\s*[\d一-龥]|\d+(?:\.\d+)?元|代号\s*\d/u

export function markEnds(units: readonly Unit[]): Moved {
  const repairs: Moved['repairs'] = []
  const leaked: Moved['leaked'] = []
  const out = units.flatMap((unit): Unit[] => {
    const plain = simplify(unit.text)
    const take = (
      rule: 'credit' | 'end' | 'advert' | 'jump' | 'corresponding',
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
    if (address.test(plain) && lengthOf(unit.text) <= 80 && !/。./u.test(unit.text)) {
      take('corresponding', '作者的通信地址：可写在该作者的 email 里，或不印。', 'likely')
      return [{ ...unit, kind: 'end' }]
    }
    if (end.test(plain)) {
      take('end', '篇末标记，版式自会给出。')
      return [{ ...unit, kind: 'end' }]
    }
    if (advert.test(plain) && contact.test(plain) && lengthOf(unit.text) <= 70 && !/。./u.test(unit.text)) {
      take('advert', '像是订阅、投稿、广告一类的文字。', 'likely')
      return []
    }
    const before = from.exec(unit.text)
    const after = to.exec(unit.text)
    if (!before && !after) return [unit]
    if (before) take('jump', '转接的标记：版式会给出新的页码。', 'sure', before[0].trim())
    const rest = unit.text.slice(before?.[0].length ?? 0)
    const tail = to.exec(rest)
    if (tail) take('jump', '转接的标记：版式会给出新的页码。', 'sure', tail[0].trim())
    const text = tail ? rest.slice(0, tail.index) : rest
    return [{ ...unit, text, jump: tail ? 'to' : 'from' }]
  })
  // A mark on a line of its own belongs to its neighbour.
  const whole: Unit[] = []
  let pending = false
  for (const unit of out) {
    if (unit.text !== '') {
      whole.push(pending && !unit.jump ? { ...unit, jump: 'from' } : unit)
      pending = false
    } else if (unit.jump === 'from') pending = true
    else if (whole.length > 0) whole.push({ ...whole.pop()!, jump: 'to' })
  }
  return { units: whole, leaked, repairs }
}
