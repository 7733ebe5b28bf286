/** Text in, whether it is traditional out; and the same text with the traditional forms that labels use made simplified. */

/** One for one, so that places in the text stay what they are. Only what occurs in labels, bylines and standing words. */
const pairs =
  '單单簡简關关鍵键詞词類类號号責责編编輯辑記记報报訊讯員员攝摄譯译圖图執执筆笔係系為为爲为獻献錄录項项導导語语註注釋释轉转頁页續续後后結结論论緒绪題题現现場场發发問问來来電电郵邮機机學学會会黨党書书記记處处廠厂館馆隊队組组縣县鄉乡鎮镇區区廳厅務务辦办協协聯联團团醫医銀银業业農农車车總总師师長长術术職职務务檔档與与貢贡專专業业時时間间個个這这們们說说對对國国過过動动無无見见開开門门東东馬马樣样還还從从兩两幾几實实聲声點点綫线線线經经給给緊紧號号連连載载贈赠啓启啟启壇坛詩诗參参習习畫画議议軍军選选華华寫写創创話话評评調调訪访談谈讀读戲戏劇剧藝艺雜杂園园風风廣广觀观傳传紀纪誌志聞闻頭头產产響响識识採采繪绘審审標标讓让輪轮專专'
const simplified = new Map<string, string>()
{
  const all = Array.from(pairs)
  for (let at = 0; at + 1 < all.length; at += 2) simplified.set(all[at]!, all[at + 1]!)
}

export const simplify = (text: string): string =>
  /[\u4e00-\u9fff]/u.test(text) ? Array.from(text, (c) => simplified.get(c) ?? c).join('') : text

/** Forms that only one of the two scripts uses, from the commonest words. */
const onlyTraditional = new Set(
  '這個們說來對國過動無見開門東馬樣還從兩幾實聲點線經給時間學會長書記處車電話語頭當將應關係問題發現種業產農業務總結議員選舉報紙類號碼體廣場館為與專後裡鐵萬億數據錢買賣讀寫聽聞覺親愛歡樂難離遠邊運進達選環歷縣鎮鄉讓練繼續編號個紅綠藍黃銀錫鋼銅輪機構獨愛變樹橋標準傳統單雙條團戰爭織紡紅級組織結簡舊養飯魚鳥龍鳳麼麗',
)
const onlySimplified = new Set(
  '这个们说来对国过动无见开门东马样还从两几实声点线经给时间学会长书记处车电话语头当将应关系问题发现种业产农务总结议员选举报纸类号码体广场馆为与专后里铁万亿数据钱买卖读写听闻觉亲爱欢乐难离远边运进达选环历县镇乡让练继续编红绿蓝黄银锡钢铜轮机构独变树桥标准传统单双条团战争织纺级组结简旧养饭鱼鸟龙凤么丽',
)

export interface Script {
  readonly traditional: number
  readonly simplified: number
}

export function scriptOf(text: string): Script {
  let [traditional, simple] = [0, 0]
  for (const c of text) {
    if (onlySimplified.has(c)) simple += onlyTraditional.has(c) ? 0 : 1
    else if (onlyTraditional.has(c)) traditional += 1
  }
  return { traditional, simplified: simple }
}

export const isTraditional = ({ traditional, simplified: simple }: Script): boolean =>
  traditional >= 5 && traditional > 3 * simple
export const isSimplified = ({ traditional, simplified: simple }: Script): boolean =>
  simple >= 20 && simple > 10 * traditional

/** Traditional characters, for a text that is simplified everywhere else. */
export const strangers = (text: string): { at: number; character: string }[] =>
  [...text.matchAll(/\p{Script=Han}/gu)]
    .map((hit) => ({ at: hit.index, character: hit[0] }))
    .filter(({ character }) => onlyTraditional.has(character) && !onlySimplified.has(character))
