/** Units in, the same without what a web page puts around a text out. The name that such a line gives is kept as a byline. */
import { lengthOf } from '../characters/marks.ts'
import { simplify } from '../characters/script.ts'
import type { Unit } from '../lines/units.ts'
import { type Moved, moved } from './moved.ts'

const fields =
  /(?<![\p{Script=Han}])(?:发布时间|发布日期|发布者|发布人|发布单位|发表时间|更新时间|录入时间|添加时间|时间|日期|来源|出处|稿源|信息来源|文章来源|作者|编辑|责任编辑|审核|字体|字号|字体大小|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击率|点击|访问次数|人气|点赞|评论|分享|回复|楼主|用户名|积分|等级|IP属地)\s*[:：]|发表于\s*(?=\d)|最后编辑于/gu
const chrome =
  /^(?:[【[［(（<〈]?\s*(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|收藏|加入收藏|分享|分享到.*|返回|返回顶部|返回首页|返回列表|顶部|字体|纠错|推荐|举报|回复|大|中|小|A[+-]?|微信|微博|QQ空间|复制链接)\s*[】\]］)）>〉]?\s*[|｜/·]?\s*)+$/u
const lead =
  /^(?:上一[篇条页章][:：]|下一[篇条页章][:：]|相关(?:阅读|链接|新闻|文章|推荐)[:：]|延伸阅读[:：]|当前位置|您?(?:现在)?(?:所在)?的?位置[:：]|首页\s*[>›»＞-]|版权所有|Copyright|©|\p{Script=Han}ICP备|\p{Script=Han}公网安备|扫一扫|长按识别|长按二维码|扫描二维码|分享到|阅读原文|点击(?:上方|下方|蓝字|关注|阅读|查看)|关注我们|只看楼主|只看该作者|使用道具|回复楼主|发表于\s*\d|本帖最后由|本主题由|\[?\d+楼\]?$|#?\d+\s*[楼#]|沙发$|板凳$|来自\s*[:：]|原标题[:：]|声明[:：]|免责声明|转自[:：]|转载自|https?:\/\/\S+$|www\.\S+$)/iu
const keyed = /^(?:Number|No|ID|序号|编号)\s*[:：]\s*\d*$/iu
const titled = /^(?:Title|标题|题目|篇名|文章标题)\s*[:：]\s*(.+)$/iu
const author = /(?:作者|楼主|文)\s*[:：]\s*([^:：]*?)(?=\s*(?:$|\p{Script=Han}{2,5}\s*[:：]|发表于))/u
const emptyField = /^(?:作者|来源|出处|单位|Author|Source)\s*[:：]\s*$/iu
const source = /^(?:出处|来源|稿源|选自|原载)\s*(?:[:：]|《)/u

export function withoutWebFurniture(units: readonly Unit[]): Moved {
  const repairs: Moved['repairs'] = []
  const leaked: Moved['leaked'] = []
  const out: Unit[] = []
  for (const unit of units) {
    const plain = simplify(unit.text)
    const drop = (note: string, confidence: 'sure' | 'likely'): void => {
      const gone = moved(unit, 'web', note, confidence)
      leaked.push(gone.leaked)
      repairs.push(gone.repair)
    }
    const title = titled.exec(unit.text)
    if (title) {
      repairs.push({ line: unit.line, rule: 'field', action: 'applied', before: unit.text, after: title[1]! })
      out.push({ ...unit, text: title[1]!.trim(), heading: 1 })
      continue
    }
    const named = [...plain.matchAll(fields)].length
    if (
      lengthOf(unit.text) <= 120 &&
      !/[。！？]/u.test(unit.text) &&
      (named >= 2 ||
        (named === 1 &&
          /^(?:发布|发表|更新|来源|稿源|浏览|阅读|点击|访问|字体|字号|出处|文章来源|信息来源)/u.test(plain)))
    ) {
      const who = author.exec(plain)
      drop('网页上的发布信息。', 'sure')
      if (who && who[1]!.trim() !== '') {
        const at = plain.indexOf(who[0])
        out.push({
          ...unit,
          text: unit.text
            .slice(at, at + who[0].length)
            .trim()
            .replace(/^楼主/u, '作者'),
        })
      }
      continue
    }
    if (
      keyed.test(unit.text) ||
      emptyField.test(unit.text) ||
      (source.test(plain) && lengthOf(unit.text) <= 40 && !/。/u.test(unit.text))
    ) {
      drop('文前的键值行。', 'sure')
      out.push({ ...unit, kind: 'web' })
      continue
    }
    if (
      lengthOf(unit.text) <= 80 &&
      !/[。！？]$/u.test(unit.text) &&
      (chrome.test(plain) || lead.test(plain)) &&
      !/^[大中小]$/u.test(plain)
    ) {
      drop('网页上的按钮、导航或声明。', 'sure')
      continue
    }
    out.push(unit)
  }
  return { units: out, leaked, repairs }
}
