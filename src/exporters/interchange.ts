import type {
  ActorRef,
  EventRecord,
  Marker,
  PersonRecord,
  Problem,
  Reading,
  Recall,
  Reference,
  Side,
  Span,
  StatementRecord,
  TellingLink,
  TimeAnchor,
  TimeExpression,
} from '../model/index.ts'
import { codePoints } from '../text/index.ts'

/** What of a reading the interchange needs; a stored reading serves as well as a fresh one. */
export interface Exportable {
  readonly text: string
  readonly events: readonly EventRecord[]
  readonly statements: readonly StatementRecord[]
  readonly times: readonly TimeExpression[]
  readonly references: readonly Reference[]
  readonly markers: readonly Marker[]
  readonly problems: readonly Problem[]
  readonly recalls: readonly Recall[]
  readonly tellingLinks: readonly TellingLink[]
}

export const exportable = ({ doc, layers, problems }: Reading): Exportable => ({
  text: doc.text,
  events: layers.eventRecords,
  statements: layers.statementRecords,
  times: layers.times,
  references: layers.references,
  markers: layers.markers,
  problems,
  recalls: layers.recalls,
  tellingLinks: layers.tellingLinks,
})

/** How the interchange writes codes: bodies between states, and de-facto entities with the state that PLOVER counts each to. */
export interface Codes {
  readonly bodies: ReadonlySet<string>
  readonly claimants: ReadonlyMap<string, string>
}

/**
 * A reading as one object of the interchange (`dragoman code --jsonl`): spans in Unicode code points. Bodies between states, with their
 * officials and troops, are written as PLOVER and CAMEO write them: IGO, then the body's own code (IGOUNO, IGONTO). A de-facto entity without
 * an ISO code gets the code of the state that PLOVER counts it to; its name and the sector PRE say what it is.
 */
export function interchange(id: string, reading: Exportable, codes: Codes): Record<string, unknown> {
  const codeOf = ({ code }: ActorRef): string | null =>
    code === null ? null : codes.bodies.has(code) ? `IGO${code}` : (codes.claimants.get(code) ?? code)
  const sectorOf = ({ code, sector }: ActorRef): string | null =>
    sector ?? (code !== null && codes.claimants.has(code) ? 'PRE' : null)
  const points = codePoints(reading.text)
  const at = (span: Span | null) => (span === null ? null : points.toPoints(span))
  const side = ({ span, text, actor }: Side) => ({
    span: at(span),
    text,
    name: actor.name,
    code: codeOf(actor),
    sector: sectorOf(actor),
  })
  const when = (anchor: TimeAnchor) => ({
    value: anchor.value,
    kind: anchor.kind,
    span: at(anchor.span),
    from: anchor.kind === 'stated' ? 'the words themselves' : anchor.from,
  })
  const voices = (speakers: EventRecord['speakers']) =>
    speakers.map((v) => ({ text: v.text, code: v.actor === null ? null : codeOf(v.actor), span: at(v.span) }))
  return {
    id,
    events: reading.events.map((e) => ({
      id: e.id,
      event: e.type,
      mode: e.mode,
      contexts: e.contexts,
      status: e.status,
      trigger: { span: at(e.trigger), text: reading.text.slice(e.trigger.start, e.trigger.end) },
      actor: e.actors.map(side),
      recipient: e.recipients.map(side),
      when: when(e.when),
      where:
        e.where === null
          ? null
          : {
              text: e.where.text,
              country: e.where.country ?? e.where.point?.country ?? null,
              latitude: e.where.point?.latitude ?? null,
              longitude: e.where.point?.longitude ?? null,
            },
      speakers: voices(e.speakers),
      statement: e.statement,
      references: e.references,
      confidence: e.confidence,
      why: e.why,
      span: at(e.span),
    })),
    statements: reading.statements.map((s) => ({
      id: s.id,
      speaker: at(s.speaker),
      cue: at(s.cue),
      content: s.content.length === 1 ? at(s.content[0]!) : s.content.map((c) => points.toPoints(c)),
      form: s.form,
      addressee: at(s.addressee),
      inside: s.inside,
      stance: s.stance,
      speakers: voices(s.speakers),
      when: when(s.said),
    })),
    times: reading.times.map((t) => ({ span: at(t.span), value: t.anchor.value, kind: t.anchor.kind, type: t.type })),
    references: {
      entries: reading.references.map((r) => ({
        id: r.id,
        number: r.number,
        span: at(r.span),
        language: r.language,
        ...Object.fromEntries(
          Object.entries(r.fields).map(([k, v]) => [k, Array.isArray(v) ? v.map((a) => a.value) : (v?.value ?? null)]),
        ),
      })),
      markers: reading.markers.map((m) => ({
        id: m.id,
        span: at(m.span),
        number: m.number,
        entry: m.entry,
        claim: at(m.claim),
      })),
      findings: reading.problems
        .filter((p) => p.stage === 'refer')
        .map((p) => ({ code: p.code, span: at(p.span), message: p.message })),
    },
    happenings: {
      recalls: reading.recalls.map((r) => ({
        id: r.id,
        span: at(r.span),
        text: r.citation.exact,
        speakers: voices(r.speakers),
        statement: r.statement,
      })),
      links: reading.tellingLinks,
    },
    problems: reading.problems.map((p) => ({ code: p.code, stage: p.stage, span: at(p.span), message: p.message })),
  }
}

/** The persons of a document with their offices, for programs: spans in Unicode code points. */
export function personsOut({ doc, persons }: { doc: { text: string }; persons: readonly PersonRecord[] }) {
  const points = codePoints(doc.text)
  return persons.map(({ id, name, names, code, mentions, offices }) => ({
    id,
    name,
    names,
    code,
    mentions: mentions.map((m) => points.toPoints(m)),
    offices: offices.map(({ title, role, code, sector, body, held, when, span, why }) => ({
      title,
      role,
      code,
      sector,
      body,
      held,
      when: { value: when.value, kind: when.kind, span: when.span === null ? null : points.toPoints(when.span) },
      span: points.toPoints(span),
      why,
    })),
  }))
}
