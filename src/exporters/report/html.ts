import { createHash } from 'node:crypto'
import type { Block, Evidence, Marker, Reference, Span, Verdict } from '../../model/index.ts'
import { callsOf, capital, type Judged, percent, type Remark } from './remarks.ts'

/**
 * One page that needs nothing else, to send to an author: the text with its markers beside the entries, what is wrong first. No script runs on it and
 * nothing is loaded: its policy allows its own style alone. Light and dark follow the reader's system.
 */
export function htmlReport(judged: Judged, remarks: readonly Remark[], version: string): string {
  const { doc, references, markers } = judged
  const title = doc.title.kind === 'known' ? doc.title.value : 'References'
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}: references</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p>${references.length} entries, ${markers.length} markers, read by Dragoman ${escaped(version)}. A machine’s judgement is a draft for a person to check.</p></header>
<section class="remarks" aria-labelledby="remarks"><h2 id="remarks">What to look at</h2>
${remarkList(judged, remarks)}</section>
${explanations(judged)}
<div class="sides">
<main lang="${escaped(doc.language)}" aria-label="The text">
${body(judged)}
</main>
<section class="list" aria-labelledby="list"><h2 id="list">The list</h2>
${references.map((r) => entry(judged, r)).join('\n')}
</section>
</div>
<section class="markers" aria-labelledby="markers"><h2 id="markers">Every marker</h2>
${markers.map((m) => card(judged, m)).join('\n')}
</section>
</body>
</html>
`
}

/** Text as HTML, without the marks that would turn the direction of what follows. */
export const escaped = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[&<>"']/gu, (c) => `&#${c.codePointAt(0)};`)

function remarkList({ markers, references }: Judged, remarks: readonly Remark[]): string {
  if (remarks.length === 0) return '<p>Nothing is wrong.</p>\n'
  const target = ({ span }: Remark): string => {
    const marker = markers.find((m) => m.span.start === span.start)
    if (marker !== undefined) return `m-${marker.id}`
    return `e-${references.find((r) => r.span.start <= span.start && span.end <= r.span.end)?.id ?? ''}`
  }
  const items = remarks.map((r) => {
    const to = target(r)
    const message = escaped(r.message)
    return `<li class="${r.level}"><b>${r.level}</b> ${to.length > 2 ? `<a href="#${to}">${message}</a>` : message}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>\n`
}

function explanations({ judgement }: Judged): string {
  if (judgement.explanations.length === 0) return ''
  const items = judgement.explanations.map(
    (e) => `<li>${escaped(capital(e.why))} <span class="dim">${percent(e.probability)}</span></li>`,
  )
  return `<section aria-labelledby="whole"><h2 id="whole">The list as a whole</h2>\n<ol>\n${items.join('\n')}\n</ol></section>`
}

const TAGS: Readonly<Record<Block['kind'], string>> = {
  heading: 'h3',
  paragraph: 'p',
  'list-item': 'p',
  'block-quotation': 'blockquote',
  'reference-list': 'p',
  'table-cell': 'p',
}

/** The text without the list, each marker a link to its entry. */
function body(judged: Judged): string {
  const { doc, references, markers } = judged
  const inline = new Set(markers.map((m) => m.span.start))
  const listed = references.filter((r) => !inline.has(r.span.start)).map((r) => r.span)
  const blocks = doc.blocks.filter((b) => !listed.some((s) => s.start < b.span.end && b.span.start < s.end))
  return blocks.map(({ kind, span }) => `<${TAGS[kind]} dir="auto">${marked(judged, span)}</${TAGS[kind]}>`).join('\n')
}

function marked({ doc, markers, judgement }: Judged, within: Span): string {
  const verdicts = new Map(judgement.verdicts.map((v) => [v.marker, v]))
  const groups = Map.groupBy(
    markers.filter((m) => m.span.start >= within.start && m.span.end <= within.end),
    (m) => m.span.start,
  )
  let at = within.start
  const parts = [...groups.values()].map((group) => {
    const { span } = group[0]!
    const before = escaped(doc.text.slice(at, span.start))
    at = span.end
    const links = group.map((m) =>
      link(m, verdicts.get(m.id), group.length === 1 ? doc.text.slice(span.start, span.end) : `[${m.number}]`),
    )
    return `${before}${links.join('')}`
  })
  return `${parts.join('')}${escaped(doc.text.slice(at, within.end))}`
}

const link = (marker: Marker, verdict: Verdict | undefined, words: string): string =>
  `<a class="marker ${verdict?.kind ?? ''}" id="m-${marker.id}" href="#v-${marker.id}" title="${verdict === undefined ? '' : NAMES[verdict.kind]}">${escaped(words)}</a>`

const NAMES: Readonly<Record<Verdict['kind'], string>> = {
  fits: 'fits',
  undecided: 'nothing tells',
  doubtful: 'doubtful',
  'does-not-fit': 'does not fit',
  'no-entry': 'no entry',
}

function entry({ doc, references, markers, judgement }: Judged, reference: Reference): string {
  const call = callsOf(references)
  const pointing = markers.filter((m) => m.entry === reference.id)
  const wanted = judgement.verdicts.filter((v) => 'better' in v && v.better?.entry === reference.id)
  const uses = [
    pointing.length === 0 ? 'no marker' : pointing.map((m) => `<a href="#m-${m.id}">[${m.number}]</a>`).join(' '),
    ...(wanted.length === 0 ? [] : [`needed at ${wanted.map((v) => at(markers, v.marker)).join(' ')}`]),
  ]
  const copies = judgement.findings
    .filter((f) => f.entry === reference.id && f.code !== 'claim-without-reference')
    .map((f) => `<p class="warning">${escaped(capital(f.message))}</p>`)
  const words = doc.text.slice(reference.span.start, reference.span.end)
  return `<article class="entry" id="e-${reference.id}"><p dir="auto"><b>${call(reference.id)}</b> ${escaped(reference.number === null ? words : withoutLabel(words))}</p><p class="dim">${uses.join('; ')}</p>${copies.join('')}</article>`
}

const withoutLabel = (words: string): string => words.replace(/^[[(]?[\d⁰¹²³⁴-⁹]+[\])}.:]*\s*/u, '')

const at = (markers: readonly Marker[], id: string): string => {
  const marker = markers.find((m) => m.id === id)
  return marker === undefined ? '' : `<a href="#m-${id}">[${marker.number}]</a>`
}

function card({ doc, references, markers, judgement }: Judged, marker: Marker): string {
  const verdict = judgement.verdicts.find((v) => v.marker === marker.id)
  if (verdict === undefined) return ''
  const call = callsOf(references)
  const better = 'better' in verdict ? verdict.better : null
  const likely = 'probability' in verdict ? ` <span class="dim">${percent(verdict.probability)}</span>` : ''
  const own =
    'entry' in verdict
      ? evidenceList(`For and against <a href="#e-${verdict.entry}">${call(verdict.entry)}</a>`, verdict.evidence)
      : ''
  const other =
    better === null
      ? ''
      : evidenceList(
          `Better: <a href="#e-${better.entry}">${call(better.entry)}</a> (${percent(better.probability)})`,
          better.evidence,
        )
  const claim = doc.text.slice(marker.claim.start, marker.claim.end)
  return `<article class="card ${verdict.kind}" id="v-${marker.id}"><h3>${at(markers, marker.id)} ${NAMES[verdict.kind]}${likely}</h3><blockquote dir="auto">${escaped(claim)}</blockquote>${own}${other}</article>`
}

const evidenceList = (head: string, evidence: readonly Evidence[]): string =>
  `<p>${head}</p><ul>${evidence.length === 0 ? '<li class="dim">nothing that can be shown</li>' : evidence.map((e) => `<li class="${e.side}">${e.side === 'for' ? '+' : '−'} ${escaped(e.why)} <span class="dim">${e.kind}</span></li>`).join('')}</ul>`

/** Of the page. Colours have a contrast of 4.5 or more on their ground in both schemes. */
const STYLE = `
:root{--ground:#fdfcf9;--ink:#1d1d1b;--dim:#5d5a54;--line:#d9d5cc;--bad:#9b1c1c;--badground:#fbe9e7;--doubt:#7a4d00;--doubtground:#fdf1d8;--good:#1d5c38;--link:#1a4f8b}
@media (prefers-color-scheme:dark){:root{--ground:#191a1c;--ink:#e9e6df;--dim:#a8a49b;--line:#3b3c40;--bad:#ff9b8f;--badground:#3a1f1d;--doubt:#f2c063;--doubtground:#35290f;--good:#86d3a4;--link:#8fbdf0}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:86rem;padding:1rem 1.5rem 4rem;background:var(--ground);color:var(--ink);font:1rem/1.55 Georgia,"Noto Serif","Liberation Serif",serif}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:.2rem 0}
a{color:var(--link)}.dim{color:var(--dim);font-size:.9em}
.sides{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
.list{position:sticky;top:0;max-height:100vh;overflow:auto;align-self:start}
@media (max-width:60rem){.sides{display:block}.list{position:static;max-height:none}}
.marker{padding:0 .15em;border-radius:.2em;text-decoration:none;color:var(--good)}
.marker.undecided{color:var(--dim)}.marker.doubtful{background:var(--doubtground);color:var(--doubt);outline:1px dashed}
.marker.does-not-fit,.marker.no-entry{background:var(--badground);color:var(--bad);outline:1px solid}
.entry,.card{border-top:1px solid var(--line);padding:.3rem .5rem;overflow-wrap:anywhere}.entry p,.card p{margin:.2rem 0}
:target{outline:2px solid var(--link);outline-offset:2px}
.card.does-not-fit h3,.card.no-entry h3,.error b{color:var(--bad)}.card.doubtful h3,.warning,.warning b{color:var(--doubt)}
blockquote{margin:.3rem 0 .3rem 1rem;padding-left:.7rem;border-left:3px solid var(--line)}
ul{margin:.2rem 0;padding-left:1.2rem}.for{color:var(--good)}.against{color:var(--bad)}
@media print{.list{position:static;max-height:none}}
`
