/** The laid-out content of a page in; the same with annotations that lengthen no line. */
import { by } from '../../../model/markup.ts'

/**
 * An annotation stands in the leading between two lines. Chromium 156 knows none above the first line of a paragraph and
 * of each of its fragments, and moves that line down by 3 px. Trimmed to its text in every fragment and padded again by
 * its half leading, the line stays where it belongs; line height, margins and a face of its own for the annotation change
 * nothing (measured).
 */
export function steadyAnnotations(page: HTMLElement): void {
  const blocks = new Set([...page.querySelectorAll(`${by.body} ruby`)].map(blockOf))
  // Padding takes the annotation up by itself.
  const steady = [...blocks].filter((block) => Number.parseFloat(getComputedStyle(block).paddingTop) === 0)
  const leading = steady.map((block) => [block, halfLeading(block)] as const)
  for (const [block, half] of leading) {
    block.style.setProperty('text-box', 'trim-start text')
    block.style.setProperty('box-decoration-break', 'clone')
    block.style.paddingTop = `${half}px`
  }
}

function blockOf(ruby: Element): HTMLElement {
  let block = ruby.parentElement!
  while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement!
  return block
}

/** Pixels between the top of a line and the ascent of its characters; Chromium gives the lower half what is left over. */
function halfLeading(block: HTMLElement): number {
  const characters = document.createRange()
  characters.selectNodeContents(firstText(block))
  const { height } = characters.getClientRects()[0] ?? { height: 0 }
  return Math.max(0, Math.floor((Number.parseFloat(getComputedStyle(block).lineHeight) - height) / 2))
}

function firstText(block: HTMLElement): Node {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (text) =>
    text.textContent!.trim() === '' || text.parentElement!.closest(`rt, ${by.call}, code`)
      ? NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  )
  return texts.nextNode() ?? block
}
