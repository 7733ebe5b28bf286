/** In: bytes of a PDF. Out: pdf.js at work on them in a thread of its own, and the means to end it. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { PDFDocumentProxy } from 'pdfjs-dist'

export type Reader = PDFDocumentProxy

/**
 * The worker is plain JavaScript from the package, so its thread is started without the loader of tsx: that loader would
 * spend a second on reading it (measured), and two files are then read side by side while the main thread compares.
 */
const program = `
const { workerData } = require('node:worker_threads')
import(workerData.url).then(({ WorkerMessageHandler }) => WorkerMessageHandler.initializeFromPort(workerData.port))
`

/**
 * pdf.js is loaded when a PDF is to be read and not before. The minified build is the same code, without the source maps
 * that tsx would read.
 */
export async function openReader(bytes: Uint8Array): Promise<{ reader: Promise<Reader>; close: () => Promise<void> }> {
  const { port1, port2 } = new MessageChannel()
  const file = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
  const thread = new Worker(program, {
    eval: true,
    execArgv: [],
    workerData: { url: pathToFileURL(file).href, port: port2 },
    transferList: [port2],
  })
  const broken = new Promise<never>((_, reject) => thread.once('error', reject))
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.min.mjs')
  // A port of Node does what pdf.js asks of a worker of browsers.
  type Port = NonNullable<Parameters<typeof PDFWorker.create>[0]['port']>
  const worker = PDFWorker.create({ port: port1 as unknown as Port, verbosity: 0 })
  // pdf.js takes its data away from the caller, hence the copy.
  const task = getDocument({
    data: bytes.slice(),
    worker,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  })
  return {
    reader: Promise.race([task.promise, broken]),
    close: async () => {
      await task.destroy()
      worker.destroy()
      port1.close()
      await thread.terminate()
    },
  }
}
