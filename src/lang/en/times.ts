import type { TimeLexicon, TimeUnit } from '../../pipeline/index.ts'

const words = (list: string): string[] => list.trim().split(/\s+/u)
const set = (list: string): ReadonlySet<string> => new Set(words(list))
const phrases = (list: string): string[] => list.split(',').map((phrase) => phrase.trim())
const numbered = (list: string, from: number): [string, number][] => words(list).map((w, i) => [w, i + from])
const valued = <V>(value: V, list: string): [string, V][] => words(list).map((w) => [w, value])

const valuedPhrases = <V>(value: V, list: string): [string, V][] => phrases(list).map((name) => [name, value])

const months = 'january february march april may june july august september october november december'
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'
const units = words('minute hour day night weekend week fortnight month quarter year decade century')
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
const unitOf = (word: string): TimeUnit =>
  word === 'fortnight' ? 'week' : word === 'night' ? 'day' : (word as TimeUnit)
const pluralOf = (word: string): string => (word === 'century' ? 'centuries' : `${word}s`)

const pronouns =
  'i he she it we they you who which what whom whose that this these those there his her its their our him them me us'
const verbs =
  'is are was were be been being has have had having do does did will would shall should can could may might must'
const links =
  'and or but nor yet so as if when while where because although though since until till before after than then not no only also even still already never ever more most less just'
const prepositions =
  'in on at by to from of for with without within into onto over under between among during through throughout against about around near toward towards upon across along amid despite via per'
const determiners = 'the a an some any each every all both several many few another other such'

/** Words in -s that are no plural, so that "1989 was" keeps its year and "1989 tanks" does not. */
const singular = set(
  `was is has does as this its his us thus across towards always perhaps plus versus besides afterwards toss various
  previous numerous serious famous religious crisis basis thesis analysis politics news series less unless process
  congress press success class loss pass access progress business witness yes was`,
)

/** Verbs whose past participle tells of a plan, not of something past. */
const planned = set(
  `scheduled planned expected due set slated poised intended proposed will shall would ll going upcoming forthcoming pencilled penciled should must might may could
  arrives departs leaves returns expires begins starts resumes lapses passes enters`,
)
const told = set('said told was were had met went came took held began made won fell rose saw spoke sent left')

/** English words of time. */
export const times: TimeLexicon = {
  months: new Map([
    ...numbered(months, 1),
    ...words(months).map((m, i): [string, number] => [m.slice(0, 3), i + 1]),
    ['sept', 9],
  ]),
  weekdays: new Map([
    ...numbered(weekdays, 1),
    ...words(weekdays).map((d, i): [string, number] => [d.slice(0, 3), i + 1]),
    ['tues', 2],
    ['thurs', 4],
  ]),
  numbers: new Map<string, number | null>([
    ...numbered(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
      0,
    ),
    ...words('thirty forty fifty sixty seventy eighty ninety hundred').map((w, i): [string, number] => [
      w,
      (i + 3) * 10,
    ]),
    ['a', 1],
    ['an', 1],
    ['thousand', 1000],
    ['dozen', 12],
    ['couple', 2],
    ...valued(null, 'several few many some dozens hundreds thousands countless'),
  ]),
  collectives: set('few couple dozen hundred thousand'),
  ordinals: new Map([
    ...numbered(ordinals, 1),
    ['thirtieth', 30],
    ...valued(-1, 'last final closing'),
    ...valued(1, 'opening'),
  ]),
  ordinalEndings: set('st nd rd th'),
  decades: new Map(numbered('twenties thirties forties fifties sixties seventies eighties nineties', 2)),
  seasons: new Map([
    ['spring', 21],
    ['summer', 22],
    ['autumn', 23],
    ['fall', 23],
    ['winter', 24],
  ]),
  units: new Map(units.flatMap((u) => [[u, unitOf(u)] as const, [pluralOf(u), unitOf(u)] as const])),
  plurals: new Set(units.map(pluralOf)),
  dayparts: set(
    'morning afternoon evening night dawn dusk noon midnight nightfall sundown daytime nighttime daybreak sunrise sunset',
  ),
  moments: set('nightfall sundown noon midnight midday dawn dusk daybreak sunrise sunset'),
  hours: set('hours hrs hr'),
  zones: set('local time gmt utc est edt cet cest msk eet bst'),
  holidays: new Map<string, { readonly month: number; readonly day: number } | string>([
    ['christmas', { month: 12, day: 25 }],
    ['christmas day', { month: 12, day: 25 }],
    ['christmas eve', { month: 12, day: 24 }],
    ['boxing day', { month: 12, day: 26 }],
    ['new year’s day', { month: 1, day: 1 }],
    ['new year’s eve', { month: 12, day: 31 }],
    ['may day', { month: 5, day: 1 }],
    ['armistice day', { month: 11, day: 11 }],
    ['halloween', { month: 10, day: 31 }],
    ['epiphany', { month: 1, day: 6 }],
    ['all saints’ day', { month: 11, day: 1 }],
    ['new year', { month: 1, day: 1 }],
    ...Object.entries({
      'orthodox christmas': [1, 7],
      'valentine’s day': [2, 14],
      'international women’s day': [3, 8],
      'anzac day': [4, 25],
      'labour day': [5, 1],
      'europe day': [5, 9],
      'bastille day': [7, 14],
      'united nations day': [10, 24],
      'remembrance day': [11, 11],
      'human rights day': [12, 10],
    } satisfies Record<string, [number, number]>).map(([name, [month, day]]) => [name, { month, day }] as const),
    ...valuedPhrases(
      'the day moves from year to year',
      'easter, easter sunday, easter monday, orthodox easter, holy week, palm sunday, good friday, pentecost, whit monday, ramadan, eid, eid al-fitr, eid al-adha, ashura, passover, hanukkah, yom kippur, lunar new year, chinese new year, tet, nowruz, holi, diwali, vesak, thanksgiving, thanksgiving day',
    ),
    ...valuedPhrases(
      'each country has its own day of that name',
      'independence day, national day, republic day, constitution day, liberation day, victory day, armed forces day, memorial day',
    ),
  ]),
  vague: new Map([...valued(true, 'early late mid middle'), ...valued(false, 'later earlier')]),
  parts: set('end beginning start middle close rest remainder'),
  fromDocument: new Map([...valued(-1, 'last past'), ...valued(0, 'this current'), ...valued(1, 'next coming')]),
  fromNarrative: new Map([
    ...valued(-1, 'previous preceding prior'),
    ...valued(0, 'same'),
    ...valued(1, 'following next ensuing subsequent succeeding'),
  ]),
  recent: set('recent'),
  days: new Map([
    ['yesterday', -1],
    ['today', 0],
    ['tonight', 0],
    ['tomorrow', 1],
  ]),
  now: set('now currently nowadays presently'),
  present: set('present'),
  dateless: new Map<string, -1 | 0 | 1>([
    ...valued<-1>(-1, 'recently former formerly recent'),
    ...valued<0>(0, 'current'),
    ...valued<1>(1, 'future'),
  ]),
  datelessNouns: new Map<string, -1 | 0 | 1>([
    ['past', -1],
    ['present', 0],
    ['future', 1],
  ]),
  occasions: set('time period moment date day'),
  spells: set('period'),
  ago: set('ago'),
  before: set('before earlier previously prior'),
  after: set('later after afterwards afterward thereafter following'),
  alone: set('earlier later previously afterwards afterward thereafter'),
  every: set('every each per'),
  other: set('other alternate second'),
  recurring: new Map<string, readonly [TimeUnit, number]>([
    ['hourly', ['hour', 1]],
    ['daily', ['day', 1]],
    ['nightly', ['day', 1]],
    ['weekly', ['week', 1]],
    ['fortnightly', ['week', 2]],
    ['monthly', ['month', 1]],
    ['quarterly', ['quarter', 1]],
    ['yearly', ['year', 1]],
    ['annually', ['year', 1]],
    ['biennially', ['year', 2]],
  ]),
  times: set('once twice thrice times'),
  doubtful: set('may march mar sun sat mon wed sep dec jan fall spring'),
  eras: new Map([
    ['BC', -1],
    ['BCE', -1],
    ['AD', 1],
    ['CE', 1],
  ]),
  fiscal: set('fy fiscal'),
  fiscalYears: set('fiscal financial budget budgetary'),
  bounds: phrases(
    'more than, less than, fewer than, at least, at most, no more than, no less than, up to, close to, as many as, a mere, some, about, around, approximately, nearly, almost, roughly, over, under, only, just, barely, another, exactly, circa, ca, well over, just over, just under, a little over, a little more than, a further, the best part of',
  ).map(words),
  lengths: set(
    'full whole long short more further additional consecutive successive straight solid entire bloody difficult hard and',
  ),
  lengthNouns: set('long period'),
  estimates: set('about around circa ca approximately'),
  measures: set('over nearly almost some than roughly under totalling totaling worth only just exactly least most'),
  prefixes: set('pre post mid late early'),
  doubled: set('fortnight fortnights'),
  oneMore: set('another'),
  titles: set('mr mrs ms dr sir prof'),
  numbered: set(
    `no nos number numbers resolution resolutions article articles art paragraph paragraphs para paras page pages p pp
    section sections chapter chapters rule rules decree directive regulation order protocol bill act law item items
    document record case file flight room unit figure table appendix annex vol volume issue edition version line lines
    usd eur gbp chf jpy cny rub route highway road building box tel phone fax isbn issn doi ext boeing airbus convoy regiment battalion brigade km`,
  ),
  counted: set(
    `men women people persons troops personnel soldiers civilians prisoners tons tonnes kilometers kilometres km miles
    mile metres meters metre meter feet foot dollars euros rubles percent per killed wounded dead dead injured million
    billion thousand tanks aircraft vehicles votes members square refugees casualties deaths signatures mm cm kg hp mw kw
    acres hectares barrels cattle horses guns police children infantry cavalry infantrymen km2 copies pages words others`,
  ),
  plural: (word) => word.length > 2 && word.endsWith('s') && !word.endsWith('ss') && !singular.has(word),
  timePrepositions: set('in since until till during throughout before after by circa ca early late mid year'),
  loosePrepositions: set('of from for and or between through to the with on'),
  limits: set('since until till before after'),
  bounding: new Map<string, 'from' | 'to'>([
    ...valued<'from'>('from', 'since after'),
    ...valued<'to'>('to', 'until till before by'),
  ]),
  determiners: set('the a an its his her their our this that s'),
  small: set(`${pronouns} ${verbs} ${links} ${prepositions} ${determiners}`),
  particles: {
    the: set('the'),
    a: set('a an one'),
    this: set('this these'),
    that: set('that'),
    of: set('of'),
    on: set('on'),
    in: set('in'),
    at: set('at of by'),
    by: set(
      'by at in during for over throughout within since until till before after from on around about up through to',
    ),
    and: set('and or &'),
    to: set('to until till through thru'),
    from: set('from'),
    between: set('between'),
    year: set('year years'),
    half: set('half halves'),
    old: set('old age'),
    new: set('new'),
    turn: set('turn'),
    time: set('time'),
    now: set('now'),
    ahead: set('ahead'),
    hours: set('hours'),
    modal: set('to will would shall should can could may might must not'),
  },
  intent: set(
    `is are was were be agreed agree agrees plan plans planned planning vowed promised pledged hope hopes hoped intend intends intended
    want wants ready prepared about due going set scheduled expected invited asked urged decided decides aim aims offered`,
  ),
  modals: set('will would shall should must might may could'),
  moving: set(
    'adjourned postponed delayed deferred extended prolonged rescheduled moved put pushed adjourn postpone extend',
  ),
  tense: (word) =>
    planned.has(word) ? 'future' : told.has(word) || (word.length > 4 && word.endsWith('ed')) ? 'past' : null,
}
