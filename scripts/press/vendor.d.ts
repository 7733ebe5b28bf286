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
