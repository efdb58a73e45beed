import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/cli/context.ts'
import { dragoman } from './cli.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-references-'))
const file = join(folder, 'one', 'a.txt')
beforeAll(() => {
  mkdirSync(join(folder, 'one'))
  writeFileSync(file, 'A note\n\nNorway met Chile.\n')
  writeFileSync(join(folder, 'b.txt'), 'Kenya met Oman.\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('references', () => {
  it('has status 0 where nothing is wrong, in every format', async () => {
    for (const format of ['text', 'json', 'sarif', 'html', 'csl', 'ris', 'bibtex']) {
      const { status, out, err } = await dragoman(['references', file, '--format', format])
      expect([status, err], format).toEqual([EXIT.ok, ''])
      if (format === 'json' || format === 'sarif' || format === 'csl') JSON.parse(out)
      if (format === 'html') expect(out).toMatch(/^<!doctype html>/u)
      if (format === 'text') expect(out).toContain('Nothing is wrong')
    }
  })

  it('writes to a file, and reads standard input', async () => {
    const output = join(folder, 'report.html')
    const { status, out } = await dragoman(['references', '-', '--format', 'html', '--output', output], {
      stdin: 'Oman met Peru.',
    })
    expect([status, out]).toEqual([EXIT.ok, ''])
    expect(readFileSync(output, 'utf8')).toContain('Oman met Peru.')
  })

  it('says what it cannot read or write, and what is one file too many', async () => {
    expect((await dragoman(['references', join(folder, 'nowhere.txt')])).status).toBe(EXIT.trouble)
    expect((await dragoman(['references', folder])).status).toBe(EXIT.usage)
    expect((await dragoman(['references'])).status).toBe(EXIT.usage)
    expect((await dragoman(['references', file, '--output', join(folder, 'no', 'x')])).status).toBe(EXIT.environment)
  })

  it('asks the network for nothing unless it is told to', async () => {
    expect((await dragoman(['references', file])).status).toBe(EXIT.ok)
    expect((await dragoman(['references', file, '--online'])).err).toContain('the tests have no network')
  })
})
