import { describe, expect, it } from 'vitest'
import { type Answer, checkAddresses, isOpen, type Net, POLITE } from './addresses.ts'

/** A made network: what each address answers, and every request, wait and number of requests under way at once to a host. */
function made(
  answers: Readonly<Record<string, Partial<Answer> | string>>,
  ips: Readonly<Record<string, string[]>> = {},
) {
  const log: string[] = []
  const busy = new Map<string, number>()
  let most = 0
  const net: Net = {
    resolve: async (host) => {
      const found = ips[host] ?? ['93.184.216.34']
      if (found.length === 0) throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' })
      return found
    },
    async request(url, ip, want) {
      log.push(`${want} ${url.href} at ${ip}`)
      busy.set(url.host, (busy.get(url.host) ?? 0) + 1)
      most = Math.max(most, busy.get(url.host)!)
      await new Promise((resolve) => setTimeout(resolve, 1))
      busy.set(url.host, busy.get(url.host)! - 1)
      const answer = answers[url.href] ?? { status: 404 }
      if (typeof answer === 'string') throw Object.assign(new Error(answer), { code: answer })
      return { status: 200, location: null, body: '', ...answer }
    },
    wait: async (milliseconds) => void log.push(`wait ${milliseconds}`),
  }
  return { net, log, most: () => most }
}

const check = async (url: string, ...given: Parameters<typeof made>) => {
  const { net, log } = made(...given)
  return { ...(await checkAddresses([url], net)).get(url)!, log }
}

describe('an address', () => {
  it('is alive where it answers, also under another scheme and stroke', async () => {
    expect(await check('https://a.org/x', { 'https://a.org/x': {} })).toMatchObject({ state: 'alive' })
    const answers = { 'http://a.org/x': { status: 301, location: 'https://www.a.org/x/' }, 'https://www.a.org/x/': {} }
    expect(await check('http://a.org/x', answers)).toMatchObject({ state: 'alive' })
  })

  it('has moved where it leads elsewhere for good, and not where it does for once', async () => {
    const to = (status: number) => ({ 'https://a.org/x': { status, location: '/y' }, 'https://a.org/y': {} })
    expect(await check('https://a.org/x', to(301))).toMatchObject({
      state: 'moved',
      why: 'has moved to https://a.org/y',
    })
    expect(await check('https://a.org/x', to(302))).toMatchObject({ state: 'alive' })
  })

  it('is dead where the page or the host is gone, and names the copy of an archive', async () => {
    const copy = 'http://web.archive.org/web/2020/https://a.org/x'
    const archive = 'https://archive.org/wayback/available?url=https%3A%2F%2Fa.org%2Fx'
    const body = JSON.stringify({ archived_snapshots: { closest: { url: copy } } })
    expect(await check('https://a.org/x', { [archive]: { body } })).toMatchObject({ state: 'dead', archived: copy })
    expect(await check('https://gone.org/', {}, { 'gone.org': [] })).toMatchObject({ state: 'dead', archived: null })
    const odd = JSON.stringify({ archived_snapshots: { closest: { url: 'javascript:alert(1)' } } })
    expect(await check('https://a.org/x', { [archive]: { body: odd } })).toMatchObject({ archived: null })
  })

  it('is not called dead where the server only refuses or fails', async () => {
    for (const status of [401, 403, 429, 500, 503])
      expect(await check('https://a.org/x', { 'https://a.org/x': { status } })).toMatchObject({ state: 'unreachable' })
    expect(await check('https://a.org/x', { 'https://a.org/x': 'ETIMEDOUT' })).toMatchObject({ state: 'unreachable' })
  })

  it('is asked for in full where its head is refused', async () => {
    const { log } = await check('https://a.org/x', { 'https://a.org/x': { status: 405 } })
    expect(log.filter((l) => !l.startsWith('wait'))).toEqual([
      'head https://a.org/x at 93.184.216.34',
      'body https://a.org/x at 93.184.216.34',
    ])
  })

  it('is given up after too many steps', async () => {
    const { state, log } = await check('https://a.org/x', { 'https://a.org/x': { status: 302, location: '/x' } })
    expect(state).toBe('unreachable')
    expect(log.filter((l) => l.startsWith('head'))).toHaveLength(POLITE.redirects + 1)
  })
})

describe('this computer and its network', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://inner.org/',
    'https://a.org:8080/',
    'https://user:secret@a.org/',
    'file:///etc/passwd',
    'ftp://a.org/x',
  ])('are never asked: %s', async (url) => {
    const { state, log } = await check(
      url,
      {},
      { localhost: ['127.0.0.1'], 'inner.org': ['93.184.216.34', '192.168.1.4'] },
    )
    expect(state).toBe('forbidden')
    expect(log.filter((l) => !l.startsWith('wait'))).toEqual([])
  })

  it('are not reached over a redirection either', async () => {
    for (const location of ['http://10.0.0.1/', 'http://inner.org/', 'file:///etc/passwd', 'http://[fe80::1]/']) {
      const answers = { 'https://a.org/x': { status: 302, location } }
      const { state, log } = await check('https://a.org/x', answers, { 'inner.org': ['10.1.1.1'] })
      expect(state).toBe('forbidden')
      expect(log.filter((l) => l.startsWith('head'))).toHaveLength(1)
    }
  })

  it.each([
    ['93.184.216.34', true],
    ['172.15.0.1', true],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['100.64.0.1', false],
    ['192.0.2.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['0.0.0.0', false],
    ['2606:2800:220:1::1', true],
    ['::', false],
    ['fe80::1%eth0', false],
    ['fc00::1', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
    ['::ffff:93.184.216.34', true],
    ['999.1.1.1', false],
    ['1:2:3', false],
    ['no address', false],
  ])('%s is open: %s', (ip, open) => expect(isOpen(ip)).toBe(open))
})

it('asks a host one request at a time, with a pause between', async () => {
  const urls = ['a', 'b', 'c'].map((page) => `https://a.org/${page}`)
  const { net, log, most } = made(Object.fromEntries([...urls, 'https://b.org/'].map((url) => [url, {}])))
  const answers = await checkAddresses([...urls, ...urls, 'https://b.org/'], net)
  expect(answers.size).toBe(4)
  expect(most()).toBe(1)
  expect(log.filter((l) => l.startsWith('head https://a.org'))).toHaveLength(3)
  expect(log.filter((l) => l === `wait ${POLITE.pause}`)).toHaveLength(2)
})
