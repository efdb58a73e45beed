import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { App } from '../../src/app/compose.ts'
import { serve } from '../../src/server/serve.ts'
import { openStore } from '../../src/store/index.ts'
import { plainReader } from './fixtures/reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-serve-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('opens a record, asks for the program with the first document, and closes without disposing of it', async () => {
  const db = join(folder, 'record.sqlite')
  let asked = 0
  let disposed = 0
  const app = async (): Promise<App> => {
    asked++
    const never = () => Promise.reject(new Error('not asked for'))
    const dispose = async () => {
      disposed++
    }
    return {
      version: '0',
      activity: plainReader.activity,
      readFile: plainReader.readFile,
      readText: never,
      explain: never,
      dispose,
    }
  }
  const served = await serve({ db, port: 0, app, open: false })
  expect(await (await fetch(served.url)).text()).toContain('<div id="root">')
  expect(asked).toBe(0)
  const post = (text: string) =>
    fetch(new URL('/api/add/text', served.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    })
  expect((await post('Chile thanked Peru.')).status).toBe(202)
  await served.close()
  expect([asked, disposed]).toEqual([1, 0])
  const store = openStore(db)
  expect(store.documents()).toHaveLength(1)
  store.close()
  await expect(fetch(served.url)).rejects.toThrow()
})
