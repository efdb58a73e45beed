import { AlignmentType, Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { repair } from '../../src/exporters/repair.ts'
import type { Renumbering } from '../../src/model/index.ts'
import { emptyLayers } from '../../src/pipeline/index.ts'
import { readBytes } from '../../src/readers/index.ts'
import { refer } from '../../src/stages/refer.ts'
import { breaks } from './break.ts'
import { papers } from './documents.ts'
import { byNumber, type Paper, readPaper, trueMarkers, writePaper } from './paper.ts'

const given = { date: null, author: null, publisher: null, title: null, language: 'en' }

/** Reads a file and changes its markers' numbers by the table. */
async function mended(bytes: Uint8Array, uri: string, table: (n: number, place: number) => number | null) {
  const { doc } = await readBytes(bytes, { uri, mediaType: null }, given)
  const { layers } = await refer.run(doc, emptyLayers(), {} as never)
  const renumbering = layers.markers.map(
    (m, i): Renumbering => ({ marker: m.id, from: m.number, to: table(m.number, i) }),
  )
  return { ...repair(bytes, doc, layers.markers, renumbering), markers: layers.markers }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const LIST =
  '\n\nNotes\n\n1. Miller on salt, Interfax, 1 May 2019.\n2. Keller on silver, Interfax, 2 May 2019.\n3. Stone on tin, Interfax, 3 May 2019.\n4. Dyke on iron, Interfax, 4 May 2019.\n'

describe('files of text', () => {
  it.each([
    ['a.txt', 'Salt came.[1] Silver[2, 3] went.[1–3]', 'Salt came.[2] Silver[3, 4] went.[2–4]'],
    ['a.md', 'Salt **came**.[1] *Silver* [2, 3] went \\[3\\].', 'Salt **came**.[2] *Silver* [3, 4] went \\[4\\].'],
    ['a.txt', 'Salt came.¹ Silver went.² Tin too.³', 'Salt came.² Silver went.³ Tin too.⁴'],
    ['a.txt', 'Salt came.1 Silver went.2 No.3 of them stayed.3', 'Salt came.2 Silver went.3 No.3 of them stayed.4'],
  ])('%s: %s', async (name, before, after) => {
    const { bytes, left } = await mended(bytesOf(before + LIST), name, (n) => n + 1)
    expect(textOf(bytes)).toBe(after + LIST)
    expect(left).toEqual([])
  })

  it('keep their byte order mark, their lines’ ends and their encoding', async () => {
    const windows = `Соль ушла.[1] Олово пришло.[2]${LIST}`.replaceAll('\n', '\r\n')
    const cyrillic = iconv.encode(windows, 'windows-1251')
    const { bytes } = await mended(cyrillic, 'a.txt', (n) => n + 1)
    expect(iconv.decode(Buffer.from(bytes), 'windows-1251')).toBe(windows.replace('[2]', '[3]').replace('[1]', '[2]'))
    const marked = bytesOf(`\ufeff${windows}`)
    expect([...(await mended(marked, 'a.txt', (n) => n + 1)).bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('stay as they are when nothing is to be changed, and where no entry is left', async () => {
    const before = bytesOf(`Salt came.[1] Silver went.[2]${LIST}`)
    expect(await mended(before, 'a.txt', (n) => n)).toMatchObject({ bytes: before, changed: 0, left: [], diff: '' })
    const { bytes, left } = await mended(before, 'a.txt', (n) => (n === 2 ? null : n))
    expect(bytes).toBe(before)
    expect(left.map((l) => l.why)).toEqual(['no entry is left for it'])
  })

  it('show what was changed', async () => {
    const { diff } = await mended(bytesOf(`Salt came.[1]\n\nSilver went.[2]${LIST}`), 'a.txt', (n) => (n === 2 ? 3 : n))
    expect(diff).toContain('--- a.txt\n+++ a.txt (renumbered)\n')
    expect(diff.split('\n').filter((l) => /^[-+][^-+]/u.test(l))).toEqual(['-Silver went.[2]', '+Silver went.[3]'])
  })

  it('are refused in a format that cannot be changed in place', async () => {
    const { doc } = await readBytes(bytesOf('Salt'), { uri: 'a.txt', mediaType: null }, given)
    const pdf = { ...doc, origin: { ...doc.origin, mediaType: 'application/pdf' } }
    expect(() => repair(bytesOf('Salt'), pdf, [], [])).toThrow(/docx/u)
  })
})

describe.each(papers('documents').filter(({ paper }) => byNumber(paper.style) && paper.style !== 'lost'))(
  '$name',
  ({ name, paper }) => {
    it('is what it was after its broken numbers are put right', async () => {
      const words = (p: Paper): string => p.prose.filter((part) => typeof part === 'string').join('|')
      let times = 0
      for (const { way, broken } of breaks(paper, 12, `repair ${name}`)) {
        // Numbers beyond the list may be no markers for the reader.
        if (way !== 'shift' || broken.cause.kind !== 'shift' || broken.cause.by < 0) continue
        times++
        const truth = trueMarkers(broken.paper)
        const { bytes, left } = await mended(bytesOf(writePaper(broken.paper)), name, (_, i) => truth[i]!.meant)
        expect(left).toEqual([])
        const again = readPaper(textOf(bytes), paper.style)
        expect(words(again)).toBe(words(paper))
        expect(trueMarkers(again).map((m) => m.printed)).toEqual(trueMarkers(paper).map((m) => m.printed))
        expect(again.entries.map((e) => e.body)).toEqual(paper.entries.map((e) => e.body))
      }
      expect(times).toBeGreaterThan(1)
    })
  },
)

describe('a Word document', () => {
  const paragraph = (...runs: (string | TextRun)[]) =>
    new Paragraph({
      children: runs.map((r) => (typeof r === 'string' ? new TextRun(r) : r)),
      alignment: AlignmentType.LEFT,
    })
  const document = (...body: Paragraph[]) =>
    Packer.toBuffer(
      new Document({
        creator: 'a test',
        sections: [
          {
            children: [
              ...body,
              paragraph('Notes'),
              ...LIST.trim()
                .split('\n')
                .slice(2)
                .map((l) => paragraph(l)),
            ],
          },
        ],
      }),
    ).then((b) => new Uint8Array(b))

  /** Names and bytes of every part but the body; the body's text elements and the rest of the body. */
  const parts = (bytes: Uint8Array) => {
    const { 'word/document.xml': body, ...others } = unzipSync(bytes)
    const xml = strFromU8(body!)
    return {
      others: Object.entries(others).map(([name, part]) => [name, Buffer.from(part).toString('base64')]),
      texts: [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map((m) => m[1]!),
      rest: xml.replaceAll(/(<w:t(?:\s[^>]*)?>)[^<]*(<\/w:t>)/gu, '$1$2'),
    }
  }

  it('changes only characters of its markers, split over runs and raised ones too', async () => {
    const before = await document(
      paragraph(
        'Salt & “tin” came.',
        new TextRun({ text: '[', bold: true }),
        '1',
        new TextRun({ text: ']', italics: true }),
      ),
      paragraph('Silver < gold went ', '[2', '–3].'),
    )
    const { bytes, left, changed, diff } = await mended(before, 'a.docx', (n) => n + 1)
    expect({ left, changed }).toEqual({ left: [], changed: 3 })
    const [a, b] = [parts(before), parts(bytes)]
    expect(b.others).toEqual(a.others)
    expect(b.rest).toBe(a.rest)
    expect(b.texts.slice(0, 7)).toEqual([
      'Salt &amp; “tin” came.',
      '[',
      '2',
      ']',
      'Silver &lt; gold went ',
      '[3',
      '–4].',
    ])
    expect(b.texts.slice(7)).toEqual(a.texts.slice(7))
    expect(diff).toContain('+Salt & “tin” came.[2]')
    const raised = await document(
      paragraph(
        'Salt came.',
        new TextRun({ text: '1', superScript: true }),
        ' Tin went.',
        new TextRun({ text: '2', superScript: true }),
      ),
    )
    const again = await mended(raised, 'a.docx', (n) => n + 9)
    expect(parts(again.bytes).texts.slice(0, 4)).toEqual(['Salt came.', '10', ' Tin went.', '11'])
    expect(parts(again.bytes).rest).toBe(parts(raised).rest)
  })

  it('is read again with the new numbers', async () => {
    const before = await document(paragraph('Salt came.[1] Tin went.[2] Iron stayed.[12]'))
    const { bytes } = await mended(before, 'a.docx', (n) => (n === 12 ? 4 : n + 1))
    expect((await mended(bytes, 'a.docx', (n) => n)).markers.map((m) => m.number)).toEqual([2, 3, 4])
  })

  it('keeps footnotes that Word itself numbers, and says so', async () => {
    const before = await Packer.toBuffer(
      new Document({
        footnotes: { 1: { children: [paragraph('Miller on salt, Interfax, 1 May 2019, p. 4.')] } },
        sections: [{ children: [paragraph('Salt came.', new FootnoteReferenceRun(1) as unknown as TextRun)] }],
      }),
    ).then((b) => new Uint8Array(b))
    const { bytes, left, markers } = await mended(before, 'a.docx', (n) => n + 1)
    expect(bytes).toBe(before)
    expect(left).toHaveLength(markers.length)
  })
})
