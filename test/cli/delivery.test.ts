import { createHash } from 'node:crypto'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { edit, inFolder, issueIn, kanben } from './kanben.ts'

/** The line ends where the sense allows it and nowhere else, and leaves one character for the second line. */
const loneCharacter = '\n## 墨从松烟里来也从油烟里来先扫后筛再和胶成锭待|尾\n\n标题之后另有一段正文，好让它不在栏末。\n'

const digest = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

test('a fault of typography is delivered with exit 1, a fault that a press refuses delivers nothing, and a waiver makes it good', async () => {
  await inFolder(async (cwd) => {
    const issue = await issueIn(cwd)
    const article = path.join(issue, '02-ink.md')
    const file = path.join(cwd, 'dist/2026-01/2026-01-print.pdf')
    const proofIn = async (folder: string) => ({
      json: JSON.parse(await readFile(path.join(cwd, folder, 'proof.json'), 'utf8')),
      html: await readFile(path.join(cwd, folder, 'proof.html'), 'utf8'),
    })
    await writeFile(article, (await readFile(article, 'utf8')) + loneCharacter)
    const figure = path.join(issue, 'figures/press.svg')
    await edit(figure, '</svg>', '<path d="M0 1H20" stroke="#000" stroke-width=".01"/></svg>')

    const built = await kanben(['build', '--edition', 'print', '--format', 'json'], { cwd })
    expect(built.code).toBe(1)
    const record = JSON.parse(built.stdout)
    expect(record).toMatchObject({ verdict: 'look', toLookAt: 1, errors: 1, artifacts: [{ edition: 'print' }] })
    expect(record.diagnostics).toMatchObject([
      { code: 'printing/hairline', severity: 'warning', place: { file: '2026-01-print.pdf', page: 1 } },
      { code: 'printing/hairline', severity: 'warning', place: { file: '2026-01-print.pdf', page: 4 } },
      { code: 'typography/lone-character', look: true, place: { file: 'manuscript/2026-01/02-ink.md', line: 29 } },
    ])
    expect(built.stderr).toContain('delivered, but 1 place to look at before it goes to press\n0 errors, 1 to look at')
    const first = await proofIn('dist/2026-01')
    expect(first.json).toMatchObject({
      verdict: 'look',
      diagnostics: [{}, {}, { look: true, printed: { page: 5, column: expect.any(Number), line: expect.any(Number) } }],
    })
    expect(first.html).toContain('<p class="verdict look">Look at this place first</p>')
    const before = await digest(file)

    // Before PDF/X-1a nothing may show through.
    await writeFile(
      path.join(issue, 'issue.yaml'),
      `${await readFile(path.join(issue, 'issue.yaml'), 'utf8')}print: { standard: x-1a }\n`,
    )
    await edit(figure, '<path ', '<path fill="#a00" opacity=".5" ')
    const refused = await kanben(['build', '--edition', 'print', '--format', 'json'], { cwd })
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ verdict: 'refused', artifacts: [] })
    expect(await digest(file)).toBe(before)
    expect((await proofIn('dist/2026-01')).json.verdict).toBe('look')
    await edit(path.join(issue, 'issue.yaml'), 'print: { standard: x-1a }\n', '')
    await edit(figure, 'fill="#a00" opacity=".5" ', '')

    const waiver =
      '- code: typography/lone-character\n  file: 02-ink.md\n  because: 照原题的断句\n- code: printing/hairline\n  file: 2026-01-print.pdf\n  because: 原图如此\n'
    await writeFile(path.join(issue, 'waivers.yaml'), waiver)
    expect((await kanben(['check'], { cwd })).code).toBe(0)
    const book = await kanben(['build', '--edition', 'epub', '--out', 'book'], { cwd })
    expect({ code: book.code, stderr: book.stderr.includes('waiver-unused') }).toEqual({ code: 0, stderr: false })
    expect((await proofIn('book/2026-01')).html).toContain('<p class="verdict ok">Ready to publish</p>')
    // Nothing is laid out on pages for a book alone, so that it has no page list, which is told where a PDF lies beside it.
    expect(book.stderr).not.toContain('Laying out')
    await cp(path.join(cwd, 'book/2026-01/2026-01.epub'), path.join(cwd, 'dist/2026-01/2026-01.epub'))
    const mixed = await kanben(['proof', '--format', 'json'], { cwd })
    expect(JSON.parse(mixed.stdout).diagnostics).toMatchObject([{ code: 'epub/unpaged' }])
    await rm(path.join(cwd, 'dist/2026-01/2026-01.epub'))
    const waived = await kanben(['proof'], { cwd })
    expect(waived.stderr).toContain('0 errors, 0 warnings')
    expect(waived.code).toBe(0)
    const { json, html } = await proofIn('dist/2026-01')
    expect(json).toMatchObject({ verdict: 'press', diagnostics: [] })
    expect(html).toContain('<p class="verdict ok">Ready for press</p>')
    expect(html).not.toContain('mark failed')
    // Pictures of the pages and the job sheet are made of the files, and not left out because nothing was laid out.
    expect(html.match(/<image id="page-\d+" href="data:image\/jpeg/g)).toHaveLength(json.artifacts[0]!.pages.length)
    expect(html).toContain('Job sheet')
  })
}, 600_000)

test('a draft shows the pages whatever is wrong, with the faults marked and a page for an article that cannot be read', async () => {
  await inFolder(async (cwd) => {
    const issue = await issueIn(cwd)
    const [paper, ink, manifest] = ['01-paper.md', '02-ink.md', 'issue.yaml'].map((name) => path.join(issue, name))
    await edit(paper!, '](figures/press.svg', '](figures/nothing.svg')
    await edit(paper!, '师傅两手', '师傅\u{2000b}两手')
    await writeFile(ink!, (await readFile(ink!, 'utf8')) + loneCharacter)
    await writeFile(path.join(issue, '03-broken.md'), '---\ntitle: 一篇: 坏了\nbyline: [某某]\n---\n\n正文。\n')
    await edit(manifest!, '[02-ink.md]', '[02-ink.md, 03-broken.md, 04-gone.md, 05-gone.md]')
    await edit(manifest!, '[notes, blank, blank]', '[]')

    const { code, stdout, stderr } = await kanben(['build', '--draft', '--edition', 'screen', '--format', 'json'], {
      cwd,
    })
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(code).toBe(0)
    const record = JSON.parse(stdout)
    expect(record.artifacts).toMatchObject([{ edition: 'screen' }])
    expect(record.artifacts[0].pages % 4).toBe(0)
    const codes = record.diagnostics.map((fault: { code: string }) => fault.code)
    expect(codes).toEqual(
      expect.arrayContaining([
        'manuscript/figure-missing',
        'layout/glyph-missing',
        'layout/filler-added',
        'manuscript/yaml-unquoted',
        'manuscript/article-missing',
        'typography/lone-character',
      ]),
    )
    // The missing character is told where it stands, and not again for each of the files.
    expect(codes).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:pdfua|proof)\//)]))
    const folder = path.join(cwd, 'dist/2026-01-draft')
    const proof = JSON.parse(await readFile(path.join(folder, 'proof.json'), 'utf8'))
    expect(proof).toMatchObject({ draft: true, verdict: 'refused' })
    const marked = new Map(proof.marks.map((mark: { code: string; page: number; box?: number[] }) => [mark.code, mark]))
    expect(marked.get('layout/glyph-missing')).toMatchObject({ page: 4, box: [expect.any(Number), {}, {}, {}] })
    expect(marked.get('typography/lone-character')).toMatchObject({ page: 5 })
    expect(marked.get('manuscript/yaml-unquoted')).toMatchObject({ page: 6 })
    expect(marked.get('manuscript/article-missing')).toMatchObject({ page: 8 })
    const bytes = await readFile(path.join(folder, '2026-01-screen.pdf'))
    expect(proof.artifacts[0].sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await readFile(path.join(folder, 'proof.html'), 'utf8')).toContain('Draft · Not for press')
  })
}, 600_000)

test('a draft is made whatever the manifest lacks, and not without an article', async () => {
  await inFolder(async (cwd) => {
    const issue = await issueIn(cwd)
    const draft = () => kanben(['build', '--draft', '--edition', 'screen', '--format', 'json'], { cwd })
    await writeFile(path.join(issue, 'issue.yaml'), 'journal：\n  name：纸上\n  editors: [\nissue 2026\n')
    await writeFile(
      path.join(issue, '03-访谈.md'),
      Buffer.from([0x23, 0x20, 0xb7, 0xc3, 0xcc, 0xb8, 0x0a, 0x0a, 0xba, 0xc3]),
    )
    const { code, stdout } = await draft()
    expect(code).toBe(0)
    const { artifacts, diagnostics } = JSON.parse(stdout)
    expect(artifacts).toMatchObject([{ edition: 'screen' }])
    const told = diagnostics.map((d: { code: string }) => d.code)
    for (const slug of ['yaml-full-width', 'yaml-bracket', 'file-name', 'file-encoding', 'front-matter-missing'])
      expect(told).toContain(`manuscript/${slug}`)
    // A page on the manifest, the two articles, and the one whose name and encoding are refused.
    const { checks } = JSON.parse(await readFile(path.join(cwd, 'dist/2026-01-draft/proof.json'), 'utf8'))
    const kept = checks.filter((check: { name: string }) => check.name === 'text/conserved')
    expect(kept.map((check: { subject: string }) => check.subject)).toEqual(
      expect.arrayContaining(['issue.yaml 没有读入', '墨从哪里来', '待填']),
    )

    for (const name of ['01-paper.md', '02-ink.md', '03-访谈.md']) await rm(path.join(issue, name))
    const none = await draft()
    expect(none.code).toBe(1)
    expect(JSON.parse(none.stdout).artifacts).toEqual([])
  })
}, 600_000)
