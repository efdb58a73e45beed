import { lookup } from 'node:dns/promises'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Answer, Net } from '../app/addresses.ts'

/** How long a request may take, in milliseconds, and how much of a body is read, in bytes. */
const LONGEST = 10_000
const MOST = 65_536

/** The open network, with what the program calls itself. Connections go to the IP address that was checked, whatever the name means by then. */
export const openNet = (version: string): Net => ({
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map((a) => a.address),
  request: (url, ip, want) => ask(url, ip, want, `Dragoman/${version} (checks the addresses of a reference list)`),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})

function ask(url: URL, ip: string, want: 'head' | 'body', agent: string): Promise<Answer> {
  const start = url.protocol === 'https:' ? secure : plain
  return new Promise((resolve, reject) => {
    const family = ip.includes(':') ? 6 : 4
    const request = start(
      url,
      {
        method: want === 'head' ? 'HEAD' : 'GET',
        headers: { 'user-agent': agent, accept: '*/*' },
        agent: false,
        signal: AbortSignal.timeout(LONGEST),
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address: ip, family }]) : done(null, ip, family),
      },
      (response) => {
        let body = ''
        const end = (): void => {
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null, body })
          response.destroy()
        }
        if (want === 'head') return end()
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          body += part
          if (body.length > MOST) end()
        })
        response.on('end', end)
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end()
  })
}
