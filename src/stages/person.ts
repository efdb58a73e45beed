import type { Mention, Office, Person } from '../model/index.ts'
import { defineStage, type TitleLexicon } from '../pipeline/index.ts'
import { findingId } from '../text/index.ts'
import { sectorOf } from './mention/describe.ts'
import { withDeputies } from './person/deputies.ts'
import { dated, extentOf } from './person/extent.ts'
import { listedOffices } from './person/listed.ts'
import type { Found } from './person/office.ts'
import { officesOf } from './person/offices.ts'

/** Gathers the persons of a document: by which names, where, and which offices the text gives them for which time. Who holds an office, the text says or nobody. */
export const person = defineStage({
  name: 'person',
  version: '2',
  needs: ['sentences', 'entities', 'mentions', 'times', 'references'],
  adds: ['persons'],
  run(doc, { sentences, entities, mentions, times, references }, { actors, language: { titles } }) {
    const on = dated(doc, sentences, times)
    const entitiesOf = Map.groupBy(entities, (e) => e.sentence)
    const mentionsOf = Map.groupBy(mentions, (m) => m.sentence)
    const textOf = (start: number, end: number): string => doc.text.slice(start, end).replace(/\s+/gu, ' ')

    const office = (found: Found, mention: Mention): Office => {
      const sentence = sentences[mention.sentence]!
      const span = { start: found.tokens[0]!.span.start, end: found.tokens.at(-1)!.span.end }
      const extent = extentOf(found, sentence.tokens[mention.head - 1]!, sentence, on)
      const inside = (mentionsOf.get(mention.sentence) ?? []).filter(
        (m) => m.span.start >= span.start && m.span.end <= span.end && m.form === 'name',
      )
      return {
        title: textOf(span.start, span.end),
        role: found.role.phrase,
        code: mention.actor.code,
        sector: sectorIn(found, inside, titles),
        body: inside.findLast(({ actor }) => BODIES.has(actor.kind))?.actor.name ?? null,
        span,
        sentence: mention.sentence,
        ...extent,
        why: found.why,
      }
    }

    const persons = [...Map.groupBy(mentions.filter(isPerson), (m) => m.actor.name)].map(([name, all]): Person => {
      const words = all
        .filter((m) => m.form === 'name')
        .map((m) => nameOf(m, entitiesOf.get(m.sentence) ?? [], doc.text))
      const names = [...new Set([name, ...words])]
      const code = all.find((m) => m.actor.code !== null)?.actor.code ?? null
      const read = all.flatMap((m) => {
        const sentence = sentences[m.sentence]
        if (sentence === undefined) return []
        return officesOf(m, { sentence, entities: entitiesOf.get(m.sentence) ?? [], titles }).map((f) => office(f, m))
      })
      const offices = distinct([...read, ...listedOffices(doc, references, { names, code }, { titles, actors })])
      return {
        id: findingId(doc.id, 'person', all[0]!.span),
        name,
        names,
        code: code ?? offices.find((o) => o.code !== null)?.code ?? null,
        mentions: all.map((m) => m.id),
        offices,
      }
    })
    return { layers: { persons: withDeputies(persons, mentions, titles.offices) }, problems: [] }
  },
})

const isPerson = (mention: Mention): boolean => mention.actor.kind === 'person' && mention.members.length === 0

/** The name alone, without the office before it. */
function nameOf(mention: Mention, entities: readonly { label: string; span: Mention['span'] }[], text: string): string {
  const { start, end } =
    entities.findLast((e) => e.label === 'PER' && e.span.start >= mention.span.start && e.span.end <= mention.span.end)
      ?.span ?? mention.span
  return text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/[’']s$/u, '')
}

/** "chairman of the United Russia party" is the party's; "secretary" alone the government's. */
function sectorIn({ role }: Found, inside: readonly Mention[], titles: TitleLexicon): string | null {
  const body = inside.findLast(({ actor }) => BODIES.has(actor.kind) && actor.sector !== null)
  return sectorOf(role, body?.actor ?? null) ?? titles.offices.get(role.phrase) ?? null
}

const BODIES = new Set<string>(['organisation', 'group'])

const distinct = (offices: readonly Office[]): Office[] =>
  offices
    .filter((o, at) => offices.findIndex((p) => p.span.start === o.span.start && p.span.end === o.span.end) === at)
    .sort((a, b) => a.span.start - b.span.start)
