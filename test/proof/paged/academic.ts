/** The stock issue with an academic article, and one that goes on after another; its pages written by hand. */
import type { Article, Issue } from '../../../scripts/model/issue.ts'
import { sheetsOf } from '../sheets.ts'
import { call, citation, jump, long, p, stockIssue } from '../stock.ts'

const base = stockIssue()
const withArticles = (change: (article: Article) => Article): Issue => ({
  ...base,
  sections: base.sections.map((section) => ({ ...section, articles: section.articles.map(change) })),
  articles: base.articles.map(change),
})

/** The second article with everything that an academic journal prints around a text. */
export const academic: Issue = withArticles((article) =>
  article.id === 'a01'
    ? article
    : {
        ...article,
        numberStem: '2096-1235(2026)01',
        notesAt: 'end',
        english: {
          title: 'The Place of a Name',
          names: ['HAN Fei'],
          affiliations: ['Institute of Publishing, Jiangcheng University, Jiangcheng, China'],
          abstract: 'Where a name stands, and whether it stands at all.',
          keywords: ['byline', 'proofreading'],
        },
        references: [
          { number: 1, id: 'a02-r1', text: '顾行之. 署名考[J]. 刊本, 2025(3): 10-14.' },
          { number: 2, id: 'a02-r2', text: 'Lu Z. Names in print[M]. Jiangcheng: Jiangcheng Press, 2024.' },
          { number: 3, id: 'a02-r3', text: '许南. 目次的写法[M]. 江城: 江城出版社, 2023: 5.' },
        ],
        body: [...p(long[2]!, citation('1,3')), ...p('名字印在题目下面，是晚近的习惯', call('a02', 1), '。')],
        notes: [{ number: 1, id: 'a02-note-1', refId: 'a02-ref-1', tokens: p('一说始于清末。'), line: 90 }],
      },
)

/** Page 6 as such a journal prints it. */
export function academicSheets(): string[] {
  const sheets = sheetsOf(base)
  const [before, after] = sheets[5]!.split('<p class="byline">韩菲</p>')
  const content = `<p class="byline">韩菲</p><p><b>文章编号</b> 2096-1235(2026)01-0006-01</p>
<p>The Place of a Name</p><p>HAN Fei</p><p>(Institute of Publishing, Jiangcheng University, Jiangcheng, China)</p>
<p><b>Abstract:</b> Where a name stands, and whether it stands at all.</p><p><b>Keywords:</b> byline; proofreading</p>
<div class="columns"><p>${long[2]}<sup>[1,3]</sup></p><p>名字印在题目下面，是晚近的习惯<sup>①</sup>。</p>
<p>（作者单位：江城大学出版研究所）</p><div class="notes"><p>注释</p><p>①一说始于清末。</p></div>
<div class="notes"><p>参考文献</p><p>[1] 顾行之. 署名考[J]. 刊本, 2025(3): 10-14.</p>
<p>[2] Lu Z. Names in print[M]. Jiangcheng: Jiangcheng Press, 2024.</p><p>[3] 许南. 目次的写法[M]. 江城: 江城出版社, 2023: 5.</p></div></div>`
  return sheets.with(5, `${before}${content}${after!.slice(after!.lastIndexOf('</div></div>'))}`)
}

const words = '这是转页之后的第一段，写得足够长，好让读的人知道自己没有走错地方。'
/** The first article goes on after the second, on its page; both have notes. */
export const continued: Issue = {
  ...withArticles((article) =>
    article.id === 'a01'
      ? {
          ...article,
          runningTitle: '把最后一遍读完',
          body: [
            ...article.body.slice(
              0,
              article.body.findIndex((token) => token.type === 'table_open'),
            ),
            jump(),
            ...p(words, call('a01', 2), '。'),
            ...p('这一段是全文的末段，写来只为收束。'),
          ].map((token) => withoutSecondCall(token)),
        }
      : {
          ...article,
          body: [...article.body.slice(0, -3), ...p('放在哪里都可以', call('a02', 1), '，只是不能没有。')],
          notes: [
            { number: 1, id: 'a02-note-1', refId: 'a02-ref-1', tokens: p('不署名者另有其人，见本刊前期。'), line: 90 },
          ],
        },
  ),
  continuations: [{ article: 'a01', after: 'a02' }],
}

/** The second note is called after the jump only. */
function withoutSecondCall(token: Article['body'][number]): Article['body'][number] {
  const text = token.children?.map((child) => child.content).join('') ?? ''
  if (!text.includes('TrueType')) return token
  return { ...token, children: token.children!.filter((child) => child.type !== 'footnote_ref') }
}

/** Pages 4 to 6: the first article up to its jump, the second, and below it the rest of the first with the notes of both. */
export function continuedSheets(): string[] {
  const sheets = sheetsOf(base)
  const first = sheets[3]!
    .replace('年代<sup>2</sup>', '年代')
    .replace(/<p><b>2<\/b> 字体若用错了映射，抽出的“一”会<\/p>/, '')
  const head = sheets[4]!.slice(0, sheets[4]!.indexOf('<div class="columns">'))
  const end = `<div class="columns"><p>${long[2]!.slice(30)}</p><p>（下转第 6 页）</p></div></div></div>`
  const second = sheets[5]!
    .replace('放在哪里都可以，', '放在哪里都可以<sup>1</sup>，')
    .replace('<div class="columns">', '<div class="columns" style="flex: 0 0 300pt">')
  const rest = `<p><b>把最后一遍读完</b>（上接第 5 页）</p><div class="columns"><p>${words}<sup>2</sup>。</p><p>这一段是全文的末段，写来只为收束。</p>
<p>（作者单位：江城大学出版研究所；刊本编辑部）</p><p class="bio"><b>沈砚秋</b>　，女，编审，从事期刊编校三十年。</p></div>
<div class="notes"><p><b>1</b> 不署名者另有其人，见本刊前期。</p><p><b>2</b> 字体若用错了映射，抽出的“一”会变成部首，看去一样，其实不是同一个字。</p></div>`
  return sheets
    .with(3, first)
    .with(4, head + end)
    .with(5, second.replace(/<\/div><\/div>$/, `${rest}</div></div>`))
}
