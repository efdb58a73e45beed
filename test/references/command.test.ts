import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app/compose.ts'
import { EXIT } from '../../src/cli/context.ts'
import { type ListFormat, listFormats } from '../../src/exporters/lists.ts'
import { dragoman, plainApp } from '../conformance/cli.fixture.ts'
import { breaks } from './break.ts'
import { papers } from './documents.ts'
import { trueMarkers, writePaper } from './paper.ts'
import { readerOf } from './reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-references-'))
const at = (name: string): string => join(folder, name)
const { text, paper } = papers('documents').find((d) => d.name === 'volta-corridor.md')!
const doubled = breaks(paper, 1, 'command').find((b) => b.way === 'double')!.broken
let app: App

beforeAll(async () => {
  const read = await readerOf(false)
  app = { ...plainApp(), readFile: (bytes, origin) => read(origin.uri, new TextDecoder().decode(bytes)) }
  writeFileSync(at('sound.md'), text)
  writeFileSync(at('sound.txt'), papers('documents').find((d) => d.name === 'kaveri-atoll.txt')!.text)
  writeFileSync(at('broken.md'), writePaper(doubled.paper))
})
afterAll(() => rmSync(folder, { recursive: true }))

const references = (...words: string[]) => dragoman(['references', ...words], { app })

describe('dragoman references', () => {
  it('ends with 0 for a sound document and with 1 for a broken one', async () => {
    expect((await references(at('sound.txt'))).status).toBe(EXIT.ok)
    expect((await references(at('broken.md'))).status).toBe(EXIT.trouble)
  })

  it.each(Object.keys(listFormats) as ListFormat[])('writes the list as %s, which is read again', async (format) => {
    const { out } = await references(at('sound.md'), '--format', format)
    const items = await listFormats[format].read(out)
    expect(items).toHaveLength(paper.entries.length)
    expect(items[5]).toMatchObject({ type: 'book', title: 'The Price of Distance: Landlocked Trade in West Africa' })
    expect(items.map((i) => i.title).join()).toContain('« Nous ne mendierons pas une route vers la mer »')
  })

  it('writes a copy in which every marker points to its entry, and shows the change', async () => {
    const before = readFileSync(at('broken.md'), 'utf8')
    const { out } = await references(at('broken.md'), '--apply', at('copy.md'))
    expect(out).toContain(`+++ ${at('broken.md')} (renumbered)`)
    expect(readFileSync(at('broken.md'), 'utf8')).toBe(before)
    const wrong = trueMarkers(doubled.paper).filter((m) => !m.right).length
    expect(wrong).toBeGreaterThan(3)
    const right = {
      ...doubled.paper,
      prose: doubled.paper.prose.map((p) => (typeof p === 'string' ? p : { ...p, printed: p.meant.map(placeOf) })),
    }
    expect(readFileSync(at('copy.md'), 'utf8')).toBe(writePaper(right))
  })

  it('never writes over the document itself', async () => {
    const { status, err } = await references(at('broken.md'), '--apply', at('broken.md'))
    expect(status).toBe(EXIT.usage)
    expect(err).toContain('give another name')
  })
})

/** The number under which an entry stands in the broken list; of one that stands there twice, the first. */
const placeOf = (id: number): number => doubled.paper.entries.findIndex((e) => e.id === id) + 1
