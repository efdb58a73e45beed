import type { Doc, Link, Reference, Span } from '../../model/index.ts'
import { findingId } from '../../text/index.ts'
import { group, type MarkerGroup } from './markers.ts'

/** Fewer addresses than this make no list: a page's link to its own site is no reference. */
const FEWEST = 3
const BARE = /https?:\/\/[^\s<>"“”»。，]+/gu

/** An address in the text that a claim rests on, in the stretch that carries it. */
interface Pointer extends Link {
  readonly block: number
}

/** The links of the prose, and addresses written out in it, in order; none in headings. */
function pointers(doc: Doc): Pointer[] {
  return doc.blocks.flatMap(({ kind, span }, block): Pointer[] => {
    if (kind === 'heading') return []
    const own = doc.links.filter((l) => span.start <= l.span.start && l.span.end <= span.end)
    const bare = [...doc.text.slice(span.start, span.end).matchAll(BARE)].map((m): Link => {
      const url = m[0].replace(/[.,;:!?'’\])]+$/u, '')
      return { url, span: { start: span.start + m.index, end: span.start + m.index + url.length } }
    })
    const free = bare.filter((b) => !own.some((l) => l.span.start < b.span.end && b.span.start < l.span.end))
    return [...own, ...free].sort((a, b) => a.span.start - b.span.start).map((link) => ({ ...link, block }))
  })
}

/**
 * The references of a document that has no list but links in its text: each address is an entry, known by its first link, and each link a
 * marker of it. None where fewer than three addresses are linked to.
 */
export function linkedReferences(doc: Doc): {
  readonly references: Reference[]
  readonly groups: { readonly block: number; readonly group: MarkerGroup }[]
} {
  const found = pointers(doc)
  const places = new Map<string, number>()
  for (const { url } of found) if (!places.has(url)) places.set(url, places.size + 1)
  if (places.size < FEWEST) return { references: [], groups: [] }
  const references = [...places].map(([url, place]) => {
    const { span } = found.find((f) => f.url === url)!
    return referenceOf(doc, url, span, place)
  })
  const groups = found.map(({ url, span, block }) => ({
    block,
    group: group(span.start, span.end - span.start, [places.get(url)!], 'link'),
  }))
  return { references, groups }
}

const referenceOf = (doc: Doc, url: string, span: Span, place: number): Reference => ({
  id: findingId(doc.id, 'reference', span, String(place)),
  number: null,
  span,
  fields: {
    author: [],
    title: null,
    'container-title': null,
    publisher: null,
    'publisher-place': null,
    issued: null,
    accessed: null,
    URL: { value: url, span },
    archive: null,
    page: null,
  },
  language: 'und',
})
