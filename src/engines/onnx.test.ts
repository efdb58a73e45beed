import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from './onnx.ts'

const folder = join(resolve(import.meta.dirname, '../..'), 'models/reader')
let reader: Awaited<ReturnType<typeof openReader>>
beforeAll(async () => {
  reader = await openReader(folder)
}, 60_000)
afterAll(() => reader.close())

const words = 'The Norwegian minister met Ana Lima in Oslo . She signed the treaty .'.split(' ')

describe('the language model', () => {
  it('parts sentences, tags, parses and names', async () => {
    const [first, second] = await reader.read(words)
    expect([first!.words, second!.words]).toEqual([
      [0, 9],
      [9, 14],
    ])
    expect(first!.upos.slice(0, 4)).toEqual(['DET', 'ADJ', 'NOUN', 'VERB'])
    expect(first!.heads[3]).toBe(0)
    expect([first!.heads[2], first!.deprels[2]]).toEqual([4, 'nsubj'])
    expect(first!.lemmas[3]).toBe('meet')
    expect(first!.feats[3]).toContain('Tense=Past')
    expect(first!.entities).toEqual([
      { first: 5, last: 6, label: 'PER' },
      { first: 8, last: 8, label: 'LOC' },
    ])
  })

  it('gives the same words the same answer, whatever was read between', async () => {
    const before = await reader.read(words)
    await reader.read('Other words , many of them , stand here .'.split(' '))
    expect(await reader.read(words)).toEqual(before)
  })

  it('covers every word once, in trees with one root, also where no sentence ends', async () => {
    const long = Array.from({ length: 700 }, (_, i) => ['state', 'of', 'the', 'region'][i % 4]!)
    const sentences = await reader.read(long)
    let at = 0
    for (const s of sentences) {
      expect(s.words[0]).toBe(at)
      at = s.words[1]
      expect(s.heads.filter((h) => h === 0)).toHaveLength(1)
      expect(Math.max(...s.heads)).toBeLessThanOrEqual(s.heads.length)
    }
    expect(at).toBe(long.length)
  }, 60_000)

  it('reads nothing of no words', async () => expect(await reader.read([])).toEqual([]))
})

describe('a model that is not there or does not fit', () => {
  it('says what to do', async () => {
    await expect(openReader('/nowhere')).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining('git checkout models'),
    })
    const broken = mkdtempSync(join(tmpdir(), 'dragoman-'))
    for (const [name, text] of [
      ['reader.json', '{"version": 1}'],
      ['vocab.txt', '[UNK]'],
      ['reader.int8.onnx', 'no model'],
    ] as const)
      writeFileSync(join(broken, name), text)
    await expect(openReader(broken)).rejects.toMatchObject({ code: 'model-broken' })
  })
})
