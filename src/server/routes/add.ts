import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { validator } from 'hono/validator'
import { z } from 'zod'
import { DragomanError } from '../../model/index.ts'
import type { Queue, Told } from '../queue.ts'
import { Given, MOST_FILE, parsed } from '../wire.ts'

/** The largest pasted text, in bytes. */
const MOST_PASTE = 8 * 2 ** 20

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new DragomanError('too-large', `that is more than ${maxSize / 2 ** 20} MB; split it`)
    },
  })

const UploadForm = Given.extend({ file: z.instanceof(File, { message: 'send one file' }) })
const PasteBody = Given.extend({ text: z.string().min(1, 'paste some text first') })

/** Adds files and pasted text to the record; each is read in its turn, and `GET /` tells how far they are. */
export const add = (queue: Queue) =>
  new Hono()
    .get('/', (c) => c.json({ jobs: queue.jobs() }))
    .post(
      '/file',
      limit(MOST_FILE),
      validator('form', (value) => parsed(UploadForm, value)),
      async (c) => {
        const { file, ...given } = c.req.valid('form')
        const bytes = new Uint8Array(await file.arrayBuffer())
        const job = queue.add({ name: nameOf(file.name), mediaType: file.type || null, bytes, told: told(given) })
        return c.json(job, 202)
      },
    )
    .post(
      '/text',
      limit(MOST_PASTE),
      validator('json', (value) => parsed(PasteBody, value)),
      (c) => {
        const { text, ...given } = c.req.valid('json')
        const bytes = new TextEncoder().encode(text)
        const name = given.title || `Pasted: ${firstWords(text)}`
        const job = queue.add({ name, mediaType: 'text/plain', bytes, told: told(given) })
        return c.json(job, 202)
      },
    )

/** What was told, with empty as unknown. */
const told = (given: Given): Told => ({
  date: given.date || null,
  author: given.author || null,
  publisher: given.publisher || null,
  title: given.title || null,
  language: given.language || null,
})

/** The last part of an uploaded file's name, without control characters. */
const nameOf = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[\\/]/u)
    .at(-1)!
    .slice(-200) || 'unnamed'

const firstWords = (text: string): string => {
  const start = text.slice(0, 400).replace(/\s+/gu, ' ').trim()
  return start.length <= 60 ? start : `${start.slice(0, 60)}…`
}
