import { z } from 'zod'
import type { Reading, Span } from '../../src/model/index.ts'

const words = z.string().nullable()

/** A line of `samples/expected/*.jsonl`: what a careful reader finds in a sample. */
export const Expected = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('document'), title: words, author: words, publisher: words, date: words }),
  z.looseObject({
    kind: z.literal('statement'),
    speaker: words,
    cue: words,
    content: z.union([z.string(), z.array(z.string())]),
  }),
  z.looseObject({
    kind: z.literal('event'),
    event: z.string(),
    actor: z.array(z.string()),
    recipient: z.array(z.string()),
    trigger: z.string(),
    sentence: z.string(),
    status: z.string(),
    when: words,
  }),
  z.looseObject({ kind: z.literal('time'), text: z.string(), value: z.string() }),
  z.looseObject({ kind: z.literal('reference'), number: z.number(), title: words }),
  z.looseObject({ kind: z.literal('marker'), number: z.number() }),
])
export type Expected = z.infer<typeof Expected>

type Of<K extends Expected['kind']> = Extract<Expected, { kind: K }>
const of = <K extends Expected['kind']>(expected: readonly Expected[], kind: K): Of<K>[] =>
  expected.filter((e): e is Of<K> => e.kind === kind)

export interface Score {
  readonly found: number
  readonly expected: number
  readonly made: number
}

/** F1 of a score; 1 where nothing was to be found and nothing was made. */
export const f1 = ({ found, expected, made }: Score): number =>
  expected + made === 0 ? 1 : (2 * found) / (expected + made)

/** Pairs each expected thing with one made thing that is the same, none twice. */
function matched<E, M>(expected: readonly E[], made: readonly M[], same: (e: E, m: M) => boolean): Score {
  const used = new Set<number>()
  for (const e of expected) {
    const at = made.findIndex((m, i) => !used.has(i) && same(e, m))
    if (at >= 0) used.add(at)
  }
  return { found: used.size, expected: expected.length, made: made.length }
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ')
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Where words stand in a text, spaces aside; null when they do not. */
function find(text: string, words: string, near = 0): Span | null {
  const start = text.indexOf(words, near)
  return start < 0 ? null : { start, end: start + words.length }
}

/** How a reading compares with what is expected of it, kind by kind. */
export function compare(reading: Reading, expected: readonly Expected[]): Record<string, Score> {
  const { doc, layers } = reading
  const text = flat(doc.text)
  const said = (span: Span) => flat(doc.text.slice(span.start, span.end))
  const events = of(expected, 'event').map((e) => {
    const at = text.indexOf(flat(e.sentence))
    return { ...e, at: find(text, flat(e.trigger), Math.max(0, at - 200)) }
  })
  const sentenceOf = (event: (typeof layers.eventRecords)[number]) => said(layers.sentences[event.sentence]!.span)
  const sameTrigger = (e: (typeof events)[number], m: (typeof layers.eventRecords)[number]): boolean =>
    m.type === e.event &&
    sentenceOf(m).includes(flat(e.sentence).slice(0, 30).trim()) &&
    (flat(e.trigger).includes(said(m.trigger)) ||
      said(m.trigger).includes(flat(e.trigger)) ||
      share(said(m.trigger), e.trigger))
  const codes = (sides: (typeof layers.eventRecords)[number]['actors']) =>
    sides.flatMap((s) => [s.actor.code, s.actor.name, s.text])
  const sides = (e: (typeof events)[number], m: (typeof layers.eventRecords)[number]): boolean =>
    e.actor.every((c) => codes(m.actors).includes(c)) &&
    e.recipient.every((c) => [...codes(m.recipients), ...codes(m.actors)].includes(c))
  return {
    'event types': matched(events, layers.eventRecords, sameTrigger),
    'events with both sides': matched(events, layers.eventRecords, (e, m) => sameTrigger(e, m) && sides(e, m)),
    statements: matched(of(expected, 'statement'), layers.statementRecords, (e, m) => {
      const content = flat(Array.isArray(e.content) ? e.content[0]! : e.content)
      const at = find(text, content)
      const made = m.content.map((c) => find(text, said(c)))
      return (
        at !== null &&
        made.some((c) => c !== null && touches(c, at)) &&
        (e.cue === null || m.cue === null || share(said(m.cue), e.cue))
      )
    }),
    times: matched(
      of(expected, 'time'),
      layers.times,
      (e, m) =>
        m.anchor.value?.replace(/~$/u, '') === e.value.replace(/~$/u, '') &&
        (said(m.span).includes(flat(e.text)) || flat(e.text).includes(said(m.span))),
    ),
    references: matched(
      of(expected, 'reference'),
      layers.references,
      (e, m) =>
        m.number === e.number &&
        (e.title === null || (m.fields.title !== null && share(m.fields.title.value, e.title))),
    ),
    markers: matched(of(expected, 'marker'), layers.markers, (e, m) => m.number === e.number && m.entry !== null),
  }
}

/** Whether two stretches of words have a word of content in common. */
function share(a: string, b: string): boolean {
  const bag = (text: string) => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
  const other = bag(b)
  return [...bag(a)].some((w) => other.has(w))
}
