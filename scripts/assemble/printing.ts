/** The manifest and the house's profile in; what the issue asks of the printing house out, and what does not agree in it. */
import type { Code } from '../model/codes/index.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Facts, Manifest, Manuscript } from '../model/manuscript.ts'
import {
  inkLimits,
  type OutputCondition,
  type PaperKind,
  type PaperStock,
  type Printing,
  shippedConditions,
} from '../model/printing.ts'
import { missing } from './missing.ts'

const stock = (name: string | undefined, leaf: number | undefined): PaperStock => ({
  name: name ?? '',
  ...(leaf !== undefined && { leaf }),
})

export function printingOf({ manifest, profile }: Manuscript): Printing {
  const { print } = manifest.value
  const condition = conditionOf(print, profile)
  return {
    standard: print?.standard ?? 'x-4',
    condition,
    images: print?.images ?? 'cmyk',
    inkLimit: print?.inkLimit ?? inkLimits[condition.paper],
    binding: print?.binding ?? 'saddle',
    paper: {
      text: stock(print?.paper?.text, print?.paper?.textLeaf),
      cover: stock(print?.paper?.cover, print?.paper?.coverLeaf),
    },
    ...(print?.contact && { contact: { ...print.contact, name: print.contact.name ?? missing } }),
  }
}

const isShipped = (profile: string | undefined): profile is PaperKind | undefined =>
  profile === undefined || profile === 'coated' || profile === 'uncoated'

function conditionOf(print: Manifest['print'], profile: Uint8Array | null): OutputCondition {
  const own = print?.condition
  if (!profile || !own) return shippedConditions[print?.profile === 'uncoated' ? 'uncoated' : 'coated']
  const identifier = own.identifier ?? missing
  return {
    identifier,
    name: own.name ?? identifier,
    registry: own.registry ?? '',
    paper: own.paper ?? 'coated',
    profile,
  }
}

/** Settings of `print` and `epub` that are each right but do not go together. One that reading refused counts as given. */
export function unprintable({ value, places }: Facts<Manifest>): Diagnostic[] {
  const { print, page } = value
  const found: Diagnostic[] = []
  const say = (code: Code, at: string, facts?: Diagnostic['facts']) =>
    void found.push(diagnostic(code, places.get(at), facts))
  const { profile, condition, binding = 'saddle' } = print ?? {}
  if (!isShipped(profile) && !places.has('print.condition')) say('manuscript/condition-missing', 'print.profile')
  const refused = profile === undefined && places.has('print.profile')
  if (isShipped(profile) && condition && !refused) {
    const own = profile ?? 'coated'
    const { identifier } = shippedConditions[own]
    say('manuscript/condition-unused', 'print.condition', { profile: own, identifier })
  }
  if (print?.images === 'icc' && print.standard === 'x-1a') say('manuscript/images-standard', 'print.images')
  if (binding === 'perfect' && !places.has('print.paper.textLeaf')) say('manuscript/spine-unknown', 'print.binding')
  const signature = page?.signature ?? 4
  if (binding === 'saddle' && signature % 4 !== 0) say('manuscript/saddle-signature', 'page.signature', { signature })
  const claim = ['conformsTo', 'certifiedBy'] as const
  const given = claim.filter((key) => places.has(`epub.${key}`))
  if (given.length === 1) {
    const lacking = claim.find((key) => key !== given[0])!
    say('manuscript/certifier-missing', `epub.${given[0]}`, { given: given[0]!, lacking })
  }
  return found
}
