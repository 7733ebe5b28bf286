import type { CodeRow } from './row.ts'

const hint = {
  zh: '电子书的页码标记应与纸刊一致，两种读者引用的才是同一页；这是排版程序的错误，请报告。',
  en: 'Markers of pages must agree with the paper, so that both readers cite the same page; this is a fault of the program, please report it.',
}

export const pageBreaks = {
  'epub/unpaged': {
    severity: 'error',
    zh: '电子书里没有页码标记，旁边的 PDF 却有 {pages} 页文字：它不是和 PDF 一起做的',
    en: 'the EPUB marks no pages, and the PDF beside it has {pages} with text: they were not made together',
    hint: {
      zh: '单做电子书（--edition epub）不排版面，也就没有页码表。交付前把几种版本一起做一遍。',
      en: 'An EPUB made alone (--edition epub) has no pages and so no page list. Build all editions together before you deliver them.',
    },
  },
  'epub/page-marker': {
    severity: 'error',
    zh: '纸刊第 {label} 页在电子书中应有一个分页标记，实有 {found} 个',
    en: 'page {label} of the paper should have one marker in the EPUB; it has {found}',
    hint,
  },
  'epub/page-place': {
    severity: 'error',
    zh: '第 {label} 页的分页标记位置不对：其后是“{found}”，纸上这一页以“{expected}”开头',
    en: 'the marker of page {label} stands in the wrong place: “{found}” follows it, but the page begins “{expected}”',
    hint,
  },
  'epub/page-list': {
    severity: 'error',
    zh: '页码表列出 {found} 页，应依次列出有文字的 {expected} 页，并各指向其标记',
    en: 'the page list names {found} pages; it should name the {expected} pages with text in order, each leading to its marker',
    hint,
  },
  'epub/page-foreign': {
    severity: 'error',
    zh: '电子书标有纸刊没有的第 {label} 页',
    en: 'the EPUB marks a page {label} that the paper does not have',
    hint,
  },
} as const satisfies Record<string, CodeRow>
