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
  const clean = rows.map((row) => row.map((c) => c.replace(/[\p{Cc}\s]+/gu, ' ').trim()))
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
      .map((c, i) => fit(c, widths[i]!))
      .join('  ')
      .trimEnd()
  return [bold(format(header)), ...clean.map(format)].join('\n')
}

const width = (text: string): number => [...text].length

function fit(text: string, room: number): string {
  const characters = [...text]
  return characters.length <= room
    ? text + ' '.repeat(room - characters.length)
    : `${characters.slice(0, room - 1).join('')}…`
}

/** 1234567 as "1 234 567". */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/gu, '\u202f')
export const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`
