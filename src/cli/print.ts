import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Context } from './context.ts'

/** Writes text and waits when the reader is slow. */
export async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}

export const line = (context: Context, text: string): Promise<void> => write(context.stdout, `${text}\n`)

export const printJson = (context: Context, value: unknown): Promise<void> =>
  line(context, JSON.stringify(value, null, context.stdout.isTTY ? 2 : 0))

/** Marks words on a terminal that shows colour. */
export function ink(
  context: Context,
  out: Context['stdout'] = context.stdout,
): { bold(text: string): string; dim(text: string): string } {
  const on = Boolean(out.isTTY) && !context.env.NO_COLOR && context.env.TERM !== 'dumb'
  const paint = (code: number) => (text: string) => (on ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { bold: paint(1), dim: paint(2) }
}

/** A table as wide as the terminal: columns take what they need, the widest give way first. Control characters of documents are left out. */
export function table(context: Context, header: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map((c) => plain(c)))
  const widths = header.map((h, i) => Math.max(h.length, ...clean.map((row) => width(row[i]!))))
  const room = Math.max(60, context.stdout.columns ?? (context.stdout.isTTY ? 80 : 160)) - 2 * (header.length - 1)
  while (widths.reduce((a, b) => a + b, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= 8) break
    widths[widest]!--
  }
  const { bold } = ink(context)
  const format = (row: readonly string[]) =>
    row
      .map((c, i) => fitted(c, widths[i]!))
      .join('  ')
      .trimEnd()
  return [bold(format(header)), ...clean.map(format)].join('\n')
}

/** Text on one line without what would steer a terminal: control characters, and marks that turn the direction of writing. */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns that a character takes in a terminal (after Unicode's East Asian Width). */
const columns = (character: string): number => (NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1)
const width = (text: string): number => [...text].reduce((sum, c) => sum + columns(c), 0)

function fitted(text: string, room: number): string {
  const wide = width(text)
  if (wide <= room) return text + ' '.repeat(room - wide)
  let [kept, used] = ['', 0]
  for (const c of text) {
    if (used + columns(c) > room - 1) break
    kept += c
    used += columns(c)
  }
  return `${kept}…${' '.repeat(room - 1 - used)}`
}

/** 1234567 as "1 234 567". */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/gu, '\u202f')
export const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`
