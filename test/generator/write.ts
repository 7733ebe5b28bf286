/** A drafted issue in; its folder out. What was left out is made good here: labels, numbers of references, jumps, pictures. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'yaml'
import { type Block, type DraftArticle, type DraftIssue, jumpKind } from './model.ts'

const blockText = ({ head, pieces, joint, tail }: Block): string => head + pieces.join(joint) + tail

/** The jump stands between two blocks and not directly after a heading, and only where its rest is printed. */
function withoutIdleJump(blocks: readonly Block[], jumps: boolean): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind === jumpKind)
  const stays = jumps && at > 0 && at < blocks.length - 1 && blocks[at - 1]!.kind !== 'heading'
  return at < 0 || stays ? blocks : blocks.filter((_, index) => index !== at)
}

/** A heading of the third level that lost the one above it takes its place. */
const levelled = (text: string, before: readonly Block[]): string =>
  text.startsWith('### ') && !before.some(({ head }) => head === '## ') ? text.slice(1) : text

interface Written {
  readonly text: string
  readonly jumps: boolean
}

function articleText(article: DraftArticle, articles: readonly DraftArticle[]): Written {
  const later = articles.findIndex(({ name }) => name === article.name)
  const jumps = articles.slice(later + 1).some(({ name }) => name === article.continuedAfter)
  const blocks = withoutIdleJump(article.blocks, jumps)
  const notes: string[] = []
  const cited: number[] = []
  const body = blocks
    .map((block, index) =>
      levelled(blockText(block), blocks.slice(0, index))
        .replaceAll(/⟦note:([^⟧]*)⟧/g, (_, text: string) => `[^${notes.push(text)}]`)
        .replaceAll(/⟦link:(\d+):([^⟧]*)⟧/g, (_, number: string, text: string) => {
          const to = articles[Number(number)]
          return to ? `[${text}](${to.name})` : text
        })
        .replaceAll(/⟦cite:([^⟧]*)⟧/g, (_, entries: string) => {
          const numbers = entries.split(',').map((entry) => {
            const known = cited.indexOf(Number(entry))
            return known >= 0 ? known + 1 : cited.push(Number(entry))
          })
          return `[@${numbers.join(',')}]`
        }),
    )
    .join('\n\n')
  const front =
    cited.length > 0 ? { ...article.front, references: cited.map((entry) => article.references[entry]) } : article.front
  const facts = stringify(front, { lineWidth: 0 })
  const noted = notes.map((text, index) => `[^${index + 1}]: ${text}`).join('\n')
  return {
    text: `---\n${facts}---\n\n${body}\n${noted ? `\n${noted}\n` : ''}`,
    jumps: blocks.some(({ kind }) => kind === jumpKind),
  }
}

/** Writes the folder anew, and returns its path. */
export async function writeIssue(issue: DraftIssue, into: string): Promise<string> {
  const folder = path.join(into, issue.id)
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'figures'), { recursive: true })
  const written = new Map(issue.articles.map((one) => [one.name, articleText(one, issue.articles)]))
  const names = [...new Set(issue.articles.map(({ section }) => section))]
  const sections = names.map((name) => ({
    name,
    articles: issue.articles
      .filter(({ section }) => section === name)
      .flatMap((one) => [
        one.name,
        ...issue.articles
          .filter((other) => other.continuedAfter === one.name && written.get(other.name)!.jumps)
          .map((other) => ({ continue: other.name })),
      ]),
  }))
  const manifest = stringify({ ...issue.manifest, sections }, { lineWidth: 0 })
  const all = [manifest, ...[...written.values()].map(({ text }) => text)].join('\n')
  await Promise.all([
    writeFile(path.join(folder, 'issue.yaml'), manifest),
    ...[...written].map(([name, { text }]) => writeFile(path.join(folder, name), text)),
    ...[...issue.pictures]
      .filter(([name]) => all.includes(name))
      .map(([name, bytes]) => writeFile(path.join(folder, name), bytes)),
  ])
  return folder
}
