import type { Doc, EventRecord, Recall, Span, StatementRecord, TellingLink, Voice } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { citationOf, covers, findingId, overlaps } from '../text/index.ts'
import { relation, spanOf, type Tree, treeOf } from './attribute/tree.ts'
import { isApart, linkOf, oddsOf, weigh } from './happening/grounds.ts'
import { type Scene, type Telling, tellingOfEvent, tellingOfNoun } from './happening/telling.ts'

/** Finds which tellings of a document are of one happening: events told once more, and noun phrases that only point back at one. */
export const happening = defineStage({
  name: 'happening',
  version: '1',
  needs: ['sentences', 'mentions', 'times', 'eventRecords', 'statementRecords'],
  adds: ['recalls', 'tellingLinks'],
  run(doc, { sentences, mentions, times, eventRecords, statementRecords }, { language }) {
    const [mentionsIn, eventsIn] = [
      Map.groupBy(mentions, (m) => m.sentence),
      Map.groupBy(eventRecords, (e) => e.sentence),
    ]
    const tellings = sentences.flatMap((sentence): Telling[] => {
      const events = eventsIn.get(sentence.index) ?? []
      const scene: Scene = {
        doc,
        sentence,
        tree: treeOf(sentence),
        mentions: mentionsIn.get(sentence.index) ?? [],
        times: times.map((t) => t.span).filter((span) => overlaps(span, sentence.span)),
        lexicon: language.happenings,
      }
      const own = [...events.map((e) => tellingOfEvent(scene, e)), ...recallsIn(scene, events)]
      return own.sort((a, b) => a.span.start - b.span.start)
    })
    const groups = groupsOf(tellings)
    const recalled = groups.flat().filter((t) => t.by.kind === 'recall')
    const author = eventRecords[0]?.speakers.slice(0, 1) ?? []
    return {
      layers: {
        recalls: recalled.map((t) => recallOf(doc, t, statementRecords, author)),
        tellingLinks: groups.flatMap(linksIn),
      },
      problems: [],
    }
  },
})

/** Noun phrases of the sentence that may point back at a happening and are no events themselves. */
function recallsIn(scene: Scene, events: readonly EventRecord[]): Telling[] {
  const { doc, sentence, tree, lexicon } = scene
  if (doc.blocks[sentence.block]?.kind === 'reference-list') return []
  return sentence.tokens.flatMap((token) => {
    const word = token.lemma.toLowerCase()
    const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
    if (!isNoun || (!lexicon.nouns.has(word) && !lexicon.any.has(word))) return []
    const tells = (e: EventRecord) =>
      e.head === token.id || (covers(e.trigger, token.span) && tellersOf(word, lexicon).has(wordAt(tree, e.head)))
    if (/^(?:compound|flat)/u.test(token.deprel) || events.some(tells)) return []
    const span = phraseOf(tree, token.id)
    const telling = tellingOfNoun(scene, findingId(doc.id, 'recall', span, word), token.id, span)
    return telling.pointing === null || telling.fresh !== null ? [] : [telling]
  })
}

const wordAt = (tree: Tree, id: number): string => tree.token(id)?.lemma.toLowerCase() ?? ''
const tellersOf = (word: string, { nouns }: Scene['lexicon']): ReadonlySet<string> =>
  nouns.get(word)?.tellers ?? new Set()

/** A noun with what stands before it and the phrases after it, without clauses, appositions and conjuncts. */
function phraseOf(tree: Tree, head: number): Span {
  const ids = tree
    .children(head)
    .filter((kid) => /^(?:det|amod|compound|nummod|nmod|flat)$/u.test(relation(kid)))
    .flatMap((kid) => tree.subtree(kid.id))
  return spanOf(tree, [...ids, head])!
}

/** Log-odds by which the best antecedent of a noun phrase must be better than the next one of another happening. */
const MARGIN = 0.25

/** Tellings that are of one happening, in the order of the text; each joins the group of the earlier telling that most speaks for. */
function groupsOf(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = []
  for (const telling of tellings) {
    const ranked = groups
      .flatMap((group) => {
        const all = group.map((earlier) => weigh(earlier, telling))
        return all.some(isApart) ? [] : [{ group, odds: Math.max(...all.map(oddsOf)) }]
      })
      .sort((a, b) => b.odds - a.odds)
    const [best, next] = ranked
    const isSure = best !== undefined && best.odds > 0 && (next === undefined || best.odds - next.odds >= MARGIN)
    if (isSure) best.group.push(telling)
    else if (telling.by.kind === 'event') groups.push([telling])
  }
  return groups.filter((group) => group.length > 1)
}

/** The links between the tellings of a group that their grounds bear out. */
function linksIn(group: readonly Telling[]): TellingLink[] {
  return group.flatMap((later, at) =>
    group.slice(0, at).flatMap((earlier) => {
      const grounds = weigh(earlier, later)
      return oddsOf(grounds) > 0 ? [linkOf(earlier, later, grounds)] : []
    }),
  )
}

function recallOf(
  doc: Doc,
  { id, sentence, span }: Telling,
  statements: readonly StatementRecord[],
  author: readonly Voice[],
): Recall {
  const length = (s: StatementRecord): number => s.content.reduce((sum, part) => sum + part.end - part.start, 0)
  const around = statements
    .filter((s) => s.content.some((part) => covers(part, span)))
    .sort((a, b) => length(a) - length(b))
  const innermost = around[0] ?? null
  return {
    id,
    doc: doc.id,
    sentence,
    span,
    statement: innermost?.id ?? null,
    speakers: [...(innermost?.speakers ?? author)],
    citation: citationOf(doc, span),
  }
}
