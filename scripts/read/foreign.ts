/** Markup of other programs: how it looks in a text, and how we write the same. */
import type { PhraseKey } from '../model/codes/phrases.ts'
import type { Facts } from '../model/diagnostic.ts'
import { escaped, type MarkRule, other } from './mark-rules.ts'

/** What to write instead. */
type Way = PhraseKey<'markup'>

/** LaTeX commands by what they are for. */
const commands: Readonly<Record<string, Way>> = Object.fromEntries(
  (
    [
      ['strong', 'textbf emph textit textsl underline textsc texttt textsf uline CJKunderdot bfseries itshape bf it'],
      [
        'reference',
        'cite citep citet citeauthor upcite parencite textcite supercite ref autoref eqref cref label nocite',
      ],
      ['page', 'newpage pagebreak clearpage cleardoublepage pageref linebreak vspace hspace bigskip medskip smallskip'],
      ['contents', 'tableofcontents listoffigures listoftables'],
      ['note', 'footnote footnotemark footnotetext endnote marginpar thanks'],
      ['heading', 'section subsection subsubsection chapter paragraph part title'],
      ['wiki', 'href url hyperref'],
      ['picture', 'includegraphics'],
      ['item', 'item'],
      ['raised', 'textsuperscript textsubscript up down'],
      ['ruby', 'ruby xpinyin pinyin'],
    ] as const
  ).flatMap(([way, names]) => names.split(' ').map((name) => [name, way] as const)),
)

const mathNames =
  'frac|dfrac|tfrac|sqrt|sum|prod|int|iint|oint|lim|infty|partial|nabla|alpha|beta|gamma|delta|epsilon|varepsilon|theta|lambda|mu|pi|rho|sigma|tau|phi|varphi|omega|Delta|Sigma|Omega|Gamma|times|div|cdot|cdots|ldots|pm|mp|leq|geq|neq|le|ge|ne|approx|equiv|propto|rightarrow|leftarrow|Rightarrow|to|in|mathrm|mathbf|mathit|mathbb|boldsymbol|vec|hat|bar|overline|left|right|tag|text|degree|circ|log|sin|cos|tan|ln|ce|SI|si|unit'
const environments = 'equation|align|gather|multline|eqnarray|math|displaymath|matrix|pmatrix|bmatrix|cases|split|array'

const han = /\p{Script=Han}/u

/** `$x$` is a formula, “$5，又花$10” is not: words in Chinese between two prices are prose. */
const formula = (content: string): boolean =>
  /[\\^_=]/.test(content) || !/[^\s!-~\ufffc\u0370-\u03ff\u2200-\u22ff]/u.test(content)

const as = (way: Way) => (): Facts => ({ way })

/** Bare of a path: `C:\newpage` is none. */
const bare = String.raw`(?<![\w:.\\/-])`

const formulas: readonly MarkRule[] = [
  { code: 'manuscript/foreign-formula', pattern: /\$\$(?:[^$]{1,2000}\$\$)?/gu },
  {
    code: 'manuscript/foreign-formula',
    pattern: /(?<![\w$])\$(?=[^\s$])([^$]{1,300})(?<=\S)\$(?![\d$])/gu,
    judge: (found) => (formula(found[1]!) ? {} : null),
  },
  {
    code: 'manuscript/foreign-formula',
    pattern: new RegExp(`${escaped['(']}([^\ufdd0-\ufdd3]{1,300})${escaped[')']}`, 'gu'),
    judge: (found) => (formula(found[1]!) ? {} : null),
  },
  {
    code: 'manuscript/foreign-formula',
    pattern: new RegExp(`${escaped['[']}([^\ufdd0-\ufdd3]{1,1000})${escaped[']']}`, 'gu'),
    judge: (found) => (/[\\^_=]/.test(found[1]!) && !/^\s*\^/.test(found[1]!) ? {} : null),
  },
  {
    code: 'manuscript/foreign-formula',
    pattern: new RegExp(
      String.raw`\\(?:begin|end)\{(?:${environments})\*?\}|${bare}\\(?:${mathNames})(?![A-Za-z])(?:\{[^{}\n]{0,100}\}){0,3}`,
      'gu',
    ),
  },
  { code: 'manuscript/foreign-formula', pattern: /[A-Za-z0-9)）][_^]\{[^{}\n]{1,60}\}/gu },
]

const markup: readonly (readonly [Way, RegExp])[] = [
  ['strong', /(?<![=\w])==(?=[^\s=])[^=\n]{0,200}(?<=[^\s=])==(?!=)/gu],
  ['strong', /(?<![+\w])\+\+(?=[^\s+])[^+\n]{0,200}(?<=[^\s+])\+\+(?![+\w])/gu],
  ['strong', /(?<!')'{2,3}(?=[^\s'])[^'\n]{1,200}'{2,3}(?!')/gu],
  ['strong', /\[(b|i|u|s|color|size|font|center)(?:=[^\]\n]{0,40})?\][^[\]\n]{0,200}\[\/\1\]/giu],
  ['wiki', /\[url(?:=[^\]\n]{0,200})?\][^[\]\n]{0,200}\[\/url\]/giu],
  ['picture', /\[img\][^[\]\n]{0,200}\[\/img\]/giu],
  ['picture', /!\[\[[^[\]\n]{1,200}\]\]/gu],
  ['contents', /(?:@|\[)?\[_?_?toc_?_?\]\]?|\{\{ ?toc ?\}\}/giu],
  ['wiki', /\[\[[^[\]\n]{1,200}\]\]/gu],
  ['wiki', /^\[[^\]\n]{1,80}\]:[ \t]*<?(?:https?:\/\/|www\.|mailto:)\S*/gmu],
  ['comment', /%%[^%]{1,500}%%/gu],
  ['comment', /^\[(?:\/\/|comment|#)\]:[ \t]*[#<(][^\n]*/gmu],
  ['comment', /\{>>[^{}\n]{0,300}<<\}|\{#[ \t][^{}\n]{0,300}#\}/gu],
  ['struck', /\{(?:\+\+|--|~~|==)[^{}\n]{0,300}(?:\+\+|--|~~|==)\}|(?<!~)~~(?=[^\s~])[^~\n]{0,300}~~(?!~)/gu],
  ['template', /\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}|<%[^<>\n]{0,300}%>|\$\{[^{}\n]{0,100}\}/gu],
  ['page', /\{(?:pagebreak|newpage|page-break|分页|换页)\}|\[(?:pagebreak|newpage|page break|分页|换页|分页符)\]/giu],
  ['reference', /(?<![\w.])@(?:fig|figure|tbl|tab|table|eq|eqn|sec|section|lst|thm|图|表|式)[:：-][\w一-龥:-]{1,60}/gu],
  ['reference', new RegExp(`${other}?ref\\((?:fig|tab|tbl|eq|sec):[^()\n]{0,60}\\)`, 'gu')],
  ['attributes', /\{[#:][^{}\n]{0,200}\}|\{-\}|\{(?!credit|span|decorative)[A-Za-z][\w-]{0,20}=[^{}\n]{0,200}\}/gu],
  ['box', /^(?:!{3}|\?{3}\+?)[ \t]+\S[^\n]{0,60}/gmu],
  ['box', /^\[!(?:note|tip|important|warning|caution|info|abstract|quote|example|todo|question)\][+-]?/gimu],
  ['box', /^:{3,}[ \t]*[^\s:][^\n]{0,80}/gmu],
  ['box', /^\.\. [\w-]{1,30}::[^\n]{0,80}/gmu],
  ['contents', /^#\+[A-Za-z_]{2,20}:?[^\n]{0,60}/gmu],
  ['heading', /^={1,6} \S[^\n]{0,60}$|^={3,}$|^h[1-6]\. \S[^\n]{0,60}/gmu],
  ['picture', /^image::?[^\s[]{1,120}\[[^\]\n]{0,100}\]/gmu],
  [
    'entity',
    new RegExp(
      `(?:&|${other}(?=[#\\w]{2,8};))(?:nbsp|lt|gt|amp|quot|apos|ensp|emsp|thinsp|[mn]dash|hellip|middot|bull|copy|reg|times|[lr][ds]quo|#\\d{2,5}|#x[\\da-f]{2,5})(?![A-Za-z\\d])[;；]?`,
      'giu',
    ),
  ],
  ['emoji', /(?<![\w:/.])(?::[a-z][a-z0-9_+-]{1,30}:|:\+1:|:-1:)(?![\w:/])/gu],
]

const named: readonly MarkRule[] = [
  {
    code: 'manuscript/foreign-markup',
    pattern: new RegExp(
      String.raw`${bare}\\([A-Za-z]{2,30})\*?(?![A-Za-z])(?:\[[^\]\n]{0,80}\])?(?:\{[^{}\n]{0,200}\}?){0,2}`,
      'gu',
    ),
    judge: ([written, name]) => {
      const way = commands[name!]
      return way ||
        /[{[]/.test(written) ||
        /^(?:par|noindent|centering|hline|quad|qquad|maketitle|appendix|LaTeX|TeX)$/.test(name!)
        ? { way: way ?? 'command' }
        : null
    },
  },
]

/** Fields of Word that were pasted as text, and what Word prints for a broken one. */
const word: MarkRule = {
  code: 'manuscript/word-residue',
  pattern:
    /(?:错误|Error)[!！]\s*(?:未找到引用源|未定义书签|未指定书签|Reference source not found|Bookmark not defined)[。.]?|\b(?:PAGEREF _\w+|REF _Ref\d+|HYPERLINK ["“][^"”\n]{0,200}["”]|MERGEFORMAT|EMBED [A-Z]\w+\.\w+)/gu,
}

/** Foreign for certain: errors. */
export const foreignRules: readonly MarkRule[] = [
  word,
  ...formulas,
  ...named,
  ...markup.map(([way, pattern]): MarkRule => ({ code: 'manuscript/foreign-markup', pattern, judge: as(way) })),
]

/** A box to tick begins the item of a list. */
export const taskRule: MarkRule = {
  code: 'manuscript/foreign-markup',
  pattern: /^\[[ xX√✓]\](?=\s|$)|^\[\](?=[ \t]+\S)/gu,
  judge: as('task'),
}

/** May be meant as they stand: warnings. */
export const doubtfulRules: readonly MarkRule[] = [
  {
    code: 'manuscript/markup-doubtful',
    pattern: /(?<![\w.@/])@[A-Za-z]+(?:[-_:][A-Za-z]+)*(?:1[5-9]|20)\d\d[a-z]?(?!\w)/gu,
    judge: as('reference'),
  },
  {
    code: 'manuscript/markup-doubtful',
    pattern: /(?<=[\p{L}\d)）])\^[-+−]?[A-Za-z0-9+-]{1,6}/gu,
    judge: as('raised'),
  },
  {
    code: 'manuscript/markup-doubtful',
    // A rule to be filled in by hand is longer than two.
    pattern: /(?<![\w_])(_{1,2})(?=[^\s_])[^_\n]{1,60}(?<=\S)\1(?![\w_])/gu,
    judge: ([written]) => (han.test(written) ? { way: 'strong' } : null),
  },
  {
    code: 'manuscript/markup-doubtful',
    pattern: /^#(?=\p{Script=Han})[^\n#。！？]{1,30}$/gmu,
    judge: as('heading'),
  },
  {
    code: 'manuscript/markup-doubtful',
    pattern: /^（?(?:下转|上接)第?[ \d]{0,6}页[^\n]{0,10}$/gmu,
    judge: as('jump'),
  },
  {
    code: 'manuscript/markup-doubtful',
    pattern: /[【［[（(](?:此处|这里|在此)(?:插入?|放|配|附)[^】］\])）\n]{0,20}[】］\])）]/gu,
    judge: as('picture'),
  },
]
