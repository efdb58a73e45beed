import { describe, expect, it } from 'vitest'
import type { Block, Doc } from '../model/index.ts'
import type { Ports } from '../pipeline/index.ts'
import { refer } from './refer.ts'

type Part = readonly [Block['kind'], string]

function docOf(...parts: readonly Part[]): Doc {
  const unknown = { kind: 'unknown', reason: 'a test' } as const
  let text = ''
  const blocks = parts.map(([kind, content]): Block => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += content
    return { kind, span: { start, end: text.length }, level: kind === 'heading' ? 2 : null, page: null }
  })
  const origin = { uri: 'test', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 }
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
    links: [],
  }
}

async function read(...parts: readonly Part[]) {
  const doc = docOf(...parts)
  const { layers, problems } = await refer.run(doc, { sentences: [] }, {} as Ports)
  return {
    ...layers,
    problems,
    codes: problems.map((p) => p.code),
    claims: layers.markers.map((m) => [m.number, doc.text.slice(m.claim.start, m.claim.end)] as const),
    entries: layers.references.map((r) => ({
      number: r.number,
      language: r.language,
      author: r.fields.author.map((a) => a.value),
      ...Object.fromEntries(
        Object.entries(r.fields).flatMap(([k, f]) => (f === null || Array.isArray(f) ? [] : [[k, f.value]])),
      ),
    })),
    exact: layers.references.every((r) =>
      [...r.fields.author, r.fields.title, r.fields.URL, r.fields['container-title'], r.fields.publisher].every(
        (f) =>
          f === null ||
          f.value.startsWith('https://doi') ||
          doc.text.slice(f.span.start, f.span.end).replace(/\s+/gu, ' ') === f.value,
      ),
    ),
  }
}

describe('entries run together in one paragraph', () => {
  it('are parted by their printed numbers and parsed into fields', async () => {
    const r = await read(
      ['paragraph', 'The two ministers met at the border. [1] The post was then opened. [3]'],
      ['heading', 'References:'],
      [
        'paragraph',
        '[1] Anna Maria Keller. How the border post came back to life. ANSA, Rome, 3 May 2021. Available at https://example.org/a/1.html. ' +
          '[2] Statement of the Ministry on the reopening, Rome, May 4, 2021 /ANSA/. Available at https://example.org/b. ' +
          '[3] Пост на границе снова открыт. 05.05.2021. Режим доступа: https://example.org/c (дата обращения: 12.06.2021).Key words: borders',
      ],
    )
    expect(r.entries).toEqual([
      {
        number: 1,
        language: 'en',
        author: ['Anna Maria Keller'],
        title: 'How the border post came back to life',
        publisher: 'ANSA',
        'publisher-place': 'Rome',
        issued: '2021-05-03',
        URL: 'https://example.org/a/1.html',
      },
      {
        number: 2,
        language: 'en',
        author: [],
        title: 'Statement of the Ministry on the reopening',
        publisher: 'ANSA',
        'publisher-place': 'Rome',
        issued: '2021-05-04',
        URL: 'https://example.org/b',
      },
      {
        number: 3,
        language: 'ru',
        author: [],
        title: 'Пост на границе снова открыт',
        issued: '2021-05-05',
        accessed: '2021-06-12',
        URL: 'https://example.org/c',
      },
    ])
    expect(r.exact).toBe(true)
    expect(r.codes).toEqual(['entry-never-cited'])
    expect(r.markers.map((m) => m.entry)).toEqual([r.references[0]!.id, r.references[2]!.id])
  })
})

describe('a numbered list, an entry a line', () => {
  it('keeps quoted titles, authors, containers and pages apart', async () => {
    const r = await read(
      ['paragraph', 'Trade stopped [2, 1] and the tariff rose [3]–[5].'],
      ['heading', 'Notes'],
      [
        'reference-list',
        '1. J. Miller and P. van Dyke, “Salt and silver on the river,” Journal of River Trade, vol. 3, no. 2 (2019), pp. 14–29.',
      ],
      [
        'reference-list',
        '2. “Customs union frozen”, Reuters, 7 June 2020, https://www.example.com/x?utm_source=y (accessed 9 June 2020).',
      ],
      ['reference-list', '3. Keller, A. M. Rivers of Discord: A Study. Vienna: Danube Press, 2015.'],
      [
        'reference-list',
        '4. United Nations General Assembly, Resolution on the free passage of ships, 12 December 2019',
      ],
      ['reference-list', '5. “Customs union frozen”, Reuters, 7 June 2020, http://example.com/x'],
      ['reference-list', '7. 강을 건너는 배. 2022년 7월 13일. https://example.kr/1'],
    )
    expect(r.entries.map((e) => e.number)).toEqual([1, 2, 3, 4, 5, 7])
    expect(r.entries[0]).toMatchObject({
      author: ['J. Miller', 'P. van Dyke'],
      title: 'Salt and silver on the river',
      'container-title': 'Journal of River Trade',
      issued: '2019',
      page: '14–29',
    })
    expect(r.entries[1]).toMatchObject({
      title: 'Customs union frozen',
      publisher: 'Reuters',
      issued: '2020-06-07',
      accessed: '2020-06-09',
    })
    expect(r.entries[2]).toMatchObject({
      author: ['Keller, A. M.'],
      'publisher-place': 'Vienna',
      publisher: 'Danube Press',
      issued: '2015',
    })
    expect(r.entries[3]).toMatchObject({
      author: ['United Nations General Assembly'],
      title: 'Resolution on the free passage of ships',
      issued: '2019-12-12',
    })
    expect(r.entries[5]).toMatchObject({ language: 'ko', issued: '2022-07-13' })
    expect(r.exact).toBe(true)
    expect(r.markers.map((m) => m.number)).toEqual([2, 1, 3, 4, 5])
    expect(r.codes).toEqual(['entry-duplicate', 'entry-never-cited', 'entry-number-gap'])
  })

  it('goes on over lines and keeps archived addresses beside the first ones', async () => {
    const r = await read(
      ['paragraph', 'It was signed.¹ It entered into force.²'],
      ['heading', 'References'],
      [
        'reference-list',
        '1. Treaty of the Two Rivers, signed at Passau\nhttps://web.archive.org/web/2020/https://example.org/t',
      ],
      ['reference-list', '2. The depositary on the entry into force. 2020. doi:10.1234/ab.cd'],
    )
    expect(r.entries).toHaveLength(2)
    expect(r.entries[0]).toMatchObject({
      URL: 'https://example.org/t',
      archive: 'https://web.archive.org/web/2020/https://example.org/t',
    })
    expect(r.entries[1]).toMatchObject({ URL: 'https://doi.org/10.1234/ab.cd', issued: '2020' })
    expect(r.claims).toEqual([
      [1, 'It was signed.'],
      [2, 'It entered into force.'],
    ])
  })
})

describe('official acts and broadcasters', () => {
  it('are told by the place that an act is dated from, the later date, and figures in a name', async () => {
    const r = await read(
      ['heading', 'References'],
      ['reference-list', '[1] Joint communiqué on the opening of the pass. Andermatt, 31 August 2005.'],
      ['reference-list', '[2] Why the pass matters. Haaretz, 1 September 2005.'],
      ['reference-list', '[3] Talk with the engineer of the pass. France 24, 2 September 2005.'],
      [
        'reference-list',
        '[4] Remarks at the opening of the pass, 31 August 2005. Council of the Alps, 3 September 2005.',
      ],
    )
    expect(r.entries[0]).toMatchObject({ 'publisher-place': 'Andermatt', issued: '2005-08-31' })
    expect(r.entries[1]).toMatchObject({ 'container-title': 'Haaretz' })
    expect(r.entries[2]).toMatchObject({ 'container-title': 'France 24', issued: '2005-09-02' })
    expect(r.entries[3]).toMatchObject({
      title: 'Remarks at the opening of the pass, 31 August 2005',
      issued: '2005-09-03',
      publisher: 'Council of the Alps',
    })
  })
})

describe('notes at the foot', () => {
  it('are found by their numbers and by what only an entry holds', async () => {
    const r = await read(
      ['paragraph', 'Envoys were recalled.¹ The field has 12 km² and 10⁶ trees. Talks went on.²'],
      ['paragraph', '¹ Ministry of Foreign Affairs, note to the embassy, 3 March 2018, https://example.org/n'],
      ['paragraph', '² Ibid., p. 4'],
      ['list-item', '1. The Parties shall meet every year.'],
    )
    expect(r.entries.map((e) => e.number)).toEqual([1, 2])
    expect(r.markers.map((m) => m.number)).toEqual([1, 2])
    expect(r.problems).toEqual([])
  })
})

describe('superscripts lost to plain figures', () => {
  const list: Part[] = [
    ['heading', 'Notes'],
    ...[1, 2, 3, 4].map(
      (n): Part => [
        'reference-list',
        `${n}. The ${['first', 'second', 'third', 'fourth'][n - 1]} dispatch on salt, Interfax, ${n} May 2019.`,
      ],
    ),
  ]
  it('are taken where the list confirms them', async () => {
    const r = await read(
      [
        'paragraph',
        'The envoys left the war.1 In No.3 of the bulletin, “salt is free,”2 he wrote. The G4 met.3 Nobody came.4',
      ],
      ...list,
    )
    expect(r.markers.map((m) => m.number)).toEqual([1, 2, 3, 4])
    expect(r.claims[3]).toEqual([4, 'Nobody came.'])
  })
  it('are left alone where nothing counts up', async () => {
    const r = await read(['paragraph', 'The Su35 flew over article4 of the fence.'], ...list)
    expect(r.markers).toEqual([])
  })
})

describe('author and year', () => {
  it('links names with years and tells of those that the list lacks', async () => {
    const r = await read(
      [
        'paragraph',
        'The tariff came first (Miller 2019, 14). As Keller (2015) shows, it failed (Miller and Dyke 2019; Stone 2001). It ended (May 2020).',
      ],
      ['heading', 'Bibliography'],
      ['reference-list', 'Keller, A. (2015). Rivers of discord. Vienna: Danube Press.'],
      [
        'reference-list',
        'Miller, J., & Dyke, P. (2019). Salt and silver on the river. Journal of River Trade, 3(2), 14–29.',
      ],
    )
    expect(r.entries[1]).toMatchObject({
      number: null,
      author: ['Miller, J.', 'Dyke, P.'],
      title: 'Salt and silver on the river',
      issued: '2019',
      'container-title': 'Journal of River Trade',
    })
    expect(r.markers.map((m) => m.number)).toEqual([2, 1, 2])
    expect(r.problems.map((p) => p.message)).toEqual([
      'no entry of the list is by Stone 2001; correct the marker or add the entry',
    ])
  })
})

describe('brackets', () => {
  it.each(['He [sic] said', 'in [2022] and [1991–2000]', 'they […] left', 'the [then] envoy', 'take [7–3] as it is'])(
    'finds no marker in “%s”',
    async (text) => {
      expect(
        (await read(['paragraph', text], ['heading', 'Notes'], ['reference-list', '[1] A note, 2020, p. 4'])).markers,
      ).toEqual([])
    },
  )
  it('keeps a marker without an entry', async () => {
    const r = await read(
      ['paragraph', 'It rained. [4]'],
      ['heading', 'Notes'],
      ['reference-list', '[1] A note on rain, 2020, p. 4'],
    )
    expect(r.markers).toMatchObject([{ number: 4, entry: null }])
    expect(r.codes).toEqual(['marker-without-entry', 'entry-never-cited'])
  })
  it('says once that there is no list', async () => {
    expect((await read(['paragraph', 'It rained. [4] It poured. [5]'])).codes).toEqual(['reference-list-missing'])
  })
})

describe('the claim that a marker bears', () => {
  const claim = async (...parts: readonly Part[]) => (await read(...parts)).claims.map(([, text]) => text)
  it('is the quotation after a closing mark, with what its speaker interrupts', async () => {
    expect(
      await claim([
        'paragraph',
        'It rained. “We will open the “old” post soon,” he said. “Nobody will wait there.” [1]',
      ]),
    ).toEqual(['“We will open the “old” post soon,” he said. “Nobody will wait there.”'])
  })
  it('does not join two quotations of two sentences', async () => {
    expect(
      await claim(['paragraph', '“We will open the post.” He also said that “nobody will wait there,” [1] and left.']),
    ).toEqual(['“nobody will wait there,”'])
  })
  it('goes back over paragraphs of one quotation', async () => {
    expect(
      await claim(['paragraph', 'He said: “We will open the post.'], ['paragraph', 'Nobody will wait there.” [1]']),
    ).toEqual(['“We will open the post.\n\nNobody will wait there.”'])
  })
  it('is the clause around a word taken over', async () => {
    expect(
      await claim(['paragraph', 'The post was closed, and the “transit” [1] went on; nobody paid [2, 3].']),
    ).toEqual(['the “transit”', 'nobody paid', 'nobody paid'])
  })
  it('is the sentence at its end, and the whole block quotation', async () => {
    expect(await claim(['paragraph', 'It rained. The post, which is old, was closed.[1][2] It poured.'])).toEqual([
      'The post, which is old, was closed.',
      'The post, which is old, was closed.',
    ])
    expect(await claim(['block-quotation', 'Let all pass. Let none pay. [1]'])).toEqual(['Let all pass. Let none pay.'])
  })
})

it('stays fast on hostile text', async () => {
  const started = performance.now()
  await read(
    ['paragraph', '[1'.repeat(20_000)],
    ['paragraph', '“'.repeat(20_000)],
    ['heading', 'Notes'],
    ['reference-list', `[1] ${'a, '.repeat(10_000)}`],
    ['reference-list', `[2] ${'A. '.repeat(10_000)} 2020`],
  )
  expect(performance.now() - started).toBeLessThan(2000)
})
