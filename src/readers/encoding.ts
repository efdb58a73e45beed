import chardet from 'chardet'
import iconv from 'iconv-lite'
import { DragomanError, type Problem } from '../model/index.ts'
import { trouble } from './reader.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/** Byte order marks, the longer before the shorter that begins alike. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Text of bytes: by byte order mark, by the shape of UTF-16, as UTF-8, by what the document declares, else by what the letters make
 * (with a problem when that is doubtful). Throws `binary-file` for what is no text and `undecodable` for text in no known encoding.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))
  if (mark !== undefined) return decodedAs(mark[0], bytes.subarray(mark[1].length))
  const wide = wideEncoding(bytes.subarray(0, 4096))
  if (wide !== null) return decodedAs(wide, bytes)
  if (hasZeros(bytes)) throw binary('zero bytes')
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return readable(utf8)
  const named = declared === null ? null : legacyEncoding(declared)
  return readable(named === null ? guessed(bytes) : decodedAs(named, bytes))
}

/** The encoding that a web label names, in its usual name ('latin1' is 'windows-1252'); null when unknown, or Unicode, which is tried before. */
function legacyEncoding(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label)
    return /^utf/u.test(encoding) || !iconv.encodingExists(encoding) ? null : encoding
  } catch {
    return null
  }
}

const decodedAs = (encoding: string, bytes: Uint8Array): Decoded => {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding)
  return { text, encoding, problems: [] }
}

const binary = (what: string): DragomanError =>
  new DragomanError('binary-file', `this is no text (it holds ${what}); give a txt, md, html, pdf or docx file`)

/** Whether zeros show that this is no text: one near the beginning, or more than a stray few later. */
function hasZeros(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, 4096).includes(0)) return true
  let zeros = 0
  for (let at = bytes.indexOf(0); at >= 0 && zeros <= 100; at = bytes.indexOf(0, at + 1)) zeros++
  return zeros > bytes.length / 10_000
}

/** Throws `binary-file` when more than one character in fifty is a control character. */
function readable(decoded: Decoded): Decoded {
  const head = decoded.text.slice(0, 4096)
  let control = 0
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i)
    if (unit < 9 || (unit > 13 && unit < 32) || unit === 127) control++
  }
  if (control > Math.max(2, head.length / 50)) throw binary('control characters')
  return decoded
}

/** UTF-16 without a mark: read one way, it is letters and marks with ordinary spaces or line feeds among them; the other way it is not. */
function wideEncoding(head: Uint8Array): string | null {
  if (head.length < 4 || !head.includes(0)) return null
  const even = head.subarray(0, head.length - (head.length % 2))
  const ranked = ['utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, text: decodedAs(encoding, even).text }))
    .filter(({ text }) => !/[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u.test(text.replace(/[\t\n\r\f]|[\ud800-\udfff]$/gu, '')))
    .map(({ encoding, text }) => ({ encoding, plain: text.match(/[ \n.,]/gu)?.length ?? 0, length: text.length }))
    .sort((a, b) => b.plain - a.plain)
  const best = ranked[0]
  return best === undefined || best.plain < best.length / 50 ? null : best.encoding
}

/** As UTF-8; with a problem when a few sequences are broken among many whole ones, as in a file that was cut; null when it is something else. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', problems: [] }
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const broken = count(text, (unit) => unit === 0xfffd)
    const whole = count(text, (unit) => unit > 127 && unit !== 0xfffd)
    if (whole === 0 || whole < broken * 3) {
      if (whole === 0 || broken > 1) return null
    }
    const message = `${broken} places are no proper UTF-8 and show as “\ufffd”; if words are missing, get the file again`
    return { text, encoding: 'utf-8', problems: [trouble('encoding-damaged', message)] }
  }
}

function count(text: string, wanted: (unit: number) => boolean): number {
  let n = 0
  for (let i = 0; i < text.length; i++) if (wanted(text.charCodeAt(i))) n++
  return n
}

/** Typographic marks that old one-byte texts use beside their letters. */
const MARK = /[‘’“”„«»–—…•·§°©®™€£№¢¡¿\u00a0]/u
const RUSSIAN_COMMON = /[оеаинтсрвлк]/u

/** How well a word with other than ASCII letters fits a script, 0 to 1. */
const FITS: Readonly<Record<string, (word: string) => number>> = {
  'windows-1252': western,
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  'euc-kr': (word) =>
    /^[\p{Script=Hangul}A-Za-z]+$/u.test(word) ? 1 : /^[\p{Script=Han}]{1,4}$/u.test(word) ? 0.5 : 0,
}

/** Accents are sprinkled among plain letters; a word of hardly anything else is another alphabet misread. */
function western(word: string): number {
  const accented = count(word, (unit) => unit > 127)
  const natural = /^\p{Script=Latin}+$/u.test(word) && !/\p{Ll}\p{Lu}/u.test(word)
  return natural && (accented === 1 || accented <= (word.length * 2) / 3) ? 1 : 0
}

/** Russian letters in a natural order of case; a misread Cyrillic encoding swaps capitals and small letters. */
function cyrillic(word: string): number {
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return 0
  const common = [...word.toLowerCase()].filter((c) => RUSSIAN_COMMON.test(c)).length / word.length
  return (/^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u.test(word) ? 0.6 : 0) + 0.4 * Math.min(1, common * 1.7)
}

/** The share of a sample's other than ASCII characters that make sense in an encoding. */
function sense(sample: string, fits: (word: string) => number): number {
  let all = 0
  let good = 0
  for (const [run] of sample.matchAll(/[\p{L}\p{M}]+|[^\p{ASCII}]/gu)) {
    const high = count(run, (unit) => unit > 127)
    if (high === 0) continue
    all += high
    if (/^[\p{L}\p{M}]/u.test(run)) good += high * fits(run)
    else if (MARK.test(run)) good += 1
  }
  return all === 0 ? 0 : good / all
}

/** By what the letters make in each of the commonest encodings; when none makes sense, by statistics over many more. */
function guessed(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, 65_536)
  const ranked = Object.entries(FITS)
    .map(([encoding, fits]) => ({ encoding, score: sense(decodedAs(encoding, sample).text, fits) }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = [ranked[0]!, ranked[1]!]
  const alike = (): boolean => decodedAs(best.encoding, sample).text === decodedAs(next.encoding, sample).text
  const { encoding, certain } =
    best.score >= 0.6
      ? { encoding: best.encoding, certain: best.score >= 0.8 && (best.score - next.score >= 0.15 || alike()) }
      : { encoding: byStatistics(sample) ?? best.encoding, certain: false }
  const decoded = decodedAs(encoding, bytes)
  if (best.score < 0.6 && lettersAmong(decoded.text.slice(0, 65_536)) < 0.8)
    throw new DragomanError('undecodable', 'the encoding of this text is unknown; save it as UTF-8 and read that')
  if (certain) return decoded
  const message = `the encoding was guessed as ${encoding} and may be wrong; if words look odd, save the file as UTF-8 and read that`
  return { ...decoded, problems: [trouble('encoding-guessed', message)] }
}

/** The share of letters and typographic marks among a text's other than ASCII characters: two thirds in noise, nearly all in writing. */
function lettersAmong(text: string): number {
  const letters = text.match(/[\p{L}\p{M}‘’“”„«»–—…、。，「」]/gu)?.filter((c) => c > '\x7f').length ?? 0
  return (
    letters /
    Math.max(
      1,
      count(text, (unit) => unit > 127),
    )
  )
}

function byStatistics(sample: Uint8Array): string | null {
  const best = chardet.analyse(sample).find((m) => m.confidence >= 40 && legacyEncoding(m.name) !== null)
  return best === undefined ? null : legacyEncoding(best.name)
}
