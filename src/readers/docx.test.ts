import { existsSync } from 'node:fs'
import {
  Document,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bytesOf, codeOf, readAs, shown } from './fixtures.ts'

const packed = async (options: ConstructorParameters<typeof Document>[0]) =>
  new Uint8Array(await Packer.toBuffer(new Document(options)))
const plain = () => packed({ sections: [{ children: [new Paragraph('The two states signed a treaty.')] }] })

describe('Word documents', () => {
  it('give headings, paragraphs, lists, quotations, tables, and notes with their numbers', async () => {
    const content = await packed({
      numbering: { config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }] },
      footnotes: {
        1: { children: [new Paragraph('A. Writer. On treaties.')] },
        2: { children: [new Paragraph('B. Writer. On rivers.')] },
      },
      endnotes: { 1: { children: [new Paragraph('C. Writer. On bridges.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'A treaty for the river', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'What was agreed', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({
              children: [
                new TextRun('They signed'),
                new FootnoteReferenceRun(1),
                new TextRun(' a '),
                new TextRun({ text: 'treaty', bold: true }),
                new TextRun('.'),
                new FootnoteReferenceRun(2),
                new EndnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ text: 'We shall not yield.', style: 'Quote' }),
            new Paragraph({ text: 'a bridge', numbering: { reference: 'n', level: 0 } }),
            new Paragraph({ text: 'a tunnel', numbering: { reference: 'n', level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({ children: [new Paragraph('Oslo')] }),
                    new TableCell({ children: [new Paragraph('for')] }),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    })
    expect(await shown('a.docx', content)).toEqual([
      ['heading', 'A treaty for the river'],
      ['heading', 'What was agreed'],
      ['paragraph', 'They signed[1] a treaty.[2][3]'],
      ['block-quotation', 'We shall not yield.'],
      ['list-item', '1. a bridge'],
      ['list-item', '2. a tunnel'],
      ['table-cell', 'Oslo'],
      ['table-cell', 'for'],
      ['reference-list', '[1] A. Writer. On treaties.'],
      ['reference-list', '[2] B. Writer. On rivers.'],
      ['reference-list', '[3] C. Writer. On bridges.'],
    ])
  })

  it('tell of author and title in their properties, unless the text says otherwise or the program filled them in', async () => {
    const facts = async (options: { title?: string; creator?: string }, ...lines: string[]) => {
      const { doc } = await readAs(
        'a.docx',
        await packed({ ...options, sections: [{ children: lines.map((l) => new Paragraph(l)) }] }),
      )
      return [doc.title, doc.author, doc.date].map((f) => (f.kind === 'known' ? f.value : null))
    }
    expect(await facts({ title: 'Rivers & treaties', creator: 'Jane Doe' }, 'They signed.')).toEqual([
      'Rivers & treaties',
      'Jane Doe',
      null,
    ])
    expect(await facts({ creator: 'Jane Doe' }, 'They signed.', 'By Ivan Petrov, 5 May 2025')).toEqual([
      null,
      'Ivan Petrov',
      '2025-05-05',
    ])
    expect(await facts({ title: 'Microsoft Word - draft3.docx', creator: 'Un-named' }, 'They signed.')).toEqual([
      null,
      null,
      null,
    ])
  })
})

/** A Word document with some parts put in or changed. */
const changed = async (change: Record<string, Uint8Array>) => zipSync({ ...unzipSync(await plain()), ...change })

/** The same archive with another declared size, unpacked, for one of its parts. */
function misdeclared(archive: Uint8Array, name: string, size: number): Uint8Array {
  const out = Buffer.from(archive)
  for (let at = out.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = out.indexOf('PK\x01\x02', at + 4, 'latin1'))
    if (out.toString('latin1', at + 46, at + 46 + out.readUInt16LE(at + 28)) === name) out.writeUInt32LE(size, at + 24)
  return out
}

describe('hostile Word documents', () => {
  it('that unpack to far more than they are', async () => {
    const zeros = (mb: number) => new Uint8Array(mb * 2 ** 20)
    expect(await codeOf(readAs('a.docx', await changed({ 'word/document.xml': zeros(30) })))).toBe('zip-bomb')
    expect(await codeOf(readAs('a.docx', await changed({ 'word/media/a.png': zeros(210) })))).toBe('zip-bomb')
  })
  it('that declare gigabytes, or less than they hold', async () => {
    expect(await codeOf(readAs('a.docx', misdeclared(await plain(), 'word/document.xml', 3_000_000_000)))).toBe(
      'zip-bomb',
    )
    const lying = misdeclared(
      await changed({ 'word/document.xml': new Uint8Array(30 * 2 ** 20) }),
      'word/document.xml',
      1000,
    )
    expect(await codeOf(readAs('a.docx', lying))).toBe('zip-bomb')
  })
  it('with names that climb out: nothing is written, and the text read', async () => {
    const content = await changed({
      '../../../../tmp/dragoman-evil.txt': bytesOf('evil'),
      '/tmp/dragoman-evil.txt': bytesOf('evil'),
    })
    expect((await readAs('a.docx', content)).doc.text).toBe('The two states signed a treaty.')
    expect(existsSync('/tmp/dragoman-evil.txt')).toBe(false)
  })
  it('with entities that refer outwards or multiply: neither is followed', async () => {
    const xml = strFromU8(unzipSync(await plain())['word/document.xml']!)
    const dtd = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const evil = xml.replace(/^<\?xml[^>]*\?>/u, (head) => head + dtd).replace('The two', '&x;&b;&b;The two')
    const { doc } = await readAs('a.docx', await changed({ 'word/document.xml': strToU8(evil) })).catch(() => ({
      doc: { text: '' },
    }))
    expect(doc.text).not.toMatch(/root:|haha/u)
  })
  it('whose text is no XML, or missing', async () => {
    expect(
      await codeOf(readAs('a.docx', await changed({ 'word/document.xml': bytesOf('<w:document><w:body>') }))),
    ).toMatch(/^(?:malformed-docx|no-text)$/u)
    expect(await codeOf(readAs('a.docx', zipSync({ 'xl/workbook.xml': bytesOf('<a/>') })))).toBe('unsupported-format')
  })
})
