import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bytesOf, codeOf, drawLines, printedPdf, readAs, shown } from './fixtures.ts'

const LINES = [
  'The delegation arrived in the evening and was received at the air-',
  'port by the ambassador, who said that the long-',
  'term talks would begin at once.',
]
const SECOND = ['Nobody spoke to the press on that evening, and nobody was seen to', 'leave before midnight.']

describe('PDF', () => {
  it('joins lines to paragraphs, mends hyphens, tells headings by their size and by their font', async () => {
    const content = await printedPdf([
      (s) => {
        s.page.drawText('A treaty for the river', { x: 60, y: 720, size: 18, font: s.bold })
        drawLines(s, LINES, { x: 60, y: 690 })
        s.page.drawText('After the talks', { x: 60, y: 645, size: 10, font: s.bold })
        drawLines(s, SECOND, { x: 60, y: 632 })
      },
    ])
    expect(await shown('a.pdf', content)).toEqual([
      ['heading', 'A treaty for the river'],
      [
        'paragraph',
        'The delegation arrived in the evening and was received at the airport by the ambassador, who said that the long-term talks would begin at once.',
      ],
      ['heading', 'After the talks'],
      ['paragraph', 'Nobody spoke to the press on that evening, and nobody was seen to leave before midnight.'],
    ])
  })

  it('parts paragraphs by gaps, and by indents after a sentence’s end', async () => {
    const full = 'The ministers talked about the border for the whole of that evening.'
    const content = await printedPdf([
      (s) => {
        drawLines(s, [full, full], { x: 60, y: 700 })
        drawLines(s, [full, full], { x: 60, y: 665 })
        drawLines(s, [full], { x: 75, y: 639 })
        drawLines(s, [full], { x: 60, y: 626 })
      },
    ])
    expect((await shown('a.pdf', content)).map(([, text]) => text)).toEqual([
      `${full} ${full}`,
      `${full} ${full}`,
      `${full} ${full}`,
    ])
  })

  it('reads columns one after another, below a title over both, and joins what goes on in the next', async () => {
    const column = (side: string) =>
      Array.from({ length: 24 }, (_, i) =>
        i === 23 && side === 'right' ? 'and so it ended.' : `${side} row ${i} of what they agreed on`,
      )
    const content = await printedPdf([
      (s) => {
        s.page.drawText('A treaty for the river that parts the two', { x: 60, y: 740, size: 22, font: s.bold })
        s.page.drawText('old neighbours', { x: 60, y: 714, size: 22, font: s.bold })
        drawLines(s, column('left'), { x: 60, y: 690 })
        drawLines(s, column('right'), { x: 320, y: 690 })
      },
    ])
    expect(await shown('a.pdf', content)).toEqual([
      ['heading', 'A treaty for the river that parts the two old neighbours'],
      ['paragraph', [...column('left'), ...column('right')].join(' ')],
    ])
  })

  it('drops running headers, footers and page numbers, and keeps the pages of blocks', async () => {
    const content = await printedPdf(
      ['first', 'second', 'third'].map((word) => (s, n) => {
        drawLines(s, [`The River Review ${n}`], { x: 60, y: 805, size: 9 })
        drawLines(s, [`This is what the ${word} meeting of both of the ministers agreed on.`, 'It was signed there.'], {
          x: 60,
          y: 770,
        })
        drawLines(s, [`Page ${n} of 3`], { x: 280, y: 30, size: 9 })
      }),
    )
    const { doc } = await readAs('a.pdf', content)
    expect(doc.blocks.map((b) => [b.page, doc.text.slice(b.span.start, b.span.end)])).toEqual(
      ['first', 'second', 'third'].map((word, i) => [
        i + 1,
        `This is what the ${word} meeting of both of the ministers agreed on. It was signed there.`,
      ]),
    )
  })

  it('keeps raised figures and the notes at the foot, out of the way of the text that goes on', async () => {
    const content = await printedPdf([
      (s) => {
        const { page, roman } = s
        drawLines(s, ['The two states signed the treaty on the river in the end'], { x: 60, y: 140, size: 11 })
        page.drawText('12', {
          x: 60 + roman.widthOfTextAtSize('The two states signed the treaty on the river in the end', 11),
          y: 144,
          size: 6,
          font: roman,
        })
        drawLines(s, ['12 A. Writer. On treaties. Geneva 2020.'], { x: 60, y: 100, size: 8 })
      },
      (s) =>
        drawLines(s, ['and sent it to their parliaments, which took their time over it.', 'They ratified it in May.'], {
          x: 60,
          y: 740,
          size: 11,
        }),
    ])
    expect(await shown('a.pdf', content)).toEqual([
      [
        'paragraph',
        'The two states signed the treaty on the river in the end¹² and sent it to their parliaments, which took their time over it. They ratified it in May.',
      ],
      ['reference-list', '12 A. Writer. On treaties. Geneva 2020.'],
    ])
  })

  it('finds numbered entries under their heading', async () => {
    const content = await printedPdf([
      (s) => {
        drawLines(
          s,
          [
            'They signed [1] and met [2].',
            'References',
            '[1] A. Writer. On treaties and on the ways in which they are kept or',
            'broken. Geneva, 2020.',
            '[2] B. Writer. On rivers. 2021.',
          ],
          { x: 60, y: 700 },
        )
      },
    ])
    expect((await shown('a.pdf', content)).map(([kind]) => kind)).toEqual([
      'paragraph',
      'heading',
      'reference-list',
      'reference-list',
    ])
  })

  it('tells of pages without text', async () => {
    const { problems } = await readAs(
      'a.pdf',
      await printedPdf([(s) => drawLines(s, LINES, { x: 60, y: 700 }), () => {}]),
    )
    expect(problems.map((p) => p.code)).toEqual(['pages-without-text'])
  })
})

/** A PDF of one page whose content is one packed stream. */
function withStream(body: Uint8Array, filter: string): Uint8Array {
  const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter ${filter} /Length ${body.length} >>\nstream\n`
  return Buffer.concat([
    bytesOf(head),
    body,
    bytesOf('\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])
}

describe('hostile PDF', () => {
  it('whose page unpacks to hundreds of megabytes, or is packed twice', async () => {
    const zeros = deflateSync(Buffer.alloc(300 * 2 ** 20, ' '))
    expect(await codeOf(readAs('a.pdf', withStream(zeros, '/FlateDecode')))).toBe('zip-bomb')
    expect(await codeOf(readAs('a.pdf', withStream(deflateSync(zeros), '[/FlateDecode /FlateDecode]')))).toBe(
      'zip-bomb',
    )
  })
  it('that is damaged inside', async () => {
    expect(await codeOf(readAs('a.pdf', '%PDF-1.7\nnothing of the kind\n%%EOF'))).toBe('malformed-pdf')
  })
})
