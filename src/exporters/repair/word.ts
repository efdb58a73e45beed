import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { type Edit, edited } from './edits.ts'

const BODY = 'word/document.xml'
const PIECES = /<w:t(?:\s[^>]{0,200})?>([^<]*)<\/w:t>|<\/w:p>|<w:(?:tab|br)\b[^>]{0,200}\/>/gu

/** A Word document's running text, and how to write it with edits made: only characters inside its text elements change, and no other part. */
export interface WordText {
  readonly text: string
  write(edits: readonly Edit[]): Uint8Array
}

/** The text elements of a document's body one after another; a paragraph, a tab and a break end a line. The bytes have been read before. */
export function wordText(bytes: Uint8Array): WordText {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts[BODY]!)
  const { text, places } = characters(xml)
  return {
    text,
    write(edits) {
      const body = strToU8(
        edited(
          xml,
          edits.flatMap((edit) => inXml(edit, places)),
        ),
      )
      // Word itself dates the parts of its files so.
      const mtime = new Date(1980, 0, 1)
      const files = Object.entries(parts).map(
        ([name, part]) => [name, [name === BODY ? body : part, { mtime }]] as const,
      )
      return zipSync(Object.fromEntries(files) as Zippable)
    },
  }
}

/** Where each UTF-16 unit of the text stands in the XML; null for what no text element holds. */
type Place = { readonly start: number; readonly end: number } | null

function characters(xml: string): { text: string; places: Place[] } {
  const places: Place[] = []
  let text = ''
  for (const m of xml.matchAll(PIECES)) {
    if (m[1] === undefined) {
      text += '\n'
      places.push(null)
      continue
    }
    const from = m.index + m[0].indexOf('>') + 1
    for (const c of m[1].matchAll(/&(#?\w{1,8});|[^&]|&/gu)) {
      const character = c[1] === undefined ? c[0] : named(c[1])
      text += character
      const place = { start: from + c.index, end: from + c.index + c[0].length }
      for (let i = 0; i < character.length; i++) places.push(place)
    }
  }
  return { text, places }
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The character of an entity; a question mark for what XML does not have, so that the text keeps its length. */
function named(entity: string): string {
  const code = /^#x/iu.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  return NAMES[entity] ?? (entity.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '?')
}

/** The new text in the place of the first character; the others go, in whichever text elements they stand. */
function inXml({ start, end, text }: Edit, places: readonly Place[]): Edit[] {
  return places
    .slice(start, end)
    .flatMap((place, i) => (place === null ? [] : [{ ...place, text: i === 0 ? text : '' }]))
}
