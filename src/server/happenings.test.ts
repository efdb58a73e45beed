import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainReader } from '../../test/e2e/fixtures/reader.ts'
import { storeOf } from '../../test/e2e/fixtures/store.ts'
import { visitToldAgain } from '../../test/e2e/fixtures/told-again.ts'
import { answer, client } from './client.ts'
import { listen } from './listen.ts'
import { openQueue } from './queue.ts'
import type { ReadingView } from './wire.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-happenings-'))
const reading = visitToldAgain()
const [first, second] = reading.layers.eventRecords.map((e) => e.id)
const store = storeOf([reading])
let server: Awaited<ReturnType<typeof listen>>
let api: ReturnType<typeof client>['api']
beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  server = await listen({ store, queue: openQueue(store, async () => plainReader, Date.now), port: 0, folder })
  api = client(server.url).api
})
afterAll(async () => {
  await server.close()
  store.close()
  rmSync(folder, { recursive: true })
})

const view = async () => (await answer(api.documents[':id'].$get({ param: { id: reading.doc.id } }))) as ReadingView
const part = (telling: string, from: string[] = []) =>
  answer(api.events.unmerge.$post({ json: { telling, from, reason: 'two visits' } }))
const undo = (number: number) =>
  answer(api.decisions[':number'].undo.$post({ param: { number: String(number) }, json: { reason: '' } }))
const told = async () => (await view()).happenings.map((h) => h.tellings.map((t) => t.id))

describe('tellings of a happening', () => {
  it('are parted, signed, and made one again', async () => {
    expect(await told()).toEqual([[first, 'r1', second]])
    const { decision } = await part(second!)
    expect(await told()).toEqual([[first, 'r1']])
    expect((await view()).parted).toMatchObject([
      {
        decision: { number: decision, by: 'the workbench', reason: 'two visits' },
        findings: [{ id: second }],
        from: [{ id: first }, { id: 'r1' }],
      },
    ])
    expect((await answer(api.events.$get({ query: {} }))).total).toBe(2)
    await undo(decision)
    expect(await told()).toEqual([[first, 'r1', second]])
    expect((await view()).parted).toEqual([])
    expect((await answer(api.events.$get({ query: {} }))).total).toBe(1)
  })

  it('that only point back can be parted too, and come back', async () => {
    const { decision } = await part('r1')
    expect(await told()).toEqual([[first, second]])
    expect((await view()).parted).toMatchObject([{ findings: [{ id: 'r1', kind: 'recall' }] }])
    await undo(decision)
    expect(await told()).toEqual([[first, 'r1', second]])
  })

  it('are refused where there is nothing to part', async () => {
    await expect(part('none')).rejects.toMatchObject({ code: 'not-found' })
    await expect(part(first!, ['r9'])).rejects.toMatchObject({ code: 'bad-request' })
    await part(second!)
    await expect(part(second!)).rejects.toMatchObject({ code: 'bad-request' })
  })
})
