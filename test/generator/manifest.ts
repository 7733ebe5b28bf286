/** Random choices in; issue.yaml without its sections out. */
import * as prose from './prose.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

const periodical = (random: Random): Record<string, unknown> => ({
  kind: 'periodical',
  issn: '2096-1235',
  ...(random.chance(0.3) && { variant: '01' }),
  cn: 'CN 11-1234/G2',
  authority: random.times(random.int(1, 3), (i) => `${random.pick(words.units)}${i + 1}部`),
  sponsor: `${random.pick(words.units)}`,
  publisher: '《河岸》杂志社',
  frequency: '双月刊',
  address: '青石市渡口路 7 号',
  ...(random.chance(0.5) && { price: '20.00 元' }),
  ...(random.chance(0.5) && { distribution: '公开发行' }),
})

const internal = (random: Random): Record<string, unknown> => ({
  kind: 'internal',
  permit: '青内资准字 2026-L0001 号',
  compiler: prose.unit(random),
  recipients: '系统内各单位',
  printer: { name: '青石印刷厂', date: '2026-01-10', run: '1 000 册' },
})

/** @param cover path of a picture, if there is one. */
export function manifest(random: Random, cover: string | null): Record<string, unknown> {
  const registered = random.chance(0.5)
  return {
    journal: {
      name: random.pick(['河岸', '地方史料研究', '青石大学学报（哲学社会科学版）', 'R&D评论']),
      pinyin: 'HE AN',
      ...(registered ? periodical(random) : internal(random)),
      editors: [
        { role: '主编', name: prose.name(random) },
        { role: '编委', name: random.times(random.int(1, 20), () => prose.name(random)) },
      ],
      ...(random.chance(0.5) && {
        email: 'editors@example.org',
        website: 'https://example.org',
        phone: '000-0000 0000',
        postcode: '100009',
      }),
      ...(random.chance(0.4) && { founded: 1998 }),
    },
    issue: {
      year: 2026,
      ...(random.chance(0.5) && { volume: random.int(1, 60) }),
      number: random.chance(0.1) ? '9-10' : random.int(1, 12),
      ...(random.chance(0.5) && { serial: random.int(1, 400) }),
      date: '2026-05-15',
      ...(random.chance(0.5) && { theme: prose.title(random, 1) }),
    },
    page: {
      trim: random.pick(['210x285', 'A4', '185x260']),
      ...(random.chance(0.2) && { bleed: random.pick([0, 5]) }),
      // As many as a signature can want.
      fillers: random.pick([
        ['notes', 'blank', 'blank'],
        ['blank', 'blank', 'blank'],
      ]),
    },
    style: {
      theme: random.pick(['magazine', 'academic']),
      ...(random.chance(0.5) && { notes: random.pick(['foot', 'end']) }),
      punctuation: random.weighted([
        ['compressed', 4],
        ['line-end', 1],
        ['full', 1],
      ]),
      ...(random.chance(0.3) && { nameMarks: false }),
    },
    ...(random.chance(0.3) && {
      print: {
        standard: random.pick(['x-4', 'x-1a']),
        profile: random.pick(['coated', 'uncoated']),
        ...(random.chance(0.4) && { binding: 'perfect', paper: { textLeaf: 0.1, coverLeaf: 0.2 } }),
      },
    }),
    ...(random.chance(0.5) && { epub: { notes: random.pick(['popup', 'duokan', 'end']) } }),
    ...(cover && {
      cover: {
        image: cover,
        alt: '几何图形',
        ...(random.chance(0.5) && { headline: prose.title(random, 1) }),
        ...(random.chance(0.5) && { lines: random.times(random.int(1, 5), () => prose.title(random, 1)) }),
      },
    }),
    ...(random.chance(0.7) && {
      colophon: {
        statement: prose.sentence(random),
        ...(random.chance(0.7) && { rights: `© 2026 ${random.pick(words.units)}`, licence: 'CC BY 4.0' }),
      },
    }),
  }
}
