import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../scripts/model/issue.ts'
import type { Resource } from '../../scripts/model/manuscript.ts'
import { type PictureProfile, preparePictures } from '../../scripts/press/epub/pictures.ts'
import { pictureFacts } from '../../scripts/proof/epub/pictures.ts'
import { issueFolder, readIssue } from './issue.ts'

let issue: Issue

beforeAll(async () => {
  issue = (await readIssue(issueFolder)).issue
})

const canvas = (width: number, height: number) => ({ width, height, channels: 3, background: '#8899aa' }) as const
/** As incompressible as a photograph is to PNG. */
const photograph = (width: number, height: number) =>
  sharp({ create: { ...canvas(width, height), noise: { type: 'gaussian', mean: 128, sigma: 12 } } })
const drawing = (width: number, height: number) => sharp({ create: canvas(width, height) })

async function resource(picture: Sharp, mediaType: 'image/png' | 'image/jpeg'): Promise<Resource> {
  const format = mediaType === 'image/png' ? picture.png() : picture.jpeg({ quality: 95 })
  const { data, info } = await format.toBuffer({ resolveWithObject: true })
  return { src: 'figures/one', mediaType, data: new Uint8Array(data), width: info.width, height: info.height }
}

const prepare = async (one: Resource, profile: PictureProfile): Promise<Resource> =>
  (await preparePictures({ ...issue, resources: [one] }, profile))[0]!

/** What the file says, not what the resource is said to be. */
async function sizeOf({ data }: Resource): Promise<[number, number]> {
  const { width, height } = await sharp(data).metadata()
  return [width, height]
}

describe('small pictures', () => {
  test('are at most 1600 pixels long, in their own proportion', async () => {
    const small = await prepare(await resource(photograph(2400, 1200), 'image/jpeg'), 'small')
    expect(await sizeOf(small)).toEqual([1600, 800])
    expect([small.width, small.height, small.mediaType]).toEqual([1600, 800, 'image/jpeg'])
    expect(small.src).toBe('figures/one')
  })

  test('are JPEG where a PNG holds a photograph, and PNG where it holds a drawing', async () => {
    const photo = await prepare(await resource(photograph(400, 300), 'image/png'), 'small')
    const drawn = await prepare(await resource(drawing(2000, 1000), 'image/png'), 'small')
    expect([photo.mediaType, pictureFacts(photo.data).mediaType]).toEqual(['image/jpeg', 'image/jpeg'])
    expect([drawn.mediaType, pictureFacts(drawn.data).mediaType]).toEqual(['image/png', 'image/png'])
    expect(await sizeOf(drawn)).toEqual([1600, 800])
  })

  test('are never larger in bytes than those of the manuscript', async () => {
    const tight = await sharp({ create: canvas(300, 200) })
      .jpeg({ quality: 30 })
      .toBuffer()
    const given: Resource = { src: 'a', mediaType: 'image/jpeg', data: new Uint8Array(tight), width: 300, height: 200 }
    const small = await prepare(given, 'small')
    expect(small.data.length).toBeLessThanOrEqual(tight.length)
  })

  test('stand upright where the camera was held on its side', async () => {
    const turned = await photograph(2000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const given: Resource = {
      src: 'a',
      mediaType: 'image/jpeg',
      data: new Uint8Array(turned),
      width: 1000,
      height: 2000,
    }
    const small = await prepare(given, 'small')
    expect(await sizeOf(small)).toEqual([800, 1600])
    expect((await sharp(small.data).metadata()).orientation).toBeUndefined()
  })

  test('of the inks of a press become pictures of a screen', async () => {
    const { data, info } = await photograph(300, 200).toColourspace('cmyk').jpeg().toBuffer({ resolveWithObject: true })
    expect((await sharp(data).metadata()).space).toBe('cmyk')
    const given: Resource = { src: 'a', mediaType: 'image/jpeg', data: new Uint8Array(data), ...info }
    expect((await sharp((await prepare(given, 'small')).data).metadata()).space).toBe('srgb')
  })
})

describe('original pictures', () => {
  test('stay as they are, to the byte', async () => {
    const given = await resource(photograph(1900, 1800), 'image/jpeg')
    expect((await prepare(given, 'original')).data).toBe(given.data)
  })

  test('are scaled down where Apple would refuse them', async () => {
    const large = await prepare(await resource(photograph(2500, 2000), 'image/jpeg'), 'original')
    const [width, height] = await sizeOf(large)
    expect(width * height).toBeLessThanOrEqual(4_000_000)
    expect(width * height).toBeGreaterThan(3_950_000)
    expect(Math.abs(width / height - 1.25)).toBeLessThan(0.002)
  })
})

describe('pictures of either profile', () => {
  test.each<PictureProfile>(['small', 'original'])('leave vector drawings alone (%s)', async (profile) => {
    const vectors = issue.resources.filter(({ mediaType }) => mediaType === 'image/svg+xml')
    const prepared = await preparePictures(issue, profile)
    expect(vectors.length).toBeGreaterThan(0)
    for (const vector of vectors) expect(prepared).toContain(vector)
  })

  test('are the same bytes each time, and whole', async () => {
    const given = await resource(photograph(2400, 2000), 'image/png')
    const [once, again] = await Promise.all([prepare(given, 'small'), prepare(given, 'small')])
    expect(Buffer.from(once.data).equals(Buffer.from(again.data))).toBe(true)
    expect(pictureFacts(once.data).fault).toBe('')
  })
})
