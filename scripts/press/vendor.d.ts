/** Types of packages that bring none. */
declare module 'pagedjs-cli' {
  import type { EventEmitter } from 'node:events'
  import type { Page } from 'puppeteer-core'

  interface PrinterOptions {
    allowLocal?: boolean
    allowRemote?: boolean
    allowedPaths?: readonly string[]
    additionalScripts?: readonly string[]
    styles?: readonly string[]
    timeout?: number
    closeAfter?: boolean
    emulateMedia?: 'print' | 'screen'
  }
  export default class Printer extends EventEmitter {
    constructor(options?: PrinterOptions)
    browser: { newPage(): Promise<Page>; close(): Promise<void> }
    render(input: string | { url?: string; html?: string }): Promise<Page>
  }
}

declare module 'lcms-wasm' {
  /** A number that stands for a profile or a transform inside of the engine; 0 where there is none. */
  type Handle = number
  interface Lcms {
    readonly HEAPU8: Uint8Array
    _malloc(bytes: number): number
    _free(at: number): void
    ccall(name: string, result: 'number', types: readonly 'number'[], values: readonly number[]): number
    cmsCreate_sRGBProfile(): Handle
    cmsCreateLab4Profile(whitePoint: null): Handle
    cmsCloseProfile(profile: Handle): void
    cmsGetColorSpaceASCII(profile: Handle): string | null
    cmsCreateTransform(from: Handle, format: number, to: Handle, into: number, intent: number, flags: number): Handle
    cmsDeleteTransform(transform: Handle): void
    cmsDoTransform(transform: Handle, pixels: Uint8Array, count: number): Uint8Array | Uint16Array
  }
  export function instantiate(): Promise<Lcms>
  export const TYPE_RGB_8: number
  export const TYPE_CMYK_8: number
  export const TYPE_Lab_16: number
  export const INTENT_RELATIVE_COLORIMETRIC: number
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number
}

declare module 'fontverter' {
  export function detectFormat(font: Buffer): 'sfnt' | 'woff' | 'woff2'
  export function convert(font: Buffer, to: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}
