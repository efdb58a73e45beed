import chardet from 'chardet'
import iconv from 'iconv-lite'
import { DragomanError, type Problem } from '../model/index.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/** Encodings that are looked for when a text is not Unicode. */
const EXPECTED = new Set([
  'windows-1251',
  'koi8-r',
  'euc-kr',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-5',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'windows-1250',
  'iso-8859-2',
])

/**
 * Text of bytes: by byte order mark, by the zero bytes of UTF-16, as UTF-8, by what the document declares, else by statistics of
 * letters (with a problem that says so). Throws `binary-file` for what is no text.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const sure = (encoding: string, body = bytes): Decoded => ({
    text: iconv.decode(Buffer.from(body), encoding).replace(/^\ufeff/u, ''),
    encoding,
    problems: [],
  })
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return sure('utf-8', bytes.subarray(3))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le', bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be', bytes.subarray(2))
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 1].map(
    (parity) => head.filter((b, i) => i % 2 === parity && b === 0).length / Math.max(1, head.length / 2),
  )
  if (head.length >= 4 && zeros[1]! > 0.3 && zeros[0]! < 0.05) return sure('utf-16le')
  if (head.length >= 4 && zeros[0]! > 0.3 && zeros[1]! < 0.05) return sure('utf-16be')
  if (head.includes(0))
    throw new DragomanError(
      'binary-file',
      'this is no text (it holds zero bytes); give a txt, md, html, pdf or docx file',
    )
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', problems: [] }
  if (declared !== null && !/^utf-?8$/iu.test(declared) && iconv.encodingExists(declared))
    return sure(declared.toLowerCase())
  return guessed(bytes)
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function guessed(bytes: Uint8Array): Decoded {
  const best = chardet
    .analyse(bytes.subarray(0, 200_000))
    .map((m) => ({ name: m.name.toLowerCase(), confidence: m.confidence }))
    .find((m) => EXPECTED.has(m.name) && iconv.encodingExists(m.name))
  const encoding = best === undefined ? 'windows-1252' : best.name === 'iso-8859-1' ? 'windows-1252' : best.name
  const text = iconv.decode(Buffer.from(bytes), encoding)
  const control = [...text.slice(0, 4096)].filter((c) => c < '\t' || (c > '\r' && c < ' ')).length
  if (control > 20)
    throw new DragomanError(
      'binary-file',
      'this is no text (it holds control bytes); give a txt, md, html, pdf or docx file',
    )
  const message = `the encoding was guessed as ${encoding} (${best?.confidence ?? 0} of 100); if words look wrong, save the file as UTF-8 and read it again`
  return { text, encoding, problems: [{ code: 'encoding-guessed', stage: 'read', span: null, message }] }
}
