import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '../../lang/en/times.ts'
import type { Doc, Fact } from '../../model/index.ts'
import { findTimes } from './grammar.ts'
import { resolveTimes } from './resolve.ts'

const unknown: Fact = { kind: 'unknown', reason: 'test' }
const docOf = (text: string, date: string | null): Doc => ({
  id: 'd',
  text,
  language: 'en',
  title: unknown,
  author: unknown,
  publisher: unknown,
  date: date === null ? unknown : { kind: 'known', value: date, from: 'test', span: null },
  origin: { uri: 'd', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 },
  blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length }, level: null, page: null }],
  links: [],
})

/** "words = value" of every expression, in a document of Wednesday 5 June 2024 unless said otherwise. */
const read = (text: string, date: string | null = '2024-06-05'): string[] =>
  resolveTimes(docOf(text, date), findTimes(text, { start: 0, end: text.length }, times)).times.map(
    (t) => `${text.slice(t.span.start, t.span.end)} = ${t.anchor.value}`,
  )

describe('expressions of time', () => {
  it.each([
    ['The pact was signed on 19 June 2024.', ['19 June 2024 = 2024-06-19']],
    ['They met on June 19, 2023, in Bern.', ['June 19, 2023 = 2023-06-19']],
    ['It was ratified on the 4th of March 1999.', ['the 4th of March 1999 = 1999-03-04']],
    ['He spoke on 26. 02. 2025 and left.', ['26. 02. 2025 = 2025-02-26']],
    ['The note of 2021-11-03 was returned.', ['2021-11-03 = 2021-11-03']],
    ['Talks on 17/05/2021 and on 03/04/2021 failed.', ['17/05/2021 = 2021-05-17', '03/04/2021 = 2021-04-03']],
    ['Talks on 03/04/2021 failed.', ['03/04/2021 = 2021']],
    ['In October 1939 the army crossed the river.', ['October 1939 = 1939-10']],
    ['The war of 1914 began in summer.', ['1914 = 1914', 'summer = 1914-22']],
    ['It was founded in the 1980s.', ['the 1980s = 198X']],
    ['In the nineteenth century they were allies.', ['the nineteenth century = 18XX']],
    ['By early October 1939 it had fallen.', ['early October 1939 = 1939-10~']],
    ['In mid-July 1944 the front broke.', ['mid-July 1944 = 1944-07~']],
    ['In the spring of 1942 they landed.', ['the spring of 1942 = 1942-21']],
    ['Trade fell in the third quarter of 2023.', ['the third quarter of 2023 = 2023-35']],
    ['The occupation of 1939–45 ended.', ['1939 = 1939', '45 = 1945']],
    ['The summit of 3–5 May 2022 failed.', ['3 = 2022-05-03', '5 May 2022 = 2022-05-05']],
    ['They left yesterday.', ['yesterday = 2024-06-04']],
    ['The envoy arrives tomorrow.', ['tomorrow = 2024-06-06']],
    ['Last month the embassy closed.', ['Last month = 2024-05']],
    ['This year trade doubled.', ['This year = 2024']],
    ['The treaty lapses next year.', ['next year = 2025']],
    ['On Monday the minister resigned.', ['Monday = 2024-06-03']],
    ['Two weeks ago they agreed.', ['Two weeks ago = 2024-05-22']],
    ['Over the past two years the heads of agencies met.', ['the past two years = 2022/2024-06-05']],
    ['In recent days shelling grew.', ['recent days = /2024-06-05']],
    ['They met in March.', ['March = 2024-03']],
    ['The delegation is expected on May 9.', ['May 9 = 2025-05-09']],
    [
      'It began on 3 May 1940. The following day they fled. A week later it was over.',
      ['3 May 1940 = 1940-05-03', 'The following day = 1940-05-04', 'A week later = 1940-05-11'],
    ],
    ['He came on 3 May 1940 and left in July.', ['3 May 1940 = 1940-05-03', 'July = 1940-07']],
    ['The siege lasted three weeks.', ['three weeks = P3W']],
    ['They meet every year.', ['every year = P1Y']],
    ['At 5:30 a.m. on 6 June 1944 it began.', ['5:30 a.m. = 1944-06-06', '6 June 1944 = 1944-06-06']],
    ['It fell in 43 BC.', ['43 BC = -0042']],
    ['He left the day before yesterday.', ['the day before yesterday = 2024-06-03']],
    ['They met the week before last.', ['the week before last = 2024-05-20/2024-05-26']],
    ['He flies out on Thursday next week.', ['Thursday next week = 2024-06-13']],
    ['They met on Tuesday and are to meet on Friday.', ['Tuesday = 2024-06-04', 'Friday = 2024-06-07']],
    ['The hearing was adjourned until 10 September.', ['10 September = 2024-09-10']],
    ['The hearing was adjourned on 10 September.', ['10 September = 2023-09-10']],
    ['The vote is on the first Sunday of July 2024.', ['the first Sunday of July 2024 = 2024-07-07']],
    ['Four years ago this month they fell out.', ['Four years ago this month = 2020-06']],
    ['Ten years ago today it was signed.', ['Ten years ago today = 2014-06-05']],
    ['The envoy will return in two weeks.', ['two weeks = 2024-06-19']],
    ['The road was built in two weeks.', ['two weeks = P2W']],
    ['It was founded in the sixties.', ['the sixties = 196X']],
    ['He died in his sixties.', []],
    ['The winter of 1992-93 was hard.', ['The winter of 1992-93 = 1992-24']],
    ['The war of 1992-93 was hard.', ['1992 = 1992', '93 = 1993']],
    ['Trade fell in the fourth quarter.', ['the fourth quarter = 2023-36']],
    ['They met in the 2000s and not in the 1900s.', ['the 2000s = 200X', 'the 1900s = 19XX']],
    ['The week of 6 May was calm.', ['The week of 6 May = 2024-05-06/2024-05-12']],
    ['The week of talks was calm.', []],
    ['Nobody left of his own will in three days.', ['three days = P3D']],
    ['It is to last five years.', ['five years = P5Y']],
    ["Talks failed on New Year's Eve.", ["New Year's Eve = 2023-12-31"]],
    ['They meet every other year and on Mondays.', ['every other year = P2Y', 'Mondays = P1W']],
    ['The 2023-24 fiscal year was bad.', ['The 2023-24 fiscal year = 2023/2024']],
    ['Signed on the twenty-sixth of March 1991.', ['the twenty-sixth of March 1991 = 1991-03-26']],
    ['April Novak met Mr. Friday.', []],
    ['It shook Black September to the core.', []],
    ['In September it ended.', ['September = 2023-09']],
    ['They fled a fortnight ago.', ['a fortnight ago = 2024-05-22']],
    ['Over the weekend Israel fired.', ['the weekend = 2024-06-01/2024-06-02']],
    ['They liked the weekend paper.', []],
    ['The March draft was lost.', ['March = 2024-03']],
    ['The march on the city failed.', []],
    ["Borders drawn in '48 still hold, 48 of them.", ["'48 = 1948"]],
    ['They will debate it on Friday, she said on Monday.', ['Friday = 2024-06-07', 'Monday = 2024-06-03']],
    ['It takes effect at 4 a.m. this morning.', ['4 a.m. = 2024-06-05', 'this morning = 2024-06-05']],
    ['It is valid for 30 days from today.', ['30 days = P30D', 'today = 2024-06-05']],
    ['They met from June 1 to 3, 2024.', ['June 1 = 2024-06-01', '3, 2024 = 2024-06-03']],
    ['They rose from rank 1 to 3, 2024 of them.', ['2024 = 2024']],
    [
      'They met on 4 June, their third talk this week. By 9 a.m. they had left.',
      ['4 June = 2024-06-04', 'this week = 2024-06-03/2024-06-09', '9 a.m. = 2024-06-04'],
    ],
    ['The 1991 treaty ran out on 5 May.', ['1991 = 1991', '5 May = 2024-05-05']],
    ['In 1991 a treaty ran out on 5 May.', ['1991 = 1991', '5 May = 1991-05-05']],
    [
      'In the winter of 1993-94 many died; the truce came in May.',
      ['the winter of 1993-94 = 1993-24', 'May = 1994-05'],
    ],
    ['In another week it was over; nine years on there is peace.', ['another week = P1W', 'nine years on = null']],
    ['He was two days on the road.', ['two days = P2D']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  it.each([
    'The army lost 1914 soldiers and 2000 tanks.',
    'Resolution 2231 was adopted, and Article 1991 cited.',
    'See document No. 2022/15 on page 1985.',
    'They may march to the border, and sat down.',
    'It cost $1999 or 2,024 euros.',
    'The second half was decided by a fall.',
    'Call 555-2020 for the list of 12 names.',
    'The 1500-metre race was won.',
  ])('nothing in: %s', (text) => expect(read(text)).toEqual([]))

  it('never takes today for the document’s date', () => {
    expect(read('They met last month, on Monday, and in March.', null)).toEqual([
      'last month = null',
      'Monday = null',
      'March = null',
    ])
  })

  it('tells where a value comes from', () => {
    const text = 'The envoy left yesterday.'
    const [time] = resolveTimes(docOf(text, '2024-06-05'), findTimes(text, { start: 0, end: text.length }, times)).times
    expect(time!.anchor).toMatchObject({ kind: 'derived', from: 'the document’s date 2024-06-05' })
  })

  it('finds spans in order, none inside another, whatever the text', () => {
    const word = fc.constantFrom(
      'May',
      '5',
      '2024',
      'the',
      'last',
      'month',
      '-',
      '–',
      ',',
      '.',
      'of',
      'early',
      'two',
      'years',
      'ago',
      'Monday',
      '19',
      '/',
      'century',
      'following',
      'day',
      "'",
      's',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(' ')
        let at = 0
        for (const { span } of findTimes(text, { start: 0, end: text.length }, times)) {
          expect(span.start).toBeGreaterThanOrEqual(at)
          expect(span.end).toBeGreaterThan(span.start)
          at = span.end
        }
        resolveTimes(docOf(text, '2024-06-05'), findTimes(text, { start: 0, end: text.length }, times))
      }),
    )
  })
})
