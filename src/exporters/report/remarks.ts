import type { Doc, Judgement, ListFinding, Marker, Reference, Span, Verdict } from '../../model/index.ts'

/** A document's references with their judgement: what every report is made of. A stored reading serves as well as a fresh one. */
export interface Judged {
  readonly doc: Doc
  readonly references: readonly Reference[]
  readonly markers: readonly Marker[]
  readonly judgement: Judgement
  /** What a look at the addresses found, where one was asked for. */
  readonly addresses: readonly AddressRemark[]
}

/** What an entry's address answered, when it is not simply there. */
export interface AddressRemark {
  readonly entry: string
  readonly state: 'moved' | 'dead' | 'unreachable' | 'forbidden'
  readonly why: string
  readonly archived: string | null
}

export type Level = 'error' | 'warning' | 'note'

/** Every kind of remark, with its level and what it says in general: to add one, name it here. */
export const RULES = {
  'list-shifted': ['error', 'The markers and the list are out of step from one number on.'],
  'list-swapped': ['error', 'Two entries of the list stand in each other’s place.'],
  'list-moved': ['error', 'A block of entries stands elsewhere than the markers say.'],
  'list-mixed': ['error', 'Several markers miss their entries without a common cause.'],
  'marker-does-not-fit': ['error', 'The entry of this number does not bear the claim.'],
  'marker-without-entry': ['error', 'The list has no entry of this number.'],
  'marker-doubtful': ['warning', 'The entry of this number may not bear the claim.'],
  'entry-duplicate': ['warning', 'The list holds a work twice.'],
  'entry-never-cited': ['warning', 'No marker points to the entry.'],
  'entry-older-than-claim': ['warning', 'The entry was published before what it is to prove.'],
  'entry-out-of-order': ['warning', 'The entry breaks the order of the list.'],
  'claim-without-reference': ['note', 'A quotation or a figure has no reference, where most others have one.'],
  'address-dead': ['warning', 'The address of the entry does not answer.'],
  'address-moved': ['note', 'The address of the entry leads elsewhere for good.'],
  'address-unchecked': ['note', 'The address of the entry could not be checked.'],
} as const satisfies Readonly<Record<string, readonly [Level, string]>>
export type Rule = keyof typeof RULES

/** One thing to tell about the references, with where to look. */
export interface Remark {
  readonly rule: Rule
  readonly level: Level
  readonly span: Span
  readonly message: string
  readonly related: readonly { readonly span: Span; readonly message: string }[]
}

/** How an entry is called: its printed number, else its place. */
export function callsOf(references: readonly Reference[]): (id: string) => string {
  const numbers = new Map(references.map((r, i) => [r.id, r.number ?? i + 1]))
  return (id) => `[${numbers.get(id) ?? '?'}]`
}

/** All remarks, first on the list as a whole, then in the order of the text. */
export function remarksOf(judged: Judged): Remark[] {
  const rest = [...markers(judged), ...judged.judgement.findings.map(finding(judged)), ...addresses(judged)]
  return [...whole(judged), ...rest.sort((a, b) => a.span.start - b.span.start)]
}

/** Whether something is wrong: an error or a warning. */
export const isWrong = (remarks: readonly Remark[]): boolean => remarks.some((r) => r.level !== 'note')

const remark = (rule: Rule, span: Span, message: string, related: Remark['related'] = []): Remark => ({
  rule,
  level: RULES[rule][0],
  span,
  message,
  related,
})

const EXPLAINED = { shift: 'list-shifted', swap: 'list-swapped', move: 'list-moved', mixed: 'list-mixed' } as const

function whole({ judgement, markers, references }: Judged): Remark[] {
  const top = judgement.explanations[0]
  if (top === undefined || top.kind === 'none') return []
  const first = markers.find((m) => m.id === top.renumbering[0]?.marker) ?? markers[0]
  if (first === undefined) return []
  const entries = new Map(references.map((r) => [r.id, r]))
  const cause = top.kind === 'shift' && top.cause.kind === 'entry-doubled' ? top.cause : null
  const related = cause === null ? [] : [cause.entry, cause.of].flatMap((id) => entries.get(id) ?? [])
  const numbers = top.renumbering.map((r) => `[${r.from}] → ${r.to === null ? 'none' : `[${r.to}]`}`)
  const proposed = numbers.length === 0 ? '' : `. Proposed: ${[...new Set(numbers)].join(', ')}`
  return [
    remark(
      EXPLAINED[top.kind],
      first.span,
      `${capital(top.why)} (${percent(top.probability)} likely)${proposed}`,
      related.map((r) => ({ span: r.span, message: 'the same work' })),
    ),
  ]
}

export const percent = (probability: number): string =>
  probability > 0.995 ? 'over 99 %' : `${Math.round(probability * 100)} %`

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function markers({ judgement, markers: all, references }: Judged): Remark[] {
  const byId = new Map(all.map((m) => [m.id, m]))
  const call = callsOf(references)
  const spans = new Map(references.map((r) => [r.id, r.span]))
  return judgement.verdicts.flatMap((verdict) => {
    const marker = byId.get(verdict.marker)
    const rule = VERDICT_RULES[verdict.kind]
    if (marker === undefined || rule === null) return []
    const better = 'better' in verdict && verdict.better !== null ? verdict.better : null
    const related = better === null ? [] : [{ span: spans.get(better.entry)!, message: 'this entry fits better' }]
    return [remark(rule, marker.span, sentence(verdict, marker, call), related)]
  })
}

const VERDICT_RULES: Readonly<Record<Verdict['kind'], Rule | null>> = {
  fits: null,
  undecided: null,
  doubtful: 'marker-doubtful',
  'does-not-fit': 'marker-does-not-fit',
  'no-entry': 'marker-without-entry',
}

/** A verdict that raises an alarm, in a sentence. */
function sentence(verdict: Verdict, marker: Marker, call: (id: string) => string): string {
  const better = 'better' in verdict ? verdict.better : null
  const named = `[${marker.number}]`
  const fact = { doubtful: 'may not bear this claim', 'does-not-fit': 'does not bear this claim' } as const
  const head =
    verdict.kind === 'doubtful' || verdict.kind === 'does-not-fit'
      ? `${named} ${fact[verdict.kind]}`
      : `The list has no entry ${named}`
  const evidence = better?.evidence.filter((e) => e.side === 'for').slice(0, 3) ?? []
  const shown = evidence.length === 0 ? '' : `: ${evidence.map((e) => e.why).join('; ')}`
  const against = 'evidence' in verdict ? verdict.evidence.filter((e) => e.side === 'against').slice(0, 2) : []
  const why = against.length === 0 ? '' : ` (${against.map((e) => e.why).join('; ')})`
  return `${head}${why}; ${better === null ? 'no entry of the list clearly does' : `entry ${call(better.entry)} does${shown}`}`
}

const finding =
  ({ references, markers }: Judged) =>
  (found: ListFinding): Remark => {
    const other = found.other ?? (found.marker === null ? null : found.entry)
    const place = references.find((r) => r.id === other)?.span ?? markers.find((m) => m.id === other)?.span
    const related = place === undefined ? [] : [{ span: place, message: 'the other one' }]
    return remark(found.code, found.span, capital(found.message), related)
  }

const ADDRESS_RULES = {
  dead: 'address-dead',
  moved: 'address-moved',
  unreachable: 'address-unchecked',
  forbidden: 'address-unchecked',
} as const

function addresses({ addresses: all, references }: Judged): Remark[] {
  const entries = new Map(references.map((r) => [r.id, r]))
  const call = callsOf(references)
  return all.flatMap(({ entry, state, why, archived }) => {
    const reference = entries.get(entry)
    if (reference === undefined) return []
    const copy = archived === null ? '' : `; an archived copy is at ${archived}`
    return [
      remark(
        ADDRESS_RULES[state],
        reference.fields.URL?.span ?? reference.span,
        `The address of ${call(entry)} ${why}${copy}`,
      ),
    ]
  })
}
