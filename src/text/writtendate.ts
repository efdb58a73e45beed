const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** English months, whole or by their first three letters, as the alternatives of a pattern. */
export const MONTH_NAMES = MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)})?`).join('|')
const MONTH = `(${MONTH_NAMES}|sept)\\.?`

/** 1 to 12 of an English month's name or the beginning of one; 0 of another word. */
export const monthNumber = (name: string): number =>
  MONTHS.findIndex((m) => m.startsWith(name.toLowerCase().slice(0, 3))) + 1

/** Shapes of a date that is written out whole or in part; groups are named y, m (number), n (name), d. */
const SHAPES: readonly RegExp[] = [
  /(?<![\d.])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/u,
  new RegExp(`(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<n>${MONTH}),?\\s+(?<y>\\d{4})(?!\\d)`, 'iu'),
  new RegExp(`\\b(?<n>${MONTH})\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})(?!\\d)`, 'iu'),
  /(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)/u,
  new RegExp(`\\b(?<n>${MONTH}),?\\s+(?<y>\\d{4})(?!\\d)`, 'iu'),
]

/** The first date written out in `text` as EDTF with where it stands, or null: "27.01.2023", "4 October 2022", "October 4, 2022", "May 2021". Day before month where only figures stand. */
export function writtenDate(text: string): { value: string; start: number; end: number } | null {
  let best: { value: string; start: number; end: number } | null = null
  for (const shape of SHAPES) {
    const found = shape.exec(text)
    if (found === null || (best !== null && found.index >= best.start)) continue
    const { y, m, n, d } = found.groups as { y: string; m?: string; n?: string; d?: string }
    const month = n === undefined ? Number(m) : monthNumber(n)
    if (!isDate(Number(y), month, d === undefined ? 1 : Number(d))) continue
    const value = [y, String(month).padStart(2, '0'), ...(d === undefined ? [] : [d.padStart(2, '0')])].join('-')
    best = { value, start: found.index, end: found.index + found[0].length }
  }
  return best
}

/** Whether a day of the proleptic Gregorian calendar exists. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
