import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedContentId, operations, rewrite } from '../../../scripts/press/pdf/content-stream.ts'

const read = (source: string) => [...operations(source)].map(({ operator, operands }) => [...operands, operator])

describe('reading a content stream', () => {
  it('separates operands and operators that touch', () => {
    expect(read('1 0 0 RG/G3 gs[<0041>-20(b)]TJ')).toEqual([
      ['1', '0', '0', 'RG'],
      ['/G3', 'gs'],
      ['[<0041>-20(b)]', 'TJ'],
    ])
  })

  it('keeps nested dictionaries, arrays and strings with brackets whole', () => {
    expect(read('/Span<</A [1 <<(]>>) >>] /ActualText <feff>>> BDC ((a\\)b) \\( >>) Tj EMC')).toEqual([
      ['/Span', '<</A [1 <<(]>>) >>] /ActualText <feff>>>', 'BDC'],
      ['((a\\)b) \\( >>)', 'Tj'],
      ['EMC'],
    ])
  })

  it('passes over comments but not over per cent signs in strings', () => {
    expect(read('q % Q\n(50% off) Tj Q')).toEqual([['q'], ['(50% off)', 'Tj'], ['Q']])
  })

  it('takes an inline image as one operation, whatever its data spell', () => {
    expect(read('q BI /W 1 /H 1 ID \x00EIQ(\xff\nEI Q').map((operation) => operation.at(-1))).toEqual(['q', 'BI', 'Q'])
  })

  it('ends at the end of broken content', () => {
    for (const source of ['(', '<<', '[', '<', ')', '>', ']', 'BI ID', '{}']) expect(read(source)).toBeDefined()
  })

  it('tells where each operation stands', () => {
    const source = '  1 0 0 rg\n/F4 12 Tf'
    expect([...operations(source)].map(({ start, end }) => source.slice(start, end))).toEqual(['1 0 0 rg', '/F4 12 Tf'])
  })

  it('reads the identifier of marked content and of nothing else', () => {
    const ids = [...operations('/P <</MCID 12 >>BDC /Span<</ActualText<feff>>>BDC /Artifact BMC EMC')].map(
      markedContentId,
    )
    expect(ids).toEqual([12, undefined, undefined, undefined])
  })
})

describe('rewriting a content stream', () => {
  it('replaces single operations and leaves every other byte', () => {
    expect(
      rewrite('q 0 0 0 rg\t(0 0 0 rg) Tj\r\nQ', ({ operator }) => (operator === 'rg' ? '0 0 0 1 k' : undefined)),
    ).toBe('q 0 0 0 1 k\t(0 0 0 rg) Tj\r\nQ')
  })

  it('finds the same operations in any content made of them', () => {
    const operand = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom('/Name', '(a(b)\\)c)', '<00ff>', '[1 (]) <ab>]', '<</A<</B(>>)>>>>', 'true'),
    )
    const operation = fc.tuple(fc.array(operand, { maxLength: 4 }), fc.constantFrom('rg', 'Tj', 'q', "'", 'f*', 'BDC'))
    fc.assert(
      fc.property(fc.array(operation), (list) => {
        const source = list.map(([operands, operator]) => [...operands, operator].join(' ')).join('\n')
        expect(read(source)).toEqual(list.map(([operands, operator]) => [...operands, operator]))
      }),
    )
  })
})
