import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The files that a measure reads: those named, else every sample. */
export const textsNamed = (named: readonly string[]): readonly string[] => (named.length > 0 ? named : samples())

/** What is told of every file that is measured. */
export const given = { date: '2025-05-05', author: null, publisher: null, title: null, language: 'en' }

function samples(): string[] {
  const folder = resolve(import.meta.dirname, '..', 'samples')
  return readdirSync(folder)
    .filter((name) => /\.(?:md|html|pdf|docx)$/u.test(name))
    .map((name) => join(folder, name))
}
