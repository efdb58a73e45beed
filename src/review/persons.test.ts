import { describe, expect, it } from 'vitest'
import type { ActorRef, PersonRecord, RecordedDecision } from '../model/index.ts'
import { decided, type Ruling } from './fold.ts'
import { identities } from './persons.ts'

type Given = {
  names?: string[]
  code?: string | null
  published?: string | null
  beside?: string[]
  /** 'foreign minister at 2024', 'secretary of the Water Council at 2024': title, how held, when. */
  offices?: string[]
}

const body = (name: string): ActorRef => ({ name, kind: 'organisation', code: null, sector: null })

/** A person 'pA1' of the document 'A' by an id of document and number. */
function person(
  id: string,
  name: string,
  { code = null, published = '2024-05-01', ...given }: Given = {},
): PersonRecord {
  const span = { start: 0, end: 1 }
  return {
    id,
    doc: id[0]!,
    published,
    name,
    names: [name, ...(given.names ?? [])],
    code,
    mentions: [span],
    beside: (given.beside ?? []).map(body),
    offices: (given.offices ?? []).map((told) => {
      const [, title, held, value] = /^(.+) (at|before|until|since|during|after) (\S+)$/u.exec(told)!
      const [role, within] = title!.split(' of the ')
      return {
        title: title!,
        role: role!.toLowerCase().replace(/^deputy /u, ''),
        code,
        sector: 'GOV',
        body: within ?? null,
        span,
        sentence: 0,
        held: held as 'at',
        when: { kind: 'stated', value: value!, span },
        why: 'title',
        citation: { doc: id[0]!, exact: title!, prefix: '', suffix: '', start: 0, end: 1, page: null },
      }
    }),
  }
}

/** Who is one with whom in short, 'A1+B1 C1', with what is proposed, 'A1?C1'. */
function meet(records: readonly PersonRecord[], ...rulings: readonly Ruling[]): string {
  const made = { what: 'person', by: 'a reader', at: '2026-01-01T00:00:00Z', reason: 'a test' } as const
  const decisions: RecordedDecision[] = []
  for (const ruling of rulings) decisions.push({ ...decided(ruling, made, decisions), number: decisions.length + 1 })
  const { persons, proposals } = identities(records, decisions)
  const groups = persons.map((p) => p.records.map((r) => r.id).join('+'))
  return [...groups, ...proposals.map((p) => p.findings.join('?'))].join(' ')
}

const minister = { code: 'PER', offices: ['Foreign Minister at 2024-03'] }

describe('persons of different documents', () => {
  it.each([
    ['a name and an office', person('A1', 'Ana Lima', minister), person('B1', 'Ana Lima', minister)],
    ['spellings', person('A1', 'Georgy Zinoviev', minister), person('B1', 'Georgiy Zinovyev', minister)],
    ['a surname with the office', person('A1', 'Ana Lima', minister), person('B1', 'Lima', minister)],
    ['initials with the office', person('A1', 'Ana Lima', minister), person('B1', 'A. Lima', minister)],
    [
      'the office told in other words',
      person('A1', 'Ana Lima', minister),
      person('B1', 'Ana Lima', { code: 'PER', offices: ['Minister of foreign affairs at 2024-04'] }),
    ],
    [
      'the family name first and last, of one body',
      person('A1', 'Han Do-jun', { code: 'KOR', offices: ['Secretary of the Water Council at 2024'] }),
      person('B1', 'Do Jun Han', { code: 'KOR', offices: ['Secretary of the National Water Council at 2024'] }),
    ],
    [
      'a title at the time, where one document does not say whose',
      person('A1', 'Ana Lima', minister),
      person('B1', 'Ana Lima', { ...minister, code: null }),
    ],
    ['a full name and a state', person('A1', 'Ana Lima', { code: 'PER' }), person('B1', 'Ana Lima', { code: 'PER' })],
  ])('meet by %s', (_, a, b) => expect(meet([a, b])).toBe('A1+B1'))

  it.each([
    ['a name alone', person('A1', 'Ana Lima'), person('B1', 'Ana Lima')],
    ['a surname and a state', person('A1', 'Ana Lima', minister), person('B1', 'Lima', { code: 'PER' })],
    [
      'one office fifteen years apart: it may be father and son',
      person('A1', 'John Marsh', { code: 'GBR', offices: ['Governor at 1990'], published: '1990-03-01' }),
      person('B1', 'John Marsh', { code: 'GBR', offices: ['Governor at 2005'], published: '2005-03-01' }),
    ],
    [
      'other offices at one time',
      person('A1', 'Ana Lima', { code: 'PER', offices: ['Finance Minister at 2024-03'] }),
      person('B1', 'Ana Lima', { code: 'PER', offices: ['Ambassador at 2024-03'] }),
    ],
    [
      'the deputy’s office',
      person('A1', 'Ana Lima', minister),
      person('B1', 'Ana Lima', { code: 'PER', offices: ['Deputy Foreign Minister at 2024-03'] }),
    ],
  ])('are proposed by %s', (_, a, b) => expect(meet([a, b])).toBe('A1 B1 A1?B1'))

  it.each([
    ['namesakes in two states', person('A1', 'Ana Lima', { code: 'PER' }), person('B1', 'Ana Lima', { code: 'BRA' })],
    [
      'namesakes in one office of two states',
      person('A1', 'Ana Lima', minister),
      person('B1', 'Ana Lima', { ...minister, code: 'BRA' }),
    ],
    ['two of one family in one office', person('A1', 'Han Do-jun', minister), person('B1', 'Han Yo-jun', minister)],
    ['father and son', person('A1', 'John Marsh', minister), person('B1', 'John Marsh Jr.', minister)],
    [
      'a name a lifetime later',
      person('A1', 'Ana Lima', { code: 'PER', published: '1931' }),
      person('B1', 'Ana Lima', { code: 'PER', published: '2024' }),
    ],
    ['a given name alone', person('A1', 'Han Do-jun', minister), person('B1', 'Do-jun Lee', minister)],
  ])('do not meet: %s', (_, a, b) => expect(meet([a, b])).toBe('A1 B1'))
})

describe('the company that persons keep', () => {
  const lima = (id: string) => person(id, 'Ana Lima', { beside: ['Andes Salt Board', 'Rui Sousa'] })
  const crowd = (beside: string[]) =>
    Array.from({ length: 20 }, (_, n) => person(`Z${n}`, `Erik ${'abcdefghijklmnopqrst'[n]}olheim`, { beside }))
  const pair = (records: readonly PersonRecord[]) =>
    identities(records, [])
      .persons.find((p) => p.records.some((r) => r.id === 'A1'))!
      .records.map((r) => r.id)

  it('brings them together where it is rare, and not where everybody keeps it', () => {
    expect(pair([lima('A1'), lima('B1'), ...crowd([])])).toEqual(['A1', 'B1'])
    expect(pair([lima('A1'), lima('B1'), ...crowd(['Andes Salt Board', 'Rui Sousa'])])).toEqual(['A1'])
  })
})

describe('a name that two may bear', () => {
  const [older, younger] = [
    person('A1', 'Han Do-jun', { code: 'KOR', offices: ['President at 2024'] }),
    person('A2', 'Han Yo-jun', { code: 'KOR', offices: ['Spokeswoman at 2024'] }),
  ]

  it('joins neither of them by itself', () => {
    expect(meet([older, younger, person('B1', 'Han', { code: 'KOR' })])).toBe('A1 A2 B1')
  })

  it('joins the one whose office it has, and is kept from the other', () => {
    const han = person('B1', 'Han', { code: 'KOR', offices: ['President at 2024'] })
    expect(meet([older, younger, han])).toMatch(/^A1 A2 B1 A1\?B1$|^A1\+B1 A2$/u)
    const evidence = identities([older, younger, han], []).persons.flatMap((p) => p.joins)
    expect(evidence.every((j) => j.by === 'evidence')).toBe(true)
  })

  it('does not bring the two together', () => {
    const [b, c] = [person('B1', 'Han', minister), person('C1', 'Han', minister)]
    const [d, e] = [person('D1', 'Han Do-jun', minister), person('E1', 'Han Yo-jun', minister)]
    const { persons } = identities([b, c, d, e], [])
    expect(persons.some((p) => p.records.includes(d) && p.records.includes(e))).toBe(false)
  })
})

describe('persons of one document', () => {
  it('are not brought together by another document', () => {
    const [a, b] = [person('A1', 'Ana Lima', minister), person('A2', 'A. Lima', minister)]
    const { persons } = identities([a, b, person('B1', 'Ana Lima', minister)], [])
    expect(persons.map((p) => p.records.map((r) => r.id))).toEqual([['A1', 'B1'], ['A2']])
  })
})

describe('proposals', () => {
  it('are as few as would bring together all who may be one', () => {
    const records = ['A1', 'B1', 'C1', 'D1'].map((id) => person(id, 'Ana Lima'))
    expect(identities(records, []).proposals).toHaveLength(3)
  })
})

describe('decisions on persons', () => {
  const [a, b] = [person('A1', 'Ana Lima'), person('B1', 'Ana Lima')]

  it('merge what is only proposed, and what no evidence would', () => {
    expect(meet([a, b], { kind: 'merged', findings: ['A1', 'B1'] })).toBe('A1+B1')
    const married = person('C1', 'Ana Sousa')
    expect(meet([a, married], { kind: 'merged', findings: ['A1', 'C1'] })).toBe('A1+C1')
  })

  it('part what evidence merged, which is then proposed no more', () => {
    const [x, y] = [person('A1', 'Ana Lima', minister), person('B1', 'Lima', minister)]
    expect(meet([x, y])).toBe('A1+B1')
    expect(meet([x, y], { kind: 'unmerged', findings: ['A1'], from: ['B1'] })).toBe('A1 B1')
  })
})

describe('a person across documents', () => {
  it('has the fullest name, all names, and every piece of evidence with its reason', () => {
    const records = [person('A1', 'Lima', minister), person('B1', 'Ana Lima', { ...minister, names: ['Lima'] })]
    const [lima] = identities(records, []).persons
    expect(lima).toMatchObject({ id: 'A1', name: 'Ana Lima', names: ['Lima', 'Ana Lima'], codes: ['PER'] })
    const [join] = lima!.joins
    const evidence = join?.by === 'evidence' ? join.link.evidence : []
    expect(evidence.map((e) => e.kind)).toEqual(['office', 'time', 'name'])
    expect(evidence[0]!.why).toBe(
      'the same office of PER: “Foreign Minister” at 2024-03, “Foreign Minister” at 2024-03',
    )
  })
})

it('three thousand persons of a hundred documents are compared in seconds', () => {
  const given = 'Ana Rui Tomas Nuria Erik Olga Pavel Ines Marta Jonas'.split(' ')
  const family = 'Lima Sousa Brandt Vidal Orlov Karimov Solheim Okafor Mbeki Tanaka Haddad'.split(' ')
  const records = Array.from({ length: 3000 }, (_, n) =>
    person(
      `${String.fromCodePoint(256 + (n % 97))}${n}`,
      `${given[n % 10]} ${family[n % 11]}${'aeiourstlm'[Math.floor(n / 110) % 10]}`,
      { code: ['PER', 'NOR'][n % 2]! },
    ),
  )
  const began = performance.now()
  expect(identities(records, []).persons.length).toBeLessThan(2000)
  expect(performance.now() - began).toBeLessThan(30_000)
})
