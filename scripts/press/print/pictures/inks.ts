/**
 * In: the pictures of an issue. Out: the same, those in printing inks (JPEG of CMYK) once for screens, in sRGB, and beside that
 * as they came: who separated a picture has settled its inks, and no second separation gives them back.
 */
import sharp from 'sharp'
import type { Issue } from '../../../model/issue.ts'
import type { Resource } from '../../../model/manuscript.ts'
import { outputProfile } from '../colour/colour-engine.ts'

/** Of what screens show; print has the inks themselves. */
const quality = 95

const marker = { start: 0xd8, adobe: 0xee, profile: 0xe2, scan: 0xda }
/** Bytes of a profile in one segment: its length has 16 bits, and the name and two numbers stand before it (ICC.1, B.4). */
const chunk = 65_519

/** A JPEG with an ICC profile put into it, by which it is read. */
export function withProfile(jpeg: Uint8Array, profile: Uint8Array): Buffer {
  const count = Math.ceil(profile.length / chunk)
  const segments = Array.from({ length: count }, (_, i) => {
    const data = profile.subarray(i * chunk, (i + 1) * chunk)
    const head = Buffer.from([0xff, marker.profile, 0, 0, ...Buffer.from('ICC_PROFILE\0', 'latin1'), i + 1, count])
    head.writeUInt16BE(head.length - 2 + data.length, 2)
    return Buffer.concat([head, data])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

/** Whether the values of a CMYK JPEG are stored upside down, as programs with Adobe's marker do it. */
export function isInverted(jpeg: Uint8Array): boolean {
  for (let at = 2; at + 4 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== marker.scan; ) {
    if (jpeg[at + 1] === marker.adobe && Buffer.from(jpeg.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe') {
      return true
    }
    at += 2 + (jpeg[at + 2]! << 8) + jpeg[at + 3]!
  }
  return false
}

async function forScreens(resource: Resource, condition: () => Promise<Uint8Array>): Promise<Resource> {
  if (resource.mediaType !== 'image/jpeg') return resource
  const { space, icc, orientation = 1 } = await sharp(resource.data).metadata()
  if (space !== 'cmyk') return resource
  const tagged = icc ? resource.data : withProfile(resource.data, await condition())
  const screen = await sharp(tagged).autoOrient().toColourspace('srgb').jpeg({ quality }).toBuffer()
  // What a camera or a scanner laid on its side is set upright, as the picture for screens is.
  const upright = orientation === 1 ? resource.data : await turned(resource.data)
  return { ...resource, data: new Uint8Array(screen), inks: upright }
}

const turned = async (jpeg: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(jpeg, { ignoreIcc: true })
      .pipelineColourspace('cmyk')
      .autoOrient()
      .toColourspace('cmyk')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer(),
  )

/** The pictures for screens, and with them, where a picture came in inks, its inks. Without a profile of its own it is read by the issue's. */
export async function picturesForScreens({ resources, printing }: Issue): Promise<readonly Resource[]> {
  let profile: Promise<Uint8Array> | undefined
  const condition = () => {
    profile ??= outputProfile(printing.condition)
    return profile
  }
  return Promise.all(resources.map((resource) => forScreens(resource, condition)))
}
