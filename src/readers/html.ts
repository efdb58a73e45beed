import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { assemble, type Piece, piece } from './assemble.ts'
import { markReferences } from './blocks.ts'
import { decode } from './encoding.ts'
import { type Content, found, type Reader } from './reader.ts'

/** Web pages: the article is found among menus; nothing that the page holds is run or fetched. */
export const html: Reader = {
  format: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['.html', '.htm', '.xhtml'],
  sniff: (bytes) =>
    /^\s*(?:<!doctype html|<html|<head|<body)/iu.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')),
  read(bytes) {
    const declared = /<meta[^>]{0,200}charset=["']?([\w-]{1,40})|<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})/iu.exec(
      Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
    )
    const { text: source, encoding, problems } = decode(bytes, declared?.[1] ?? declared?.[2] ?? null)
    const { document } = parseHTML(
      /<html[\s>]/iu.test(source.slice(0, 100_000))
        ? source
        : `<!doctype html><html><head></head><body>${source}</body></html>`,
    )
    const facts = factsOf(document)
    for (const dropped of document.querySelectorAll(
      'script, style, noscript, template, iframe, object, embed, svg, form, button',
    ))
      dropped.remove()
    const { text, blocks } = assemble(article(document))
    return {
      text,
      blocks: markReferences(text, blocks),
      facts,
      language: document.documentElement?.getAttribute('lang')?.slice(0, 12) || null,
      encoding,
      problems,
    }
  },
}

function article(document: Document): Piece[] {
  const whole = document.body ?? document.documentElement
  const all = whole === null ? [] : pieces(whole)
  const clone = document.cloneNode(true) as Document
  const best = attempt(
    () => new Readability(clone, { charThreshold: 200, maxElemsToParse: 200_000 }).parse()?.content ?? null,
  )
  if (best === null) return all
  const inner = parseHTML(`<!doctype html><html><body>${best}</body></html>`).document.body
  const main = pieces(inner)
  const size = (list: readonly Piece[]) => list.reduce((n, p) => n + p.text.length, 0)
  if (size(main) < 200 || size(main) < size(all) * 0.1) return all
  const title = all.find((p) => p.kind === 'heading' && p.level === 1)
  return title === undefined || main.some((p) => p.text === title.text) ? main : [title, ...main]
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

const BLOCKS: Readonly<Record<string, Piece['kind']>> = {
  P: 'paragraph',
  LI: 'list-item',
  BLOCKQUOTE: 'block-quotation',
  TD: 'table-cell',
  TH: 'table-cell',
  DT: 'list-item',
  DD: 'list-item',
  PRE: 'paragraph',
  FIGCAPTION: 'paragraph',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
}

/** The pieces of an element in order: elements that are blocks, and text that stands between blocks. */
function pieces(root: Element): Piece[] {
  const out: Piece[] = []
  let loose = ''
  let depth = 0
  const flush = (kind: Piece['kind'], level: number | null): void => {
    const text = loose.replace(/[ \t\r\n\f]+/gu, ' ').trim()
    if (text !== '') out.push(piece(kind, text, level))
    loose = ''
  }
  const visit = (node: Node, kind: Piece['kind'], level: number | null, label: string): void => {
    if (node.nodeType === 3) loose += node.textContent ?? ''
    if (node.nodeType !== 1 || depth > 400) return
    const name = (node as Element).tagName.toUpperCase()
    if (name === 'BR') {
      loose += ' '
      return
    }
    if (name === 'SUP' && /^\[?\d{1,3}\]?$/u.test((node.textContent ?? '').trim())) {
      loose += `[${(node.textContent ?? '').replace(/\D/gu, '')}]`
      return
    }
    const own = BLOCKS[name]
    const box =
      own !== undefined ||
      /^(?:DIV|SECTION|ARTICLE|MAIN|UL|OL|TABLE|TR|TBODY|BODY|HEADER|FOOTER|NAV|ASIDE|FIGURE|DL)$/u.test(name)
    if (box) flush(kind, level)
    const inner = own === undefined || (kind === 'block-quotation' && own === 'paragraph') ? kind : own
    const innerLevel = inner === 'heading' ? Number(name[1]) || level : null
    if (label !== '') loose += label
    depth++
    let number = Number((node as Element).getAttribute('start') ?? 1) || 1
    for (const child of node.childNodes)
      visit(
        child,
        inner,
        innerLevel,
        name === 'OL' && child.nodeType === 1 && (child as Element).tagName.toUpperCase() === 'LI'
          ? `${number++}. `
          : '',
      )
    depth--
    if (box) flush(inner, innerLevel)
  }
  visit(root, 'paragraph', null, '')
  flush('paragraph', null)
  return out
}

function factsOf(document: Document): Content['facts'] {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      const fact = found(element?.getAttribute('content'), `meta ${name}`)
      if (fact !== null) return fact
    }
    return null
  }
  const linked = linkedData(document)
  const shown = (selector: string, attribute: string | null, from: string) => {
    const element = document.querySelector(selector)
    return found(attribute === null ? element?.textContent : element?.getAttribute(attribute), from)
  }
  const day = (fact: ReturnType<typeof found>) =>
    fact?.kind === 'known' ? { ...fact, value: fact.value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/u, '$1') } : fact
  return {
    title:
      meta('og:title', 'dc.title', 'DC.title', 'citation_title') ??
      found(linked.headline, 'JSON-LD headline') ??
      shown('h1', null, 'h1') ??
      shown('title', null, 'title'),
    author:
      meta('author', 'article:author', 'dc.creator', 'DC.creator', 'citation_author', 'byl') ??
      found(linked.author, 'JSON-LD author') ??
      shown('[rel="author"], .byline, .author', null, 'byline'),
    publisher:
      meta('og:site_name', 'publisher', 'dc.publisher', 'DC.publisher', 'citation_publisher') ??
      found(linked.publisher, 'JSON-LD publisher'),
    date: day(
      meta(
        'article:published_time',
        'datePublished',
        'date',
        'dc.date',
        'DC.date',
        'citation_publication_date',
        'pubdate',
      ) ??
        found(linked.datePublished, 'JSON-LD datePublished') ??
        shown('time[datetime]', 'datetime', 'time'),
    ),
  }
}

function linkedData(document: Document): Record<'headline' | 'author' | 'publisher' | 'datePublished', string | null> {
  const out: Record<'headline' | 'author' | 'publisher' | 'datePublished', string | null> = {
    headline: null,
    author: null,
    publisher: null,
    datePublished: null,
  }
  const text = (value: unknown): string | null =>
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(text).filter(Boolean).join(', ') || null
        : typeof value === 'object' && value !== null && 'name' in value
          ? text(value.name)
          : null
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const data = attempt(() => JSON.parse(script.textContent ?? '') as unknown)
    const items = [
      data,
      ...(typeof data === 'object' && data !== null && '@graph' in data && Array.isArray(data['@graph'])
        ? data['@graph']
        : []),
    ]
    for (const item of items)
      if (typeof item === 'object' && item !== null)
        for (const key of Object.keys(out) as (keyof typeof out)[])
          out[key] ??= text((item as Record<string, unknown>)[key])
  }
  return out
}
