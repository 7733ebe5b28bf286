/** Everything that can keep an assembled issue from being laid out. */
import type { CodeRow } from './row.ts'

export const layout = {
  'layout/glyph-missing': {
    severity: 'error',
    zh: '字体里没有“{character}”（{codepoint}）',
    en: 'no font has “{character}” ({codepoint})',
    hint: {
      zh: '核对是否误用了部首、异体、异体选择符或私用区字符。确需此字，就自带有此字的字体：TrueType 文件放进本期文件夹的 faces/，在 issue.yaml 写 style: faces: [{ file: faces/文件名.ttf }]。表情符号只有单色的 TrueType 字体能用。',
      en: 'Check for radicals, variants, variation selectors and private-use characters. Where it is meant, bring a face that has it: put the TrueType file into faces/ in the issue folder and write style: faces: [{ file: faces/Name.ttf }] in issue.yaml. For emoji only monochrome TrueType faces work.',
    },
  },
  'layout/filler-added': {
    severity: 'note',
    by: 'press',
    zh: '凑成 {signature} 页一帖，自动补了 {added} 页空白',
    en: '{added} blank pages were added to fill signatures of {signature}',
    hint: {
      zh: '要用别的页补，写在 issue.yaml 的 page.fillers 里：notes（读者笔记）或 blank（空白）。',
      en: 'For other pages write page.fillers in issue.yaml: notes or blank.',
    },
  },
  'layout/opener-plain': {
    severity: 'note',
    by: 'press',
    zh: '特稿《{title}》的作者、单位或标题太多，题图区放不下，改用横排题头',
    en: 'the names or the title of the feature “{title}” have no room on its ground: it opens with a plain head',
    hint: {
      zh: '要保留竖排题头：缩短标题或导语，把单位写得短些，或在 byline 里少列几人，其余写进正文。',
      en: 'For the vertical title: shorten title or lead, write affiliations shorter, or give fewer names and the others in the text.',
    },
  },
  'layout/lines-by-browser': {
    severity: 'warning',
    by: 'press',
    zh: '《{title}》里以“{begins}”开头的一段未能由 kanben 断行，由浏览器排出（{reason}）',
    en: '“{title}”: kanben could not break the lines of the text that begins “{begins}”; the browser did ({reason})',
    hint: {
      zh: '看一看这一段的版面。段里若有少见的符号或空格，换掉再试；并请把这一段和本条警告报告给 kanben。',
      en: 'Look at this text on its page. Unusual signs or spaces in it may be to blame; please report the text with this warning.',
    },
  },
  'layout/page-as-found': {
    severity: 'warning',
    by: 'press',
    zh: '《{title}》有一页未能调整（栏高、标题或注的位置），照浏览器排出的样子（{reason}）',
    en: '“{title}”: a page could not be adjusted (columns, headings or notes) and stays as the browser made it ({reason})',
    hint: {
      zh: '看一看这篇文章的各页，尤其以“{begins}”开头的一页；并请把稿件和本条警告报告给 kanben。',
      en: 'Look at the pages of this article, above all at the one that begins “{begins}”; please report the manuscript with this warning.',
    },
  },
  'layout/article-failed': {
    severity: 'error',
    by: 'press',
    zh: '《{title}》排到这里时程序出错，校样里没有它：{reason}',
    en: 'the program failed while “{title}” was laid out, and the draft leaves it out: {reason}',
    hint: {
      zh: '这是 kanben 自身的错误，请报告给维护者；急用时，试着改写这一段。',
      en: 'This is a fault of kanben: please report it. Writing this paragraph in another way may get around it.',
    },
  },
  'layout/table-torn': {
    severity: 'warning',
    zh: '“{table}”各栏太窄，即使占满版心，也会把“{word}”这样的词或数字拆开',
    en: '“{table}” has too little room: even over the full measure words or numbers such as “{word}” are torn',
    hint: {
      zh: '把表拆成两个，减少栏数，或缩短栏里的词和数字。',
      en: 'Divide the table in two, take away columns, or shorten the words and numbers in them.',
    },
  },
  'layout/table-hopeless': {
    severity: 'error',
    zh: '“{table}”栏数太多：占满版心，每栏也容不下一个字',
    en: '“{table}” has too many columns: even over the full measure they hold no character each',
    hint: {
      zh: '把表拆成几个，或行与栏对换。',
      en: 'Divide the table into several, or exchange its rows and columns.',
    },
  },
} as const satisfies Record<string, CodeRow>
