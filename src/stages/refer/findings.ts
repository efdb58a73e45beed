import type { Marker, Problem, Reference, Span } from '../../model/index.ts'

const problem = (code: string, span: Span, message: string): Problem => ({ code, stage: 'refer', span, message })

/** How an entry is called in a message: its printed number, else the beginning of its title. */
const called = (r: Reference): string =>
  r.number === null ? `“${(r.fields.title?.value ?? 'an entry without a title').slice(0, 40)}”` : `[${r.number}]`

/** What is wrong with a list and its markers as they stand; each kind is one rule. Judging the fit of marker and entry comes after. */
export function listFindings(references: readonly Reference[], markers: readonly Marker[]): Problem[] {
  return [
    ...withoutEntry(references, markers),
    ...neverCited(references, markers),
    ...duplicates(references),
    ...numbering(references),
  ].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

function withoutEntry(references: readonly Reference[], markers: readonly Marker[]): Problem[] {
  const orphans = markers.filter((m) => m.entry === null)
  if (references.length === 0 && orphans.length > 0)
    return [
      problem(
        'reference-list-missing',
        orphans[0]!.span,
        `${orphans.length} markers such as [${orphans[0]!.number}] point to a list of references that the document does not hold; add the list, or read the whole document`,
      ),
    ]
  return orphans.map((m) =>
    problem(
      'marker-without-entry',
      m.span,
      `no entry of the list is numbered ${m.number}; correct the marker or add the entry`,
    ),
  )
}

function neverCited(references: readonly Reference[], markers: readonly Marker[]): Problem[] {
  if (references.length === 0 || markers.length === 0) return []
  const cited = new Set(markers.map((m) => m.entry))
  return references
    .filter((r) => !cited.has(r.id))
    .map((r) => problem('entry-never-cited', r.span, `no marker points to entry ${called(r)}; cite it or take it out`))
}

/** Numbers that the list leaves out or prints twice. */
function numbering(references: readonly Reference[]): Problem[] {
  const out: Problem[] = []
  const seen = new Map<number, Reference>()
  let before: Reference | null = null
  for (const r of references) {
    if (r.number === null) continue
    if (seen.has(r.number))
      out.push(
        problem(
          'entry-number-repeated',
          r.span,
          `the number ${r.number} is printed at two entries; markers are taken to point to the first`,
        ),
      )
    else if (before !== null && r.number > before.number! + 1)
      out.push(
        problem(
          'entry-number-gap',
          r.span,
          `the list goes from ${before.number} to ${r.number}; number the entries again or restore those left out`,
        ),
      )
    seen.set(r.number, seen.get(r.number) ?? r)
    before = r
  }
  return out
}

/** How much of their words two titles must share (Jaccard) to be taken for the same work. */
const SAME = 0.8

/** Entries that have the address of an earlier one, or nearly its title with no other date. */
function duplicates(references: readonly Reference[]): Problem[] {
  const byAddress = new Map<string, Reference>()
  const byTitle = titleIndex()
  const out: Problem[] = []
  for (const r of references.filter((reference) => (reference.meant ?? null) === null)) {
    const address = r.fields.URL === null ? null : sameAddress(r.fields.URL.value)
    const twin = address === null ? undefined : byAddress.get(address)
    const like = twin ?? byTitle.find(r)
    if (like === undefined) {
      byTitle.add(r)
      if (address !== null) byAddress.set(address, r)
      continue
    }
    const what = twin === undefined ? 'nearly the title' : 'the address'
    out.push(
      problem(
        'entry-duplicate',
        r.span,
        `entry ${called(r)} has ${what} of entry ${called(like)}; keep one, and number the markers again`,
      ),
    )
  }
  return out
}

/** An address in the form in which it is compared: without scheme, www, fragment, tracking parameters and the stroke at the end. */
export const sameAddress = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/#.*$/u, '')
    .replace(/([?&])(?:utm_[^&]*|fbclid=[^&]*|gclid=[^&]*)(?=&|$)/gu, '$1')
    .replace(/[?&/]+$/u, '')

const wordsOf = (title: string): string[] => [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]

/** Earlier entries by the words of their titles, so that each new one is compared with few. */
function titleIndex() {
  const byWord = new Map<string, { reference: Reference; words: ReadonlySet<string> }[]>()
  return {
    add(reference: Reference): void {
      const words = new Set(wordsOf(reference.fields.title?.value ?? ''))
      for (const word of words) {
        const list = byWord.get(word) ?? []
        if (list.length < 50) list.push({ reference, words })
        byWord.set(word, list)
      }
    },
    find(reference: Reference): Reference | undefined {
      const words = wordsOf(reference.fields.title?.value ?? '')
      if (words.length < 4) return undefined
      const rarest = [...words].sort((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0))
      const candidates = rarest
        .slice(0, words.length - Math.ceil(SAME * words.length) + 1)
        .flatMap((w) => byWord.get(w) ?? [])
      return candidates.find((c) => {
        const shared = words.filter((w) => c.words.has(w)).length
        const [a, b] = [c.reference.fields, reference.fields]
        const apart =
          (a.issued !== null && b.issued !== null && a.issued.value !== b.issued.value) ||
          differInFigures(wordsOf(a.title!.value), words)
        return shared / (words.length + c.words.size - shared) >= SAME && !apart
      })?.reference
    },
  }
}

/** "Resolution 2202" and "Resolution 2203" are two works. */
const differInFigures = (a: readonly string[], b: readonly string[]): boolean => {
  const figures = (words: readonly string[]) =>
    words
      .filter((w) => /\d/u.test(w))
      .sort()
      .join(' ')
  return figures(a) !== figures(b)
}
