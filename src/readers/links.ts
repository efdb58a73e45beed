import type { Link } from '../model/index.ts'

/** Marks around a link in a piece's text, which no text holds (Unicode noncharacters): address and words stand between them. */
const [OPEN, MIDDLE, CLOSE] = ['\uFDD0', '\uFDD1', '\uFDD2']
const MARKED = new RegExp(`${OPEN}([^${OPEN}${MIDDLE}${CLOSE}]*)${MIDDLE}|[${OPEN}${MIDDLE}${CLOSE}]`, 'gu')
/** The longest address that is kept. */
const LONGEST = 2000

/** The marks that stand before the words of a link to another place, and after them; none for other links ("#note", "mailto:"). */
export function linkMarks(url: string | null | undefined): readonly [string, string] {
  const address = (url ?? '').trim().replace(/\s/gu, '%20')
  const kept = /^https?:\/\/[^/]/iu.test(address) && address.length <= LONGEST && !/[\uFDD0-\uFDD2]/u.test(address)
  return kept ? [OPEN + address + MIDDLE, CLOSE] : ['', '']
}

/** A text without its marks, and the links that they made; marks without a partner are dropped. */
export function withoutMarks(marked: string): { readonly text: string; readonly links: Link[] } {
  const links: Link[] = []
  const open: { readonly url: string; readonly start: number }[] = []
  let text = ''
  let at = 0
  for (const m of marked.matchAll(MARKED)) {
    text += marked.slice(at, m.index)
    at = m.index + m[0].length
    if (m[1] !== undefined) open.push({ url: m[1], start: text.length })
    const last = m[0] === CLOSE ? open.pop() : undefined
    if (last !== undefined && last.start < text.length)
      links.push({ span: { start: last.start, end: text.length }, url: last.url })
  }
  return { text: text + marked.slice(at), links: links.sort((a, b) => a.span.start - b.span.start) }
}
