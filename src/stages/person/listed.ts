import type { Doc, Office, Reference } from '../../model/index.ts'
import type { ActorOntology, TitleLexicon } from '../../pipeline/index.ts'
import { documentDate } from './extent.ts'

/** A person's names, to be looked for in the reference list, which is not parsed. */
export interface Sought {
  readonly names: readonly string[]
  readonly code: string | null
}

interface Lexica {
  readonly titles: TitleLexicon
  readonly actors: ActorOntology
}

const LONGEST_OFFICE = 5

/** Offices that the entries of the reference list give a person: "Statement by Ana Lima, head of the board", "the Minister of Trade A. Lima". */
export function listedOffices(
  doc: Doc,
  references: readonly Reference[],
  sought: Sought,
  { titles, actors }: Lexica,
): Office[] {
  const names = sought.names.filter((name) => /\S\s\S/u.test(name))
  if (names.length === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}])(?:${names.flatMap(written).join('|')})(?![\\p{L}])`, 'gu')
  return references.flatMap((entry) => {
    const text = doc.text.slice(entry.span.start, entry.span.end)
    return [...text.matchAll(pattern)].flatMap((found): Office[] => {
      const place = after(text, found.index + found[0].length, titles) ?? ahead(text, found.index, titles)
      if (place === null) return []
      const { issued } = entry.fields
      return [
        {
          title: text.slice(place.start, place.end).replace(/\s+/gu, ' '),
          role: place.role,
          code: sought.code ?? codeIn(text.slice(place.start, place.end), actors),
          sector: titles.offices.get(place.role) ?? null,
          body: null,
          span: { start: entry.span.start + place.start, end: entry.span.start + place.end },
          sentence: null,
          held: 'at',
          when:
            issued === null
              ? documentDate(doc)
              : { kind: 'assumed', value: issued.value, span: issued.span, from: 'the date of the entry' },
          why: 'entry of the reference list',
        },
      ]
    })
  })
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')

/** A full name, and its initials before the last part: "Ana Lima", "A. Lima", "A.B. Lima". */
function written(name: string): string[] {
  const parts = name.split(/\s+/u)
  if (!/^\p{Lu}\p{Ll}/u.test(parts[0]!)) return [escaped(name)]
  return [escaped(name), `${parts[0]![0]!}\\.\\s?(?:\\p{Lu}\\.\\s?)*${escaped(parts.at(-1)!)}`]
}

type Place = { readonly start: number; readonly end: number; readonly role: string }

/** "…, head of the board, …": an office right after the name, to the next comma or point. */
function after(text: string, from: number, titles: TitleLexicon): Place | null {
  const comma = /^,\s+(?:the\s+)?/u.exec(text.slice(from, from + 10))
  if (comma === null) return null
  const start = from + comma[0].length
  const end = start + /^(?:[^,;:[(.]|\.(?=\p{L}))*/u.exec(text.slice(start, start + 200))![0].trimEnd().length
  const role = officeIn(text.slice(start, end), titles)
  return role === null || role.at > 30 ? null : { start, end, role: role.phrase }
}

/** "the Minister of Trade A. Lima": an office right before the name, with no mark between. */
function ahead(text: string, to: number, titles: TitleLexicon): Place | null {
  const run = /[^,;:.[()\]“”"]*$/u.exec(text.slice(Math.max(0, to - 150), to))![0]
  if (!/\s$/u.test(run)) return null
  const role = officeIn(run, titles)
  if (role === null || !/^\p{Lu}/u.test(run.slice(role.at))) return null
  const before = /(?:\p{Lu}\p{Ll}+ )*$/u.exec(run.slice(0, role.at))![0]
  const start = to - run.length + role.at - before.length
  return { start, end: start + text.slice(start, to).trimEnd().length, role: role.phrase }
}

/** The state of the first body or state that the words of an office name; after "to" stands another's: "ambassador to Peru". */
function codeIn(title: string, actors: ActorOntology): string | null {
  const words = title.split(/(?=[’']s\b)|\s+/u)
  for (let at = 0; at < words.length; at++) {
    if (words[at] === 'to') return null
    const code = /^\p{Lu}/u.test(words[at]!) ? actors.longest(words, at)?.actor.code : null
    if (code) return code
  }
  return null
}

/** The first and longest office that the words hold. */
function officeIn(words: string, titles: TitleLexicon): { at: number; phrase: string } | null {
  const tokens = [...words.matchAll(/[\p{L}’'-]+/gu)]
  for (let first = 0; first < tokens.length; first++)
    for (let last = Math.min(tokens.length, first + LONGEST_OFFICE) - 1; last >= first; last--) {
      const end = tokens[last]!.index + tokens[last]![0].length
      const phrase = words.slice(tokens[first]!.index, end).replace(/\s+/gu, ' ').toLowerCase()
      if (titles.offices.has(phrase)) return { at: tokens[first]!.index, phrase }
    }
  return null
}
