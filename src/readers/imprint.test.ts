import { describe, expect, it } from 'vitest'
import { readAs } from './fixtures.ts'
import { basis, byline, dateline, doubtfulDate, loneDate } from './imprint.ts'

describe('byline', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['By Jane Doe, 5 May 2025', 'Jane Doe'],
    ['By Jane Doe and Ivan Petrov', 'Jane Doe and Ivan Petrov'],
    ['BY JANE VAN DOE | Geneva', 'JANE VAN DOE'],
    ['By Dr. Ana María de la Cruz', 'Ana María de la Cruz'],
    ['Author: Lee Hee-yong', 'Lee Hee-yong'],
  ])('%s', (line, name) => {
    const found = byline(line)!
    expect(found.value).toBe(name)
    expect(line.slice(found.start, found.end)).toBe(name)
  })
  it.each([
    'By land and sea',
    'By the end of May 2025',
    'By taking such a step, the state became the first',
    'By Monday',
    'Jane Doe',
    'Bypassing Jane Doe',
  ])('not “%s”', (line) => {
    expect(byline(line)).toBeNull()
  })
})

describe('basis', () => {
  it.each([
    ['This article is based on the keynote speech by Dr. Jane Doe, head of a department.', 'Jane Doe'],
    ['The following text is an edited transcript of remarks by Ambassador Ivan Petrov at a seminar.', 'Ivan Petrov'],
  ])('%s', (line, name) => {
    const found = basis(line)!
    expect(line.slice(found.start, found.end)).toBe(name)
  })
  it.each([
    'This article is based on interviews.',
    'This treaty is based on a draft by Jane Doe.',
    'The speech by Jane Doe was based on this article.',
  ])('not “%s”', (line) => {
    expect(basis(line)).toBeNull()
  })
})

describe('dateline', () => {
  it.each([
    ['Pyongyang, 4 October 2022 (NORD) — The ministry said', '2022-10-04', 'NORD'],
    ['BAKU, 2 October 2025 (Caspian Wire) — Two states', '2025-10-02', 'Caspian Wire'],
    ['MOSCOW, October 4, 2022. /NORD/. The minister', '2022-10-04', 'NORD'],
    ['MOSCOW, October 4. /NORD/. The minister', null, 'NORD'],
    ['GENEVA (NORD) - Talks ended', null, 'NORD'],
    ['New York, 4 October 2022 – Talks ended', '2022-10-04', null],
  ])('%s', (line, date, agency) => {
    const found = dateline(line)!
    expect([found.date?.value ?? null, found.agency?.value ?? null]).toEqual([date, agency])
    if (found.agency !== null) expect(line.slice(found.agency.start, found.agency.end)).toBe(agency)
  })
  it.each([
    'Anna Lind (ALP) – the sister of the minister – said',
    'On 4 October 2022 – a day later – they met',
    'Moscow and Oslo on 4 October 2022 – their first day – met',
    'Oslo, the capital – and its port',
    'Oslo (the capital) — the talks',
    'Oslo, which had closed its port (NORD) — the talks',
  ])('not “%s”', (line) => {
    expect(dateline(line)).toBeNull()
  })
})

describe('loneDate', () => {
  it.each([
    ['5 May 2025', '2025-05-05'],
    ['Published on Monday, 5 May 2025 at 10:30 GMT', '2025-05-05'],
    ['Published 4 May 2025, updated 6 May 2025', '2025-05-04'],
    ['Moscow, 5 May 2025', '2025-05-05'],
    ['By Jane Doe, 5 May 2025', '2025-05-05'],
    ['Date: 2025-05-05', '2025-05-05'],
    ['May 2021', '2021-05'],
  ])('%s', (line, value) => {
    expect(loneDate(line)?.value).toBe(value)
  })
  it.each([
    'Talks in Moscow, 5 May 2025',
    'The treaty of 19 June 2024',
    'They met on 5 May 2025.',
    'Adopted by the Assembly, 2 March 2022',
    '25/05/05',
    '12',
  ])('not “%s”', (line) => {
    expect(loneDate(line)).toBeNull()
  })
})

it('doubtful figures are named, not read', async () => {
  expect(doubtfulDate('F14/KOS – 25/05/05')).toBe('25/05/05')
  expect(doubtfulDate('resolution 12/34/56/78')).toBeNull()
  const { doc } = await readAs('a.txt', 'They signed the treaty.\nKOS – 25/05/05')
  expect(doc.date).toEqual({ kind: 'unknown', reason: '“25/05/05” can be read as more than one date; give --date' })
})

describe('facts of a document', () => {
  const facts = async (text: string) => {
    const { doc } = await readAs('a.txt', text)
    for (const fact of [doc.title, doc.author, doc.publisher, doc.date])
      if (fact.kind === 'known' && fact.span !== null && fact.from !== 'dateline' && !/dates?|lines$/u.test(fact.from))
        expect(doc.text.slice(fact.span.start, fact.span.end)).toBe(fact.value)
    return [doc.title, doc.author, doc.publisher, doc.date].map((f) => (f.kind === 'known' ? f.value : null))
  }
  it('come from the first lines', async () => {
    expect(
      await facts('A treaty for the river\nBy Jane Doe\nGeneva, 5 May 2025\nThe two states signed a treaty.'),
    ).toEqual(['A treaty for the river', 'Jane Doe', null, '2025-05-05'])
    expect(await facts('Talks end\n\nOslo, 4 October 2022 (NORD) — The talks ended on Tuesday.')).toEqual([
      null,
      null,
      'NORD',
      '2022-10-04',
    ])
  })
  it('or from the last ones', async () => {
    const body = Array.from({ length: 8 }, (_, i) => `The states met for the ${i + 2}th time.`).join('\n')
    expect(await facts(`A treaty for the river\n${body}\nJane Doe\n5 May 2025`)).toEqual([
      'A treaty for the river',
      null,
      null,
      '2025-05-05',
    ])
  })
  it('never from the middle, from a reference list, or from a date that the text tells of', async () => {
    const body = Array.from({ length: 8 }, (_, i) => `The states met for the ${i + 2}th time.`).join('\n')
    expect(await facts(`The border\n${body}\n5 May 2025\n${body}`)).toEqual([null, null, null, null])
    expect(await facts('They signed on 19 June 2024.\nReferences\n[1] By Jane Doe, 5 May 2025')).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
  it('are not what stands first under the word “By” in a title', async () => {
    expect(await facts('By Popular Demand\nThe states met. They signed.')).toEqual([null, null, null, null])
  })
})
