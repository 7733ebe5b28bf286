import { readFile, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inFolder, issueIn, kanben, start } from './kanben.ts'

/** Status of a page asked for under another host's name. */
const statusAs = (url: string, host: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    get(url, { headers: { host } }, (response) => {
      response.resume()
      done(response.statusCode)
    }).on('error', fail)
  })

test('preview shows the pages, renews them after a save, answers nobody else, and ends when interrupted', async () => {
  await inFolder(async (cwd) => {
    const issue = await issueIn(cwd)
    const { child, ended, heard } = start(['preview'], { cwd })
    let address = ''
    child.stdout?.on('data', (text: string) => {
      address += text
    })
    while (!address.includes('\n') && child.exitCode === null) await pause(20)
    const url = address.trim()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(url)).text()).toContain("new EventSource('/events')")
    expect(await statusAs(url, 'elsewhere.example')).toBe(403)
    expect((await fetch(new URL('/../package.json', url))).status).toBe(404)

    const events = (await fetch(new URL('/events', url))).body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async () => JSON.parse((await events?.read())?.value?.replace(/^data: /, '') ?? 'null')
    const shown = await next()
    expect(shown).toMatchObject({ version: 1 })
    expect(shown.lines.at(-1)).toBe('0 errors, 0 warnings')
    const pdf = Buffer.from(await (await fetch(new URL('/issue.pdf', url))).arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

    const article = path.join(issue, '02-ink.md')
    await writeFile(article, (await readFile(article, 'utf8')).replace('affiliation:', 'affiliatoin:'))
    const { lines } = await next()
    expect(lines.join('\n')).toMatch(/02-ink\.md:4:1 {2}error {2}manuscript\/key-unknown\n.+\n.+\n.+\n {2}hint: /)

    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(heard()).not.toMatch(/^\s+at /m)
  })
}, 300_000)

test('preview without any pages shows the faults, in the language asked for, and goes on waiting', async () => {
  await inFolder(async (cwd) => {
    const issue = await issueIn(cwd)
    await writeFile(path.join(issue, 'issue.yaml'), 'journal: [\n')
    for (const name of ['01-paper.md', '02-ink.md']) await rm(path.join(issue, name))
    const { child, ended, heard } = start(['preview', '--lang', 'zh'], { cwd })
    let address = ''
    child.stdout?.on('data', (text: string) => {
      address += text
    })
    while (!heard().includes('个错误') && child.exitCode === null) await pause(20)
    expect(heard()).toContain('建议：')
    const pages = await fetch(new URL('/issue.pdf', address.trim()))
    expect(pages.status).toBe(200)
    expect(await pages.text()).toContain('manuscript/yaml-bracket')
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
  })
})

test('preview of a folder that is not there says so and ends', async () => {
  await inFolder(async (cwd) => {
    const { code, stderr } = await kanben(['preview', 'manuscript/2031-01', '--format', 'line'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain('manuscript/2031-01')
  })
})
