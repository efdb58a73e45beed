import type { Reference } from '../model/index.ts'

/** What one request answered: a status with where it leads on, and the body's beginning where one was asked for. */
export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly body: string
}

/** The network as it is needed here. The program gives the real one, tests a made one. */
export interface Net {
  /** IP addresses of a host. Rejects when it has none. */
  resolve(host: string): Promise<readonly string[]>
  /** One request to a host at this IP address and no other, without following where it leads. Rejects when nothing answers in time. */
  request(url: URL, ip: string, want: 'head' | 'body'): Promise<Answer>
  wait(milliseconds: number): Promise<void>
}

/** What an address answered. `moved` leads elsewhere for good; `forbidden` is not asked for (this computer, its network). */
export interface AddressAnswer {
  readonly url: string
  readonly state: 'alive' | 'moved' | 'dead' | 'unreachable' | 'forbidden'
  readonly why: string
  /** Where an archive has a copy, if the address is dead and one does. */
  readonly archived: string | null
}

/** The limits by which addresses are looked at: one request at a time to a host, with a pause; so many hosts at once; so many steps on. */
export const POLITE = { pause: 1000, hosts: 4, redirects: 5, most: 500 } as const

/** Looks at every address once, in the order of their hosts, politely. Never throws: what goes wrong is an answer. */
export async function checkAddresses(urls: readonly string[], net: Net): Promise<Map<string, AddressAnswer>> {
  const out = new Map<string, AddressAnswer>()
  const hosts = [...Map.groupBy(new Set(urls.slice(0, POLITE.most)), hostOf).values()]
  const work = async (): Promise<void> => {
    for (let own = hosts.shift(); own !== undefined; own = hosts.shift())
      for (const [i, url] of own.entries()) {
        if (i > 0) await net.wait(POLITE.pause)
        out.set(url, await checkAddress(url, net))
      }
  }
  await Promise.all(Array.from({ length: POLITE.hosts }, work))
  return out
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

/** The addresses of a list: of each entry the first one, with a scheme. */
export const addressesOf = (references: readonly Reference[]): Map<string, string> =>
  new Map(
    references.flatMap(({ id, fields }) => {
      if (fields.URL === null) return []
      const url = /^https?:/iu.test(fields.URL.value) ? fields.URL.value : `https://${fields.URL.value}`
      return [[id, url] as const]
    }),
  )

async function checkAddress(url: string, net: Net): Promise<AddressAnswer> {
  const answer = await followed(url, net)
  if (answer.state !== 'dead') return { url, ...answer, archived: null }
  await net.wait(POLITE.pause)
  return { url, ...answer, archived: await archivedCopy(url, net) }
}

type Outcome = Pick<AddressAnswer, 'state' | 'why'>

/** Statuses that say nothing of whether the page is there: the server wants something else first. */
const UNTOLD = new Set([401, 403, 405, 406, 408, 421, 425, 429])
/** Statuses of a lasting move. */
const LASTING = new Set([301, 308])

async function followed(address: string, net: Net): Promise<Outcome> {
  let [url, lasting] = [URL.parse(address), true]
  for (let step = 0; step <= POLITE.redirects; step++) {
    const asked = url === null ? refused('is no address of the web') : await ask(url, net)
    if ('state' in asked) return asked
    const { status, location } = asked
    const next = location === null || status < 300 || status > 399 ? null : URL.parse(location, url!)
    const moved = step > 0 && lasting && bare(url!.href) !== bare(address)
    if (next === null) return outcomeOf(status, moved ? url!.href : null)
    lasting = lasting && LASTING.has(status)
    url = next
    await net.wait(POLITE.pause)
  }
  return { state: 'unreachable', why: `leads on more than ${POLITE.redirects} times` }
}

const refused = (why: string): Outcome => ({ state: 'forbidden', why })

/** An address without what a move often changes and nobody needs to know: scheme, www, the last stroke. */
const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/u, '')

/** What a last status says; `moved` is where the address leads for good. */
function outcomeOf(status: number, moved: string | null): Outcome {
  if (status >= 200 && status < 300)
    return moved === null ? { state: 'alive', why: 'answers' } : { state: 'moved', why: `has moved to ${moved}` }
  if (UNTOLD.has(status) || status >= 500)
    return { state: 'unreachable', why: `answers ${status}, which does not tell` }
  return { state: 'dead', why: `answers ${status}` }
}

/** One request, if the host and every IP address that it has are of the open network. The one that was checked is the one that is asked. */
async function ask(url: URL, net: Net): Promise<Answer | Outcome> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(`has the scheme ${url.protocol}`)
  if (url.username !== '' || url.password !== '') return refused('holds a password')
  const port = url.port === '' || url.port === '80' || url.port === '443'
  if (!port) return refused(`has the port ${url.port}`)
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  try {
    const ips = isIp(host) ? [host] : await net.resolve(host)
    if (ips.length === 0) return { state: 'dead', why: `has a host that nobody knows (${host})` }
    if (!ips.every(isOpen)) return refused('lies on this computer or in its own network')
    const head = await net.request(url, ips[0]!, 'head')
    return head.status === 405 || head.status === 501 ? await net.request(url, ips[0]!, 'body') : head
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOTFOUND') return { state: 'dead', why: `has a host that nobody knows (${host})` }
    return { state: 'unreachable', why: `could not be reached (${code || String((error as Error).message)})` }
  }
}

const isIp = (host: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host) || host.includes(':')

/** Ranges of IPv4 that are not the open network, with how many bits count (RFC 6890). */
const CLOSED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const asNumber = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

/** Whether an IP address is of the open network: not loopback, private, link-local, shared, for documentation or multicast; in IPv6 only global unicast. */
export function isOpen(ip: string): boolean {
  if (ip.includes(':')) return isOpenSix(ip)
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(ip) || ip.split('.').some((part) => Number(part) > 255)) return false
  const number = asNumber(ip)
  return !CLOSED.some(
    ([base, bits]) => Math.floor(number / 2 ** (32 - bits)) === Math.floor(asNumber(base) / 2 ** (32 - bits)),
  )
}

function isOpenSix(ip: string): boolean {
  const groups = groupsOf(ip.toLowerCase().replace(/%.*$/u, ''))
  if (groups === null) return false
  const [first, second] = groups as [number, number]
  const embedded = embeddedFour(groups)
  if (embedded !== null) return isOpen(embedded)
  const documentation = first === 0x2001 && (second === 0xdb8 || second < 0x200)
  return first >= 0x2000 && first <= 0x3fff && !documentation && first !== 0x2002
}

/** The eight groups of an IPv6 address, "::" filled up and a dotted end read; null when it is none. */
function groupsOf(ip: string): number[] | null {
  const dotted = /(\d{1,3}(?:\.\d{1,3}){3})$/u.exec(ip)
  const four = dotted === null ? null : asNumber(dotted[1]!)
  const plain =
    four === null ? ip : ip.replace(/[^:]+$/u, `${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`)
  const [head, tail, more] = plain.split('::')
  const read = (part: string | undefined): number[] => (part ? part.split(':').map((g) => Number.parseInt(g, 16)) : [])
  const [before, after] = [read(head), read(tail)]
  const missing = 8 - before.length - after.length
  if (more !== undefined || missing < 0 || (tail === undefined && missing > 0)) return null
  const groups = [...before, ...Array.from({ length: missing }, () => 0), ...after]
  return groups.some((g) => Number.isNaN(g) || g > 0xffff) ? null : groups
}

/** The IPv4 address inside a mapped ("::ffff:10.0.0.1") or translated ("64:ff9b::10.0.0.1") IPv6 address. */
function embeddedFour(groups: readonly number[]): string | null {
  const mapped = groups.slice(0, 5).every((g) => g === 0) && (groups[5] === 0xffff || groups[5] === 0)
  const translated = groups[0] === 0x64 && groups[1] === 0xff9b
  if (!mapped && !translated) return null
  const [a, b] = [groups[6]!, groups[7]!]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

/** Asks the Internet Archive for a copy of a page. */
async function archivedCopy(url: string, net: Net): Promise<string | null> {
  const answer = await ask(new URL(`https://archive.org/wayback/available?url=${encodeURIComponent(url)}`), {
    ...net,
    request: (to, ip) => net.request(to, ip, 'body'),
  })
  if ('state' in answer || answer.status !== 200) return null
  try {
    const found = (JSON.parse(answer.body) as { archived_snapshots?: { closest?: { url?: unknown } } })
      .archived_snapshots
    const copy = found?.closest?.url
    return typeof copy === 'string' && /^https?:\/\/web\.archive\.org\//u.test(copy) ? copy : null
  } catch {
    return null
  }
}
