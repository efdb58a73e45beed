import type { Fact } from '../model/index.ts'
import { found, type OwnFacts } from './reader.ts'

/** Names of `<meta>` by what they tell, the most telling first. Compared without case. */
const META: Readonly<Record<keyof OwnFacts, readonly string[]>> = {
  title: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title'],
  author: ['citation_author', 'author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'byl', 'article:author'],
  publisher: [
    'og:site_name',
    'citation_publisher',
    'publisher',
    'dc.publisher',
    'dcterms.publisher',
    'application-name',
  ],
  date: [
    'article:published_time',
    'citation_publication_date',
    'citation_date',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'parsely-pub-date',
    'pubdate',
    'publishdate',
    'date',
  ],
}

/** What a page's metadata say: `<meta>` (Open Graph, Dublin Core, Highwire), JSON-LD, `<time>`, elements marked as byline. */
export function pageFacts(document: Document): OwnFacts {
  const metas = metadata(document)
  const meta = (fact: keyof OwnFacts): Fact | null => {
    for (const name of META[fact]) {
      const values = (metas.get(name) ?? []).filter((v) => fact !== 'author' || !/^https?:/iu.test(v))
      const own = found(fact === 'author' ? values.join(', ') : values[0], `meta ${name}`)
      if (own !== null) return own
    }
    return null
  }
  const linked = linkedData(document)
  const publisher = meta('publisher') ?? found(linked.publisher, 'JSON-LD publisher')
  return {
    title: withoutSite(
      meta('title') ??
        found(linked.headline, 'JSON-LD headline') ??
        found(document.querySelector('h1')?.textContent, 'h1') ??
        found(document.querySelector('title')?.textContent, 'title'),
      publisher,
    ),
    author: withoutBy(
      meta('author') ??
        found(linked.author, 'JSON-LD author') ??
        found(document.querySelector('[rel="author"], [itemprop="author"], .byline, .author')?.textContent, 'byline'),
    ),
    publisher,
    date: dayOf(
      meta('date') ??
        found(linked.datePublished, 'JSON-LD datePublished') ??
        found(publicationTime(document)?.getAttribute('datetime'), 'time'),
    ),
  }
}

/** Values of `<meta>` by name, in order. */
function metadata(document: Document): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const value = element.getAttribute('content')?.trim()
    if (!name || !value) continue
    const key = name.toLowerCase()
    out.set(key, [...(out.get(key) ?? []), value].slice(0, 50))
  }
  return out
}

/** The `<time>` of the article: marked as its publication, else the only one in it; a page full of times tells nothing. */
function publicationTime(document: Document): Element | null {
  const marked = document.querySelector('time[itemprop="datePublished"], time[pubdate]')
  if (marked !== null) return marked
  for (const place of ['article time[datetime], main time[datetime]', 'time[datetime]']) {
    const times = document.querySelectorAll(place)
    if (times.length === 1) return times[0] ?? null
  }
  return null
}

const dayOf = (fact: Fact | null): Fact | null =>
  fact?.kind === 'known' ? { ...fact, value: fact.value.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/u, '$1') } : fact

const withoutBy = (fact: Fact | null): Fact | null =>
  fact?.kind === 'known' ? found(fact.value.replace(/^by:?\s/iu, ''), fact.from) : fact

/** A title without the site's name that many pages add: "Talks resume | Example Agency". */
function withoutSite(title: Fact | null, site: Fact | null): Fact | null {
  if (title?.kind !== 'known' || site?.kind !== 'known') return title
  const { value } = title
  const rest = value.endsWith(site.value) ? value.slice(0, -site.value.length) : value
  const short = /^(.+\S)\s+[|–—·:-]\s+$/u.exec(rest)?.[1]
  return short === undefined ? title : { ...title, value: short }
}

type Linked = Record<'headline' | 'author' | 'publisher' | 'datePublished', string | null>

/** schema.org data in `<script type="application/ld+json">`; the scripts are parsed as data, never run. */
function linkedData(document: Document): Linked {
  const out: Linked = { headline: null, author: null, publisher: null, datePublished: null }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    for (const item of itemsOf(parsed(script.textContent ?? '')))
      for (const key of Object.keys(out) as (keyof Linked)[]) out[key] ??= textOf(item[key], 0)
  return out
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function itemsOf(data: unknown): Record<string, unknown>[] {
  const top = (Array.isArray(data) ? data : [data]).filter(isObject)
  return top.flatMap((item) => [item, ...(Array.isArray(item['@graph']) ? item['@graph'].filter(isObject) : [])])
}

function textOf(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return value
  if (depth > 3) return null
  if (Array.isArray(value)) {
    const texts = value.slice(0, 20).map((v) => textOf(v, depth + 1))
    return texts.filter((t) => t !== null).join(', ') || null
  }
  return isObject(value) ? textOf(value.name, depth + 1) : null
}
