import type { Block, Doc, Marker, Reference, Span, TimeExpression } from '../../model/index.ts'
import type { ActorOntology } from '../../pipeline/index.ts'
import { edtf, isDate, MONTH_NAMES, monthNumber, overlaps } from '../../text/index.ts'
import { entryDates } from '../refer/dates.ts'
import { type Word, wordsOf } from './words.ts'

/**
 * Something that a claim and an entry may share, by its key: a word (`w:referen`), a word written large (`c:lavrov`), its root across scripts (`k:lavro`), two in a row (`b:treati|friends`), an actor (`a:PRK`), or a
 * date by day, day without a year, month and year (`d:2022-10-04`, `n:10-04`, `m:2022-10`, `y:2022`; `Y:2022` is the year of a finer date).
 */
export interface Trait {
  readonly key: string
  readonly span: Span
}

/** The text outside the list of references: its blocks, each with its traits in order. */
export interface Prose {
  readonly text: string
  readonly blocks: readonly { readonly kind: Block['kind']; readonly span: Span; readonly traits: readonly Trait[] }[]
}

/** Whether an entry is a link in the text: its words belong to the claim, and only its address is the entry's. */
export const isLink = ({ span }: Reference, markers: readonly Marker[]): boolean =>
  markers.some((m) => m.span.start === span.start && m.span.end === span.end)

/** Reads the traits of everything that is neither an entry nor a marker, whose own words ("Miller 2019") are what is judged. `times` adds the dates that an earlier stage worked out ("last Friday"). */
export function proseOf(
  doc: Doc,
  references: readonly Reference[],
  markers: readonly Marker[],
  times: readonly TimeExpression[],
  actors: ActorOntology,
): Prose {
  const links = new Set(references.filter((r) => isLink(r, markers)).map((r) => r.span.start))
  const lists = references.map((r) => r.span).filter((s) => !links.has(s.start))
  const pointers = markers.map((m) => m.span).filter((s) => !links.has(s.start))
  const blocks = doc.blocks.filter((b) => !lists.some((s) => overlaps(s, b.span)))
  let year: string | null = doc.date.kind === 'known' ? doc.date.value.slice(0, 4) : null
  return {
    text: doc.text,
    blocks: blocks.map(({ kind, span }) => {
      const dates = datesOf(doc.text, span, year)
      year = dates.year
      const worked = times
        .filter((t) => overlaps(t.span, span))
        .flatMap(({ anchor, span: at }) => (anchor.kind === 'derived' ? dateTraits(anchor.value, at) : []))
      const words = withoutDates(wordTraits(doc.text, span, actors), dates.traits)
      const inside = pointers.filter((p) => overlaps(p, span))
      const traits = [...words, ...dates.traits, ...worked].filter((t) => !inside.some((p) => overlaps(p, t.span)))
      return { kind, span, traits: traits.sort((a, b) => a.span.start - b.span.start) }
    }),
  }
}

/** Words that are no part of a date: "October" in "4 October 2022" says nothing of its own. */
export const withoutDates = (words: readonly Trait[], dates: readonly { readonly span: Span }[]): Trait[] =>
  words.filter((w) => !dates.some((d) => overlaps(d.span, w.span)))

/** Words, pairs of words and actors of a stretch. A name that the ontology knows stands for its actor; capitals count as words too. */
export function wordTraits(text: string, within: Span, actors: ActorOntology): Trait[] {
  const known = actorTraits(text, within, actors)
  const words = wordsOf(text, within)
  const hidden = known.filter((k) => !k.alsoWord)
  const singles = words
    .filter((w) => !hidden.some((k) => overlaps(k.span, w.span)))
    .flatMap((w): Trait[] => [
      { key: `w:${w.stem}`, span: w.span },
      ...(w.capital
        ? [
            { key: `c:${w.stem}`, span: w.span },
            { key: `k:${w.root}`, span: w.span },
          ]
        : []),
    ])
  return [...known.map(({ key, span }) => ({ key, span })), ...singles, ...pairs(text, words)]
}

/** Two telling words that only small words part. */
function pairs(text: string, words: readonly Word[]): Trait[] {
  return words.slice(1).flatMap((word, i) => {
    const before = words[i]!
    const gap = text.slice(before.span.end, word.span.start)
    return gap.length > 12 || /[.;:!?\n]/u.test(gap)
      ? []
      : [{ key: `b:${before.stem}|${word.stem}`, span: { start: before.span.start, end: word.span.end } }]
  })
}

const ACTING = new Set(['state', 'de-facto', 'igo', 'organisation'])

function actorTraits(text: string, within: Span, actors: ActorOntology): (Trait & { readonly alsoWord: boolean })[] {
  const words = [...text.slice(within.start, within.end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)].map((m) => ({
    form: m[0].replace(/(?:[’']s?|[.-])$/u, ''),
    start: within.start + m.index,
  }))
  const forms = words.map((w) => w.form)
  const out: (Trait & { alsoWord: boolean })[] = []
  for (let at = 0; at < words.length; at++) {
    if (!/^[\p{Lu}]/u.test(forms[at]!)) continue
    const found = actors.longest(forms, at)
    if (found === null) continue
    const last = words[at + found.length - 1]!
    const span = { start: words[at]!.start, end: last.start + last.form.length }
    for (const { code, kind } of [found.actor, ...found.members])
      if (code !== null && ACTING.has(kind)) out.push({ key: `a:${code}`, span, alsoWord: found.form === 'capital' })
    at += found.length - 1
  }
  return out
}

/** The keys of a date in the text, the finest first. The year of a day or month is no date of its own: two days of one year need have nothing in common. */
export const dateTraits = (value: string, span: Span): Trait[] => {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value)
  if (m === null) return []
  const [, year, month, day] = m
  const keys = [
    ...(day === undefined ? [] : [`d:${value}`, `n:${month}-${day}`]),
    ...(month === undefined ? [`y:${year}`] : [`m:${year}-${month}`, `Y:${year}`]),
  ]
  return keys.map((key) => ({ key, span }))
}

/** A day or a month without its year: "on 2 April", "April 2", "in April"; "7 and 8 May" gives the latter. */
const YEARLESS = new RegExp(
  `(?<![\\d.])(?:(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+)?\\b(${MONTH_NAMES})\\b(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]))?(?!,?\\s+\\d{4})`,
  'giu',
)

/** Dates as written, and those without a year in the year named last; a month alone only with a preposition, for "May" and "March" are words. */
function datesOf(text: string, within: Span, before: string | null): { traits: Trait[]; year: string | null } {
  const content = text.slice(within.start, within.end)
  const at = (start: number, end: number): Span => ({ start: within.start + start, end: within.start + end })
  const written = entryDates(content)
  const yearAt = (place: number): string | null =>
    written
      .filter((d) => d.start < place)
      .at(-1)
      ?.value.slice(0, 4) ??
    before ??
    null
  const traits = written.flatMap((d) => dateTraits(d.value, at(d.start, d.end)))
  for (const m of content.matchAll(YEARLESS)) {
    const end = m.index + m[0].length
    if (written.some((d) => d.start < end && m.index < d.end)) continue
    const month = monthNumber(m[2]!)
    const day = m[1] ?? m[3] ?? null
    if (
      day === null &&
      !/\b(?:in|of|by|since|until|from|to|early|late|mid)[\s-]$/iu.test(
        content.slice(Math.max(0, m.index - 7), m.index),
      )
    )
      continue
    if (day !== null && !isDate(2000, month, Number(day))) continue
    const span = at(m.index, end)
    const year = yearAt(m.index)
    if (year !== null)
      traits.push(
        ...dateTraits(edtf(Number(year), month, day === null ? null : Number(day)), span).filter(
          (t) => !t.key.startsWith('Y:'),
        ),
      )
    else if (day !== null) traits.push({ key: `n:${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`, span })
  }
  return { traits, year: written.at(-1)?.value.slice(0, 4) ?? before }
}
