import type { Doc, EventFinding, Layers, NamedEntity, Sentence, Side, Span, Statement } from '../model/index.ts'
import {
  type ActorOntology,
  type CodebookMatch,
  defineStage,
  type EventOntology,
  type Ports,
} from '../pipeline/index.ts'
import { covers, findingId, hull, textOf } from '../text/index.ts'
import { caseOf, type Tree, treeOf } from './attribute/tree.ts'
import { type Evidence, evidenceOf, probabilityOf } from './code/evidence.ts'
import { homeOf, territorialPower } from './code/home.ts'
import { type Proposal, propose, type ToldMatch } from './code/propose.ts'
import { retype } from './code/retype.ts'
import { type FoundSide, type SideFinder, sideFinder } from './code/sides.ts'
import { spokenFor, voicesOf } from './code/spoken.ts'
import { isDenied, PRESENT, tellingOf } from './code/status.ts'
import { whereOf } from './place/where.ts'

/** Codes who did what to whom: codebook matches become events with sides, status, place and the statement they are told in. */
export const code = defineStage({
  name: 'code',
  version: '3',
  needs: ['sentences', 'entities', 'things', 'frames', 'mentions', 'statements'],
  adds: ['events'],
  run(doc, read, { codebook, plover, actors, language }) {
    const found = candidatesOf(doc, read, { codebook, plover, actors, language })
    const voices = voicesOf(read.statements, read.mentions)
    const events = found.flatMap(chosen).map((event) => spokenFor(event, voices))
    return { layers: { events: telling(distinct(events)) }, problems: [] }
  },
})

type Read = Pick<Layers, 'sentences' | 'entities' | 'things' | 'frames' | 'mentions' | 'statements'>

/** An act that may be told, with the evidence for it. */
export interface Candidate {
  /** With its probability as its confidence. */
  readonly event: EventFinding
  readonly proposal: Proposal
  /** Whether the sides that its type and its frame ask for are there. */
  readonly complete: boolean
  readonly evidence: Evidence
}

/** All that entries and the model propose, sentence by sentence, with its evidence. */
export function candidatesOf(
  doc: Doc,
  { sentences, entities, things, frames, mentions, statements }: Read,
  { codebook, plover, actors, language }: Pick<Ports, 'codebook' | 'plover' | 'actors' | 'language'>,
): Candidate[][] {
  const bySentence = Map.groupBy(mentions, (mention) => mention.sentence)
  const thingsOf = Map.groupBy(things, (thing) => thing.sentence)
  const framesOf = Map.groupBy(frames, (frame) => frame.sentence)
  const innermost = innermostStatement(statements)
  const { lookup } = actors
  const townsOf = Map.groupBy(
    entities.filter((e) => e.label === 'LOC'),
    (e) => e.sentence,
  )
  const actorOf = (name: string) => lookup(name)?.actor ?? null
  return sentences.map((sentence) => {
    if (doc.blocks[sentence.block]?.kind === 'reference-list') return []
    const tree = treeOf(sentence)
    const finder = sideFinder(
      doc.text,
      tree,
      bySentence.get(sentence.index) ?? [],
      actorOf,
      language.titles.relational,
      thingsOf.get(sentence.index),
    )
    const told = codebook.match(sentence).map((match) => toldAs(tree, match))
    const acts = (framesOf.get(sentence.index) ?? []).filter((frame) => frame.kind === 'act')
    return propose(told, acts, tree, (token) => codebook.frame(sentence, token)).flatMap(
      (proposal) =>
        candidateOf(
          { doc, sentence, tree, finder, lookup, towns: townsOf.get(sentence.index) ?? [], plover },
          proposal,
          innermost,
        ) ?? [],
    )
  })
}

/**
 * Least probability for an act to be told: of an entry; of one that the model alone sees, in a sentence that tells of none by an entry, and beside one that
 * does; and of one whose sides are not all there. How they were chosen, docs/decisions/0018 says.
 */
const LEAST = { entry: 0.03, model: 0.4, beside: 0.6, incomplete: 0.5 } as const

/** Of the candidates of a sentence those that are likely enough; where entry and model read a word in two ways, the entry's. */
function chosen(candidates: readonly Candidate[]): EventFinding[] {
  const likely = (by: Proposal['by'], least: number): Candidate[] =>
    candidates.filter(
      ({ proposal, complete, event }) =>
        proposal.by === by && event.confidence >= Math.max(least, complete ? 0 : LEAST.incomplete),
    )
  const listed = likely('entry', LEAST.entry)
  const added = likely('model', listed.length > 0 ? LEAST.beside : LEAST.model).filter(
    ({ proposal }) => !proposal.inContent && !listed.some((other) => sharesWord(proposal, other.proposal)),
  )
  return [...listed, ...added].map(({ event }) => event).sort((a, b) => a.head - b.head)
}

const sharesWord = (a: Proposal, b: Proposal): boolean => a.trigger.some((id) => b.trigger.includes(id))

interface Scene {
  readonly doc: Doc
  readonly sentence: Sentence
  readonly tree: Tree
  readonly finder: SideFinder
  readonly lookup: ActorOntology['lookup']
  /** Names of places by the language model. */
  readonly towns: readonly NamedEntity[]
  readonly plover: EventOntology
}

function candidateOf(scene: Scene, match: Proposal, innermost: (at: Span) => Statement | null): Candidate | null {
  const { doc, sentence, tree, finder } = scene
  const head = match.trigger[0]!
  const token = tree.token(head)
  if (token === null) return null
  const { isNoun, support } = formOf(tree, match)
  const told = sidesOf(tree, finder, match)
  const power = told.actors.length > 0 ? null : territorialPower(tree, finder, head, match.entryMode)
  const named =
    power === null
      ? told
      : { actors: [power], recipients: told.recipients.filter((found) => found.head !== power.head) }
  const { type } = match
  const complete = isComplete(scene, match, type, named, isNoun && support === null)
  // A word alone tells of nothing: a beam may support a roof, and she the roof as well.
  if (!complete && ![...named.actors, ...named.recipients].some((found) => isSomebody(tree, found))) return null
  // Done by nobody to nobody known ('a visit to the museum').
  if (!complete && isNoun && named.actors.length === 0 && !named.recipients.some(({ side }) => isKnown(side)))
    return null
  const { sides, notes } = atHome(scene, support ?? head, type, bothAgree(match, type, withText(finder, match, named)))
  const trigger = spanOfIds(tree, match.trigger)
  const parts = [
    trigger,
    ...[...sides.actors, ...sides.recipients].flatMap((found) => (found.side.span === null ? [] : [found.side.span])),
  ]
  const denied = match.status !== 'denied' && isDenied(tree, head)
  const why = [
    match.why,
    ...notes,
    ...[...sides.actors, ...sides.recipients]
      .filter((found) => found.inside)
      .map((found) =>
        found === power
          ? `nobody is named; taken to be the authorities of “${found.side.text}”, where it is done`
          : `“${found.side.text}” is named inside the noun phrase`,
      ),
  ]
  const evidence = evidenceOf(match, complete, tree)
  const event: EventFinding = {
    id: findingId(doc.id, 'event', trigger, match.entryType),
    sentence: sentence.index,
    type,
    mode: match.mode,
    contexts: [...match.contexts],
    status: denied ? 'denied' : match.status,
    trigger,
    head,
    actors: sides.actors.map(sideOf),
    recipients: sides.recipients.map(sideOf),
    statement: innermost(token.span)?.id ?? null,
    span: hull(parts),
    where: setIn(scene, type, support === null ? [head] : [support, head], sides),
    confidence: Math.round(probabilityOf(evidence) * 100) / 100,
    why: why.join('; '),
  }
  return { event, proposal: match, complete, evidence }
}

/** Whether a side is more than a pronoun of which nobody knows whom it means. */
const isSomebody = (tree: Tree, { head, side }: FoundSide): boolean =>
  side.actor.kind !== 'unknown' || tree.token(head)?.upos !== 'PRON'

const sideOf = ({ side }: FoundSide): Side => side

/** Types of which the simple present tells what goes on ('Chile sells it gas'); of the others it tells what was done, in headlines, notes and histories. */
const LASTING = new Set(['COOPERATE', 'AID', 'MOBILIZE'])

/** A match as it is told: the type and mode that the telling makes of the entry's, and its status. */
function toldAs(tree: Tree, match: CodebookMatch): ToldMatch {
  const { isNoun, support } = formOf(tree, match)
  const telling = tellingOf(tree, match.trigger[0]!, support)
  const { type, keepsMode, note } = retype(match.type, match.mode, telling, !isNoun || support !== null)
  // A refusal is itself an act: "will never send" is a REJECT that happened, not one that was denied.
  const refused = type === 'REJECT' && telling.negated && note !== null
  return {
    ...match,
    type,
    mode: keepsMode ? match.mode : null,
    why: note === null ? match.why : `${match.why}; ${note}`,
    status: refused || (telling.by === PRESENT && !LASTING.has(type)) ? 'happened' : telling.status,
    entryType: match.type,
    entryMode: match.mode,
  }
}

/** Whether a trigger is a noun, and the verb that carries it ('held talks'). */
function formOf(tree: Tree, { trigger }: CodebookMatch): { isNoun: boolean; support: number | null } {
  const upos = tree.token(trigger[0]!)?.upos
  const isNoun = upos === 'NOUN' || upos === 'PROPN'
  const verb = trigger.slice(1).find((id) => tree.token(id)?.upos === 'VERB')
  return { isNoun, support: isNoun ? (verb ?? null) : null }
}

interface Sides {
  readonly actors: readonly FoundSide[]
  readonly recipients: readonly FoundSide[]
}

/** 'the war between A and B': they do it to each other, whatever the noun. */
const areBetween = (tree: Tree, sides: readonly FoundSide[]): boolean =>
  sides.some(({ head }) => ['between', 'among'].includes(caseOf(tree, head)))

function sidesOf(tree: Tree, finder: SideFinder, match: CodebookMatch): Sides {
  const actors = finder.first(match.actorCandidates, { dig: 'name', not: [] })?.sides ?? []
  const candidates = match.recipientCandidates
  const recipients =
    finder.first(candidates, { dig: match.strict || match.reciprocal ? 'no' : 'any', not: actors })?.sides ?? []
  if (match.reciprocal) return { actors: [...actors, ...recipients], recipients: [] }
  if (actors.length === 0 && recipients.length > 1 && areBetween(tree, recipients))
    return { actors: recipients, recipients: [] }
  // 'A and B agreed to share data on C': those who agree, agree with each other.
  if (match.type === 'AGREE' && actors.length > 1 && recipients.every((found) => found.inside))
    return { actors, recipients: [] }
  return { actors, recipients }
}

/** Sides with the country that the scene or the other side lends them, and a note for each. */
function atHome(
  { tree, finder }: Scene,
  trigger: number,
  type: string,
  sides: Sides,
): { sides: Sides; notes: string[] } {
  const notes: string[] = []
  const settled = (found: FoundSide, others: readonly FoundSide[]): FoundSide => {
    const home = homeOf(tree, finder, trigger, type, found, others)
    if (home === null) return found
    notes.push(home.why)
    return { ...found, side: { ...found.side, actor: { ...found.side.actor, code: home.code } } }
  }
  const actors = sides.actors.map((found) => settled(found, [...sides.recipients, ...sides.actors]))
  const recipients = sides.recipients.map((found) => settled(found, [...actors, ...sides.recipients]))
  return { sides: { actors, recipients }, notes }
}

/** Probability by the model from which an act is told with one side alone. */
const BORNE_OUT = 0.5

/** Whether there is enough to tell: somebody acts, and where the type or a noun needs another side there is one. */
function isComplete(
  { plover, tree }: Scene,
  match: Proposal,
  type: string,
  { actors, recipients }: Sides,
  isNoun: boolean,
): boolean {
  const needsRecipient = plover.types.get(type)?.needsRecipient ?? false
  const enough = match.reciprocal
    ? actors.length > 1 || actors.some((found) => isPlural(found.side))
    : recipients.length > 0
  if (actors.length > 1 && areBetween(tree, actors)) return true
  if (needsRecipient && !enough) return false
  if ((match.types[type] ?? 0) >= BORNE_OUT && (actors.length > 0 || recipients.some((found) => !found.inside)))
    return true
  // A subject that is no side ('the crisis forced them') acts for nobody; of violence the victim is told all the same.
  if (actors.length === 0 && match.actorCandidates.length > 0 && type !== 'ASSAULT') return false
  if (actors.length === 0)
    return (
      !isNoun &&
      !['acl', 'csubj', 'advcl', 'xcomp', 'amod'].includes(tree.token(match.trigger[0]!)?.deprel ?? '') &&
      recipients.some((found) => !found.inside && isKnown(found.side))
    )
  const says = match.recipientCandidates.some((candidate) => candidate.role === 'clause')
  return enough || ((!isNoun || says) && !match.reciprocal)
}

/** A visit to come is agreed between both. */
const bothAgree = (match: ToldMatch, type: string, sides: Sides): Sides =>
  match.entryMode === 'visit' && type === 'AGREE' && sides.recipients.length > 0
    ? { actors: [...sides.actors, ...sides.recipients], recipients: [] }
    : sides

/** What an act is directed at when it is no side ('condemned the attacks'), kept as it stands in the text. */
const withText = (finder: SideFinder, match: Proposal, sides: Sides): Sides => {
  if (match.reciprocal || match.strict || sides.recipients.length > 0 || sides.actors.length !== 1) return sides
  const taken = new Set(sides.actors.map((found) => found.head))
  const free = match.recipientCandidates.filter(({ id }) => !taken.has(id))
  const judged = match.by === 'entry' && JUDGING.has(match.type) ? free.filter(({ role }) => role === 'object') : []
  const directed = seenAlone(match) ? judged : free
  const thing = finder.asText(directed)
  return thing === null ? sides : { ...sides, recipients: [thing] }
}

/** Types of what may be directed at a thing: 'rejected the results', 'boycotted the poll'. */
const JUDGING = new Set(['ACCUSE', 'REJECT', 'PROTEST', 'SUPPORT'])

/** Probability by the model from which it is believed that an act has no recipient. */
const SEEN = 0.8

/** 'asked for a list': an act that the model is sure of, and for which it sees nobody at the other end. */
const seenAlone = ({ types, type, recipientCandidates }: Proposal): boolean =>
  (types[type] ?? 0) >= SEEN && recipientCandidates.every((candidate) => candidate.by !== 'model')

/** A side with a country, or a person with a name. */
const isKnown = ({ actor, mention }: Side): boolean =>
  actor.code !== null || (mention !== null && actor.kind === 'person' && actor.name !== '')

const isPlural = (side: Side): boolean =>
  side.actor.kind === 'group' || /^(both|the two|the three|they|we|leaders|all)\b/iu.test(side.text)

/** Types of acts upon people and things where they stand. */
const MATERIAL = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'RETREAT', 'AID'])
const IS_PLACE = new Set(['state', 'de-facto', 'place'])

/** The place that an act is set in, and that is no side of it. */
function setIn(
  { tree, finder, lookup, doc, towns }: Scene,
  type: string,
  ids: readonly number[],
  sides: Sides,
): EventFinding['where'] {
  const taken = new Set([...sides.actors, ...sides.recipients].map((found) => found.head))
  // "shelled fighters in Syria": what is done to somebody is done where they are.
  const done = MATERIAL.has(type) ? sides.recipients.filter(({ side }) => !IS_PLACE.has(side.actor.kind)) : []
  const ground = {
    tree,
    mentionAt: finder.mentionAt,
    textOf: (span: Span) => textOf(doc.text, span),
    isPlaceName: (id: number) => {
      const { form, span } = tree.token(id)!
      const found = lookup(form)
      if (found === null) return towns.some((town) => covers(town.span, span))
      return found.form === 'capital' || found.actor.kind === 'place'
    },
    isTaken: (id: number) => taken.has(id),
  }
  return whereOf(ground, [...ids, ...done.map((found) => found.head)])
}

/** From the first to the last word of a trigger when they stand near each other, else its head word alone. */
function spanOfIds(tree: Tree, ids: readonly number[]): Span {
  const spans = ids.map((id) => tree.token(id)).filter((token) => token !== null)
  const near = Math.max(...ids) - Math.min(...ids) <= 6
  return hull((near ? spans : spans.slice(0, 1)).map((token) => token.span))
}

/** Looks up the innermost statement whose content holds a stretch: of those that do, the shortest. */
function innermostStatement(statements: readonly Statement[]): (at: Span) => Statement | null {
  const length = (statement: Statement): number =>
    statement.content.reduce((sum, part) => sum + part.end - part.start, 0)
  const ordered = [...statements].sort((a, b) => length(a) - length(b))
  return (at) => ordered.find((statement) => statement.content.some((part) => covers(part, at))) ?? null
}

/** Leaves out acts of nobody in particular upon nobody in particular, where the sentence tells of sides that are known. */
function telling(events: readonly EventFinding[]): EventFinding[] {
  const known = new Set(events.filter((event) => knows(event)).map((event) => event.sentence))
  return events.filter((event) => knows(event) || !known.has(event.sentence))
}

const knows = (event: EventFinding): boolean => [...event.actors, ...event.recipients].some(isKnown)

/** One event for each trigger and type. */
function distinct(events: readonly EventFinding[]): EventFinding[] {
  const seen = new Set<string>()
  return events.filter((event) => !seen.has(event.id) && seen.add(event.id) !== undefined)
}
