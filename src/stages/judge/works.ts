import type { Reference } from '../../model/index.ts'
import { plainLetters } from '../../text/index.ts'
import { sameAddress } from '../refer/findings.ts'

/** Two entries of one work, with what shows it. */
export interface Twins {
  readonly first: number
  readonly second: number
  readonly why: string
}

/** How much of their words two titles share (Jaccard) when they are one work, and when author or day agree as well. */
const SAME = 0.8
const SAME_BESIDE = 0.5

/**
 * Entries that hold one work twice: by the same words, the same address, nearly the same title, or in other words with the same author or publisher and day.
 * Parts of a work told apart by figures ("Resolution 2202", "Resolution 2203"), by pages or by dates are several works.
 */
export function twinsOf(text: string, references: readonly Reference[]): Twins[] {
  const works = references.map((r) => workOf(text, r))
  const byKey = new Map<string, number[]>()
  const out: Twins[] = []
  works.forEach((work, second) => {
    const before = new Set(work.keys.flatMap((key) => byKey.get(key) ?? []))
    for (const first of [...before].sort((a, b) => a - b)) {
      const why = sameWork(works[first]!, work)
      if (why === null) continue
      out.push({ first, second, why })
      break
    }
    for (const key of work.keys) {
      const list = byKey.get(key) ?? []
      if (list.length < 40) list.push(second)
      byKey.set(key, list)
    }
  })
  return out
}

/** For every entry the place of the first one of the same work. */
export function firstCopies(count: number, twins: readonly Twins[]): number[] {
  const first = Array.from({ length: count }, (_, i) => i)
  for (const t of twins) first[t.second] = first[t.first]!
  return first
}

interface Work {
  /** Its letters and figures, without its number; null for "ibid." and the like, which are what they are by their place. */
  readonly letters: string | null
  readonly address: string | null
  readonly words: ReadonlySet<string>
  readonly figures: string
  readonly issued: string | null
  readonly page: string | null
  readonly makers: ReadonlySet<string>
  /** What twins share at least: the address, or one of the title's longest words. */
  readonly keys: readonly string[]
}

function workOf(text: string, { fields, span, meant }: Reference): Work {
  const title = plainLetters(fields.title?.value ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  const words = new Set(title.filter((w) => w.length > 2 || /\p{Lo}/u.test(w)))
  const address = fields.URL === null ? null : sameAddress(fields.URL.value)
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, 6)
  const names = [...fields.author, fields.publisher, fields['container-title']].flatMap((f) =>
    f === null ? [] : (plainLetters(f.value).match(/\p{L}{3,}/gu) ?? []),
  )
  const letters = lettersOf(text.slice(span.start, span.end))
  return {
    letters: (meant ?? null) !== null || letters.length < FEWEST_LETTERS ? null : letters,
    address,
    words,
    figures: title
      .filter((w) => /\d/u.test(w))
      .sort()
      .join(' '),
    issued: fields.issued?.value ?? null,
    page: fields.page?.value ?? null,
    makers: new Set(names),
    keys: [letters.slice(0, 40), ...(address === null ? [] : [`@${address}`]), ...longest],
  }
}

/** An entry that is shorter says too little to be the same as another. */
const FEWEST_LETTERS = 12

const lettersOf = (entry: string): string =>
  plainLetters(entry.replace(/^[\s[(]*[\d⁰¹²³⁴-⁹]+[\])}.:^]*/u, '')).replace(/[^\p{L}\p{N}]+/gu, '')

function sameWork(a: Work, b: Work): string | null {
  if (a.letters !== null && a.letters === b.letters) return 'the same words'
  const apart = a.figures !== b.figures || differ(a.page, b.page) || differ(a.issued, b.issued)
  if (a.address !== null && a.address === b.address && !differ(a.page, b.page) && /\/./u.test(a.address))
    return 'the same address'
  if (apart || a.words.size < 3 || b.words.size < 3) return null
  const shared = [...a.words].filter((w) => b.words.has(w)).length
  const alike = shared / (a.words.size + b.words.size - shared)
  if (alike >= SAME && !(a.address !== null && b.address !== null && a.address !== b.address && a.issued === null))
    return 'nearly the same title'
  const beside =
    a.issued !== null && a.issued === b.issued && a.issued.length >= 7 && [...a.makers].some((m) => b.makers.has(m))
  return beside && alike >= SAME_BESIDE ? 'the same day and maker, and a title in other words' : null
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b
