import type { Known } from '../../../app/persons.ts'
import type { PersonRecord, RecordedDecision } from '../../../model/index.ts'
import type { Identity, PersonLink } from '../../../review/index.ts'
import { plain } from '../../print.ts'

const row = (name: string, value: string): string => `${name.padEnd(13)} ${plain(value)}`

/** An office with the words that stand around it: "Foreign Minister, at 2025-05-05 (assumed) …". */
export const officeLine = ({ title, held, when, citation, why }: PersonRecord['offices'][number]): string => {
  const date = when.value === null ? `an unknown time: ${when.from}` : `${when.value} (${when.kind})`
  const page = citation.page === null ? '' : `page ${citation.page}, `
  return `${title}, ${held} ${date}; ${page}${why}: “${citation.prefix}${citation.exact}${citation.suffix}”`
}

/** A person with names, states, and document by document the offices with their words. */
export const personLines = (person: Identity, { documents }: Known): string[] => [
  row('id', person.id),
  row('name', person.name),
  row('names', person.names.join('; ')),
  row('of', person.codes.join(', ') || 'no document says whose'),
  ...person.records.flatMap((r) => [
    '',
    row('document', `${documents.get(r.doc)} (${r.doc}), as ${r.id}, ${r.mentions.length} mentions`),
    ...r.offices.map((o) => row('office', officeLine(o))),
  ]),
]

/** Why the records of a person are one. */
export const evidenceLines = ({ joins }: Identity, known: Known): string[] =>
  joins.flatMap((join) =>
    join.by === 'decision'
      ? [
          '',
          row(
            'merged',
            `by ${join.decision.by}, ${join.decision.at}, decision ${join.decision.number}: ${join.decision.reason || 'no reason given'}`,
          ),
        ]
      : ['', row('one', linkLine(join.link, known)), ...reasons(join.link)],
  )

/** Who may be one with whom, and why. */
export const proposalLines = (proposals: readonly PersonLink[], known: Known): string[] =>
  proposals.length === 0
    ? []
    : [
        ...proposals.flatMap((p) => ['', row('proposed', linkLine(p, known)), ...reasons(p)]),
        '',
        'dragoman persons merge ID ID makes two one',
      ]

function linkLine({ findings, probability }: PersonLink, { persons, documents }: Known): string {
  const records = new Map(persons.flatMap((p) => p.records.map((r) => [r.id, r])))
  const told = findings.map((id) => `${records.get(id)!.name} ${id} (${documents.get(records.get(id)!.doc)})`)
  return `${told.join(' and ')}, ${Math.round(probability * 100)} %`
}

const reasons = ({ evidence }: PersonLink): string[] =>
  evidence.map(({ weight, why }) => row('', `${weight < 0 ? '−' : '+'} ${Math.abs(weight).toFixed(1)} ${why}`))

/** Decisions as a table; those about records that no reading holds any more are orphaned. */
export function decisionRows(
  decisions: readonly RecordedDecision[],
  orphaned: ReadonlyMap<number, readonly string[]>,
  nameOf: (id: string) => string,
): [header: string[], rows: string[][]] {
  const named = (ids: readonly string[]): string => ids.map((id) => `${nameOf(id)} ${id}`).join(', ')
  return [
    ['number', 'decision', 'persons', 'by', 'at', 'supersedes', 'reason', 'state'],
    decisions.map((d) => [
      String(d.number),
      d.kind,
      d.kind === 'merged' ? named(d.findings) : `${named(d.findings)} from ${named(d.from)}`,
      d.by,
      d.at,
      d.supersedes === null ? '—' : String(d.supersedes),
      d.reason || '—',
      orphaned.has(d.number) ? `orphaned: ${orphaned.get(d.number)!.join(', ')}` : 'stands',
    ]),
  ]
}
