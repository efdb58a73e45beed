import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expandFiles, type InputFile, readStream } from './files.ts'
import { bytesOf, codeOf } from './fixtures.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, content = 'words') => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}
const expanded = async (...names: string[]): Promise<InputFile[]> => {
  const out: InputFile[] = []
  for await (const file of expandFiles(
    names.map((n) => (n === '-' ? n : join(folder, n))),
    async () => bytesOf('from standard input'),
  ))
    out.push(file)
  return out
}
const told = async (...names: string[]) =>
  (await expanded(...names)).map((f) => `${f.uri.replace(`${folder}/`, '')}${f.kind === 'failed' ? ` ${f.code}` : ''}`)

describe('expandFiles', () => {
  it('takes files as they are named, whatever their ending, and standard input', async () => {
    put('b.xyz')
    put('a.txt')
    expect(await told('b.xyz', '-', 'a.txt')).toEqual(['b.xyz', 'standard input', 'a.txt'])
    const [file, input] = await expanded('a.txt', '-')
    expect(file?.kind === 'file' && [file.bytes, Buffer.from(await file.read()).toString()]).toEqual([5, 'words'])
    expect(input?.kind === 'file' && Buffer.from(await input.read()).toString()).toBe('from standard input')
  })
  it('walks folders in the order of names; hidden files and files that are no documents are passed over', async () => {
    for (const name of ['b/two.MD', 'b/.git/x.txt', 'a.txt', '.hidden.txt', 'c.exe', 'B.txt', 'z/deep/er/one.html'])
      put(name)
    expect(await told('')).toEqual(['B.txt', 'a.txt', 'b/two.MD', 'z/deep/er/one.html'])
  })
  it('tells of documents that cannot be read', async () => {
    for (const name of ['a.doc', 'b.odt', 'c.txt']) put(name)
    expect(await told('')).toEqual(['a.doc unsupported-format', 'b.odt unsupported-format', 'c.txt'])
  })
  it('follows links inside the folder, and none that lead out or round', async () => {
    put('in/a.txt')
    put('out.txt')
    symlinkSync('a.txt', join(folder, 'in/b.txt'))
    symlinkSync(join(folder, 'in'), join(folder, 'in/c'))
    symlinkSync('/etc', join(folder, 'in/d'))
    symlinkSync('../out.txt', join(folder, 'in/e.txt'))
    symlinkSync('g.txt', join(folder, 'in/f.txt'))
    symlinkSync('f.txt', join(folder, 'in/g.txt'))
    symlinkSync('gone.txt', join(folder, 'in/h.txt'))
    expect(await told('in')).toEqual([
      'in/a.txt',
      'in/b.txt',
      'in/c link-loop',
      'in/d link-leads-out',
      'in/e.txt link-leads-out',
      'in/f.txt link-loop',
      'in/g.txt link-loop',
      'in/h.txt not-found',
    ])
  })
  it('tells of what is missing or too large before reading it, and goes on', async () => {
    put('a.txt')
    put('big.txt')
    truncateSync(join(folder, 'big.txt'), 65 * 2 ** 20)
    expect(await told('none.txt', 'a.txt/b.txt', 'big.txt', 'a.txt', '\0', 'n'.repeat(5000))).toEqual([
      'none.txt not-found',
      'a.txt/b.txt not-found',
      'big.txt too-large',
      'a.txt',
      '\ufffd not-found',
      `${'n'.repeat(5000)} not-found`,
    ])
  })
  it.skipIf(process.getuid?.() === 0)('tells of a folder and a file that may not be read', async () => {
    put('shut/a.txt')
    put('b.txt')
    chmodSync(join(folder, 'shut'), 0)
    chmodSync(join(folder, 'b.txt'), 0)
    expect(await told('shut')).toEqual(['shut not-permitted'])
    const [file] = await expanded('b.txt')
    expect(file?.kind === 'file' && (await codeOf(file.read()))).toBe('not-permitted')
    chmodSync(join(folder, 'shut'), 0o700)
  })
  it('tells of a file that goes away before its turn', async () => {
    put('a.txt')
    const [file] = await expanded('a.txt')
    rmSync(join(folder, 'a.txt'))
    expect(file?.kind === 'file' && (await codeOf(file.read()))).toBe('not-found')
  })
  it('goes no deeper than sense', async () => {
    put(`${'d/'.repeat(40)}a.txt`)
    expect(await told('')).toEqual([`${'d/'.repeat(32)}d too-deep`])
  })
})

describe('readStream', () => {
  it('gives all bytes, and stops as soon as there are too many', async () => {
    expect(Buffer.from(await readStream([bytesOf('one '), 'two'].values() as never)).toString()).toBe('one two')
    let given = 0
    async function* endless() {
      for (;;) {
        given++
        yield new Uint8Array(2 ** 20)
      }
    }
    expect(await codeOf(readStream(endless()))).toBe('too-large')
    expect(given).toBe(65)
  })
})
