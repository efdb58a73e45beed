import type { TimeLexicon, TimeUnit } from '../../pipeline/index.ts'

const numbered = (words: string, from: number): [string, number][] => words.split(' ').map((w, i) => [w, i + from])

const months = new Map([
  ...numbered('january february march april may june july august september october november december', 1),
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1),
  ['sept', 9] as [string, number],
])

const cardinals = new Map<string, number | null>([
  ...numbered(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    0,
  ),
  ['a', 1],
  ['an', 1],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
  ['dozen', 12],
  ['half', 0.5],
  ['several', null],
  ['few', null],
  ['many', null],
  ['some', null],
  ['couple', 2],
  ['recent', null],
])

const units = new Map<string, TimeUnit>(
  (['minute', 'hour', 'day', 'weekend', 'week', 'month', 'quarter', 'year', 'decade'] as const).flatMap(
    (u): [string, TimeUnit][] => [
      [u, u],
      [`${u}s`, u],
    ],
  ),
)
for (const [word, unit] of [
  ['century', 'century'],
  ['centuries', 'century'],
  ['fortnight', 'week'],
] as const)
  units.set(word, unit)

/** English words of time. */
export const times: TimeLexicon = {
  months,
  weekdays: new Map([
    ...numbered('monday tuesday wednesday thursday friday saturday sunday', 1),
    ...numbered('mon tue wed thu fri sat sun', 1),
    ['tues', 2],
    ['thurs', 4],
  ]),
  numbers: cardinals,
  ordinals: new Map(
    numbered(
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first',
      1,
    ),
  ),
  seasons: new Map([
    ['spring', 21],
    ['summer', 22],
    ['autumn', 23],
    ['fall', 23],
    ['winter', 24],
  ]),
  units,
  vague: new Set(
    'early late mid middle end beginning start about around approximately circa ca nearly roughly almost over'.split(
      ' ',
    ),
  ),
  fromDocument: new Map([
    ['last', -1],
    ['past', -1],
    ['this', 0],
    ['current', 0],
    ['next', 1],
    ['coming', 1],
  ]),
  fromNarrative: new Map([
    ['previous', -1],
    ['preceding', -1],
    ['prior', -1],
    ['same', 0],
    ['following', 1],
    ['next', 1],
    ['ensuing', 1],
    ['subsequent', 1],
  ]),
  days: new Map([
    ['yesterday', -1],
    ['today', 0],
    ['tonight', 0],
    ['tomorrow', 1],
  ]),
  before: new Set(['before', 'earlier', 'ago', 'previously', 'prior', 'back']),
  after: new Set(['later', 'after', 'afterwards', 'afterward', 'thereafter']),
  recurring: new Set(['every', 'each', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'annually', 'annual']),
  doubtful: new Set([
    'may',
    'march',
    'mar',
    'sun',
    'sat',
    'mon',
    'wed',
    'sep',
    'dec',
    'jan',
    'fall',
    'spring',
    'second',
  ]),
}
