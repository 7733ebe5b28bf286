/** In: the bytes of an EPUB. Out: it opened in a reading system, in the real browser, served from memory. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { strFromU8 } from 'fflate'
import type { Browser, Page } from 'puppeteer-core'
import { sourceOfBytes, subsetFont } from '../../scripts/press/fonts/subset-cache.ts'
import { entriesOf } from './archive.ts'

const require = createRequire(import.meta.url)
const origin = 'https://reader.test'
/** Where the files of a reading system are, by the first part of the address. */
const packages: Readonly<Record<string, string>> = {
  'foliate-js': path.dirname(require.resolve('foliate-js/view.js')),
  epubjs: path.join(path.dirname(require.resolve('epubjs/package.json')), 'dist'),
  fonts: path.dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
  sans: path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')),
  kai: path.dirname(require.resolve('@fontsource/lxgw-wenkai/package.json')),
  jszip: path.join(path.dirname(require.resolve('jszip/package.json')), 'dist'),
}
const types: Readonly<Record<string, string>> = { js: 'text/javascript', mjs: 'text/javascript', css: 'text/css' }

/** A device has Chinese fonts, the browser of the tests has none: the reader's own Song, Hei and Kai by names that devices know. */
export const deviceFonts = `
@font-face { font-family: Device; src: url(${origin}/fonts/400Regular/NotoSerifSC_400Regular.ttf) }
@font-face { font-family: Device; font-weight: 700; src: url(${origin}/fonts/700Bold/NotoSerifSC_700Bold.ttf) }
@font-face { font-family: KaiTi; src: url(${origin}/kai/files/lxgw-wenkai-latin-500-normal.woff2) }
@font-face { font-family: SimHei; src: url(${origin}/sans/400Regular/NotoSansSC_400Regular.ttf) }
@font-face { font-family: SimHei; font-weight: 700; src: url(${origin}/sans/700Bold/NotoSansSC_700Bold.ttf) }
html { font-family: Device }
`

/**
 * What the tests ask of foliate-js, as text because it runs in the page. `targets` resolves addresses without showing them;
 * `show` turns to one and says which page of the paper the reading system believes to be at.
 */
const foliate = `
import '/foliate-js/view.js'
import { FootnoteHandler } from '/foliate-js/footnotes.js'
const view = document.createElement('foliate-view')
document.body.append(view)
await view.open(new File([await (await fetch('/book.epub')).blob()], 'book.epub'))
const { book } = view
const flat = (items) => items.flatMap((item) => [item, ...flat(item.subitems ?? [])])
const loaded = (act) => new Promise((resolve, reject) => {
  view.addEventListener('load', ({ detail }) => resolve(detail.doc), { once: true })
  act().catch(reject)
})
const target = async ({ label, href }) => {
  const { index, anchor } = await book.resolveHref(href)
  const found = anchor(await book.sections[index].createDocument())
  const element = found.nodeType ? found : found.startContainer
  return { label, role: element?.getAttribute?.('role') ?? '', name: element?.getAttribute?.('aria-label') ?? '', text: element?.textContent ?? '' }
}
window.reader = {
  sections: book.sections.length,
  contributors: book.metadata.contributor ?? [],
  authors: book.metadata.author ?? [],
  async section(index) {
    const doc = await loaded(() => view.goTo(index))
    await doc.fonts.ready
    const pictures = [...doc.images].map((image) => image.complete && image.naturalWidth > 0)
    return { characters: doc.body.textContent.replace(/\\s/g, '').length, pictures, width: doc.documentElement.clientWidth }
  },
  toc: () => Promise.all(flat(book.toc).map(target)),
  pages: () => Promise.all((book.pageList ?? []).map(target)),
  async show(href) {
    await view.goTo(href)
    await new Promise((done) => setTimeout(done, 50))
    return view.lastLocation?.pageItem?.label ?? null
  },
  pageHrefs: () => (book.pageList ?? []).map(({ href }) => href),
  styles: (css) => view.renderer.setStyles(css),
  async note(index) {
    const doc = await loaded(() => view.goTo(index))
    const call = doc.querySelector('[role="doc-noteref"]')
    if (!call) return null
    const handler = new FootnoteHandler()
    const shown = new Promise((resolve) => handler.addEventListener('render', ({ detail }) => resolve({
      type: detail.type,
      text: detail.view.renderer.getContents()[0].doc.body.textContent,
    })))
    handler.addEventListener('before-render', ({ detail }) => document.body.append(detail.view))
    const href = book.sections[index].resolveHref(call.getAttribute('href'))
    const handled = handler.handle(book, { detail: { a: call, href }, preventDefault() {} })
    if (!handled) return null
    await handled
    return shown
  },
}
window.ready = true
`

/** The same of epub.js 0.3, which lays a chapter out in one scrolling frame. */
const epubjs = `
const book = ePub(await (await fetch('/book.epub')).arrayBuffer())
await book.ready
const rendition = book.renderTo(document.body, { width: innerWidth, height: innerHeight, flow: 'scrolled-doc' })
const flat = (items) => items.flatMap((item) => [item, ...flat(item.subitems ?? [])])
window.reader = {
  hrefs: () => book.spine.spineItems.map(({ href }) => href),
  async section(href) {
    await rendition.display(href)
    const { document: doc } = rendition.getContents()[0]
    await doc.fonts.ready
    await Promise.all([...doc.images].map((image) => image.decode().catch(() => {})))
    return {
      characters: doc.body.textContent.replace(/\\s/g, '').length,
      pictures: [...doc.images].map((image) => image.naturalWidth > 0),
      overflow: doc.documentElement.scrollWidth - doc.documentElement.clientWidth,
    }
  },
  async toc() {
    const items = flat(book.navigation.toc)
    return Promise.all(items.map(async ({ label, href }) => {
      const [path, fragment] = href.split('#')
      const section = book.spine.get(path)
      const doc = section && new DOMParser().parseFromString(await book.archive.getText(book.resolve(path)), 'application/xhtml+xml')
      const element = fragment ? doc?.getElementById(fragment) : doc?.body
      return { label: label.trim(), text: element?.textContent ?? null }
    }))
  },
  pages: () => book.pageList.pageList.length,
  styles: (css) => rendition.hooks.content.register(({ document: doc }) => {
    doc.head.append(Object.assign(doc.createElement('style'), { textContent: css }))
  }),
}
window.ready = true
`

const shells = {
  foliate: `<!doctype html><meta charset="utf-8"><style>html,body{height:100%;margin:0}foliate-view{display:block;height:100%}</style><script type="module">${foliate}</script>`,
  epubjs: `<!doctype html><meta charset="utf-8"><style>html,body{height:100%;margin:0}</style><script src="/jszip/jszip.min.js"></script><script src="/epubjs/epub.js"></script><script type="module">${epubjs}</script>`,
} as const

export interface ReadingSystem {
  readonly page: Page
  /** Errors of the console and of scripts, and addresses that the book or the system asked for in vain. */
  readonly complaints: readonly string[]
  /** Calls a function of the program in the page: `section(3)`. */
  readonly ask: <T>(call: string) => Promise<T>
}

/** The characters of a book, in which a device font is as good as whole: each chapter asks for its megabytes anew. */
const charactersOf = (epub: Uint8Array): string =>
  [
    ...new Set(
      Object.entries(entriesOf(epub))
        .filter(([name]) => /\.(?:xhtml|css)$/.test(name))
        .flatMap(([, data]) => [...strFromU8(data)]),
    ),
  ].join('')

export async function openIn(
  system: keyof typeof shells,
  browser: Browser,
  epub: Uint8Array,
  size: { readonly width: number; readonly height: number },
): Promise<ReadingSystem> {
  const page = await browser.newPage()
  const characters = charactersOf(epub)
  await page.setViewport(size)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.setRequestInterception(true)
  page.on('request', async (request) => {
    const { origin: from, pathname } = new URL(request.url())
    if (/^(?:blob|data|about):/.test(request.url())) return request.continue()
    const [, name = '', ...rest] = pathname.split('/')
    const html = { contentType: 'text/html', body: shells[system] }
    const answer = async () => {
      if (from !== origin) throw new Error('outside')
      if (name === '') return html
      if (name === 'book.epub') return { contentType: 'application/epub+zip', body: Buffer.from(epub) }
      const whole = await readFile(path.join(packages[name]!, ...rest))
      const font = pathname.endsWith('.ttf')
      const file = font ? await subsetFont(sourceOfBytes(whole), characters, { targetFormat: 'truetype' }) : whole
      // The frame of a chapter may be of no origin, to which fonts are only given where all may have them.
      const headers = { 'access-control-allow-origin': '*' }
      return { contentType: types[path.extname(pathname).slice(1)] ?? 'text/plain', headers, body: file }
    }
    try {
      await request.respond(await answer())
    } catch {
      if (!pathname.endsWith('favicon.ico')) complaints.push(`asked for ${request.url()}`)
      await request.respond({ status: 404, body: '' })
    }
  })
  await page.goto(`${origin}/`)
  await page.waitForFunction('window.ready === true', { timeout: 30_000 }).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${complaints.join('; ')}`)
  })
  return { page, complaints, ask: <T>(call: string) => page.evaluate(`reader.${call}`) as Promise<T> }
}
