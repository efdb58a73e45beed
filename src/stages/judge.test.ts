import { beforeAll, describe, expect, it } from 'vitest'
import { english } from '../lang/en.ts'
import type { Doc, Judgement, Marker, Reference } from '../model/index.ts'
import { type ActorOntology, emptyLayers, type Ports } from '../pipeline/index.ts'
import { alphabetOf } from './judge/alphabet.ts'
import { slugDates } from './judge/entries.ts'
import { targetsOf } from './judge/hypotheses.ts'
import { twinsOf } from './judge/works.ts'
import { judge } from './judge.ts'
import { refer } from './refer.ts'

const actors: ActorOntology = {
  lookup: () => null,
  longest: () => null,
  misspelt: () => null,
  membersOf: () => [],
  isAlliance: () => false,
}
const ports = { actors, language: english } as unknown as Ports

/** Ten claims and the entries that bear them, all by the names, days and words that they share. */
const CLAIMS = [
  'The envoy Brandt opened the talks in Passau on 3 March 2019',
  'Minister Okello called the salt tariff “a toll on bread”',
  'Lindqvist counted ninety wagons at the pass of Andermatt',
  'The harbour board of Varna raised its fees on 14 June 2019',
  'A survey by Castellano and Duarte found the bridges sound',
  'The Danube Herald printed the secret annex on 2 September 2019',
  'Professor Yamada doubted the figures of the ferry lines',
  'The envoys initialled the protocol on 11 November 2019',
  'Radio Tirana reported strikes among the pilots',
  'The archive of Szeged holds the minutes of 9 January 2020',
]
const ENTRIES = [
  'Opening of the Passau talks: statement of envoy Brandt. Foreign Ministry, 3 March 2019',
  'Okello, J. “A toll on bread”: the salt tariff. Kampala Post, 20 April 2019',
  'Lindqvist, A. Ninety wagons: a count at Andermatt. Bern: Alpenverlag, 2019',
  'Harbour board of Varna. New fees. 14 June 2019. https://varna.example.bg/2019/06/14/fees',
  'Castellano, M., Duarte, P. Bridges of the lower river: a survey. Lisbon: Ponte, 2018',
  'The secret annex in full. Danube Herald, 2 September 2019',
  'Yamada, K. Ferry lines and their figures. Journal of River Trade. 2020;4:1–9',
  'Protocol on river traffic, initialled at Vienna, 11 November 2019',
  'Strikes among pilots. Radio Tirana, 5 December 2019',
  'Minutes of the river commission, 9 January 2020. Municipal archive, Szeged',
]

function docOf(claims: readonly string[], entries: readonly string[]): Doc {
  const lines = [...claims, 'References', ...entries.map((e, i) => `[${i + 1}] ${e}`)]
  const unknown = { kind: 'unknown', reason: 'a test' } as const
  let text = ''
  const blocks = lines.map((line, i): Doc['blocks'][number] => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += line
    const kind = i < claims.length ? 'paragraph' : i === claims.length ? 'heading' : 'reference-list'
    return { kind, span: { start, end: text.length }, level: kind === 'heading' ? 2 : null, page: null }
  })
  const origin = { uri: 'test', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 }
  const facts = { title: unknown, author: unknown, publisher: unknown, date: unknown }
  return { id: 'd', text, language: 'en', ...facts, origin, blocks, links: [] }
}

interface Judged extends Judgement {
  readonly markers: readonly Marker[]
  readonly references: readonly Reference[]
}

async function judged(claims: readonly string[], entries: readonly string[]): Promise<Judged> {
  const doc = docOf(claims, entries)
  const { layers } = await refer.run(doc, { ...emptyLayers() }, ports)
  const result = await judge.run(doc, { ...emptyLayers(), ...layers }, ports)
  return { ...layers, ...result.layers.judgement }
}

/** The claims with the number of each. */
const numbered = (number: (place: number) => number | string, claims: readonly string[] = CLAIMS): string[] =>
  claims.map((claim, i) => `${claim} [${number(i + 1)}].`)

const kinds = ({ verdicts }: Judged): string => verdicts.map((v) => v.kind).join(' ')
const alarms = ({ verdicts, markers }: Judged): number[] =>
  verdicts.flatMap((v, i) => (v.kind === 'fits' || v.kind === 'undecided' ? [] : [markers[i]!.number]))
const top = ({ explanations }: Judged) => explanations[0]!

describe('a sound list', () => {
  let sound: Judged
  beforeAll(async () => {
    sound = await judged(
      numbered((n) => n),
      ENTRIES,
    )
  })

  it('raises no alarm', () => {
    expect(alarms(sound)).toEqual([])
    expect(top(sound)).toMatchObject({ kind: 'none', renumbering: [] })
    expect(sound.findings).toEqual([])
  })

  it('shows why each entry fits, by stretches of the text', () => {
    const verdict = sound.verdicts[0]!
    expect(verdict.kind).toBe('fits')
    if (verdict.kind !== 'fits') return
    expect(verdict.probability).toBeGreaterThan(0.9)
    expect(verdict.evidence.map((e) => e.kind)).toContain('date')
    expect(verdict.evidence[0]).toMatchObject({ side: 'for' })
    expect(verdict.evidence[0]!.claim).not.toBeNull()
  })

  it('decides nothing where a claim shows nothing, and does not blame it', async () => {
    const claims = [...CLAIMS.slice(0, 9), 'So it was']
    const result = await judged(
      numbered((n) => n, claims),
      ENTRIES,
    )
    expect(alarms(result)).toEqual([])
    expect(result.verdicts.at(-1)!.kind).toBe('undecided')
  })
})

describe('a list that was changed', () => {
  it('tells an entry that is there twice, and where the numbers part', async () => {
    const entries = [...ENTRIES.slice(0, 4), ENTRIES[1]!, ...ENTRIES.slice(4)]
    const result = await judged(
      numbered((n) => n),
      entries,
    )
    expect(top(result)).toMatchObject({ kind: 'shift', by: 1, number: 5, cause: { kind: 'entry-doubled' } })
    expect(top(result).renumbering.map((r) => [r.from, r.to])).toEqual([5, 6, 7, 8, 9, 10].map((n) => [n, n + 1]))
    expect(alarms(result)).toEqual([5, 6, 7, 8, 9, 10])
    expect(result.findings.map((f) => [f.code, f.entry])).toEqual([
      ['entry-duplicate', result.references[4]!.id],
      ['entry-never-cited', result.references[10]!.id],
    ])
    const verdict = result.verdicts[9]!
    expect(verdict).toMatchObject({ kind: 'does-not-fit', better: { entry: result.references[10]!.id } })
  })

  it('tells an entry that no claim needs once the numbers are mended', async () => {
    const entries = [...ENTRIES.slice(0, 4), 'Castle walls of Sicily. Palermo: Torre, 1987', ...ENTRIES.slice(4)]
    const result = await judged(
      numbered((n) => n),
      entries,
    )
    expect(top(result)).toMatchObject({ kind: 'shift', by: 1, cause: { kind: 'entry-added' } })
    expect(result.findings.map((f) => f.message)).toEqual([
      'no claim needs entry [5] once the numbers are mended',
      'no marker points to entry [11], but one does once the numbers are mended',
    ])
  })

  it('tells an entry that is missing, and that its marker has none', async () => {
    const entries = [...ENTRIES.slice(0, 3), ...ENTRIES.slice(4)]
    const result = await judged(
      numbered((n) => n),
      entries,
    )
    expect(top(result)).toMatchObject({ kind: 'shift', by: -1, cause: { kind: 'entry-missing' } })
    expect(top(result).renumbering[0]).toMatchObject({ from: 4, to: null })
    expect(kinds(result)).toMatch(/^fits fits fits .*no-entry$/u)
  })

  it('tells numbers that were changed in the text alone', async () => {
    const result = await judged(
      numbered((n) => (n < 6 ? n : n - 2)),
      ENTRIES,
    )
    expect(top(result)).toMatchObject({ kind: 'shift', by: 2, cause: { kind: 'markers-renumbered' } })
    expect(result.verdicts.slice(0, 5).every((v) => v.kind === 'fits')).toBe(true)
  })

  it('tells two entries in each other’s place', async () => {
    const entries = [...ENTRIES]
    ;[entries[1], entries[7]] = [entries[7]!, entries[1]!]
    const result = await judged(
      numbered((n) => n),
      entries,
    )
    expect(top(result)).toMatchObject({ kind: 'swap', entries: [result.references[1]!.id, result.references[7]!.id] })
    expect(alarms(result)).toEqual([2, 8])
  })

  it('tells a block that was moved', async () => {
    const entries = [...ENTRIES.slice(0, 1), ...ENTRIES.slice(3, 8), ...ENTRIES.slice(1, 3), ...ENTRIES.slice(8)]
    const result = await judged(
      numbered((n) => n),
      entries,
    )
    expect(top(result).kind).toBe('move')
    expect(top(result).renumbering.map((r) => r.to)).toEqual([7, 8, 2, 3, 4, 5, 6])
  })

  it('finds no single cause where there is none', async () => {
    const order = [6, 2, 9, 4, 1, 8, 7, 3, 10, 5]
    const result = await judged(
      numbered((n) => n),
      order.map((n) => ENTRIES[n - 1]!),
    )
    expect(top(result).kind).toBe('mixed')
    expect(alarms(result).length).toBeGreaterThan(4)
  })

  it('takes one wrong number for a slip of its own', async () => {
    const result = await judged(
      numbered((n) => (n === 6 ? 2 : n)),
      ENTRIES,
    )
    expect(top(result).kind).toBe('none')
    expect(result.verdicts[5]).toMatchObject({ kind: 'does-not-fit', better: { entry: result.references[5]!.id } })
    expect(result.findings.map((f) => f.code)).toEqual(['entry-never-cited'])
  })
})

describe('dates', () => {
  it('speak against a work that is older than what it is to prove', async () => {
    const claims = [...CLAIMS.slice(0, 9), 'The archive of Szeged holds the minutes of 9 January 2023']
    const result = await judged(
      numbered((n) => n, claims),
      ENTRIES,
    )
    expect(result.findings.map((f) => f.code)).toEqual(['entry-older-than-claim'])
  })

  it('do not where the claim looks ahead', async () => {
    const claims = [
      ...CLAIMS.slice(0, 9),
      'By the minutes in the archive of Szeged the ferry will open on 9 January 2023',
    ]
    const result = await judged(
      numbered((n) => n, claims),
      ENTRIES,
    )
    expect(result.findings).toEqual([])
  })

  it.each([
    ['/2019/06/14/fees', ['2019-06-14']],
    ['/news/2019-06', ['2019-06']],
    ['/unsc_301024', ['2024-10-30', '2030-10-24']],
    ['/ambassador-250402/', ['2002-04-25', '2025-04-02']],
    ['/doc/20190614.pdf', ['2019-06-14']],
    ['/article/15207891', []],
    ['/a/991399', []],
    ['/resolution-2202', []],
  ])('are read in the path %s', (path, days) => expect(slugDates(path)).toEqual(days))
})

describe('works that an entry holds again', () => {
  const twins = async (...entries: string[]) => {
    const claims = numbered((n) => n).slice(0, 2)
    const { references } = await judged(claims, entries)
    return twinsOf(docOf(claims, entries).text, references).map((t) => [t.first + 1, t.second + 1])
  }
  it('are found by address, title, and words with day and maker', async () => {
    expect(
      await twins(
        'Fees of the port. Varna, 14 June 2019. https://varna.example.bg/fees?utm_source=x',
        'The new fees. Varna Times, 15 June 2019. http://www.varna.example.bg/fees/',
        'Lindqvist, A. Ninety wagons: a count at the pass. Bern: Alpenverlag, 2019',
        'Lindqvist, A. Ninety wagons – a count at the pass. Bern: Alpenverlag, 2019',
        'Telegram of the legation in Vienna, no date',
        'Telegram of the legation in Vienna, no date.',
      ),
    ).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
  })
  it('are not where figures, days or pages part them', async () => {
    expect(
      await twins(
        'United Nations Security Council. Resolution 2202 on the river, 17 February 2015',
        'United Nations Security Council. Resolution 2203 on the river, 17 February 2015',
        'Lindqvist, A. Ninety wagons. Bern: Alpenverlag, 2019, p. 14',
        'Lindqvist, A. Ninety wagons. Bern: Alpenverlag, 2019, p. 40',
        'Daily briefing of the harbour board of Varna, 14 June 2019',
        'Daily briefing of the harbour board of Varna, 15 June 2019',
        'Ibid., p. 4',
        'Ibid., p. 4',
      ),
    ).toEqual([])
  })
})

describe('lists by the alphabet', () => {
  const names = 'Adler Brandt Castellano Duarte Eriksen Fuchs Grau Holm Ivanov Jansen'.split(' ')
  const entries = (order: readonly string[]) => order.map((name) => `${name}, A. A work of ${name} on salt. Bern, 2019`)
  const keys = async (order: readonly string[]) => {
    const list = entries(order)
    const { references } = await judged(
      numbered((n) => n),
      list,
    )
    return alphabetOf(
      docOf(
        numbered((n) => n),
        list,
      ).text,
      references,
    )
  }
  it('are known though an entry breaks them', async () => {
    expect(await keys([...names.slice(1, 6), names[0]!, ...names.slice(6)])).not.toBeNull()
  })
  it('are not seen in a list in the order of the text', async () => {
    expect(
      await keys(['Holm', 'Brandt', 'Jansen', 'Adler', 'Fuchs', 'Duarte', 'Ivanov', 'Castellano', 'Grau', 'Eriksen']),
    ).toBeNull()
  })
})

describe('what a change does to a place', () => {
  it.each([
    [{ kind: 'shift', steps: [{ from: 2, by: 1 }] } as const, [[0], [1], [3], [4], [5]]],
    [{ kind: 'shift', steps: [{ from: 2, by: -1 }] } as const, [[0], [1], [null], [2], [3]]],
    [{ kind: 'recount', from: 3, by: 1 } as const, [[0], [1], [2, 3], [4], [5]]],
    [{ kind: 'swap', a: 0, b: 3 } as const, [[3], [1], [2], [0], [4]]],
    [{ kind: 'move', first: 0, length: 2, by: 3 } as const, [[3], [4], [0], [1], [2]]],
    [{ kind: 'move', first: 3, length: 1, by: -2 } as const, [[0], [2], [3], [1], [4]]],
  ])('is right for %o', (change, targets) => {
    expect([0, 1, 2, 3, 4].map((place) => targetsOf(change, place))).toEqual(targets)
  })
})

describe('claims without a reference', () => {
  const quoted = (n: number) =>
    `“We shall keep the river open to the boats of every nation, as number ${n} says,” he wrote [${n}].`
  it('are told where most quotations have one', async () => {
    const claims = [
      ...[1, 2, 3, 4, 5].map(quoted),
      '“Nobody will be asked to pay at the bridge of the old town,” she wrote.',
      'The end.',
    ]
    const { findings } = await judged(claims, ENTRIES.slice(0, 5))
    expect(findings.map((f) => f.code)).toEqual(['claim-without-reference'])
  })
  it('are not where quotations go without as a rule', async () => {
    const bare = [1, 2, 3].map((n) => `“Nobody will be asked to pay at bridge number ${n} of the old town,” she wrote.`)
    const { findings } = await judged([quoted(1), ...bare, 'The end.'], ENTRIES.slice(0, 1))
    expect(findings).toEqual([])
  })
})

it('judges three hundred entries in less than two seconds of a processor', async () => {
  const words = 'salt river tariff bridge ferry harbour envoy treaty archive survey protocol border'.split(' ')
  const claims = Array.from(
    { length: 300 },
    (_, i) =>
      `Envoy Name${i} told of ${words[i % 12]} and ${words[(i * 7) % 12]} on ${1 + (i % 28)} May ${1990 + (i % 30)}`,
  )
  const entries = claims.map(
    (_, i) =>
      `Name${i}, A. On the ${words[i % 12]} and the ${words[(i * 5) % 12]}. River Times, ${1 + (i % 28)} May ${1990 + (i % 30)}`,
  )
  const doc = docOf(
    numbered((n) => n, claims),
    entries,
  )
  const { layers } = await refer.run(doc, { ...emptyLayers() }, ports)
  const started = process.cpuUsage()
  const {
    layers: { judgement },
  } = await judge.run(doc, { ...emptyLayers(), ...layers }, ports)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(2000)
  expect(judgement.verdicts.filter((v) => v.kind === 'fits').length).toBeGreaterThan(290)
}, 600_000)
