/** In: what the last build gave. Out: a page on this machine only, which shows it and renews itself. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locale } from '../model/diagnostic.ts'

export interface Shown {
  /** The PDF to show; null keeps the last one. */
  readonly pdf: Uint8Array | null
  /** What there is to say beside it, a line each. */
  readonly lines: readonly string[]
}

export interface PreviewServer {
  readonly url: string
  show(shown: Shown): void
  close(): Promise<void>
}

const page = (locale: Locale): string => `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-Hans' : 'en'}"><meta charset="utf-8"><title>kanben</title>
<style>
  body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto 1fr; font: 14px/1.5 system-ui, sans-serif }
  pre { margin: 0; padding: .5em 1em; max-height: 30vh; overflow: auto; white-space: pre-wrap }
  iframe { border: 0; width: 100%; height: 100% }
  .empty pre { max-height: none } .empty iframe { display: none }
</style>
<body class="empty">
<pre>${locale === 'zh' ? '正在排版……' : 'Laying out …'}</pre><iframe title="PDF"></iframe>
<script>
  const [text, frame] = [document.querySelector('pre'), document.querySelector('iframe')]
  new EventSource('/events').onmessage = ({ data }) => {
    const { version, lines } = JSON.parse(data)
    text.textContent = lines.join('\\n')
    document.body.classList.toggle('empty', version === 0)
    if (version > 0 && !frame.src.includes('?' + version + '#')) frame.src = '/issue.pdf?' + version + '#view=Fit'
  }
</script></html>
`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)

/** Stands for the pages until there are some. */
const faults = (locale: Locale, lines: readonly string[]): string => `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-Hans' : 'en'}"><meta charset="utf-8"><title>kanben</title>
<pre style="white-space: pre-wrap">${lines.map(escaped).join('\n')}</pre></html>
`

/** Serves on a free port of 127.0.0.1 until closed. */
export async function servePreview(locale: Locale): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>()
  let pdf: Uint8Array | null = null
  let version = 0
  let message: string | null = null
  let told: readonly string[] = [locale === 'zh' ? '正在排版……' : 'Laying out …']

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // Another site's page may reach this port by a name of its own; only the address printed is answered.
    if (request.headers.host !== new URL(url).host) return void response.writeHead(403).end()
    const { pathname } = new URL(request.url ?? '/', url)
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
    if (pathname === '/') {
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(page(locale))
    } else if (pathname === '/issue.pdf' && pdf) {
      response.writeHead(200, { ...headers, 'content-type': 'application/pdf' }).end(pdf)
    } else if (pathname === '/issue.pdf') {
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(faults(locale, told))
    } else if (pathname === '/events') {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' })
      if (message !== null) response.write(message)
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    } else {
      response.writeHead(404, headers).end()
    }
  }

  const server = createServer(answer)
  await new Promise<void>((done, fail) => server.on('error', fail).listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    show: (shown) => {
      if (shown.pdf) {
        pdf = shown.pdf
        version += 1
      }
      told = shown.lines
      message = `data: ${JSON.stringify({ version, lines: shown.lines })}\n\n`
      for (const listener of listeners) listener.write(message)
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
