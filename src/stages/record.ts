import type {
  ActorRef,
  Doc,
  EventFinding,
  EventRecord,
  Marker,
  Mention,
  Person,
  PersonRecord,
  Side,
  Span,
  Statement,
  StatementRecord,
  TimeAnchor,
  Voice,
} from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { citationOf, covers, hull, textOf } from '../text/index.ts'

/** Joins what the stages found into entries: each with its chain of speakers, its dates, the references it rests on and its citation. */
export const record = defineStage({
  name: 'record',
  version: '3',
  needs: ['sentences', 'mentions', 'persons', 'statements', 'events', 'points', 'anchors', 'markers'],
  adds: ['eventRecords', 'statementRecords', 'personRecords'],
  run(doc, layers) {
    const statements = new Map(layers.statements.map((s) => [s.id, s]))
    const mentions = new Map(layers.mentions.map((m) => [m.id, m]))
    const published = publication(doc)
    const voices = (innermost: string | null): Voice[] => [
      author(doc),
      ...chain(innermost, statements).map((s) => voice(doc, s, statements, mentions)),
    ]
    const said = (statement: string | null): TimeAnchor =>
      statement === null
        ? asPublished(published)
        : (layers.anchors[statement] ?? unknown('no expression of time says when it was said'))
    const eventRecords = layers.events.map(
      (event): EventRecord => ({
        ...spokenFor(event, statements, mentions),
        where: event.where === null ? null : { ...event.where, point: layers.points[event.id] ?? null },
        doc: doc.id,
        when: layers.anchors[event.id] ?? unknown('no expression of time dates it'),
        said: said(event.statement),
        published,
        speakers: voices(event.statement),
        references: referencesOf(layers.markers, evidence(event)),
        citation: citationOf(doc, event.span),
      }),
    )
    const statementRecords = layers.statements.map(
      (statement): StatementRecord => ({
        ...statement,
        where: statement.where === null ? null : { ...statement.where, point: layers.points[statement.id] ?? null },
        doc: doc.id,
        said: said(statement.id),
        speakers: voices(statement.id),
        references: referencesOf(layers.markers, hull(statement.content)),
        citation: citationOf(doc, whole(statement)),
      }),
    )
    const named = Map.groupBy(layers.mentions.filter(isNamed), (m) => m.sentence)
    const personRecords = layers.persons.map((person) => personRecord(doc, person, mentions, named))
    return { layers: { eventRecords, statementRecords, personRecords }, problems: [] }
  },
})

const unknown = (from: string): TimeAnchor => ({ kind: 'unknown', value: null, span: null, from })

function publication(doc: Doc): TimeAnchor {
  if (doc.date.kind === 'unknown') return unknown(doc.date.reason)
  const { value, from, span } = doc.date
  return span === null ? { kind: 'assumed', value, span, from } : { kind: 'stated', value, span }
}

const FIRST_PERSON = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/iu

/** "our country", "my government", "our troops": of the speaker's state. "Our allies" and "our friends" are others. */
const OWN_STATE =
  /^(?:our|my)(?: own)? (?:\p{L}+ )?(?:country|nation|state|republic|kingdom|people|citizens|government|parliament|army|navy|military|forces|troops|soldiers|ministry|embassy|side|delegation)$/iu

/**
 * Whom "I" and "we" mean in a statement: the speaker of the words themselves. In reported speech within a quotation ("“The union says that our country …”, she
 * said") that is the one who is quoted, not the one who is reported; "we" as a speaker is the one around.
 */
function firstPerson(
  innermost: string | null,
  statements: ReadonlyMap<string, Statement>,
  mentions: ReadonlyMap<string, Mention>,
): ActorRef | null {
  const around = chain(innermost, statements).toReversed()
  const [inner] = around
  if (inner === undefined) return null
  const quoted = inner.form === 'indirect' ? around.find((s) => s.form !== 'indirect') : undefined
  for (const { speakerMention } of around.slice(quoted === undefined ? 0 : around.indexOf(quoted))) {
    const actor = speakerMention === null ? undefined : mentions.get(speakerMention)?.actor
    if (actor !== undefined && actor.kind !== 'unknown') return actor
    if (actor === undefined) return null
  }
  return null
}

/** "I" and "we" inside what somebody says are the speaker, "our country" is the speaker's; in the author's own words they stay unknown. */
function spokenFor(
  event: EventFinding,
  statements: ReadonlyMap<string, Statement>,
  mentions: ReadonlyMap<string, Mention>,
): EventFinding {
  const actor = firstPerson(event.statement, statements, mentions)
  if (actor === null) return event
  const spoken = (side: Side): Side => {
    if (side.actor.kind === 'unknown' && FIRST_PERSON.test(side.text)) return { ...side, actor }
    const isOwn = side.actor.code === null && actor.code !== null && OWN_STATE.test(side.text)
    return isOwn ? { ...side, actor: { ...side.actor, code: actor.code } } : side
  }
  const resolved = (sides: readonly Side[]) => sides.map(spoken)
  if ([...event.actors, ...event.recipients].every((side) => spoken(side) === side)) return event
  return {
    ...event,
    actors: resolved(event.actors),
    recipients: resolved(event.recipients),
    why: `${event.why}; the first person is the speaker, ${actor.name}`,
  }
}

/** What the author says was said when the document was published. */
function asPublished(published: TimeAnchor): TimeAnchor {
  if (published.kind === 'unknown') return published
  return {
    kind: 'assumed',
    value: published.value,
    span: published.span,
    from: 'the author’s own words, as of the document’s date',
  }
}

function author(doc: Doc): Voice {
  const known = doc.author.kind === 'known' ? doc.author : doc.publisher.kind === 'known' ? doc.publisher : null
  return { text: known?.value ?? 'author unknown', actor: null, span: known?.span ?? null, statement: null }
}

/** The statements around the innermost one, outermost first. */
function chain(innermost: string | null, statements: ReadonlyMap<string, Statement>): Statement[] {
  const out: Statement[] = []
  const seen = new Set<string>()
  for (let id = innermost; id !== null && !seen.has(id); ) {
    const statement = statements.get(id)
    if (statement === undefined) break
    seen.add(id)
    out.unshift(statement)
    id = statement.inside
  }
  return out
}

function voice(
  doc: Doc,
  statement: Statement,
  statements: ReadonlyMap<string, Statement>,
  mentions: ReadonlyMap<string, Mention>,
): Voice {
  const mention = statement.speakerMention === null ? undefined : mentions.get(statement.speakerMention)
  const text =
    statement.speaker === null
      ? `speaker not named: ${statement.speakerReason ?? 'unknown why'}`
      : textOf(doc.text, statement.speaker)
  const own = mention?.actor ?? null
  const around =
    own?.kind === 'unknown' && FIRST_PERSON.test(text) ? firstPerson(statement.inside, statements, mentions) : null
  return { text, actor: around ?? own, span: statement.speaker, statement: statement.id }
}

const evidence = (event: EventFinding): Span => event.trigger

function whole(statement: Statement): Span {
  const spans = [...statement.content]
  if (statement.speaker !== null) spans.push(statement.speaker)
  if (statement.cue !== null) spans.push(statement.cue)
  return hull(spans)
}

/** Numbers of the entries whose markers bear a claim that holds `span` (or lies within it). */
function referencesOf(markers: readonly Marker[], span: Span): number[] {
  const found = markers.filter((m) => covers(m.claim, span) || covers(span, m.claim)).map((m) => m.number)
  return [...new Set(found)].sort((a, b) => a - b)
}

/** Persons and bodies that a mention names; states stand beside anybody. */
const isNamed = ({ form, actor, members }: Mention): boolean =>
  form === 'name' && members.length === 0 && /^(?:person|igo|organisation|group)$/u.test(actor.kind)

function personRecord(
  doc: Doc,
  person: Person,
  mentions: ReadonlyMap<string, Mention>,
  named: ReadonlyMap<number, readonly Mention[]>,
): PersonRecord {
  const own = person.mentions.flatMap((id) => mentions.get(id) ?? [])
  const others = own.flatMap((m) => named.get(m.sentence) ?? []).filter((m) => m.actor.name !== person.name)
  const beside = new Map(others.map(({ actor }): [string, ActorRef] => [`${actor.kind} ${actor.name}`, actor]))
  return {
    ...person,
    doc: doc.id,
    published: doc.date.kind === 'known' ? doc.date.value : null,
    mentions: own.map((m) => m.span),
    beside: [...beside.values()],
    offices: person.offices.map((office) => ({ ...office, citation: citationOf(doc, office.span) })),
  }
}
