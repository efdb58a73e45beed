import type { Judgement, Marker, Reference } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { type Alignable, align } from './judge/align.ts'
import { alphabetOf } from './judge/alphabet.ts'
import { entriesTraits } from './judge/entries.ts'
import { explanationsOf } from './judge/explain.ts'
import { findingsOf } from './judge/findings.ts'
import { backgroundOf, evidenceOf, fitOf, seen } from './judge/fit.ts'
import { isLink, proseOf } from './judge/prose.ts'
import { settingsOf } from './judge/settings.ts'
import { speakersOf } from './judge/speakers.ts'
import { verdictOf } from './judge/verdicts.ts'
import { firstCopies, twinsOf } from './judge/works.ts'

/** Judges whether the entry that each marker points to bears its claim, and explains what happened to the list as a whole. */
export const judge = defineStage({
  name: 'judge',
  version: '1',
  needs: ['references', 'markers', 'times', 'statements', 'mentions'],
  adds: ['judgement'],
  run(doc, { references, markers, times, statements, mentions }, { actors, language }) {
    const isFuture = (word: string): boolean => language.times.tense(word) === 'future'
    const prose = proseOf(doc, references, markers, times, actors)
    const settings = settingsOf(prose, markers, speakersOf(statements, mentions), isFuture)
    const background = backgroundOf(settings)
    const entries = entriesTraits(doc.text, references, markers, actors).map((e) => seen(e, background))
    const twins = twinsOf(doc.text, references)
    const places = markers.map((m) => placeOf(m, references))
    const input: Alignable = {
      places,
      fits: settings.map((s) => entries.map((e) => fitOf(s, e, background))),
      entries: references.length,
      counted: references.some((r) => r.number !== null || isLink(r, markers)),
      alphabet: alphabetOf(doc.text, references),
      works: firstCopies(references.length, twins),
    }
    if (references.length === 0 || markers.length === 0) return { layers: { judgement: nothingToJudge }, problems: [] }
    const alignment = align(input)
    const verdicts = settings.map((setting, i) =>
      verdictOf({
        marker: setting.marker,
        place: places[i]!,
        meant: alignment.meant[i]!,
        entry: (place) => references[place]!.id,
        evidence: (place) =>
          entries[place] === undefined ? [] : evidenceOf(doc.text, setting, entries[place], background),
      }),
    )
    const explanations = explanationsOf(alignment, { markers, references, places, twins })
    const renumbering = explanations[0]?.renumbering ?? []
    const findings = findingsOf(doc, { references, markers, verdicts, renumbering, twins })
    return { layers: { judgement: { verdicts, explanations, findings } }, problems: [] }
  },
})

const nothingToJudge: Judgement = { verdicts: [], explanations: [], findings: [] }

/** The place of the entry with a marker's number; behind the list for a number beyond it; null for one that the list leaves out. */
function placeOf(marker: Marker, references: readonly Reference[]): number | null {
  const place = references.findIndex((r) => r.id === marker.entry)
  if (place >= 0) return place
  const last = Math.max(...references.map((r, i) => r.number ?? i + 1))
  return marker.number > last ? references.length + marker.number - last - 1 : null
}
