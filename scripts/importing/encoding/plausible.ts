/** Text in, how much it looks like Chinese or Western prose out: the evidence by which encodings are told apart. */

/** The commonest characters of written Chinese in both scripts; they make up half of any prose, and next to nothing of misread bytes. */
const common = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让認說這來為個們時會過對學後國發沒還開樣經頭見長現從將實與動進樣種聲話關問機給幾業間電門東氣應們兩處總場師書員論數報記邊題統讓愛請認區題義質點線變層級設備單位黨村鎮農廠校社站編輯責任作者，。、：；“”‘’！？《》（）「」',
)

/** Share of common characters among all that are not ASCII, 0 to 1, less everything that no text holds. */
export function plausibility(text: string): number {
  let [wide, known, wrong] = [0, 0, 0]
  for (const c of text) {
    const code = c.codePointAt(0)!
    if (code < 0x80) {
      if (code < 0x20 && !/[\t\n\r\f\v]/.test(c)) wrong += 1
      continue
    }
    if (code === 0x3000 || code === 0xfeff || code === 0xa0) continue
    wide += 1
    if (common.has(c)) known += 1
    else if (
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      (code >= 0xff61 && code <= 0xff9f) ||
      (code >= 0x80 && code < 0xa0)
    )
      wrong += 1
  }
  if (wide === 0) return wrong > 0 ? 0 : 0.5
  return Math.max(0, (known - 2 * wrong) / wide)
}

/** Characters beyond ASCII: below some dozen there is no evidence. */
export const wideCount = (text: string): number => Array.from(text.replace(/[\u0000-\u007f\s]/gu, '')).length
