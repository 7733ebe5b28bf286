/** A word in, whether it may be a person's name in Chinese out. */
import { wordsOf } from '../characters/words.ts'

const single = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公肖付闫佟原覃岳帅缑亢况有商牟佘佴伯赏南宫墨哈谯笪年爱阳佟代兰丛仝区召邸初修冼展位苟粟操来阿买陸沈賀韓馮陳衛蔣楊許呂張孔嚴華魏陶謝鄒蘇潘範魯韋馬鳳費薛賀倪湯羅畢鄔樂時齊伍餘顧孟黃蕭姚汪毛貝臧談龐紀項祝董藍閔賈婁顏郭鍾徐駱蔡樊淩虞萬盧莫賁鄧郁單諸紐龔程陸榮翁惠麴儲靳豐烏焦穀車寧劉葉黎蘭喬蒼雙聞譚貢勞蔔遊簡饒齊關歐陽',
)
const compound =
  /^(?:欧阳|歐陽|太史|端木|上官|司马|司馬|东方|東方|独孤|南宫|万俟|闻人|夏侯|诸葛|諸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|呼延|轩辕|百里|西门|东郭|南门|第五|拓跋|纳兰|爱新)/u
/** Characters that names all but never have, and sentences and titles often do. */
const common = /[的了是在我你您他她它这那吗呢吧么就都也很把被让什怎没们着與這個與及或但而且、，]/u

export const hasSurname = (word: string): boolean => compound.test(word) || single.has(Array.from(word)[0] ?? '')

/** Dots part the names of the minorities and of foreigners. */
const dotted =
  /^(?:\p{Script=Han}{1,8}|\p{Lu})(?:[·•‧・．](?:\p{Script=Han}{1,8}|\p{Lu}))*[·•‧・．]\p{Script=Han}{1,8}$/u
const latin = /^\p{Lu}[\p{L}.'’-]*(?:[ -]\p{Lu}?[\p{L}.'’-]*)+$/u

/** `good`: a surname and one or two characters more that are no word. `fair`: could be one. */
export type Likeness = 'good' | 'fair' | 'none'

export function nameLikeness(word: string): Likeness {
  const bare = word.replace(/^[[［〔（(【]\p{Script=Han}{1,4}[\]］〕）)】]\s*/u, '')
  if (dotted.test(bare) || latin.test(bare)) return 'good'
  if (!/^\p{Script=Han}{2,4}$/u.test(bare)) return 'none'
  if (common.test(bare)) return 'none'
  if (bare !== word) return 'good'
  const length = Array.from(word).length
  const fits = compound.test(word) ? length >= 3 : single.has(Array.from(word)[0]!) && length <= 3
  return fits && wordsOf(word).length > 1 ? 'good' : 'fair'
}

interface Way {
  readonly names: readonly string[]
  readonly value: number
}

/** 沈砚秋贺连山 → both, where every part has a surname; undefined where there is no way or the word is one name. */
export function splitGlued(word: string): string[] | undefined {
  const all = Array.from(word)
  if (all.length < 4 || !all.every((c) => /\p{Script=Han}/u.test(c)) || common.test(word)) return undefined
  const best: (Way | undefined)[] = [{ names: [], value: 0 }]
  for (let end = 2; end <= all.length; end++) {
    for (const length of [2, 3, 4]) {
      const before = best[end - length]
      if (!before) continue
      const name = all.slice(end - length, end).join('')
      const long = compound.test(name)
      if (!hasSurname(name) || (length === 4 && !long) || (length === 2 && long)) continue
      const value = before.value + (length === 3 || long ? 3 : 1.5)
      if (value > (best[end]?.value ?? 0)) best[end] = { names: [...before.names, name], value }
    }
  }
  const names = best[all.length]?.names
  return names && names.length >= 2 ? [...names] : undefined
}
