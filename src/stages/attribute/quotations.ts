import type { Block, Problem, Span } from '../../model/index.ts'

/** A stretch between quotation marks. `span` holds the marks, `inner` does not; a quotation over paragraphs has one part for each. */
export interface Quotation {
  readonly span: Span
  readonly inner: Span
  /** One stretch a paragraph, marks included. */
  readonly parts: readonly Span[]
  /** The quotation that it stands in. */
  readonly outer: Quotation | null
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly family: Family
  readonly side: 'open' | 'close'
  /** Whether the glyph alone tells the side (curly marks) and not its neighbours (straight marks). */
  readonly certain: boolean
}

/** How many marks ahead, and how deep, quotations are looked through: hostile text must not cost more than its length. */
const FAR = 64
const DEEP = 8

type Family = 'double' | 'single' | 'angle' | 'straight' | 'straight-single'

interface Open {
  readonly mark: Mark
  readonly parts: Span[]
  partStart: number
}

type Flat = Omit<Quotation, 'outer'>

const glyphs: Readonly<Record<string, { family: Family; side: 'open' | 'close' } | undefined>> = {
  '“': { family: 'double', side: 'open' },
  '„': { family: 'double', side: 'open' },
  '‟': { family: 'double', side: 'open' },
  '”': { family: 'double', side: 'close' },
  '«': { family: 'angle', side: 'open' },
  '»': { family: 'angle', side: 'close' },
  '‹': { family: 'angle', side: 'open' },
  '›': { family: 'angle', side: 'close' },
  '「': { family: 'angle', side: 'open' },
  '」': { family: 'angle', side: 'close' },
  '‘': { family: 'single', side: 'open' },
  '’': { family: 'single', side: 'close' },
}

const isLetter = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c)
const isSpace = (c: string | undefined): boolean => c === undefined || /\s/u.test(c)
const opens = (before: string | undefined, after: string | undefined): boolean =>
  !isSpace(after) && (isSpace(before) || /[([{—–\-/:“‘"'«]/u.test(before ?? ''))

/** The marks of a stretch of text, each told open or closed by its glyph and its neighbours. Apostrophes are passed over. */
function marksIn(text: string, within: Span): Mark[] {
  const marks: Mark[] = []
  let singles = 0
  for (let i = within.start; i < within.end; i++) {
    const c = text[i]!
    const before = i > within.start ? text[i - 1] : undefined
    const twin = i + 1 < within.end ? text[i + 1] : undefined
    if ((c === "'" || c === '`' || c === '’' || c === '‘') && twin === c) {
      const after = i + 2 < within.end ? text[i + 2] : undefined
      const side = c === '`' || c === '‘' ? 'open' : opens(before, after) ? 'open' : 'close'
      marks.push({ start: i, end: i + 2, family: 'straight', side, certain: c === '`' })
      i++
      continue
    }
    if (c === '"' || c === '＂') {
      marks.push({
        start: i,
        end: i + 1,
        family: 'straight',
        side: opens(before, twin) ? 'open' : 'close',
        certain: false,
      })
      continue
    }
    if (c === "'") {
      if (opens(before, twin) && isLetter(twin) && !elided(text, i)) {
        marks.push({ start: i, end: i + 1, family: 'straight-single', side: 'open', certain: false })
        singles++
      } else if (singles > 0 && !isLetter(twin) && !isSpace(before)) {
        marks.push({ start: i, end: i + 1, family: 'straight-single', side: 'close', certain: false })
      }
      continue
    }
    const glyph = glyphs[c]
    if (glyph === undefined) continue
    if (c === '’') {
      if (isLetter(twin) || singles === 0) continue
      marks.push({ start: i, end: i + 1, family: 'single', side: 'close', certain: false })
      continue
    }
    if (c === '‘') {
      if (elided(text, i)) continue
      singles++
    }
    // German and Danish usage turns the marks: „so“, »so«.
    const side = turned(c, before, twin) ?? glyph.side
    marks.push({ start: i, end: i + 1, family: glyph.family, side, certain: true })
  }
  return marks
}

/** '90s, 'em, 'tis: an apostrophe at the head of a word. */
const elided = (text: string, at: number): boolean =>
  /^.(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)/iu.test(text.slice(at, at + 8))

function turned(c: string, before: string | undefined, after: string | undefined): 'open' | 'close' | null {
  if (
    c === '“' &&
    !isSpace(before) &&
    (isSpace(after) || /[.,;:!?)]/u.test(after ?? '')) &&
    !/[([—–-]/u.test(before ?? '')
  )
    return 'close'
  if (c === '”' && isSpace(before) && isLetter(after)) return 'open'
  if (c === '»' && isSpace(before) && isLetter(after)) return 'open'
  if (c === '«' && isLetter(before) && !isLetter(after)) return 'close'
  return null
}

/**
 * The quotations of a document, outermost first and in order of the text. A quotation runs over paragraphs when each of them
 * begins with an opening mark again, or when the next mark closes it. A mark without its other half is repaired
 * (to the end of its paragraph, or from the start of its sentence) and told as a Problem.
 */
export function findQuotations(
  text: string,
  blocks: readonly Block[],
): { quotations: Quotation[]; problems: Problem[] } {
  const quotations: Flat[] = []
  const problems: Problem[] = []
  let stack: Open[] = []
  const marksOf = blocks.map((block) => marksIn(text, block.span))

  const close = (open: Open, innerEnd: number, end: number): void => {
    const parts = [...open.parts, { start: open.partStart, end }]
    quotations.push({ span: { start: parts[0]!.start, end }, inner: { start: open.mark.end, end: innerEnd }, parts })
  }
  const unbalanced = (span: Span, message: string): void => {
    problems.push({ code: 'unbalanced-quotation', stage: 'attribute', span, message })
  }

  blocks.forEach((block, index) => {
    const marks = marksOf[index]!
    let from = 0
    if (stack.length > 0) {
      // The paragraph repeats the opening marks that are still open.
      let at = block.span.start
      let repeated = 0
      while (repeated < stack.length) {
        const mark = marks[from]
        if (mark === undefined || mark.side !== 'open' || mark.family !== stack[repeated]!.mark.family) break
        if (text.slice(at, mark.start).trim() !== '') break
        at = mark.end
        from++
        repeated++
      }
      for (const [depth, open] of stack.entries())
        open.partStart = depth < repeated ? marks[depth]!.start : block.span.start
    }
    for (let m = from; m < marks.length; m++) {
      const mark = marks[m]!
      const top = stack[stack.length - 1]
      if (mark.side === 'open') {
        // A straight mark that can only open while one is open already closes nothing: it is a quotation inside, unless it is the same mark.
        if (
          top !== undefined &&
          top.mark.family === mark.family &&
          (stack.length >= DEEP || !nests(text, mark.family, marks, m))
        ) {
          stack.pop()
          unbalanced(
            { start: top.mark.start, end: top.mark.end },
            'a quotation mark is never closed; it is read up to the next one',
          )
          close(top, mark.start, lastWord(text, top.partStart, mark.start))
        }
        stack.push({ mark, parts: [], partStart: mark.start })
        continue
      }
      const match = findOpen(stack, mark.family)
      if (match < 0) {
        if (mark.family === 'single' || mark.family === 'straight-single') continue
        const start = sentenceStart(text, block.span.start, mark.start, quotations)
        unbalanced(
          { start: mark.start, end: mark.end },
          'a closing quotation mark has no opening one; it is read from the start of its sentence',
        )
        const span = { start, end: mark.end }
        if (stack.length === 0) quotations.push({ span, inner: { start, end: mark.start }, parts: [span] })
        continue
      }
      if (mark.family === 'single' && possessive(text, mark, marks, m)) continue
      if (mark.family === 'straight-single' && possessive(text, mark, marks, m)) continue
      stack.splice(match + 1)
      const open = stack.pop()!
      close(open, mark.start, mark.end)
    }
    if (stack.length === 0) return
    const outermost = stack[0]!
    if (!goesOn(text, blocks, marksOf, index, outermost.mark.family)) {
      const end = trimEnd(text, block.span)
      while (stack.length > 0) {
        const open = stack.pop()!
        const apostrophe = open.mark.family === 'single' || open.mark.family === 'straight-single'
        if (apostrophe) continue
        unbalanced(
          { start: open.mark.start, end: open.mark.end },
          'a quotation mark is never closed; it is read to the end of its paragraph',
        )
        close(open, end, end)
      }
      stack = []
    } else {
      const end = trimEnd(text, block.span)
      for (const open of stack) if (open.partStart < end) open.parts.push({ start: open.partStart, end })
    }
  })
  for (const block of blocks) quotations.push(...spokenAfterDash(text, block))
  return { quotations: nested(quotations), problems }
}

/** In order of the text, each with the smallest quotation that holds it. */
function nested(flat: readonly Flat[]): Quotation[] {
  const ordered = [...flat].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const stack: Quotation[] = []
  return ordered.map((quotation) => {
    while (stack.length > 0 && stack[stack.length - 1]!.span.end < quotation.span.end) stack.pop()
    const own = { ...quotation, outer: stack[stack.length - 1] ?? null }
    stack.push(own)
    return own
  })
}

/** Dialogue that a dash leads in: "— We stay, — said the envoy. — All of us." A list item or a signature is none. */
function spokenAfterDash(text: string, block: Block): Flat[] {
  if (block.kind !== 'paragraph') return []
  const line = text.slice(block.span.start, block.span.end)
  if (!/^\s*[—–―]\s+\p{Lu}/u.test(line)) return []
  const segments: { start: number; end: number }[] = []
  let from = line.search(/[—–―]/u) + 1
  for (const dash of line.slice(from).matchAll(/\s[—–―]\s/gu)) {
    const at = line.search(/[—–―]/u) + 1 + dash.index
    segments.push({ start: from, end: at })
    from = at + dash[0].length
  }
  segments.push({ start: from, end: line.length })
  const narrated = segments.length > 1 && /^\p{Ll}/u.test(line.slice(segments[1]!.start).trim())
  if (!narrated && !(segments.length === 1 && /[.!?…]\s*$/u.test(line) && line.length > 24)) return []
  return segments
    .filter((_, index) => index % 2 === 0)
    .map(({ start, end }) => {
      const lead = line.slice(start, end).search(/\S/u)
      const span = {
        start: block.span.start + start + Math.max(0, lead),
        end: block.span.start + start + line.slice(start, end).trimEnd().length,
      }
      return { span, inner: span, parts: [span] }
    })
    .filter(({ span }) => span.end > span.start)
}

const findOpen = (stack: readonly Open[], family: Family): number => {
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i]!.mark.family
    if (open === family) return i
    // Typists mix: a curly mark opened and a straight one closes.
    if ((open === 'double' && family === 'straight') || (open === 'straight' && family === 'double')) return i
  }
  return -1
}

/**
 * Whether an opening mark inside an open quotation of the same family nests: both are closed in the paragraph, or it stands amid a phrase
 * ("the so-called “shield” will") and not at the head of a sentence, where the mark before it has lost its other half.
 */
function nests(text: string, family: Family, marks: readonly Mark[], at: number): boolean {
  if (family === 'straight' || family === 'straight-single') return false
  let depth = 2
  for (let i = at + 1; i < Math.min(marks.length, at + FAR); i++) {
    const mark = marks[i]!
    if (mark.family !== family) continue
    depth += mark.side === 'open' ? 1 : -1
    if (depth === 0) return true
  }
  const before = text.slice(0, marks[at]!.start).trimEnd().slice(-1)
  return /[\p{L}\p{N}]/u.test(before)
}

/** "the allies’ view": a mark after s that another closing mark follows is a possessive. */
function possessive(text: string, mark: Mark, marks: readonly Mark[], at: number): boolean {
  if (text[mark.start - 1] !== 's' || text[mark.end] !== ' ') return false
  const next = marks.slice(at + 1, at + FAR).find((m) => m.family === mark.family)
  return next !== undefined && next.side === 'close'
}

/** Whether a quotation open at the end of a block goes on in the next: an opening mark is repeated, or a closing one comes first. */
function goesOn(
  text: string,
  blocks: readonly Block[],
  marksOf: readonly Mark[][],
  index: number,
  family: Family,
): boolean {
  const limit = Math.min(blocks.length, index + 12)
  for (let next = index + 1; next < limit; next++) {
    const block = blocks[next]!
    if (block.kind === 'heading' || block.kind === 'reference-list') return false
    const first = marksOf[next]!.find((m) => m.family === family || (family === 'double' && m.family === 'straight'))
    if (first === undefined) {
      if (family === 'straight' || next > index + 3) return false
      continue
    }
    const leads = text.slice(block.span.start, first.start).trim() === ''
    if (first.side === 'open') return leads && next === index + 1
    return next === index + 1 || family !== 'straight'
  }
  return false
}

function sentenceStart(text: string, from: number, at: number, earlier: readonly Flat[]): number {
  let start = from
  for (const quotation of earlier.slice(-DEEP))
    if (quotation.span.end <= at && quotation.span.end > start) start = quotation.span.end
  start = Math.max(start, at - 2000)
  for (let i = at - 2; i > start; i--)
    if (/[.!?]/u.test(text[i - 1]!) && isSpace(text[i]) && /\p{Lu}/u.test(text[i + 1] ?? '')) {
      start = i + 1
      break
    }
  while (start < at && isSpace(text[start])) start++
  return start
}

const lastWord = (text: string, from: number, to: number): number => {
  let end = to
  while (end > from && isSpace(text[end - 1])) end--
  return end
}

/** The end of a paragraph's words, before the reference markers that close it ("… [8]"). */
const trimEnd = (text: string, span: Span): number => {
  let end = lastWord(text, span.start, span.end)
  for (
    let marker = /\s*\[\d{1,4}\]$/u.exec(text.slice(Math.max(span.start, end - 12), end));
    marker !== null;
    marker = /\s*\[\d{1,4}\]$/u.exec(text.slice(Math.max(span.start, end - 12), end))
  )
    end -= marker[0].length
  return end
}

/** Whether a quotation is a title of a work or a single term and no speech: all its words have capitals, and no sentence ends in it. */
export function looksLikeTitle(text: string, quotation: Quotation): boolean {
  if (quotation.inner.end - quotation.inner.start > 200) return false
  const inner = text.slice(quotation.inner.start, quotation.inner.end)
  // American usage puts the comma after a title inside its marks.
  if (/[.!?;…—]['’]?$/u.test(inner.trim())) return false
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  if (words.length < 2 || words.length > 14) return words.length === 0
  const small = /^(?:a|an|the|of|and|or|in|on|to|for|with|at|by|from|as|but|vs?\.?)$/iu
  return words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && small.test(word)))
}
