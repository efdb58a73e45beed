import type { Block, Fact } from '../model/index.ts'
import { writtenDate } from '../text/index.ts'
import type { Content, Facts, Given } from './reader.ts'

/** The document's facts: what was given, else what the format says, else what its first lines say in so many words, else unknown. */
export function factsOf(content: Content, given: Given): Facts {
  const head = content.blocks.slice(0, 6).filter((b) => b.kind !== 'reference-list')
  const text = (block: Block): string =>
    content.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 300))
  return {
    title: choose(
      given.title,
      '--title',
      content.facts.title ?? titleLine(head, text),
      'no title was found; give --title',
    ),
    author: choose(
      given.author,
      '--author',
      content.facts.author ?? byline(head, text),
      'no author was found; give --author',
    ),
    publisher: choose(
      given.publisher,
      '--publisher',
      content.facts.publisher ?? dateline(head, text)?.publisher ?? null,
      'no publisher was found; give --publisher',
    ),
    date: choose(
      given.date,
      '--date',
      asDay(content.facts.date) ?? dateline(head, text)?.date ?? loneDate(head, text),
      'no date of publication was found; give --date',
    ),
  }
}

const choose = (given: string | null, option: string, own: Fact | null, reason: string): Fact =>
  given !== null ? { kind: 'known', value: given, from: option, span: null } : (own ?? { kind: 'unknown', reason })

/** A date in any written form as EDTF; null when none can be read. */
function asDay(fact: Fact | null): Fact | null {
  if (fact?.kind !== 'known') return null
  if (/^\d{4}(?:-\d{2}){0,2}$/u.test(fact.value)) return fact
  const date = writtenDate(fact.value)
  return date === null ? null : { ...fact, value: date.value }
}

type TextOf = (block: Block) => string

const at = (block: Block, start: number, end: number) => ({
  start: block.span.start + start,
  end: block.span.start + end,
})

function titleLine(head: readonly Block[], text: TextOf): Fact | null {
  const first = head.find((b) => b.kind === 'heading' && text(b).length > 12)
  return first === undefined ? null : { kind: 'known', value: text(first), from: 'first heading', span: first.span }
}

/** "By Jane Doe", with or without a date after it, as a block of its own. */
function byline(head: readonly Block[], text: TextOf): Fact | null {
  for (const block of head) {
    const m =
      /^(?:by|author:)\s+(\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:and|de|van|von|al|bin|der)\s+)?\p{Lu}[\p{L}.’'-]*){1,5})(?:\s*[,|–—-].{0,60})?$/iu.exec(
        text(block),
      )
    if (m !== null && block.span.end - block.span.start < 120)
      return {
        kind: 'known',
        value: m[1]!,
        from: 'byline',
        span: at(block, m[0].indexOf(m[1]!), m[0].indexOf(m[1]!) + m[1]!.length),
      }
  }
  return null
}

/** An agency's dateline: "Pyongyang, 4 October 2022 (KCNA) — …". */
function dateline(head: readonly Block[], text: TextOf): { date: Fact | null; publisher: Fact | null } | null {
  for (const block of head) {
    const m =
      /^(\p{Lu}[\p{L}\s.’'-]{1,40}),?\s*([^()—–]{0,40}?)\s*(?:[(/]([\p{Lu}][\p{L}\s.]{1,30})[)/])?\s*(?:—|–|--|\s-)\s/u.exec(
        text(block),
      )
    if (m === null || (m[2] === '' && m[3] === undefined)) continue
    const date = writtenDate(m[2]!)
    const start = m[0].indexOf(m[2]!, m[1]!.length)
    const agency = m[3] === undefined ? -1 : m[0].lastIndexOf(m[3])
    return {
      date:
        date === null
          ? null
          : {
              kind: 'known',
              value: date.value,
              from: 'dateline',
              span: at(block, start + date.start, start + date.end),
            },
      publisher:
        m[3] === undefined
          ? null
          : { kind: 'known', value: m[3], from: 'dateline', span: at(block, agency, agency + m[3].length) },
    }
  }
  return null
}

/** A date that stands alone among the first lines: "5 May 2025", "Published: 2025-05-05". */
function loneDate(head: readonly Block[], text: TextOf): Fact | null {
  for (const block of head) {
    const content = text(block)
    const date = writtenDate(content)
    if (date === null || content.length > 120) continue
    const rest = content.slice(0, date.start) + content.slice(date.end)
    if (
      /^\W*(?:(?:published|posted|updated|date|released?)(?:\s+on)?|\p{Lu}[\p{L}\s]{2,30},?|by\s.{2,60}[,|–—-])?\W*$/iu.test(
        rest,
      )
    )
      return { kind: 'known', value: date.value, from: 'first lines', span: at(block, date.start, date.end) }
  }
  return null
}
