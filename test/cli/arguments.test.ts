import { describe, expect, test } from 'vitest'
import { findVerb, type Parsed, parseArguments, type Request, unknownVerb } from '../../scripts/cli/arguments.ts'
import { usage } from '../../scripts/cli/help.ts'
import { chooseLocale } from '../../scripts/cli/locale.ts'
import { options, type VerbName, verbNames, verbs } from '../../scripts/cli/verbs.ts'
import { nearby } from '../../scripts/model/nearest.ts'

const english = { LANG: 'en_GB.UTF-8' }
const parse = (verb: VerbName, line: string) => parseArguments(verb, line.split(' ').filter(Boolean), english)

function request(parsed: Parsed): Request {
  if (parsed.kind !== 'request') throw new Error(`expected a request, got ${JSON.stringify(parsed)}`)
  return parsed.request
}

function faults(parsed: Parsed): readonly string[] {
  if (parsed.kind !== 'wrong') throw new Error(`expected faults, got ${JSON.stringify(parsed)}`)
  return parsed.faults
}

describe('a line that is right', () => {
  test('without options asks for every edition in dist and the newest issue', () => {
    expect(request(parse('build', ''))).toEqual({
      verb: 'build',
      operand: undefined,
      editions: ['print', 'screen', 'epub'],
      imposition: undefined,
      images: 'original',
      out: 'dist',
      draft: false,
      into: undefined,
      format: 'human',
      locale: 'en',
    })
  })

  test('may name editions in any order and twice; they come in the order of the table', () => {
    expect(request(parse('build', '--edition epub,print,epub')).editions).toEqual(['print', 'epub'])
  })

  test('may put options before, after and around the folder', () => {
    const { operand, out, draft } = request(parse('build', '--draft manuscript/2026-01 --out=proofs'))
    expect({ operand, out, draft }).toEqual({ operand: 'manuscript/2026-01', out: 'proofs', draft: true })
  })

  test('asks for printer’s spreads and for small pictures of the EPUB', () => {
    const { imposition, images } = request(parse('build', '--imposition saddle --images=small --edition epub,print'))
    expect({ imposition, images }).toEqual({ imposition: 'saddle', images: 'small' })
  })

  test('gives import its file and its folder', () => {
    const { operand, into } = request(parse('import', 'raw.docx --into manuscript/2026-02'))
    expect({ operand, into }).toEqual({ operand: 'raw.docx', into: 'manuscript/2026-02' })
  })

  test('takes what follows -- for a name, even with a hyphen in front', () => {
    expect(request(parse('check', '-- -odd')).operand).toBe('-odd')
  })

  test('finds the verb behind options', () => {
    expect(findVerb(['--lang', 'zh', 'check', 'x'])).toEqual({ index: 2, name: 'check' })
    expect(findVerb(['--help'])).toBeNull()
  })
})

describe('a line that is wrong', () => {
  test('has all its faults named at once', () => {
    expect(faults(parse('build', '--drft --format jsn --out'))).toEqual([
      'build has no option --drft; did you mean --draft?',
      '--format cannot be “jsn”; did you mean json? It takes human, line, json.',
      '--out needs a value: folder',
    ])
  })

  test('does not take the next option for a value', () => {
    expect(faults(parse('build', '--out --draft'))).toEqual(['--out needs a value: folder'])
  })

  test('names an option that belongs to another verb', () => {
    expect(faults(parse('check', '--draft'))).toEqual(['check has no option --draft.'])
  })

  test('names each wrong edition of a list', () => {
    expect(faults(parse('build', '--edition print,epup,web'))).toHaveLength(2)
  })

  test('knows two impositions, and no pictures but small and original', () => {
    expect(faults(parse('build', '--imposition sadle --images medium'))).toEqual([
      '--imposition cannot be “sadle”; did you mean saddle? It takes saddle, perfect.',
      '--images cannot be “medium”. It takes small, original.',
    ])
    expect(faults(parse('proof', '--imposition saddle'))).toEqual(['proof has no option --imposition.'])
  })

  test('says nothing of an edition that is not made', () => {
    expect(faults(parse('build', '--edition screen --imposition saddle --images small'))).toEqual([
      '--imposition is about print, which --edition leaves out.',
      '--images is about epub, which --edition leaves out.',
    ])
  })

  test('gives no value to a switch', () => {
    expect(faults(parse('build', '--draft=yes'))).toEqual(['--draft takes no value.'])
  })

  test('needs what the verb needs', () => {
    expect(faults(parse('import', ''))).toEqual(['import needs <file>.', 'import needs --into <folder>.'])
    expect(faults(parse('new', ''))).toEqual(['new needs <folder>.'])
    expect(faults(parse('check', 'a b c'))).toHaveLength(2)
  })

  test('is answered in Chinese where --lang asks for it, whatever else is wrong', () => {
    expect(faults(parse('build', '--drft --lang zh'))).toEqual(['build 没有 --drft 这个选项，是不是想用 --draft？'])
  })

  test('with --help is a wish for help', () => {
    expect(parse('build', '--drft -h').kind).toBe('help')
  })

  test('with an unknown verb names the nearest, or none where nothing is near', () => {
    expect(unknownVerb('biuld', 'en')).toContain('did you mean build?')
    expect(unknownVerb('chekc', 'zh')).toContain('check')
    expect(unknownVerb('publish', 'en')).not.toContain('did you mean')
  })
})

test('the nearest name is one slip away, not merely the least far', () => {
  expect(nearby('screeen', ['print', 'screen', 'epub'])).toBe('screen')
  expect(nearby('EPUB', ['print', 'screen', 'epub'])).toBe('epub')
  expect(nearby('pdf', ['print', 'screen', 'epub'])).toBeNull()
  expect(nearby('', ['epub'])).toBeNull()
})

describe('the language', () => {
  test.each([
    ['zh', { LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    [undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
    [undefined, { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'zh-CN', 'en'],
    [undefined, { LANG: 'zh_TW' }, 'en-US', 'zh'],
    [undefined, { LANG: 'C.UTF-8' }, 'en-US', 'en'],
    [undefined, { LANG: 'POSIX' }, 'zh-Hans-CN', 'zh'],
    [undefined, {}, 'zh-CN', 'zh'],
    [undefined, {}, 'de-DE', 'en'],
    [undefined, { LANG: 'cs_CZ' }, 'zh-CN', 'en'],
  ] as const)('--lang %s with %j on a %s system is %s', (asked, env, system, locale) => {
    expect(chooseLocale(asked, env, system)).toBe(locale)
  })
})

describe('help', () => {
  test.each(verbNames)('of %s names every option it takes, in both languages', (verb) => {
    for (const locale of ['zh', 'en'] as const) {
      const text = usage(verb, locale)
      for (const option of verbs[verb].options) {
        expect(text).toContain(`--${option}`)
        expect(text).toContain(options[option].words[locale])
      }
    }
  })

  test('of the whole command names every verb, and no option of a single verb', () => {
    const text = usage(null, 'en')
    for (const verb of verbNames) expect(text).toContain(verbs[verb].words.en)
    expect(text).not.toContain('--draft')
  })
})
