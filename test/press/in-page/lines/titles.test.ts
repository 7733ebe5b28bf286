import { expect, test } from 'vitest'
import { placesToTurn } from '../../../../scripts/press/in-page/lines/titles.ts'

const turned = (title: string, longest = 14) => {
  const place = placesToTurn(title, longest)[0]
  return place === undefined ? null : [title.slice(0, place), title.slice(place)]
}

test('a title turns between words, near its middle, and rather beside a short word than inside a term', () => {
  expect(turned('试论怎样编好一份面向青年读者的刊物')).toEqual(['试论怎样编好一份', '面向青年读者的刊物'])
  expect(turned('地方志书编纂中的口述史料之辨析')).toEqual(['地方志书编纂中的', '口述史料之辨析'])
})

test('no half begins with a particle or is longer than a line', () => {
  for (const title of ['试论怎样编好一份面向青年读者的刊物', '地方志书编纂中的口述史料之辨析']) {
    for (const place of placesToTurn(title, 12)) {
      expect(title.slice(place)).not.toMatch(/^[的之]/)
      expect(Math.max(place, title.length - place)).toBeLessThanOrEqual(12)
    }
  }
  expect(turned('排印', 1)).toBeNull()
})
