import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Doc, Marker } from '../model/index.ts'
import { numberChanges } from './changes.ts'
import { originalOf } from './original.ts'

const text = 'It rained [1]. It poured [2, 4–5]. It stopped (Keller 2015).'
const marker = (id: string, number: number, words: string): Marker => {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  return { id, number, span, entry: null, claim: span }
}
const group = [2, 4, 5].map((n) => marker(`m${n}`, n, '[2, 4–5]'))
const markers = [marker('m1', 1, '[1]'), ...group, marker('k', 3, '(Keller 2015)')]

describe('numberChanges', () => {
  it('tells one change for markers of one stretch, in the order of the text', () => {
    const changes = numberChanges(text, markers, [
      { marker: 'm5', from: 5, to: 6 },
      { marker: 'm4', from: 4, to: 5 },
      { marker: 'm1', from: 1, to: 2 },
    ])
    expect(changes.map((c) => [c.before, c.after, c.to])).toEqual([
      ['[1]', '[2]', [2]],
      ['[2, 4–5]', '[2, 5–6]', [2, 5, 6]],
    ])
  })

  it('writes nothing where no entry is left or the marker prints no number', () => {
    const changes = numberChanges(text, markers, [
      { marker: 'm1', from: 1, to: null },
      { marker: 'k', from: 3, to: 4 },
    ])
    expect(changes.map((c) => [c.before, c.after, c.to])).toEqual([
      ['[1]', null, [null]],
      ['(Keller 2015)', null, [4]],
    ])
  })

  it('leaves out what keeps its number', () =>
    expect(numberChanges(text, markers, [{ marker: 'm1', from: 1, to: 1 }])).toEqual([]))
})

describe('originalOf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-original-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)
  const docOf = (uri: string, read: string, shown: string): Doc =>
    ({
      text: shown,
      origin: {
        uri,
        mediaType: 'text/markdown',
        encoding: 'utf-8',
        sha256: createHash('sha256').update(read).digest('hex'),
        bytes: Buffer.byteLength(read),
      },
    }) as Doc
  const at = join(folder, 'note.md')
  writeFileSync(at, '*It rained*')

  it('is the text itself, the file that lies there, or the file that is given', () => {
    expect(originalOf(docOf('none.txt', 'It rained', 'It rained'), null)).toEqual(bytes('It rained'))
    expect(originalOf(docOf(at, '*It rained*', 'It rained'), null)).toEqual(bytes('*It rained*'))
    expect(originalOf(docOf('none.md', '*It rained*', 'It rained'), bytes('*It rained*'))).toEqual(bytes('*It rained*'))
  })

  it('is never another file: changed since, a folder, or one that is given by mistake', () => {
    for (const uri of [at, folder, '/dev/zero', '../../etc/passwd'])
      expect(() => originalOf(docOf(uri, '*It poured*', 'It poured'), null)).toThrow(/choose the file/u)
    expect(() => originalOf(docOf(at, '*It rained*', 'It rained'), bytes('It poured'))).toThrow(/not the file/u)
  })
})
