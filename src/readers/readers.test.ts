import { Document, Packer, Paragraph } from 'docx'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { PDFDocument, rgb } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { Doc } from '../model/index.ts'
import { bytesOf, codeOf, drawLines, lockedPdf, nothing, printedPdf, readAs, shown } from './fixtures.ts'
import { readBytes, readers, textDoc } from './index.ts'

const SENTENCE = 'The two ministers signed the treaty in Geneva on Monday.'
const page = () => printedPdf([(setting) => drawLines(setting, [SENTENCE], { x: 60, y: 700 })])
const word = async () =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(SENTENCE)] }] })))
const EVERY: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  txt: async () => bytesOf(SENTENCE),
  markdown: async () => bytesOf(SENTENCE),
  html: async () => bytesOf(`<html><body><p>${SENTENCE}</p></body></html>`),
  pdf: page,
  docx: word,
}

describe.each(readers)('$format', (reader) => {
  const uri = `folder/paper${reader.extensions[0]}`

  it('reads a sentence to a valid document', async () => {
    const content = await EVERY[reader.format]!()
    const { doc } = await readAs(uri, content)
    expect(Doc.parse(doc)).toEqual(doc)
    expect(doc.text).toBe(SENTENCE)
    expect(doc.blocks).toMatchObject([{ kind: 'paragraph', span: { start: 0, end: SENTENCE.length } }])
    expect(doc.origin).toMatchObject({ uri, mediaType: reader.mediaTypes[0], bytes: content.length })
    expect(doc.id).toBe(doc.origin.sha256.slice(0, 16))
    expect(doc.date).toEqual({ kind: 'unknown', reason: 'no date of publication was found; give --date' })
  })

  it('refuses an empty file, and one without words', async () => {
    expect(await codeOf(readAs(uri, ''))).toBe('empty-file')
    expect(await codeOf(readAs(uri, ' \n … — '))).toMatch(/^(?:no-text|malformed-(?:pdf|docx))$/u)
  })

  it('raises nothing but errors that say what to do on random bytes', async () => {
    const start = fc.constantFrom<number[]>(
      [],
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe],
      [0x2d, 0x2d, 0x2d, 10],
    )
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        expect(await codeOf(readAs(uri, Uint8Array.from([...head, ...rest])))).toMatch(/^[a-z-]+$/u)
      }),
      { numRuns: 60 },
    )
  })

  it('raises nothing else on a document with a broken stretch, and keeps blocks in order', async () => {
    const whole = await EVERY[reader.format]!()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 20 }), async (at, noise) => {
        const broken = whole.slice()
        broken.set(noise.subarray(0, broken.length - at), at)
        expect(await codeOf(readAs(uri, broken).then(({ doc }) => expectOrdered(doc)))).toMatch(/^[a-z-]+$/u)
      }),
      { numRuns: 40 },
    )
  })
})

function expectOrdered(doc: Doc): void {
  let at = 0
  for (const { span } of doc.blocks) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.end).toBeGreaterThan(span.start)
    at = span.end
  }
  expect(at).toBeLessThanOrEqual(doc.text.length)
}

describe('blocks', () => {
  const marks = [
    'a',
    'B',
    '.',
    '\n',
    '\n\n',
    ' ',
    '[1] ',
    '[2] ',
    '“',
    '> ',
    '- ',
    'References\n',
    '<p>',
    '</li>',
    '# ',
    '1. ',
    '\t',
    '\u2029',
    '🕊',
    '\ud800',
  ]
  it.each(['a.txt', 'a.md', 'a.html'])('lie in order within the text, whatever the text: %s', async (uri) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...marks), { maxLength: 80 }), async (parts) => {
        const content = `x${parts.join('')}`
        expectOrdered((await readAs(uri, content)).doc)
        expectOrdered(textDoc('x', content, { ...unknowns, language: 'en' }))
      }),
      { numRuns: 150 },
    )
  })
})

const unknown = { kind: 'unknown', reason: 'not said' } as const
const unknowns = { title: unknown, author: unknown, publisher: unknown, date: unknown }

describe('bad input', () => {
  it('a binary file', async () => {
    expect(await codeOf(readAs('a.txt', Uint8Array.from([1, 0, 0, 7, 0, 200, 0, 0, 3, 0, 0, 0])))).toBe('binary-file')
    expect(
      await codeOf(
        readAs(
          'a.txt',
          Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256),
        ),
      ),
    ).toBe('binary-file')
    expect(await codeOf(readAs('a.md', '\u0001\u0002\u0003 words'.repeat(50)))).toBe('binary-file')
  })
  it('a file that is cut off', async () => {
    const [pdf, docx] = [await page(), await word()]
    expect(await codeOf(readAs('a.pdf', pdf.subarray(0, pdf.length / 2)))).toBe('truncated-file')
    expect(await codeOf(readAs('a.docx', docx.subarray(0, docx.length / 2)))).toBe('truncated-file')
  })
  it('a file that is locked with a password', async () => {
    const compound = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(1000),
      ...Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await codeOf(readAs('a.docx', compound))).toBe('password-protected')
    expect(await codeOf(readAs('a.pdf', lockedPdf()))).toBe('password-protected')
  })
  it('an old Office file, a picture, another archive: each is named', async () => {
    expect(
      await codeOf(readAs('a.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]))),
    ).toBe('unsupported-format')
    expect(await codeOf(readAs('a.txt', '{\\rtf1\\ansi The treaty was signed.}'))).toBe('unsupported-format')
    expect(await codeOf(readAs('a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])))).toBe(
      'unsupported-format',
    )
    expect(await codeOf(readAs('a.zip', zipSync({ 'letter.txt': bytesOf(SENTENCE) })))).toBe('unsupported-format')
  })
  it('a PDF of pictures', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100, color: rgb(0, 0, 0) })
    expect(await codeOf(readAs('a.pdf', await pdf.save()))).toBe('scanned-pdf')
  })
  it('a line of 50 MB comes through or is refused, in under 5 seconds', async () => {
    const line = (size: number) => Buffer.alloc(size, 'a state visit to the capital ')
    for (const uri of ['a.txt', 'a.md', 'a.html']) {
      const began = performance.now()
      expect(await codeOf(readAs(uri, line(50 * 2 ** 20)))).toBe('too-large')
      expect(performance.now() - began).toBeLessThan(5000)
    }
    expect(await codeOf(readAs('a.txt', line(15_000_000)))).toBe('none')
    expect(await codeOf(readAs('a.md', line(15_000_000)))).toBe('none')
  })
  it('a file of more than 64 MB, and half a million lines', async () => {
    expect(await codeOf(readAs('a.txt', new Uint8Array(65 * 2 ** 20)))).toBe('too-large')
    expect(await codeOf(readAs('a.txt', 'a\n'.repeat(600_000)))).toBe('too-large')
  })
  it('a wrong ending: the content decides where it is certain, with a problem', async () => {
    expect(await codeOf(readAs('a.pdf', SENTENCE))).toBe('malformed-pdf')
    expect(await codeOf(readAs('a.docx', SENTENCE))).toBe('malformed-docx')
    const { doc, problems } = await readAs('a.txt', await page())
    expect(doc.text).toBe(SENTENCE)
    expect(problems.map((p) => p.code)).toEqual(['wrong-ending'])
    expect((await readAs('b.txt', `<!doctype html><p>${SENTENCE}</p>`)).doc.text).toBe(SENTENCE)
    expect((await readAs('notes', SENTENCE)).problems).toEqual([])
  })
  it('a name that climbs out of its folder is only a name', async () => {
    const { doc } = await readAs('../../etc/passwd.txt', SENTENCE)
    expect(doc.origin.uri).toBe('../../etc/passwd.txt')
  })
  it('a given date that is none', async () => {
    expect(await codeOf(readAs('a.txt', SENTENCE, { date: 'yesterday' }))).toBe('bad-date')
    expect(await codeOf(readAs('a.txt', SENTENCE, { date: '2025-02-30' }))).toBe('bad-date')
    expect(await codeOf(readAs('a.txt', SENTENCE, { date: '2024-06' }))).toBe('none')
  })
})

describe('readBytes', () => {
  it('takes what a sender says of the type before the name', async () => {
    const read = await readBytes(
      bytesOf('# Talks\n\nThey met.'),
      { uri: 'https://x.org/a.txt?b=1', mediaType: 'text/markdown; charset=utf-8' },
      nothing,
    )
    expect(read.doc.blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph'])
  })
  it('lets what is given win, and says so', async () => {
    const { doc } = await readAs('a.txt', 'Oslo, 4 October 2022 (NORD) — The talks ended.', {
      date: '2024-06',
      author: 'Jane Doe',
      language: 'en',
    })
    expect(doc.date).toEqual({ kind: 'known', value: '2024-06', from: '--date', span: null })
    expect(doc.author).toEqual({ kind: 'known', value: 'Jane Doe', from: '--author', span: null })
    expect(doc.publisher).toMatchObject({ value: 'NORD', from: 'dateline' })
  })
  it('knows languages by script and common words, and does not guess', async () => {
    const language = async (text: string) => (await readAs('a.txt', text)).doc.language
    expect(await language('Посол вручил ноту.')).toBe('ru')
    expect(await language('Посол вручив ноту, і сторони її прийняли.')).toBe('uk')
    expect(await language('외무성은 조약에 서명하였다.')).toBe('ko')
    expect(await language('外相は条約に署名した。')).toBe('ja')
    expect(await language('Ο πρέσβης επέδωσε διακοίνωση.')).toBe('und')
    expect(
      await language(
        'Le ministre a signé le traité avec la délégation dans la ville de Genève, et les deux parties ont publié un communiqué sur la frontière.',
      ),
    ).toBe('fr')
    expect(await language(SENTENCE)).toBe('en')
  })
  it('keeps no half characters and no zeros, one for one', async () => {
    const { doc } = await readAs('a.html', '<html><body><p>The talks&#0; began 🕊 today.</p></body></html>')
    expect(doc.text.isWellFormed()).toBe(true)
    expect(doc.text).not.toContain('\0')
    const half = await readAs('a.txt', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0]))
    expect(half.doc.text).toBe('A\ufffdB')
  })
  it('gives the same document for the same bytes', async () => {
    const content = await word()
    expect(await readAs('a.docx', content)).toEqual(await readAs('a.docx', content))
    expect((await shown('a.docx', content))[0]).toEqual(['paragraph', SENTENCE])
  })
})
