/** Everything that can be wrong with an issue folder: its files, its YAML, its credits, its Markdown, its pictures. */

import { faces } from './manuscript-faces.ts'
import { credits, facts } from './manuscript-facts.ts'
import { files, pictures, waivers } from './manuscript-files.ts'
import { foreign } from './manuscript-foreign.ts'
import { printing } from './manuscript-printing.ts'
import { references, text } from './manuscript-text.ts'
import { yaml } from './manuscript-yaml.ts'
import type { CodeRow } from './row.ts'

export const manuscript = {
  ...files,
  ...yaml,
  ...facts,
  ...printing,
  ...faces,
  ...credits,
  ...text,
  ...foreign,
  ...references,
  ...pictures,
  ...waivers,
} as const satisfies Record<string, CodeRow>
