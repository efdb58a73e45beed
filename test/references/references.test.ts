import { describe, expect, it } from 'vitest'
import type { Judgement, Marker } from '../../src/model/index.ts'
import { type Broken, breaks } from './break.ts'
import { compare, figures } from './compare.ts'
import { FOLDERS, papers } from './documents.ts'
import { byNumber, readPaper, type TrueMarker, trueMarkers, writePaper } from './paper.ts'
import { readerOf } from './reading.ts'
import { rows, table } from './score.ts'

const all = [...papers('documents'), ...papers('heldout')]

describe('the documents', () => {
  it.each(all)('$name is taken apart and written again, each entry cited and each marker right', ({ text, paper }) => {
    const squeezed = (s: string): string => s.replace(/\s+/gu, ' ').trim()
    expect(squeezed(writePaper(paper))).toBe(squeezed(text))
    const markers = trueMarkers(paper)
    expect(markers.every((m) => m.right)).toBe(true)
    expect(new Set(markers.map((m) => m.meant)).size).toBe(paper.entries.length)
  })

  it('are twelve in six styles, with 250 references and more', () => {
    expect(all).toHaveLength(12)
    expect(new Set(Object.values(FOLDERS).flatMap((f) => Object.values(f))).size).toBeGreaterThanOrEqual(6)
    expect(all.reduce((n, { paper }) => n + paper.entries.length, 0)).toBeGreaterThan(250)
  })
})

describe('the generator', () => {
  it('breaks in the same way from the same seed, and in another from another', () => {
    const { paper } = all[0]!
    const written = (seed: string): string[] => breaks(paper, 2, seed).map(({ broken }) => writePaper(broken.paper))
    expect(written('a')).toEqual(written('a'))
    expect(written('a')).not.toEqual(written('b'))
  })

  it.each(all.filter(({ paper }) => byNumber(paper.style)))('$name: what is written says what the truth says', (d) => {
    for (const { way, broken } of breaks(d.paper, 2, d.name)) {
      const again = readPaper(writePaper(broken.paper), d.paper.style)
      expect(
        again.entries.map((e) => e.body),
        way,
      ).toEqual(broken.paper.entries.map((e) => e.body))
      expect(
        trueMarkers(again).map((m) => m.printed),
        way,
      ).toEqual(trueMarkers(broken.paper).map((m) => m.printed))
    }
  })

  it('makes wrong what it says: every marker behind a doubled entry, and none before', () => {
    for (const { paper, name } of all.filter((d) => byNumber(d.paper.style)))
      for (const { way, broken } of breaks(paper, 3, name).filter((b) => b.way === 'double')) {
        const at = Number(/at \[(\d+)\]/u.exec(broken.how)![1])
        for (const m of trueMarkers(broken.paper)) expect(m.right, `${name} ${way} ${m.printed}`).toBe(m.printed < at)
      }
  })
})

describe('the comparison', () => {
  it.each(['bracket', 'footnote', 'bracket-point'])(
    'gives full marks to the truth and none to silence: %s',
    async (style) => {
      const read = await readerOf(false)
      const { name, paper } = all.find((d) => d.paper.style === style)!
      for (const { way, broken } of breaks(paper, 1, name)) {
        const { doc, layers, problems } = await read(name, writePaper(broken.paper))
        const truth = trueMarkers(broken.paper)
        if (layers.markers.length !== truth.length) continue
        const { perfect, silent } = judgements(broken, layers.markers, truth)
        const best = compare(broken, { doc, layers: { ...layers, judgement: perfect }, problems })
        expect(best, way).toMatchObject({
          explained: true,
          falseAlarms: 0,
          misses: [],
          caught: best.wrong,
          mended: best.mendable,
        })
        const worst = compare(broken, { doc, layers: { ...layers, judgement: silent }, problems })
        expect(worst, way).toMatchObject({ explained: false, caught: 0, falseAlarms: 0, mended: 0, wrong: best.wrong })
      }
    },
  )
})

/** A judgement that says what is true, and one that finds everything in order. */
function judgements({ cause, paper }: Broken, markers: readonly Marker[], truth: readonly TrueMarker[]) {
  const place = (id: number | null): number | null =>
    id === null ? null : paper.entries.findIndex((e) => e.id === id) + 1
  const renumbering = markers.map((m, i) => ({
    marker: m.id,
    from: m.number,
    to: truth[i]!.right ? m.number : place(truth[i]!.meant),
  }))
  const said = { probability: 1, why: 'it is the truth', renumbering }
  const shift =
    cause.kind === 'shift' ? { by: cause.by, from: '', number: 0, cause: { kind: cause.cause ?? 'entry-missing' } } : {}
  const silent: Judgement = {
    verdicts: markers.map((m) => ({ kind: 'fits', marker: m.id, entry: m.entry ?? '', probability: 1, evidence: [] })),
    explanations: [],
    findings: [],
  }
  const explanation = { kind: cause.kind, ...said, ...shift } as unknown as Judgement['explanations'][number]
  return { silent, perfect: { ...silent, explanations: [explanation] } }
}

/** What was reached on 2026-11-24, with a little room; they only rise. Figures with the whole reading are in docs/scores.md. */
const FLOORS = { explained: 0.9, precision: 0.98, recall: 0.92, found: 0.99 }
const MOST_ALARMS = 1 / 200

describe('the judgement', () => {
  it('keeps what it has reached on the documents for tuning', { timeout: 600_000 }, async () => {
    const made = await rows('documents', 2, await readerOf(false))
    const f = figures(made)
    for (const [name, floor] of Object.entries(FLOORS))
      expect.soft(f[name as keyof typeof FLOORS], `${name}\n${table(made)}`).toBeGreaterThanOrEqual(floor)
    expect.soft(f.soundAlarms / f.soundMarkers, table(made)).toBeLessThanOrEqual(MOST_ALARMS)
  })
})
