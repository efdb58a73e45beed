import type { TimeAnchor } from '../../../src/model/index.ts'
import { membersOf } from '../../../src/text/edtf.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** An EDTF date, interval or set in words, with no more precision than it has: '2024-06' is 'June 2024'. */
export function dateInWords(value: string): string {
  const members = membersOf(value)
  if (members !== null) return members.map(single).join(' and ')
  if (value.includes('/')) {
    const [from = '', to = ''] = value.split('/')
    const open = (part: string, word: string) => (part === '' || part === '..' ? word : single(part))
    return `${open(from, 'open start')} – ${open(to, 'open end')}`
  }
  return single(value)
}

function single(value: string): string {
  const parts = /^(-?\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}:\d{2}).*)?(~|\?|%)?$/u.exec(value)
  if (parts === null) return value
  const [, year, month, day, time, doubt] = parts
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return value
  const words = [day === undefined ? null : String(Number(day)), name, year].filter((p) => p !== null).join(' ')
  return `${doubt === undefined ? '' : 'about '}${words}${time === undefined ? '' : `, ${time}`}`
}

/** A date as a table shows it: digits that sort, or a dash. */
export const dateInBrief = (time: TimeAnchor): string =>
  time.value === null ? '—' : (membersOf(time.value)?.join(', ') ?? time.value.replace('/', ' – '))

/** Where a date comes from, in a few words. */
export function basisInWords(time: TimeAnchor, words: (span: { start: number; end: number }) => string): string {
  switch (time.kind) {
    case 'stated':
      return `stated: “${words(time.span)}”`
    case 'derived':
      return `derived from “${words(time.span)}” and ${time.from}`
    case 'assumed':
      return `assumed: ${time.from}`
    case 'unknown':
      return time.from
  }
}
