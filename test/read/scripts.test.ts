import { describe, expect, test } from 'vitest'
import { parser } from '../../scripts/read/parser.ts'

/** The inline tokens of a text, scripts as <sub> and <sup>, everything else as its text. */
function read(text: string): string {
  return parser
    .parseInline(text, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ type, tag, nesting, content, markup }) =>
      /^su[bp]_/.test(type) ? `<${nesting < 0 ? '/' : ''}${tag}>` : content || (nesting === 0 ? '' : markup),
    )
    .join('')
}

describe('sub- and superscripts', () => {
  test.each([
    ['H~2~O', 'H<sub>2</sub>O'],
    ['水写作H~2~O，酸写作H~2~SO~4~。', '水写作H<sub>2</sub>O，酸写作H<sub>2</sub>SO<sub>4</sub>。'],
    ['m^2^和m^-2^、m^−2^', 'm<sup>2</sup>和m<sup>-2</sup>、m<sup>−2</sup>'],
    ['SO~4~^2-^', 'SO<sub>4</sub><sup>2-</sup>'],
    ['x^2^~i~', 'x<sup>2</sup><sub>i</sub>'],
    ['^14^C与^235^U', '<sup>14</sup>C与<sup>235</sup>U'],
    ['5×10^-3^ mol', '5×10<sup>-3</sup> mol'],
    ['Ca(OH)~2~、Fe~2~(SO~4~)~3~', 'Ca(OH)<sub>2</sub>、Fe<sub>2</sub>(SO<sub>4</sub>)<sub>3</sub>'],
    ['*v*~max~与**F**~合~', '*v*<sub>max</sub>与**F**<sub>合</sub>'],
    ['α~i,j~，x~n+1~', 'α<sub>i,j</sub>，x<sub>n+1</sub>'],
    ['1^st^，某甲^注^', '1<sup>st</sup>，某甲<sup>注</sup>'],
    ['**H~2~O**与*m^2^*', '**H<sub>2</sub>O**与*m<sup>2</sup>*'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  test.each([
    '3~5天，10~20人',
    '1~3,5~8',
    '1~3~5',
    '周一~周五，上午9~11',
    'A~B组和C~D组',
    'a~z,A~Z',
    '他笑了(^o^)又笑^_^',
    '未定义[^1]和[^2]',
    '~用户~',
    'https://example.org/~user/x~',
    '2^10',
    '~~删去~~',
    'x~ a~，y^ b^',
  ])('%s stays as it is', (text) => expect(read(text)).toBe(text))

  test('code and escapes are left alone', () => {
    expect(read('`H~2~O`')).toBe('H~2~O')
    expect(read(String.raw`H\~2~O`)).toBe('H~2~O')
  })
})
