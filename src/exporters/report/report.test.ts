import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Doc, Marker, Reference, Span } from '../../model/index.ts'
import { htmlReport } from './html.ts'
import { isWrong, type Judged, RULES, remarksOf } from './remarks.ts'
import { sarifReport } from './sarif.ts'
import { textReport } from './text.ts'

const TEXT =
  'Okello spoke of <b>bread</b> & salt [1].\nThe pass was closed [2].\n\nReferences\n[1] Salt.\n[2] Bread.\n[3] \u202eThe pass & <i>its</i> wagons.'
const spanOf = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from)
  return { start, end: start + words.length }
}
const list = TEXT.indexOf('References')
const unknown = { kind: 'unknown', reason: 'a test' } as const
const block = (kind: Doc['blocks'][number]['kind'], span: Span) => ({ kind, span, level: null, page: null })

const doc: Doc = {
  id: 'd',
  text: TEXT,
  language: 'en',
  title: { kind: 'known', value: 'A <title>', from: 'test', span: null },
  author: unknown,
  publisher: unknown,
  date: unknown,
  origin: { uri: 'notes/my paper.txt', mediaType: 'text/plain', encoding: 'utf-8', sha256: '', bytes: 0 },
  blocks: [
    block('paragraph', { start: 0, end: TEXT.indexOf('\n') }),
    block('paragraph', spanOf('The pass was closed [2].')),
    block('heading', spanOf('References')),
    ...['[1] Salt.', '[2] Bread.', '[3] \u202eThe pass & <i>its</i> wagons.'].map((e) =>
      block('reference-list', spanOf(e, list)),
    ),
  ],
  links: [],
}
const empty = {
  author: [],
  title: null,
  'container-title': null,
  publisher: null,
  'publisher-place': null,
  issued: null,
  accessed: null,
  URL: null,
  archive: null,
  page: null,
}
const references: Reference[] = ['[1] Salt.', '[2] Bread.', '[3] \u202eThe pass & <i>its</i> wagons.'].map((e, i) => ({
  id: `e${i + 1}`,
  number: i + 1,
  span: spanOf(e, list),
  fields: empty,
  language: 'en',
}))
const markers: Marker[] = [
  { id: 'm1', span: spanOf('[1]'), number: 1, entry: 'e1', claim: spanOf('Okello spoke of <b>bread</b> & salt') },
  { id: 'm2', span: spanOf('[2]'), number: 2, entry: 'e2', claim: spanOf('The pass was closed') },
]
const found = {
  kind: 'names' as const,
  side: 'for' as const,
  weight: 2,
  claim: spanOf('The pass'),
  entry: spanOf('The pass', list),
  why: '“The pass” stands in the claim',
}
const none = { verdicts: [], explanations: [], findings: [] }
const wrong: Judged = {
  doc,
  references,
  markers,
  addresses: [{ entry: 'e1', state: 'dead', why: 'answers 404', archived: 'https://web.archive.org/x' }],
  judgement: {
    verdicts: [
      { kind: 'fits', marker: 'm1', entry: 'e1', probability: 0.97, evidence: [found] },
      {
        kind: 'does-not-fit',
        marker: 'm2',
        entry: 'e2',
        probability: 0.02,
        evidence: [],
        better: { entry: 'e3', probability: 0.9, evidence: [found] },
      },
    ],
    explanations: [
      {
        kind: 'shift',
        probability: 0.93,
        why: 'from marker [2] on the numbers are one too small',
        by: 1,
        from: 'm2',
        number: 2,
        cause: { kind: 'entry-added', entry: 'e2' },
        renumbering: [{ marker: 'm2', from: 2, to: 3 }],
      },
    ],
    findings: [
      {
        code: 'entry-never-cited',
        span: references[2]!.span,
        entry: 'e3',
        other: null,
        marker: null,
        message: 'no marker points to entry [3]',
      },
    ],
  },
}
const sound: Judged = { ...wrong, addresses: [], judgement: none }

describe('remarks', () => {
  it('put the list first, then go by the text, each with its level', () => {
    expect(remarksOf(wrong).map((r) => [r.rule, r.level])).toEqual([
      ['list-shifted', 'error'],
      ['marker-does-not-fit', 'error'],
      ['address-dead', 'warning'],
      ['entry-never-cited', 'warning'],
    ])
    expect(remarksOf(wrong)[1]!.message).toBe(
      '[2] does not bear this claim; entry [3] does: “The pass” stands in the claim',
    )
    expect(isWrong(remarksOf(wrong))).toBe(true)
  })
  it('are none where nothing is wrong, and notes alone are nothing wrong', () => {
    expect(remarksOf(sound)).toEqual([])
    const moved = {
      ...sound,
      addresses: [{ entry: 'e1', state: 'moved', why: 'has moved to x', archived: null } as const],
    }
    expect(remarksOf(moved)).toHaveLength(1)
    expect(isWrong(remarksOf(moved))).toBe(false)
  })
})

describe('the report for reading', () => {
  const marks = { bold: (t: string) => t, dim: (t: string) => t }
  it('has list, markers with evidence, the whole, remarks', () => {
    const text = textReport(wrong, remarksOf(wrong), marks, (t) => t)
    for (const part of [
      'List (3)',
      'Markers (2: 1 fits, 1 does not fit)',
      '[2] DOES NOT FIT 2 % → [3] 90 %',
      '+ [3] “The pass” stands in the claim',
      'The list as a whole',
      'Remarks',
    ])
      expect(text).toContain(part)
  })
  it('says that nothing is wrong', () => {
    expect(textReport(sound, [], marks, (t) => t)).toMatch(/Nothing is wrong$/u)
  })
})

describe('SARIF', () => {
  const source = { uri: doc.origin.uri, text: TEXT, place: (span: Span) => span }
  const log = (judged: Judged, from = source) => JSON.parse(sarifReport(judged, remarksOf(judged), from, '1.2.3'))
  it('points to lines and columns of the file, rules by their place', () => {
    const { version, runs } = log(wrong)
    expect(version).toBe('2.1.0')
    const [run] = runs
    expect(run.tool.driver.rules.map((r: { id: string }) => r.id)).toEqual(Object.keys(RULES))
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    const [, marker] = run.results
    expect(marker.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'notes/my%20paper.txt' },
      region: { startLine: 2, startColumn: 21, endLine: 2, endColumn: 24 },
    })
    expect(marker.relatedLocations[0].physicalLocation.region.startLine).toBe(7)
    expect(marker.partialFingerprints['dragoman/v1']).toMatch(/^[0-9a-f]{32}$/u)
  })
  it('points to the file alone where its text is not known', () => {
    const [first] = log(wrong, { ...source, text: null as never }).runs[0].results
    expect(first.locations[0].physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 1 })
  })
  it('is a run without results where nothing is wrong', () => expect(log(sound).runs[0].results).toEqual([]))
})

describe('the page', () => {
  const page = htmlReport(wrong, remarksOf(wrong), '1.2.3')
  it('runs no script, loads nothing, and allows its own style alone', () => {
    const style = /<style>([^<]*)<\/style>/u.exec(page)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    expect(page).not.toMatch(/<script|<img|<link|\sstyle=|\son\w+=|https?:\/\/(?!web\.archive)/iu)
  })
  it('takes the document’s words as words, and lets none turn the direction', () => {
    expect(page).toContain('&#60;b&#62;bread&#60;/b&#62; &#38; salt')
    expect(page).toContain('<title>A &#60;title&#62;: references</title>')
    expect(page).not.toContain('\u202e')
  })
  it('leads from markers to verdicts, entries and back; every link has its end', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/gu)].map((m) => m[1]))
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map((m) => m[1]!)
    expect(links.length).toBeGreaterThan(8)
    expect(links.filter((to) => !ids.has(to))).toEqual([])
  })
  it('is light and dark', () => {
    expect(page).toContain('prefers-color-scheme:dark')
    expect(page).toContain('<meta name="color-scheme" content="light dark">')
  })
})
