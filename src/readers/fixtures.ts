import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { DragomanError } from '../model/index.ts'
import { type Given, readBytes } from './index.ts'

/** Documents made by code, for the tests of the readers. */

export const nothing: Given = { date: null, author: null, publisher: null, title: null, language: null }

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const readAs = (uri: string, content: Uint8Array | string, given: Partial<Given> = {}) =>
  readBytes(
    typeof content === 'string' ? bytesOf(content) : content,
    { uri, mediaType: null },
    { ...nothing, ...given },
  )

/** Kind and text of each block. */
export async function shown(uri: string, content: Uint8Array | string): Promise<[string, string][]> {
  const { doc } = await readAs(uri, content)
  return doc.blocks.map((b) => [b.kind, doc.text.slice(b.span.start, b.span.end)])
}

/** The code of the error that some work ends in, 'none' if it succeeds; throws what is no DragomanError, or says nothing of what to do. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error
    if (error.message.includes('\n') || error.message.length < 20) throw new Error(`a poor message: ${error.message}`)
    return error.code
  }
}

interface Setting {
  readonly page: PDFPage
  readonly roman: PDFFont
  readonly bold: PDFFont
}

/** A PDF of A4 pages, each drawn by a function. */
export async function printedPdf(draw: readonly ((setting: Setting, n: number) => void)[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const roman = await pdf.embedFont(StandardFonts.TimesRoman)
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold)
  draw.forEach((one, i) => {
    one({ page: pdf.addPage([595, 842]), roman, bold }, i + 1)
  })
  return pdf.save()
}

/** Draws lines one below the other. */
export function drawLines(
  { page, roman }: Pick<Setting, 'page' | 'roman'>,
  lines: readonly string[],
  at: { readonly x: number; readonly y: number; readonly size?: number; readonly leading?: number },
): void {
  const { x, y, size = 10, leading = 13 } = at
  lines.forEach((line, i) => {
    page.drawText(line, { x, y: y - i * leading, size, font: roman })
  })
}

/** A PDF that opens only with a password (standard security handler, 40 bit; the empty password does not fit). */
export function lockedPdf(): Uint8Array {
  const parts = [
    '%PDF-1.4\n',
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
    `4 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>\nendobj\n`,
  ]
  const offsets = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('').length)
  const body = parts.join('')
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
  const id = `<${'01'.repeat(16)}>`
  return bytesOf(
    `${body}xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [${id} ${id}] >>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}
