import iconv from 'iconv-lite'
import { type Doc, DragomanError, type Marker, type Renumbering } from '../model/index.ts'
import { unifiedDiff } from './repair/diff.ts'
import { type Edit, edited } from './repair/edits.ts'
import { renumbered } from './repair/numbers.ts'
import { finder } from './repair/places.ts'
import { wordText } from './repair/word.ts'

/** A copy of a document with its markers renumbered. */
export interface Repaired {
  readonly bytes: Uint8Array
  /** Markers that were changed, and those that were not, with the reason. */
  readonly changed: number
  readonly left: readonly { readonly marker: string; readonly why: string }[]
  /** The change as a unified diff of the text; '' when there is none. */
  readonly diff: string
}

/** A file opened for changes in its text. */
interface Source {
  readonly text: string
  write(edits: readonly Edit[]): Uint8Array
}

/** The formats that can be changed in place: to add one, name it here. */
const SOURCES: Readonly<Record<string, (bytes: Uint8Array, doc: Doc) => Source>> = {
  'text/plain': textSource,
  'text/markdown': textSource,
  'text/html': textSource,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': wordText,
}

/** Whether a document's format can be changed in place. */
export const canRepair = (doc: Doc): boolean => doc.origin.mediaType in SOURCES

/**
 * Writes what a renumbering proposes into a copy of the file that `doc` was read from: the figures of the markers change and nothing else. A marker
 * whose place in the file is not certain, or that has no number to become, is left as it is. Throws `cannot-apply` for other formats.
 */
export function repair(
  bytes: Uint8Array,
  doc: Doc,
  markers: readonly Marker[],
  renumbering: readonly Renumbering[],
): Repaired {
  const open = SOURCES[doc.origin.mediaType]
  if (open === undefined)
    throw new DragomanError(
      'cannot-apply',
      'numbers can be changed in txt, Markdown, HTML and docx files; change them where this file was made from',
    )
  const source = open(bytes, doc)
  const place = finder(source.text, doc.text)
  const to = new Map(renumbering.map((r) => [r.marker, r.to]))
  const edits: Edit[] = []
  const left: { marker: string; why: string }[] = []
  let changed = 0
  for (const group of groupsOf(markers)) {
    const wanted = group.filter((m) => to.has(m.id) && to.get(m.id) !== m.number)
    const mendable = wanted.filter((m) => to.get(m.id) !== null)
    left.push(
      ...wanted.filter((m) => !mendable.includes(m)).map((m) => ({ marker: m.id, why: 'no entry is left for it' })),
    )
    if (mendable.length === 0) continue
    const made = editsOf(
      source.text,
      place(group[0]!.span),
      group.map((m) => m.number),
      group.map((m) => to.get(m.id) ?? m.number),
    )
    if (made === null)
      left.push(...mendable.map((m) => ({ marker: m.id, why: 'its place in the file is not certain' })))
    else {
      edits.push(...made)
      changed += mendable.length
    }
  }
  const diff = unifiedDiff(source.text, edited(source.text, edits), {
    from: doc.origin.uri,
    to: `${doc.origin.uri} (renumbered)`,
  })
  return { bytes: edits.length === 0 ? bytes : source.write(edits), changed, left, diff }
}

function editsOf(
  source: string,
  at: { start: number; end: number } | null,
  from: readonly number[],
  to: readonly number[],
): Edit[] | null {
  if (at === null) return null
  const made = renumbered(source.slice(at.start, at.end), from, to)
  return made?.map((e) => ({ start: at.start + e.start, end: at.start + e.end, text: e.text })) ?? null
}

/** Markers that stand in one stretch, together. */
function groupsOf(markers: readonly Marker[]): Marker[][] {
  const groups = new Map<number, Marker[]>()
  for (const m of markers) groups.set(m.span.start, [...(groups.get(m.span.start) ?? []), m])
  return [...groups.values()]
}

/** A file of text in the encoding that it was read in; its byte order mark stays. Throws `cannot-apply` where that does not give its bytes back. */
function textSource(bytes: Uint8Array, doc: Doc): Source {
  const encoding = doc.origin.encoding ?? 'utf-8'
  const text = iconv.decode(Buffer.from(bytes), encoding, { stripBOM: false })
  const encode = (t: string): Uint8Array => new Uint8Array(iconv.encode(t, encoding, { addBOM: false }))
  if (Buffer.compare(encode(text), bytes) !== 0)
    throw new DragomanError(
      'cannot-apply',
      `the file is not cleanly written in ${encoding}; save it as UTF-8 and try again`,
    )
  return { text, write: (edits) => encode(edited(text, edits)) }
}
