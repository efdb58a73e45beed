import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analysis, hostile } from '../../test/e2e/fixtures/documents.ts'
import { plainReader } from '../../test/e2e/fixtures/reader.ts'
import { storeOf } from '../../test/e2e/fixtures/store.ts'
import { answer, client } from './client.ts'
import { listen } from './listen.ts'
import { openQueue } from './queue.ts'
import type { EventRow, Job, Page, ReadingView } from './wire.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-web-'))
const store = storeOf([analysis, hostile])
const queue = openQueue(store, async () => plainReader, Date.now)
let server: Awaited<ReturnType<typeof listen>>
let port: string

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>workbench</title>')
  writeFileSync(join(folder, 'assets', 'index-1.js'), '1')
  server = await listen({ store, queue, port: 0, folder })
  port = new URL(server.url).port
})
afterAll(async () => {
  await server.close()
  store.close()
  rmSync(folder, { recursive: true })
})

const at = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, server.url), init)
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code

/** A request with a Host of one's own, which fetch does not allow. */
async function withHost(host: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) =>
    request({ host: '127.0.0.1', port, path: '/api/documents', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
      .on('error', reject)
      .end(),
  )
}

describe('who may ask', () => {
  it('turns away a name that was rebound to this machine', async () => {
    expect(await withHost(`evil.example:${port}`)).toBe(403)
    expect(await withHost('127.0.0.1:1')).toBe(403)
    expect(await withHost(`localhost:${port}`)).toBe(200)
    expect(await withHost(`LOCALHOST:${port}`)).toBe(200)
  })

  it('turns away pages of other origins, whatever they ask', async () => {
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${port}`, 'http://127.0.0.1:1']) {
      const response = await at('/api/add/text', { method: 'POST', headers: { origin }, body: '{}' })
      expect(response.status).toBe(403)
      expect(await codeOf(response)).toBe('wrong-origin')
    }
    expect((await at('/api/documents', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await at('/api/documents', { headers: { origin: `http://127.0.0.1:${port}` } })).status).toBe(200)
  })

  it('is heard on the loopback address alone', () => expect(server.url).toBe(`http://127.0.0.1:${port}/`))

  it('says what to do when the port is taken', async () => {
    await expect(listen({ store, queue, port: Number(port), folder })).rejects.toMatchObject({ code: 'port-taken' })
  })
})

describe('the headers', () => {
  it('stand on pages, data and errors alike, and allow nothing inline or from elsewhere', async () => {
    for (const path of ['/', '/record/events', '/api/documents', '/api/documents/none', '/api/none', '/none.js']) {
      const { headers } = await at(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('access-control-allow-origin')).toBe(null)
    }
  })
})

describe('the workbench’s files', () => {
  it('are the page at every address of its own, and nothing outside the folder', async () => {
    expect(await (await at('/documents/abc/def')).text()).toContain('workbench')
    expect((await at('/assets/index-1.js')).headers.get('cache-control')).toContain('immutable')
    for (const path of ['/..%2f..%2fetc%2fpasswd.txt', '/assets/../../package.json', '/nothing.css', '/api/nothing'])
      expect((await at(path)).status).toBe(404)
  })
})

describe('documents', () => {
  it('are listed, and one is given with its entries', async () => {
    const api = client(server.url)
    const { documents } = await answer(api.api.documents.$get())
    const first = documents[0]!
    expect(first).toMatchObject({
      name: 'Cold water, warm lines: the Barents channel after three winters',
      statements: 6,
    })
    expect(Object.values(first.events).reduce((a, b) => a + b)).toBe(13)
    const view = (await answer(api.api.documents[':id'].$get({ param: { id: first.id } }))) as ReadingView
    expect(view.doc.text).toBe(analysis.doc.text)
    expect(view.events).toHaveLength(13)
    expect(view.references).toHaveLength(4)
    await expect(answer(api.api.documents[':id'].$get({ param: { id: 'none' } }))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('tell their problems', async () => {
    const { problems } = await answer(client(server.url).api.problems.$get())
    expect(problems.map((p) => [p.doc, p.code])).toEqual([[hostile.doc.id, 'no-date']])
  })
})

describe('events and statements', () => {
  const events = async (query: string): Promise<Page<EventRow>> => (await at(`/api/events?${query}`)).json() as never

  it('are filtered, sorted and given a page at a time', async () => {
    const all = await events('sort=type&order=desc')
    expect(all.total).toBe(14)
    expect(all.rows[0]!.type).toBe('THREATEN')
    expect(all.rows.at(-1)!.type).toBe('ACCUSE')
    const page = await events('sort=type&order=desc&offset=3&limit=2')
    expect(page.rows).toEqual(all.rows.slice(3, 5))
    expect((await events('actor=UNO')).rows.map((r) => r.type)).toEqual(['REQUEST'])
    expect((await events('status=denied')).total).toBe(1)
    expect((await events('since=2023&until=2023-12-31')).rows.map((r) => r.type)).toEqual(['SANCTION'])
    const said = (await (await at('/api/statements?speaker=Lavrov')).json()) as Page<unknown>
    expect(said.total).toBe(1)
  })

  it('are helped by who was a member of which body when', async () => {
    const { members } = client(server.url).api
    const finland = await answer(members.$get({ query: { of: 'NATO', member: 'Finland', on: '2023-04-01' } }))
    expect(finland).toMatchObject({
      answer: 'Finland was no member of NATO on 2023-04-01.',
      stays: [{ since: '2023-04-04' }],
    })
    await expect(answer(members.$get({ query: { of: 'Atlantis' } }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(answer(members.$get({ query: { of: 'Peru', member: 'Chile' } }))).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  it('say what is wrong with a question', async () => {
    for (const query of ['status=gone', 'since=May', 'limit=-1', 'sort=colour', `text=${'a'.repeat(400)}`]) {
      const response = await at(`/api/events?${query}`)
      expect(response.status).toBe(400)
      expect(await codeOf(response)).toBe('bad-request')
    }
  })

  it('take hostile words as words', async () => {
    expect((await events(`actor=${encodeURIComponent("x' OR 1=1 --")}`)).total).toBe(0)
    expect((await events('text=%25')).total).toBe(0)
  })
})

describe('adding', () => {
  const post = (body: unknown, type = 'application/json'): Promise<Response> =>
    at('/api/add/text', { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })
  const upload = (name: string, text: string): Promise<Response> => {
    const form = new FormData()
    form.set('file', new File([text], name, { type: 'text/plain' }))
    form.set('publisher', 'Gazette')
    return at('/api/add/file', { method: 'POST', body: form })
  }

  it('reads a pasted text and an uploaded file, one after another', async () => {
    expect((await post({ text: 'Kenya thanked Ghana.', title: 'Thanks', date: '2024-06' })).status).toBe(202)
    expect((await upload('../../etc/évil\u0000.txt', 'Peru met Chile.')).status).toBe(202)
    await queue.idle()
    const jobs = ((await (await at('/api/add')).json()) as { jobs: Job[] }).jobs
    expect(jobs.map((j) => [j.name, j.state])).toEqual([
      ['Thanks', 'added'],
      ['évil.txt', 'added'],
    ])
    const [thanks, evil] = store.documents().slice(-2)
    expect(thanks!.doc.date).toMatchObject({ kind: 'known', value: '2024-06' })
    expect(evil!.doc.publisher).toMatchObject({ kind: 'known', value: 'Gazette' })
    expect(evil!.doc.author.kind).toBe('unknown')
  })

  it('refuses what is empty, too large, of another kind or badly dated', async () => {
    expect(await codeOf(await post({ text: '' }))).toBe('bad-request')
    expect(await codeOf(await post({ text: 'a', date: 'yesterday' }))).toBe('bad-request')
    expect(await codeOf(await post({ text: 'a' }, 'text/plain'))).toBe('bad-request')
    const large = await post({ text: 'a'.repeat(9 * 2 ** 20) })
    expect(large.status).toBe(413)
    expect(await codeOf(large)).toBe('too-large')
    const noFile = await at('/api/add/file', { method: 'POST', body: new FormData() })
    expect(await codeOf(noFile)).toBe('bad-request')
  })
})
