import { docx } from './docx.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { pdf } from './pdf.ts'
import type { Reader } from './reader.ts'
import { txt } from './txt.ts'

/** The formats that can be read: to add one, name it here. */
export const readers: readonly Reader[] = [markdown, html, pdf, docx, txt]

export { docx, html, markdown, pdf, txt }
