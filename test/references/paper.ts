/**
 * A document taken apart by the test's own reader, so that it can be broken and written again. Every entry has an id: its place in the sound
 * document, from 1. Lists are broken as wholes, never a single character.
 */
export interface Paper {
  readonly style: Style
  readonly prose: readonly (string | Pointer)[]
  /** From the end of the prose to the first entry: the heading of the list. */
  readonly between: string
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly id: number
  /** Without its label. */
  readonly body: string
  /** What stands between this entry and the next. */
  readonly after: string
}

/** Markers that stand together. `printed` are numbers, or, in styles that point by name, ids of the entries named; `meant` are ids. */
export interface Pointer {
  readonly source: string
  readonly was: readonly number[]
  readonly printed: readonly number[]
  readonly meant: readonly number[]
}

export type Style = keyof typeof STYLES

interface Form {
  /** Finds the list's beginning: what follows is its first label. */
  readonly label: (n: number) => string
  readonly marker: RegExp
  /** How numbers are printed in the text. */
  readonly print: (numbers: readonly number[]) => string
}

const raised = (n: number): string => [...String(n)].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]).join('')
const SUPERSCRIPT = /[⁰¹²³⁴-⁹]+(?:[,˒][⁰¹²³⁴-⁹]+)*/gu
const BRACKET = /\[(\d{1,3}(?:[,–-]\s?\d{1,3}|,\s\d{1,3})*)\]/gu
const joined = (numbers: readonly number[]): string => ranges(numbers).join(', ')

/** The styles of pointing by number: a label in the list, a marker in the text. */
const NUMBERED = {
  bracket: { label: (n) => `[${n}] `, marker: BRACKET, print: (ns) => `[${joined(ns)}]` },
  'bracket-point': { label: (n) => `${n}. `, marker: BRACKET, print: (ns) => `[${joined(ns)}]` },
  superscript: { label: (n) => `${n}. `, marker: SUPERSCRIPT, print: (ns) => ns.map(raised).join(',') },
  lost: {
    label: (n) => `${n}. `,
    marker: /(?<=(?:[^\d\s]|\d{4})[.]|”)\d{1,2}(?=\s|$)/gmu,
    print: (ns) => ns.join(','),
  },
  footnote: { label: (n) => `[^${n}]: `, marker: /\[\^\d+\]/gu, print: (ns) => ns.map((n) => `[^${n}]`).join('') },
} as const satisfies Record<string, Form>

const STYLES = { ...NUMBERED, 'author-year': null, link: null }

export const byNumber = (style: Style): boolean => style in NUMBERED

/** "1, 2, 5–7": three and more in a row as a range. */
function ranges(numbers: readonly number[]): string[] {
  const out: string[] = []
  for (let i = 0; i < numbers.length; i++) {
    let last = i
    while (numbers[last + 1] === numbers[last]! + 1) last++
    if (last - i >= 2) {
      out.push(`${numbers[i]}–${numbers[last]}`)
      i = last
    } else out.push(String(numbers[i]))
  }
  return out
}

const HEADING = /^(?:#+ )?(?:References|Notes|Bibliography|Sources)\b[^\n]{0,20}\n/gmu

/** Takes a sound document apart. Throws where its list or its markers are not in the style. */
export function readPaper(text: string, style: Style): Paper {
  if (style === 'link') return readLinks(text)
  if (style === 'author-year') return readNames(text)
  return readNumbers(text, style)
}

function readNumbers(text: string, style: keyof typeof NUMBERED): Paper {
  const { label, marker } = NUMBERED[style]
  const heading = [...text.matchAll(HEADING)].at(-1)
  const end = heading?.index ?? text.indexOf(label(1))
  const starts: number[] = []
  for (let at = text.indexOf(label(1), end); at >= 0; at = next(text, label(starts.length + 1), at + 1)) starts.push(at)
  const entries = starts.map((start, i): Entry => {
    const whole = text.slice(start + label(i + 1).length, starts[i + 1])
    const body = whole.trimEnd()
    return { id: i + 1, body, after: whole.slice(body.length) }
  })
  const prose = text.slice(0, end)
  const pointers = [...prose.matchAll(marker)].map((m) => ({ start: m.index, source: m[0], numbers: numbersOf(m[0]) }))
  return { style, prose: cut(prose, pointers), between: text.slice(end, starts[0]), entries }
}

/** Where the next label stands: after a space or a line's end. */
function next(text: string, label: string, from: number): number {
  for (let at = text.indexOf(label, from); at >= 0; at = text.indexOf(label, at + 1))
    if (/\s/u.test(text[at - 1] ?? '\n')) return at
  return -1
}

const plain = (figures: string): string =>
  [...figures].map((c) => ('⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(c) ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c) : c)).join('')

const numbersOf = (source: string): number[] =>
  plain(source)
    .replace(/[^\d,˒–-]/gu, '')
    .split(/[,˒]/u)
    .flatMap((part) => {
      const [from, to] = part.split(/[–-]/u).map(Number)
      return Array.from({ length: (to ?? from!) - from! + 1 }, (_, i) => from! + i)
    })

interface Found {
  readonly start: number
  readonly source: string
  readonly numbers: readonly number[]
}

function cut(prose: string, found: readonly Found[]): (string | Pointer)[] {
  const out: (string | Pointer)[] = []
  let at = 0
  for (const { start, source, numbers } of found) {
    out.push(prose.slice(at, start), { source, was: numbers, printed: numbers, meant: numbers })
    at = start + source.length
  }
  return [...out, prose.slice(at)]
}

/** Links in the text: each distinct address is an entry, and there is no list. */
function readLinks(text: string): Paper {
  const links = [...text.matchAll(/(?<=\]\()https?:[^)\s]+/gu)]
  const addresses = [...new Set(links.map((m) => m[0]))]
  const found = links.map((m) => ({ start: m.index, source: m[0], numbers: [addresses.indexOf(m[0]) + 1] }))
  const entries = addresses.map((body, i) => ({ id: i + 1, body, after: '' }))
  return { style: 'link', prose: cut(text, found), between: '', entries }
}

/** Names and years: an entry is known by the first name before its year ("Miller, J., & Dyke, P. (2019).", "Miller, Jo, and Pat Dyke. 2019."). */
function readNames(text: string): Paper {
  const end = [...text.matchAll(HEADING)].at(-1)!.index
  const listStart = end + text.slice(end).indexOf('\n') + 1
  const bodies = text
    .slice(listStart)
    .split('\n')
    .filter((l) => l.trim() !== '')
  const entries = bodies.map((body, i) => ({ id: i + 1, body, after: '\n\n' }))
  const prose = text.slice(0, end)
  const found = entries.flatMap(({ id, body }) => {
    const m = /^(.+?)\.?,? \(?(\d{4}[a-z]?)\b/u.exec(body)!
    const name = m[1]!.split(/, /u)[0]!.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    const pattern = new RegExp(
      `(?<![\\p{L}] and |[\\p{L}-])${name}(?: and \\p{Lu}[\\p{L}-]+|, \\p{Lu}[\\p{L}-]+,? and \\p{Lu}[\\p{L}-]+| et al\\.)?,? \\(?${m[2]}(?![\\da-z])`,
      'gu',
    )
    return [...prose.matchAll(pattern)].map((f) => ({ start: f.index, source: f[0], numbers: [id] }))
  })
  return {
    style: 'author-year',
    prose: cut(
      prose,
      found.sort((a, b) => a.start - b.start),
    ),
    between: `${text.slice(end, listStart)}\n`,
    entries,
  }
}

/** The document written again; its pointers as they were where they print what they printed. */
export function writePaper(paper: Paper): string {
  const text = paper.prose.map((part) => (typeof part === 'string' ? part : printed(paper, part))).join('')
  if (paper.style === 'link') return text
  const label = byNumber(paper.style) ? NUMBERED[paper.style as keyof typeof NUMBERED].label : () => ''
  return text + paper.between + paper.entries.map((e, i) => label(i + 1) + e.body + e.after).join('')
}

function printed(paper: Paper, pointer: Pointer): string {
  if (String(pointer.printed) === String(pointer.was)) return pointer.source
  if (byNumber(paper.style)) return NUMBERED[paper.style as keyof typeof NUMBERED].print(pointer.printed)
  const id = pointer.printed[0]!
  if (paper.style === 'link') return paper.entries.find((e) => e.id === id)!.body
  const [names, year] = named(paper, id)
  return pointer.source.includes('(') ? `${names} (${year}` : `${names} ${year}`
}

/** How the text calls an entry: the names and the year of the first marker that names it. */
function named(paper: Paper, id: number): readonly [string, string] {
  const one = paper.prose.find((p): p is Pointer => typeof p !== 'string' && p.was[0] === id)!
  const m = /^(.*?),? \(?(\d{4}[a-z]?)$/u.exec(one.source)!
  return [m[1]!, m[2]!]
}

/** What is true of one marker: the entries' ids that it points to and that it means; null where the list has none. */
export interface TrueMarker {
  readonly printed: number
  readonly points: number | null
  readonly meant: number | null
  readonly right: boolean
}

/** The markers in the order of the text, ranges written out. */
export function trueMarkers({ style, prose, entries }: Paper): TrueMarker[] {
  const ids = new Set(entries.map((e) => e.id))
  const pointed = (n: number): number | null => (byNumber(style) ? (entries[n - 1]?.id ?? null) : ids.has(n) ? n : null)
  return prose.flatMap((part) =>
    typeof part === 'string'
      ? []
      : part.printed.map((n, i) => {
          const points = pointed(n)
          const meant = part.meant[i]!
          return { printed: n, points, meant: ids.has(meant) ? meant : null, right: points === meant }
        }),
  )
}
