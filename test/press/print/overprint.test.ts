import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../../scripts/press/pdf/content-stream.ts'
import { contentStreams, dictAt, name, openPdf, plainStream, serialize } from '../../../scripts/press/pdf/document.ts'
import { finishPrint } from '../../../scripts/press/print/finish-print.ts'
import { overprintBlack, overprintDocument } from '../../../scripts/press/print/overprint.ts'
import { itWith } from '../../support/witness.ts'
import { run } from '../screen/finish-reading.ts'
import { layoutBleed, sampleIssue } from './finish-sample.ts'
import { inkIn, plates, printBodies } from './press-plates.ts'

/** Every painting operator with + where it overprints and - where it does not. */
function painted(content: string, scale = 1): string {
  const stack: string[] = []
  let sign = '-'
  const shown: string[] = []
  for (const { operator, operands } of operations(overprintBlack(content, { scale }))) {
    if (operator === 'q') stack.push(sign)
    else if (operator === 'Q') sign = stack.pop() ?? '-'
    else if (operator === 'gs' && operands[0] === '/KanbenOverprint') sign = '+'
    else if (operator === 'gs' && operands[0] === '/KanbenKnockout') sign = '-'
    else if (/^(?:T[jJ]|['"]|[fFSsbB]\*?|sh|Do|BI)$/.test(operator)) shown.push(`${sign}${operator}`)
  }
  return shown.join(' ')
}

describe('black type', () => {
  it('overprints in black alone, and in nothing else', () => {
    expect(painted('0 0 0 1 k BT (a) Tj [(b)] TJ ET')).toBe('+Tj +TJ')
    expect(painted('0 0 0 .9 k BT (a) Tj ET')).toBe('-Tj')
    expect(painted('0 0 0 0 k BT (a) Tj ET')).toBe('-Tj')
    expect(painted('.6 .4 .4 1 k BT (a) Tj ET')).toBe('-Tj')
    expect(painted('0 g BT (a) Tj ET')).toBe('-Tj')
    expect(painted('/Spot cs 0 0 0 1 scn BT (a) Tj ET')).toBe('-Tj')
    expect(painted('BT (a) Tj ET')).toBe('-Tj')
  })

  it('follows the colour inside of a text object and over saved states', () => {
    expect(painted('BT 0 0 0 1 k (a) Tj 0 0 0 .5 k (b) Tj 0 0 0 1 k (c) Tj ET')).toBe('+Tj -Tj +Tj')
    expect(painted('0 0 0 1 k q 1 0 0 0 k BT (a) Tj ET Q BT (b) Tj ET')).toBe('-Tj +Tj')
    expect(painted('q 0 0 0 1 k BT (a) Tj ET Q BT (b) Tj ET')).toBe('+Tj -Tj')
  })

  it('overprints by the colour that its rendering mode paints with', () => {
    expect(painted('0 0 0 1 k 0 1 0 0 K BT 0 Tr (a) Tj 1 Tr (b) Tj 2 Tr (c) Tj ET')).toBe('+Tj -Tj -Tj')
    expect(painted('0 1 0 0 k 0 0 0 1 K BT 0 Tr (a) Tj 1 Tr (b) Tj 2 Tr (c) Tj ET')).toBe('-Tj +Tj -Tj')
    expect(painted('0 0 0 1 k 0 0 0 1 K BT 2 Tr (a) Tj ET')).toBe('+Tj')
  })

  it('leaves pictures and forms after it as they are', () => {
    expect(painted('0 0 0 1 k BT (a) Tj ET /X1 Do BT (b) Tj ET /S sh')).toBe('+Tj -Do +Tj -sh')
  })
})

describe('black rules', () => {
  it('overprint where they are thin', () => {
    expect(painted('0 0 0 1 k 10 10 200 1 re f 10 10 200 3 re f 10 10 1 -50 re f*')).toBe('+f -f +f*')
    expect(painted('0 0 0 1 K .5 w 0 0 m 90 0 l S 3 w 0 0 m 90 0 l S')).toBe('+S -S')
    expect(painted('0 0 0 .5 k 10 10 200 1 re f')).toBe('-f')
  })

  it('are measured as they are printed', () => {
    expect(painted('0 0 0 1 k .5 0 0 -.5 0 0 cm 0 0 200 3 re f')).toBe('+f')
    expect(painted('0 0 0 1 k q 4 0 0 4 0 0 cm 0 0 200 1 re f Q 0 0 200 1 re f')).toBe('-f +f')
    expect(painted('0 0 0 1 k 0 0 200 1 re f BT (a) Tj ET', Number.NaN)).toBe('-f +Tj')
  })

  it('are told from other shapes', () => {
    expect(painted('0 0 0 1 k 0 0 m 9 0 l 9 1 l h f')).toBe('-f')
    expect(painted('0 0 0 1 k 0 0 1 9 re 20 0 40 40 re f')).toBe('-f')
    expect(painted('0 0 0 1 k 0 0 90 1 re W n 0 0 90 90 re f')).toBe('-f')
  })
})

it('changes no state between the construction of a path and its painting', () => {
  const content = overprintBlack('0 0 0 1 k BT (a) Tj ET 0 0 m 9 0 l 9 9 l h f BT (b) Tj ET', { scale: 1 })
  expect(content.match(/\bgs\n/g)).toHaveLength(3)
  expect(content).toContain('/KanbenKnockout gs\n0 0 m 9 0 l 9 9 l h f')
})

it('leaves content without black type to the byte', () => {
  const content = 'q 1 0 0 0 k\t0 0 9 9 re f Q'
  expect(overprintBlack(content, { scale: 1 })).toBe(content)
})

describe('the print edition', () => {
  let folder: string
  let bytes: Uint8Array
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kanben-overprint-'))
    const paragraph = '黑字压印，不留白边。'.repeat(12)
    const raw = await printBodies(
      [
        `<div class="full" style="background:#ffff00"></div><div class="in">${paragraph}</div>`,
        `<div class="in">${paragraph}</div>`,
        `<div class="full" style="background:#ffff00"></div><div class="in" style="color:#fff">${paragraph}</div>`,
      ],
      [150, 200],
    )
    const inks = [{ rgb: '#ffff00', ink: [0, 0, 1, 0] as const }]
    bytes = (await finishPrint(raw, sampleIssue(150, 200), { layoutBleed, inks })).bytes
    await writeFile(path.join(folder, 'p.pdf'), bytes)
    const document = await openPdf(bytes)
    for (const { resources } of contentStreams(document))
      dictAt(resources, 'ExtGState')?.delete(name('KanbenOverprint'))
    await writeFile(path.join(folder, 'tampered.pdf'), await serialize(document, { minor: 6, objectStreams: false }))
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** The lines of text, away from all edges. */
  const type = [13 + 20, 13 + 20, 60, 40] as const

  itWith('gs')(
    'prints a solid ground under black type, which the same file without overprinting does not',
    async () => {
      const { Yellow, Black, Cyan, Magenta } = await plates(folder, 'p.pdf', 1)
      expect(Math.max(...inkIn(Black, ...type))).toBeGreaterThan(250)
      expect(Math.min(...inkIn(Black, ...type))).toBe(0)
      expect(Math.min(...inkIn(Yellow, ...type))).toBeGreaterThan(250)
      for (const plate of [Cyan, Magenta]) expect(Math.max(...inkIn(plate, ...type))).toBe(0)
      const tampered = await plates(folder, 'tampered.pdf', 1)
      expect(Math.min(...inkIn(tampered.Yellow, ...type))).toBe(0)
    },
  )

  itWith('gs')('leaves the ground out under white type', async () => {
    const { Yellow } = await plates(folder, 'p.pdf', 3)
    expect(Math.min(...inkIn(Yellow, ...type))).toBe(0)
  })

  itWith('gs')('puts a page of text on one plate alone', () => {
    const coverage = (page: number) =>
      run(
        folder,
        'gs',
        '-q',
        '-dSAFER',
        '-o',
        '-',
        '-sDEVICE=inkcov',
        '-dUseTrimBox',
        `-dFirstPage=${page}`,
        `-dLastPage=${page}`,
        'p.pdf',
      )
        .stdout.toString()
        .trim()
        .split(/\s+/)
        .slice(0, 4)
        .map(Number)
    const [cyan, magenta, yellow, black] = coverage(2)
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
    expect(black).toBeGreaterThan(0.01)
    expect(coverage(1)[2]).toBe(1)
  })

  it('lets black overprint in forms too, and not in the group of a soft mask', async () => {
    const document = await openPdf(bytes)
    const { context } = document
    const form = (group: boolean) =>
      context.register(
        plainStream(
          context,
          '0 0 0 1 k BT (a) Tj ET',
          context.obj({
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 9, 9],
            Resources: {},
            ...(group && { Group: { S: 'Transparency' } }),
          }),
        ),
      )
    const resources = document.getPages()[0]!.node.Resources()!
    dictAt(resources, 'XObject')!.set(name('Form'), form(false))
    dictAt(resources, 'ExtGState')!.set(name('Masked'), context.obj({ SMask: { S: 'Luminosity', G: form(true) } }))
    overprintDocument(document)
    const forms = [...contentStreams(document)].filter(({ content }) => content.includes('(a) Tj'))
    expect(forms.map(({ mask, content }) => [mask, content.includes('/KanbenOverprint gs')])).toEqual([
      [false, true],
      [true, false],
    ])
    const states = dictAt(forms[0]!.resources, 'ExtGState')!
    expect(String(dictAt(states, 'KanbenOverprint'))).toMatch(/\/OP true[\s\S]*\/op true[\s\S]*\/OPM 1/)
  })
})
