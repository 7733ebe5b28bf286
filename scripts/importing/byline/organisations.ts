/** A phrase in, whether it names an institution or a post out. */
import { simplify } from '../characters/script.ts'

const ends =
  '大学|学院|学校|中学|小学|一中|二中|幼儿园|研究院|研究所|研究室|研究中心|实验室|重点实验室|科学院|党校|公司|集团|工厂|分厂|总厂|[一-龥]厂|煤矿|矿|车间|部|处|科|室|局|厅|院|所|站|站点|社|馆|中心|协会|学会|联合会|研究会|商会|基金会|工会|妇联|文联|作协|团委|党委|党组|党支部|支部|党总支|委员会|纪委|工委|市委|县委|区委|省委|宣传部|组织部|编辑部|课题组|调研组|编写组|写作组|编委会|编办|办公室|办|政府|医院|卫生院|银行|支行|分行|队|大队|支队|中队|组|班组|班|小组|基地|园区|小区|社区|村委会|合作社|银行|公证处|法院|检察院|公安局|派出所|出版社|杂志社|报社|日报社|电视台|广播站|文化站|水利站|服务站|供电所|段|电务段|机务段|系|专业|年级|教研室|教研组|联盟|俱乐部|书院|博物馆|图书馆|档案馆|美术馆|剧院|剧团|工作室|事务所|管理处|管委会|指挥部|项目部|分公司|子公司|总公司|支局|连|营|团'
const endsInOrganisation = new RegExp(`(?:${ends})$`, 'u')

const posts =
  '(?:党[委组]|党支部|党总支|工会|团委|常务|名誉|执行|助理|高级|中级|正高级|主任|首席|总|副|兼)*(?:书记|主席|主任|校长|院长|所长|站长|厂长|矿长|经理|总监|董事长|部长|处长|科长|局长|厅长|股长|组长|队长|馆长|社长|会长|秘书长|秘书|主编|编辑|编审|记者|讲师|教授|研究员|馆员|工程师|技师|技术员|会计师|经济师|政工师|医师|医生|护师|护士|律师|教师|教员|班主任|辅导员|校医|干事|职员|职工|员工|工人|干部|委员|理事|顾问|博士生导师|硕士生导师|导师|博士后|博士研究生|硕士研究生|博士生|硕士生|研究生|本科生|博士|硕士|学生|同学|诗人|作家|画家|评论家|学者|译者|专员|主管|助理|乡长|镇长|县长|市长|区长|村长|支书)'
const trailingPosts = new RegExp(`(?:${posts}(?:[、，,兼及和]\\s*)?)+$`, 'u')
const isPostAlone = new RegExp(`^(?:${posts}(?:[、，,兼及和]\\s*)?)+$`, 'u')

/** A sentence, and not a phrase that names somebody. */
const prosaic = /[。！？；也不都就还没]|[的了着过吗呢吧]\p{Script=Han}|^(?:此|了|我|你|他|她|这|那|什么|何|谁)/u

export const isPost = (text: string): boolean => isPostAlone.test(simplify(text).trim())

/** Two to thirty characters of Han that end as names of institutions do. */
export function isOrganisation(text: string): boolean {
  const plain = simplify(text).trim()
  if (
    prosaic.test(plain) ||
    /^(?:走进|走近|记|访|致|关于|论|谈|浅谈|我的|在|从|让|把|向|与|为|给|如何|怎样)/u.test(plain)
  )
    return false
  return (
    /^[\p{Script=Han}\p{L}\d·“”（）()、 -]{3,40}$/u.test(plain) &&
    endsInOrganisation.test(plain.replace(/[（(][^（）()]*[）)]$/u, ''))
  )
}

export interface Placed {
  readonly unit: string
  readonly post: string
}

/** 松溪县委党校讲师 → the unit and the post; undefined where there is no post at the end. */
export function splitPost(text: string): Placed | undefined {
  const plain = simplify(text)
  const found = trailingPosts.exec(plain)
  if (!found) return undefined
  // 青禾镇党委书记 is secretary of the committee, which is a unit; 印刷厂党支部书记、厂长 belongs to the works.
  let at = found.index
  if (/^党[委组]/u.test(plain.slice(at))) at += 2
  return { unit: text.slice(0, at).replace(/[、，,\s]+$/u, ''), post: text.slice(at) }
}

/** What may follow 作者系: a unit or a post, and no sentence. */
export const namesPlace = (text: string): boolean => {
  const plain = simplify(text).trim()
  if (prosaic.test(plain) || plain.length > 60) return false
  return plain.split(/[；;、，,\s]/u).some((part) => endsInOrganisation.test(part) || trailingPosts.test(part))
}
