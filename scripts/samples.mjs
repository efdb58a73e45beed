/**
 * Builds the samples that no person can write by hand (html, docx, pdf) from their Markdown, the same bytes each time, and checks that
 * what is expected of each sample stands in it word for word: `node scripts/samples.mjs` builds, `node scripts/samples.mjs --check` checks.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as docx from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { parse } from 'yaml'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'samples')

/** Front matter and blocks of our plain Markdown: headings, "> " quotations, paragraphs. */
function readSource(file) {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, file), 'utf8'))
  const blocks = body
    .trim()
    .split(/\n{2,}/)
    .map((text) => {
      const heading = /^(#+) (.*)$/.exec(text)
      if (heading) return { kind: 'heading', level: heading[1].length, text: heading[2] }
      return text.startsWith('> ')
        ? { kind: 'quotation', text: text.slice(2) }
        : { kind: 'paragraph', text: text.replace(/\n/g, ' ') }
    })
  return { facts: parse(head), blocks }
}

const escaped = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** The article as a web page with a menu, a sidebar, a banner, scripts and a foot around it. */
function buildPage({ facts, blocks }) {
  const article = blocks
    .map(({ kind, level, text }) => {
      if (kind === 'heading') return `<h${level}>${escaped(text)}</h${level}>`
      if (/^\[\d+\] /.test(text)) return `<p class="entry">${escaped(text)}</p>`
      return `<p>${escaped(text).replace(/\[(\d+)\]/g, '<sup><a href="#entry-$1">[$1]</a></sup>')}</p>`
    })
    .join('\n      ')
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: facts.title,
    author: { '@type': 'Person', name: facts.author },
    publisher: { '@type': 'Organization', name: facts.publisher },
    datePublished: facts.date,
  }
  return `<!doctype html>
<html lang="${facts.lang}">
<head>
  <meta charset="utf-8">
  <title>${escaped(facts.title)} | ${escaped(facts.publisher)}</title>
  <meta name="author" content="${escaped(facts.author)}">
  <meta property="og:title" content="${escaped(facts.title)}">
  <meta property="og:site_name" content="${escaped(facts.publisher)}">
  <meta property="article:published_time" content="${facts.date}T08:00:00+00:00">
  <script type="application/ld+json">${JSON.stringify(data)}</script>
  <script>window.dataLayer = window.dataLayer || []; dataLayer.push({ event: "Armenia attacked by a page view" })</script>
  <style>.banner { position: fixed } aside { float: right }</style>
</head>
<body>
  <div class="banner">We use cookies. <button>Accept all</button> <button>Refuse</button></div>
  <header>
    <nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/regions">Regions</a></li><li><a href="/authors">Authors</a></li><li><a href="/subscribe">Subscribe</a></li></ul></nav>
    <form action="/search"><input name="q" placeholder="Search"><button>Search</button></form>
  </header>
  <main>
    <article>
      ${article}
    </article>
    <aside>
      <h3>Most read</h3>
      <ul><li><a href="/1">Peru and Ecuador reopen a bridge</a></li><li><a href="/2">Who owns the lake?</a></li><li><a href="/3">A treaty in forty maps</a></li></ul>
      <h3>Newsletter</h3>
      <p>Every Friday in your mailbox. <a href="/subscribe">Subscribe now</a></p>
    </aside>
  </main>
  <footer><p>Dragoman Samples. Written for tests; share as you like.</p><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>
  <script>document.querySelector('.banner').addEventListener('click', (e) => e.currentTarget.remove())</script>
</body>
</html>
`
}

/** A Word document whose bytes do not depend on the day on which it is built. */
async function buildWord({ facts, blocks }) {
  const document = new docx.Document({
    title: facts.title,
    creator: facts.author,
    sections: [
      {
        footers: {
          default: new docx.Footer({ children: [new docx.Paragraph({ children: [docx.PageNumber.CURRENT] })] }),
        },
        children: blocks.map(({ kind, level, text }) =>
          kind === 'heading'
            ? new docx.Paragraph({
                text,
                heading: level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
              })
            : new docx.Paragraph({ text, ...(kind === 'quotation' ? { style: 'Quote' } : {}) }),
        ),
      },
    ],
    styles: {
      paragraphStyles: [{ id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: { indent: { left: 720 } } }],
    },
  })
  const files = unzipSync(await docx.Packer.toBuffer(document))
  const day = new Date(2025, 0, 1)
  const fixed = Object.entries(files)
    .sort(([a], [b]) => (a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1))
    .map(([name, bytes]) => {
      const text =
        name === 'docProps/core.xml'
          ? strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${facts.date}T00:00:00Z`)
          : null
      return [name, [text === null ? bytes : strToU8(text), { mtime: day }]]
    })
  return zipSync(Object.fromEntries(fixed))
}

/** Where a word may be parted at a line's end: between two consonants that stand between vowels ("minis-ters"), capitals excepted. */
function parts(word) {
  const out = []
  if (/^\p{Lu}|[-–—’]/u.test(word)) return out
  for (let i = 3; i < word.length - 3; i++)
    if (/[aeiouy][bcdfgklmnprst]$/.test(word.slice(0, i)) && /^[bcdfgkmnprst][aeiou]/.test(word.slice(i))) out.push(i)
  return out
}

/** Breaks text into lines of at most `width` points, words parted where they must be. */
function broken(text, font, size, width, indent) {
  const lines = []
  let line = ''
  const room = () => width - (lines.length === 0 ? indent : 0)
  const fits = (candidate) => font.widthOfTextAtSize(candidate, size) <= room()
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (fits(joined)) {
      line = joined
      continue
    }
    const at = parts(word).findLast((i) => fits(`${line} ${word.slice(0, i)}-`))
    lines.push(at === undefined ? line : `${line} ${word.slice(0, at)}-`)
    line = at === undefined ? word : word.slice(at)
  }
  lines.push(line)
  return lines
}

const PAGE = { width: 420, height: 595, margin: 40, gutter: 20, size: 10.5, leading: 13.5 }

/** A small page in two columns with a running head, a foot, page numbers and parted words. */
async function buildPrint({ facts, blocks }) {
  const pdf = await PDFDocument.create()
  const day = new Date(`${facts.date}T00:00:00Z`)
  pdf.setTitle(facts.title)
  pdf.setAuthor(facts.author)
  pdf.setCreationDate(day)
  pdf.setModificationDate(day)
  const roman = await pdf.embedFont(StandardFonts.TimesRoman)
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold)
  const { width, height, margin, gutter, size, leading } = PAGE
  const column = (width - 2 * margin - gutter) / 2
  let page = null
  let at = { column: 0, y: 0, top: 0 }
  const open = () => {
    page = pdf.addPage([width, height])
    const number = pdf.getPageCount()
    page.drawText(`${facts.publisher}  |  South Caucasus service`, { x: margin, y: height - 26, size: 8, font: roman })
    page.drawText('Sample written for Dragoman; free to share', { x: margin, y: 22, size: 8, font: roman })
    page.drawText(String(number), { x: width - margin - 8, y: 22, size: 8, font: roman })
    at = { column: 0, y: height - 54, top: height - 54 }
  }
  const advance = (points) => {
    at.y -= points
    if (at.y >= 44) return
    if (at.column === 0) at = { ...at, column: 1, y: at.top }
    else open()
  }
  open()
  for (const { kind, level, text } of blocks) {
    if (kind === 'heading' && level === 1) {
      for (const line of broken(text, bold, 16, width - 2 * margin, 0)) {
        page.drawText(line, { x: margin, y: at.y, size: 16, font: bold })
        at.y -= 20
      }
      at.y -= 6
      at.top = at.y
      continue
    }
    const heading = /^\p{Lu}+$/u.test(text)
    const indent = heading ? 0 : 10
    for (const [i, line] of broken(text, heading ? bold : roman, heading ? 11 : size, column, indent).entries()) {
      const x = margin + at.column * (column + gutter) + (i === 0 ? indent : 0)
      page.drawText(line, { x, y: at.y, size: heading ? 11 : size, font: heading ? bold : roman })
      advance(leading)
    }
    if (at.y < at.top) advance(heading ? 2 : 4)
  }
  return pdf.save({ useObjectStreams: false })
}

async function build() {
  const write = (name, data) => {
    writeFileSync(join(folder, name), data)
    console.log(`samples/${name}`)
  }
  write('south-caucasus.html', buildPage(readSource('../scripts/samples/south-caucasus.md')))
  write('essequibo-statement.docx', await buildWord(readSource('../scripts/samples/essequibo-statement.md')))
  write('lachin-report.pdf', await buildPrint(readSource('../scripts/samples/lachin-report.md')))
}

/** The texts that a line of an expected file says to stand in the sample. */
const quoted = (line) =>
  ({
    statement: [line.speaker, line.cue, line.content, line.inside],
    event: [line.trigger, line.sentence],
    time: [line.text],
    reference: [line.title],
  })[line.kind] ?? []

/** Reads every sample and tells which expected texts it lacks; the exit status is 1 when there are any. */
async function check() {
  const { readBytes } = await import(pathToFileURL(join(dirname(folder), 'src/readers/index.ts')).href)
  const given = { title: null, author: null, publisher: null, date: null, language: null }
  let missing = 0
  for (const name of readdirSync(folder).filter((f) => /\.(?:md|html|docx|pdf)$/.test(f) && f !== 'README.md')) {
    const expected = readFileSync(join(folder, 'expected', `${name.replace(/\.\w+$/, '')}.expected.jsonl`), 'utf8')
    const { doc } = await readBytes(readFileSync(join(folder, name)), { uri: name, mediaType: null }, given)
    const text = doc.text.replace(/\s+/g, ' ')
    const lines = expected
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
    for (const line of lines) {
      for (const part of quoted(line))
        if (part !== null && !text.includes(part)) {
          missing++
          console.error(`${name}: not in the text: ${line.kind} “${part}”`)
        }
      if (line.kind === 'event' && line.trigger !== null && !line.sentence.includes(line.trigger)) {
        missing++
        console.error(`${name}: the trigger “${line.trigger}” is not in its sentence “${line.sentence}”`)
      }
      if (line.kind === 'event' && text.split(line.sentence).length !== 2) {
        missing++
        console.error(`${name}: “${line.sentence}” does not stand in the text just once`)
      }
      if (line.kind === 'document')
        for (const key of ['title', 'author', 'publisher', 'date'])
          if (line[key] !== null && doc[key].value !== line[key])
            console.error(`${name}: ${key} is read as ${JSON.stringify(doc[key])}`)
    }
    const count = (kind) => lines.filter((l) => l.kind === kind).length
    console.log(
      `${name}: ${count('event')} events, ${count('statement')} statements, ${count('time')} times, ${count('reference')} references, ${count('marker')} markers`,
    )
  }
  process.exitCode = missing === 0 ? 0 : 1
}

await (process.argv.includes('--check') ? check() : build())
