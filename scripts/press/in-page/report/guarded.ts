/** A step of the layout and the block or page it works on in; its result out, or what the browser makes of it without, and a report. */
import { articleOf, pieces } from './article-of.ts'
import type { LayoutFault } from './told.ts'

/** Characters by which people find a paragraph. */
const shown = 24

const faults: LayoutFault[] = []

export const layoutFaults = (): readonly LayoutFault[] => faults

/**
 * What breaks lines and levels columns works on texts nobody has seen. Where one of them is too much for it, that block or page
 * is left as it is, and the issue is built.
 */
export function guarded<T>(step: LayoutFault['step'], at: Element | null, run: () => T, otherwise: T): T {
  try {
    return run()
  } catch (error) {
    const text = at?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? ''
    const fault: LayoutFault = {
      step,
      article: articleOf(at) ?? articleOf(at?.querySelector(pieces)) ?? '',
      begins: [...text].slice(0, shown).join(''),
      reason: error instanceof Error ? error.message : String(error),
    }
    // A page is settled many times.
    const known = ({ step, article, begins, reason }: LayoutFault) =>
      step === fault.step &&
      article === fault.article &&
      (step === 'page' ? reason === fault.reason : begins === fault.begins)
    if (!faults.some(known)) faults.push(fault)
    return otherwise
  }
}
