import { expect, it } from 'vitest'
import type { Block, Doc, Link } from '../../model/index.ts'
import type { Ports } from '../../pipeline/index.ts'
import { refer } from '../refer.ts'

const unknown = { kind: 'unknown', reason: 'a test' } as const

/** A text whose paragraphs are parted by blank lines; `<words|address>` is a link. */
function docOf(marked: string): Doc {
  const links: Link[] = []
  let text = ''
  for (const [i, part] of marked.split(/<([^|>]+\|[^>]+)>/u).entries()) {
    const [words, url] = part.split('|')
    if (i % 2 === 1) links.push({ span: { start: text.length, end: text.length + words!.length }, url: url! })
    text += i % 2 === 1 ? words : part
  }
  const blocks = [...text.matchAll(/[^\n](?:[^\n]|\n(?!\n))*/gu)].map(
    (m): Block => ({
      kind: 'paragraph',
      span: { start: m.index, end: m.index + m[0].length },
      level: null,
      page: null,
    }),
  )
  const origin = { uri: 't', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 }
  return {
    id: 'd',
    text,
    language: 'en',
    title: unknown,
    author: unknown,
    publisher: unknown,
    date: unknown,
    origin,
    blocks,
    links,
  }
}

/** "pointed to > what it points to" of each marker, and the claims. */
async function read(marked: string) {
  const doc = docOf(marked)
  const { layers } = await refer.run(doc, { sentences: [] }, {} as Ports)
  const place = (id: string | null): number | null => {
    const at = layers.references.findIndex((r) => r.id === id)
    return at < 0 ? null : (layers.references[at]!.number ?? at + 1)
  }
  const said = ({ start, end }: { start: number; end: number }) => doc.text.slice(start, end)
  return {
    entries: layers.references.map((r) => said(r.span).replace(/\s+/gu, ' ')),
    references: layers.references,
    markers: layers.markers.map((m) => `${said(m.span)} > ${place(m.entry)}`),
    claims: layers.markers.map((m) => said(m.claim)),
    meant: layers.references.map((r) => place(r.meant ?? null)),
  }
}

const NAMES = `

References

Bell, T., Hart, P., & Moss, R. (2020). A long title about the toll on the river and
    its many collectors. Journal of Tolls, 3(2), 14–29.
Food and Agriculture Organization. (2019). Fish under ice. FAO.
Keller, A. (2015a). Rivers of ice. Vienna: Danube Press.
Keller, A. (2015b). Rivers of mud. Vienna: Danube Press.`

it('links names with years, letters, bodies, capitals and ibid. to an unnumbered list whose entries run over lines', async () => {
  const r = await read(
    `It froze (Bell et al. 2020; Keller 2015a, b). Fish died (FAO 2019, 4; ibid., 5). The war of 2015 ended (May 2020).${NAMES}`,
  )
  expect(r.entries).toHaveLength(4)
  expect(r.markers.map((m) => m.split(' > ')[1])).toEqual(['1', '3', '4', '2', '2'])
})

it('lets a name in the sentence bear what is said after it', async () => {
  const r = await read(`Keller (2015b) shows that mud froze, and Hart (2020) does not. It rained.${NAMES}`)
  expect(r.claims).toEqual(['Keller (2015b) shows that mud froze, and Hart (2020) does not.'])
})

it('parts entries without numbers that run together in one paragraph', async () => {
  const r = await read(
    'It froze (Stone 2019).\n\nBibliography: Keller, A. (2015). Rivers of ice. Vienna: Danube Press. Stone, B., & Moss, R. (2019). Salt. River Quarterly, 8, 1–20.',
  )
  expect(r.entries.map((e) => e.slice(0, 6))).toEqual(['Keller', 'Stone,'])
})

const NUMBERED = (label: (n: number) => string) =>
  `\n\nNotes\n\n${['Anna Keller, Rivers of Ice, Vienna: Danube Press, 2015.', 'Ibid., p. 4.', '“Ice goes,” Reuters, 4 May 2019.', 'Keller, op. cit., p. 9.', 'Keller, Rivers of Ice, 12.'].map((e, i) => `${label(i + 1)}${e}`).join('\n\n')}`

it('resolves ibid., op. cit. and short titles to the work that is meant', async () => {
  const r = await read(`It froze. [1]${NUMBERED((n) => `[${n}] `)}`)
  expect(r.meant).toEqual([null, 1, null, 1, 1])
})

it('links plain figures that were raised, after a mark, a year or a quotation, also where two are swapped', async () => {
  const r = await read(
    `It froze in 2003.1 He spoke of “ice”.3 Nobody fished,2 and the Su35 flew. It thawed.4${NUMBERED((n) => `${n}. `)}`,
  )
  expect(r.markers).toEqual(['1 > 1', '3 > 3', '2 > 2', '4 > 4'])
})

it('links numbers in round brackets only to a list that prints them so', async () => {
  const text = 'It froze (1). There are two ways: (1) to wait and (2) to pay. It thawed (2, 3) in Article 4 (2015).'
  expect((await read(text + NUMBERED((n) => `(${n}) `))).markers).toEqual(['(1) > 1', '(2, 3) > 2', '(2, 3) > 3'])
  expect((await read(text + NUMBERED((n) => `${n}. `))).markers).toEqual([])
})

it('takes links for references where there is no list, each address once', async () => {
  const r = await read(
    'The ministry <closed the lock|https://a.example/lock> in May, and <Reuters counted|https://b.example/count> forty boats. “It froze,” <he said|https://c.example/he>. He <said it twice|https://c.example/he>.',
  )
  expect(r.references.map((x) => x.fields.URL!.value)).toEqual([
    'https://a.example/lock',
    'https://b.example/count',
    'https://c.example/he',
  ])
  expect(r.markers.map((m) => m.split(' > ')[1])).toEqual(['1', '2', '3', '3'])
  expect(r.claims).toEqual([
    'The ministry closed the lock in May',
    'Reuters counted forty boats.',
    '“It froze,” he said.',
    'He said it twice.',
  ])
})

it('takes one link of a page for no list, and leaves links alone where there is a list', async () => {
  expect((await read('See <the club|https://club.example/>.')).references).toEqual([])
  const r = await read(
    `<A|https://a.example/1> and <B|https://b.example/2> and <C|https://c.example/3>. [1]${NUMBERED((n) => `[${n}] `)}`,
  )
  expect(r.markers).toEqual(['[1] > 1'])
})

it('gives an entry the address that its words link to', async () => {
  const r = await read('It froze. [1]\n\nNotes\n\n[1] <Ice goes|https://reuters.example/ice>, Reuters, 4 May 2019.')
  expect(r.references[0]!.fields.URL?.value).toBe('https://reuters.example/ice')
})
