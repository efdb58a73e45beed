import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainReader } from '../../test/e2e/fixtures/reader.ts'
import { storeOf } from '../../test/e2e/fixtures/store.ts'
import { madeReading } from '../store/made.fixture.ts'
import { answer, client } from './client.ts'
import { listen } from './listen.ts'
import { openQueue } from './queue.ts'
import type { PersonView } from './wire.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-persons-'))
const readings = [madeReading(1, 6), madeReading(2, 6), madeReading(3, 2)]
const store = storeOf(readings)
const ids = readings.flatMap((r) => r.layers.personRecords.map((p) => p.id))
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

const list = () => answer(api.persons.$get())
const view = async (id: string) => (await answer(api.persons[':id'].$get({ param: { id } }))) as PersonView

describe('persons', () => {
  it('are listed across documents, and shown by the id of any document’s', async () => {
    expect(await list()).toEqual({
      persons: [{ id: ids[0], name: 'Erik Brandt', codes: ['NOR'], office: 'Envoy', documents: 2, mentions: 2 }],
      proposals: 0,
    })
    const { person, documents } = await view(ids[1]!)
    expect(person.records.map((r) => documents[r.doc])).toEqual(['Digest 1', 'Digest 2'])
    expect(person.joins).toMatchObject([{ by: 'evidence', link: { findings: expect.arrayContaining(ids) } }])
  })

  it('are parted and made one, each with who, when and why', async () => {
    await answer(api.persons.unmerge.$post({ json: { record: ids[1]!, from: [], reason: 'father and son' } }))
    expect((await list()).persons).toHaveLength(2)
    expect((await view(ids[0]!)).parted).toMatchObject([
      { decision: { number: 1, reason: 'father and son' }, others: [{ id: ids[1] }] },
    ])
    await answer(api.persons.merge.$post({ json: { persons: ids, reason: '' } }))
    expect((await view(ids[0]!)).person.joins[0]).toMatchObject({ by: 'decision', decision: { supersedes: 1 } })
    expect(store.decisions('person')).toMatchObject([
      { kind: 'unmerged', by: 'the workbench', reason: 'father and son', at: expect.stringMatching(/^\d{4}-/u) },
      { kind: 'merged' },
    ])
  })

  it('are one again where their parting is undone', async () => {
    await answer(api.persons.unmerge.$post({ json: { record: ids[1]!, from: [], reason: '' } }))
    const [parting] = (await view(ids[1]!)).parted
    const undo = (number: number) =>
      answer(api.decisions[':number'].undo.$post({ param: { number: String(number) }, json: { reason: 'a slip' } }))
    await undo(parting!.decision.number)
    expect((await list()).persons).toHaveLength(1)
    expect((await view(ids[1]!)).parted).toEqual([])
    const newest = store.decisions('person').at(-1)!
    expect(newest).toMatchObject({ kind: 'merged', by: 'the workbench', supersedes: parting!.decision.number })
    await expect(undo(newest.number)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(undo(99)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are refused by name where a request is no good', async () => {
    await expect(view('pNone')).rejects.toMatchObject({ code: 'not-found' })
    const merge = api.persons.merge.$post({ json: { persons: [ids[0]!], reason: '' } })
    await expect(answer(merge)).rejects.toMatchObject({ code: 'bad-request' })
    await answer(api.persons.unmerge.$post({ json: { record: ids[0]!, from: [], reason: '' } }))
    const alone = api.persons.unmerge.$post({ json: { record: ids[0]!, from: [], reason: '' } })
    await expect(answer(alone)).rejects.toMatchObject({ code: 'bad-request' })
  })
})
