/** The manifest and the house's profile in; what the issue asks of the printing house out, with every default filled in. */
import type { Manuscript } from '../model/manuscript.ts'
import {
  inkLimits,
  type OutputCondition,
  type PaperStock,
  type Printing,
  shippedConditions,
} from '../model/printing.ts'

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
    ...(print?.contact && { contact: print.contact }),
  }
}

function conditionOf(print: Manuscript['manifest']['value']['print'], profile: Uint8Array | null): OutputCondition {
  const own = print?.condition
  if (!profile || !own) return shippedConditions[print?.profile === 'uncoated' ? 'uncoated' : 'coated']
  return {
    identifier: own.identifier,
    name: own.name ?? own.identifier,
    registry: own.registry ?? '',
    paper: own.paper ?? 'coated',
    profile,
  }
}
