/** A printed line of names in, the names with their roles out; undefined where the line is no byline. */

export interface Named {
  readonly name: string
  /** As front matter writes it. */
  readonly role: string
}

export interface Byline {
  readonly names: readonly Named[]
  /** What an editor should look at. */
  readonly doubts: readonly ('surname' | 'spacing' | 'post' | 'picture')[]
}

const roles: Readonly<Record<string, string>> = {
  文: 'author',
  撰文: 'author',
  作者: 'author',
  执笔: 'author',
  图: 'illustrator',
  绘图: 'illustrator',
  插图: 'illustrator',
  漫画: 'illustrator',
  摄影: 'photographer',
  摄: 'photographer',
  译: 'translator',
  翻译: 'translator',
  编译: 'translator',
  采访: 'interviewer',
  整理: 'compiler',
}
const roleNames = Object.keys(roles)
  .sort((a, b) => b.length - a.length)
  .join('|')

/** 文/沈砚秋, 图：陆知微. */
const rolePrefix = new RegExp(`(?:^|(?<=[\\s　、，]))(${roleNames})\\s*[/／|｜:：]\\s*`, 'gu')
/** 沈砚秋/文, 陆知微 摄影. */
const roleSuffix = new RegExp(`^(.+?)(?:\\s*[/／]\\s*|\\s+)(${roleNames})$`, 'u')
const bullets = /^[□■○●◎◇◆△▲☆★※\s]+/u
const posts = /^(?:本[刊报](?:特约|实习)?|特约|实习)?(?:记者|通讯员|撰稿人?|评论员)$/u
const body = /^[\p{Script=Han}“”]{2,16}(?:编辑部|编写组|课题组|调研组|评论员|编委会|办公室|写作组|记者)$/u
const personal = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:[·•‧]\p{Script=Han}{1,8})+)$/u
const latin = /^[A-Z][\p{L}.'’-]*(?: [A-Z][\p{L}.'’-]*)+$/u

const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公肖付闫佟原覃岳帅缑亢况有商牟佘佴伯赏南宫墨哈谯笪年爱阳佟代兰丛仝区召邸初修冼展位苟粟操来阿买',
)

function splitNames(text: string): { tokens: string[]; spaced: boolean } {
  if (latin.test(text)) return { tokens: [text], spaced: false }
  const tokens: string[] = []
  let spaced = false
  // Two names of one Han each that a space parts are one name set to the width of three: 韩　菲.
  let single = ''
  for (const token of text.split(/[\s、，,；;/／]+/u).filter((part) => part !== '')) {
    if (/^\p{Script=Han}$/u.test(token)) {
      if (single === '') {
        single = token
        continue
      }
      tokens.push(single + token)
      single = ''
      spaced = true
    } else tokens.push(token)
  }
  if (single !== '') tokens.push(single)
  return { tokens, spaced }
}

/** `marked`: the line says by a sign (文/, □) that it is a byline. */
export function parseByline(line: string): (Byline & { readonly marked: boolean }) | undefined {
  const text = line.replace(bullets, '').trim()
  const names: Named[] = []
  const doubts = new Set<Byline['doubts'][number]>()
  let marked = text !== line.trim()
  const add = (part: string, role: string): boolean => {
    const suffix = roleSuffix.exec(part)
    if (suffix) {
      marked = true
      return add(suffix[1]!, roles[suffix[2]!]!)
    }
    const { tokens, spaced } = splitNames(part)
    if (spaced) doubts.add('spacing')
    if (role === 'illustrator') doubts.add('picture')
    return tokens.every((token) => {
      if (posts.test(token) && tokens.length > 1) {
        doubts.add('post')
        return true
      }
      if (!personal.test(token) && !latin.test(token) && !body.test(token) && !posts.test(token)) return false
      const known = surnames.has(token.slice(0, 1)) || !personal.test(token) || /[·•‧]/u.test(token)
      if (!known) doubts.add('surname')
      names.push({ name: token, role })
      return true
    })
  }
  const starts = [...text.matchAll(rolePrefix)]
  if (starts.length > 0) marked = true
  const parts = starts.length === 0 ? [{ text, role: 'author' }] : []
  for (const [at, start] of starts.entries()) {
    if (at === 0 && start.index > 0) parts.push({ text: text.slice(0, start.index), role: 'author' })
    parts.push({
      text: text.slice(start.index + start[0].length, starts[at + 1]?.index),
      role: roles[start[1]!]!,
    })
  }
  if (!parts.every((part) => add(part.text.trim(), part.role)) || names.length === 0) return undefined
  return { names, doubts: [...doubts], marked }
}
