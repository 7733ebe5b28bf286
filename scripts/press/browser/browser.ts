/**
 * A running browser for layout: the one from npm where it can run, otherwise an installed Chrome or Chromium.
 *
 * The packaged browser (Linux on x64) comes as compressed archives: the program, the few libraries that a bare Debian
 * lacks (nss, nspr, expat) and a fontconfig that knows no system font. It is unpacked once beside the installed
 * packages and started with LD_LIBRARY_PATH and FONTCONFIG_PATH at them, so that the lock file pins the layout engine.
 * The package's own unpacking is not used: it trusts any file called /tmp/chromium and skips the libraries outside
 * of Amazon's machines.
 */
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import puppeteer, { type Browser } from 'puppeteer-core'
import { extract } from 'tar-fs'
import { EnvironmentError } from '../../model/environment-error.ts'

export type { Browser }

const require = createRequire(import.meta.url)

interface Engine {
  readonly executable: string
  readonly env: NodeJS.ProcessEnv
}

/** Where a browser is looked for when the packaged one cannot run here. */
const installed: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
}

/**
 * The one family that the package brings, and no font of the system. With none at all the browser hangs on the first text
 * (seen on a bare Debian), and the package's own configuration looks for it under /tmp and /opt.
 */
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** Unpacks the packaged browser once; an interrupted unpacking leaves nothing that a later run would take for whole. */
async function packagedBrowser(): Promise<Engine> {
  const root = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../..')
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const cache = path.resolve(root, '../../.cache/kanben')
  const home = path.join(cache, `chromium-${version}`)
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true })
    const staging = await mkdtemp(path.join(cache, 'unpacking-'))
    const archive = (name: string) => createReadStream(path.join(root, 'bin', name))
    try {
      await Promise.all([
        pipeline(archive('chromium.br'), createBrotliDecompress(), createWriteStream(path.join(staging, 'chromium'))),
        pipeline(archive('al2023.tar.br'), createBrotliDecompress(), extract(path.join(staging, 'al2023'))),
        pipeline(archive('fonts.tar.br'), createBrotliDecompress(), extract(path.join(staging, 'fonts'))),
        pipeline(archive('swiftshader.tar.br'), createBrotliDecompress(), extract(staging)),
      ])
      await chmod(path.join(staging, 'chromium'), 0o755)
      await writeFile(path.join(staging, 'fonts', 'fonts.conf'), fontconfig)
      // Another process may have been faster; its copy is as good as ours.
      await rename(staging, home).catch((error: NodeJS.ErrnoException) => {
        if (!existsSync(home)) throw error
      })
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  }
  const libraries = [path.join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executable: path.join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: path.join(home, 'fonts'),
      XDG_CACHE_HOME: path.join(home, 'cache'),
    },
  }
}

/** @throws EnvironmentError where neither KANBEN_BROWSER nor the packaged nor an installed browser can be used. */
export async function findEngine(): Promise<Engine> {
  const chosen = process.env.KANBEN_BROWSER
  if (chosen) {
    if (existsSync(chosen)) return { executable: chosen, env: process.env }
    throw new EnvironmentError(`KANBEN_BROWSER: ${chosen} does not exist`, {
      zh: '把环境变量 KANBEN_BROWSER 改为本机 Chrome 或 Chromium 程序的完整路径，或删去它。',
      en: 'Set KANBEN_BROWSER to the full path of a Chrome or Chromium, or unset it.',
    })
  }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser()
  const found = (installed[process.platform] ?? []).find((candidate) => existsSync(candidate))
  if (found) return { executable: found, env: process.env }
  throw new EnvironmentError('no browser found to lay out the pages', {
    zh: '请安装 Chrome 或 Chromium；如已装在别处，用环境变量 KANBEN_BROWSER 指明程序的完整路径。',
    en: 'Install Chrome or Chromium, or name the full path of one in KANBEN_BROWSER.',
  })
}

/**
 * Starts the browser. It reaches no host at all, and runs in its own sandbox unless the user is root, for whom Chromium
 * has none.
 * @throws EnvironmentError where no browser is found or it does not start.
 */
export async function launchBrowser(): Promise<Browser> {
  const engine = await findEngine()
  const root = process.getuid?.() === 0
  const profile = await mkdtemp(path.join(tmpdir(), 'kanben-profile-'))
  try {
    const browser = await puppeteer.launch({
      executablePath: engine.executable,
      env: engine.env,
      headless: 'shell',
      userDataDir: profile,
      // Ctrl-C is the caller's: it closes the browser and leaves the last good files as they were.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: 0,
      args: [
        ...(root || process.env.KANBEN_SANDBOX === 'off' ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
        '--no-pings',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        '--host-resolver-rules=MAP * ~NOTFOUND',
      ],
    })
    browser.once('disconnected', () => void rm(profile, { recursive: true, force: true, maxRetries: 3 }))
    return browser
  } catch (error) {
    await rm(profile, { recursive: true, force: true })
    const text = error instanceof Error ? error.message : String(error)
    const sandbox = /sandbox/i.test(text)
    throw new EnvironmentError(
      `the browser did not start: ${text.split('\n')[0]}`,
      sandbox
        ? {
            zh: '系统不允许普通用户的程序建沙箱。可请管理员放开用户命名空间；若稿件都可信任，也可设 KANBEN_SANDBOX=off。',
            en: 'The system forbids sandboxes to ordinary users. Allow user namespaces, or, if you trust every manuscript, set KANBEN_SANDBOX=off.',
          }
        : {
            zh: '可用 KANBEN_BROWSER 指定本机的 Chrome 或 Chromium。',
            en: 'Name an installed Chrome or Chromium in KANBEN_BROWSER.',
          },
      { cause: error },
    )
  }
}

/** The version line of the engine, for the proof: which browser laid these pages out. */
export async function browserVersion(): Promise<string> {
  const { executable, env } = await findEngine()
  const { stdout } = await promisify(execFile)(executable, ['--version'], { env })
  return stdout.trim()
}
