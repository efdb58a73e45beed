import type { ListExplanation, Reading, Reference } from '../../src/model/index.ts'
import type { Broken } from './break.ts'
import { byNumber, type TrueMarker, trueMarkers } from './paper.ts'

/** How a judgement of one document, broken or sound, compares with what is true of it. Counts of markers unless said. */
export interface Comparison {
  readonly markers: number
  /** Markers that the program found at all. */
  readonly found: number
  readonly wrong: number
  /** Flagged and wrong; flagged and right, or no marker. */
  readonly caught: number
  readonly falseAlarms: number
  /** Of the caught ones that have a right entry: how many, and for how many the right one is named. */
  readonly mendable: number
  readonly mended: number
  /** Right markers that are called doubtful, which is no alarm. */
  readonly doubtful: number
  /** Findings that say that an entry stands twice, is out of order or older than what it proves: in a sound document none is so. */
  readonly findings: number
  /** Whether the likeliest explanation is what was done, and what it says. */
  readonly explained: boolean
  readonly said: string
  /** What went wrong, a line each. */
  readonly misses: readonly string[]
}

const BLAME: readonly string[] = ['entry-duplicate', 'entry-older-than-claim', 'entry-out-of-order']

/** Of a renumbering of the whole list, as many markers may be left wrong: claims at its edge may hold no evidence. */
const EDGE = 2

export function compare({ paper, cause }: Broken, { doc, layers }: Reading): Comparison {
  const { references, markers, judgement } = layers
  const ids = new Map(references.map((r) => [r.id, contentOf(r, doc.text, paper)]))
  const truth = trueMarkers(paper)
  const pairs = inOrder(
    truth,
    markers,
    (t, m) =>
      (byNumber(paper.style) ? t.printed === m.number : t.points !== null && t.points === ids.get(m.entry ?? '')) ||
      (t.points === null && m.entry === null),
  )
  const top = judgement.explanations[0] ?? null
  const renumbered = new Map(top?.renumbering.map((r) => [r.marker, r.to]) ?? [])
  const verdicts = new Map(judgement.verdicts.map((v) => [v.marker, v]))
  const entryNumbered = (n: number | null | undefined): number | null =>
    n == null
      ? null
      : byNumber(paper.style)
        ? (paper.entries[n - 1]?.id ?? null)
        : (ids.get(references[n - 1]?.id ?? '') ?? null)
  const judged = markers.map((m, i) => {
    const verdict = verdicts.get(m.id)
    const to = renumbered.get(m.id)
    const better = verdict !== undefined && 'better' in verdict ? (verdict.better?.entry ?? null) : null
    return {
      truth: pairs.get(i) ?? null,
      kind: verdict?.kind ?? 'not judged',
      flagged:
        verdict?.kind === 'does-not-fit' || verdict?.kind === 'no-entry' || (to !== undefined && to !== m.number),
      proposed: better !== null ? ids.get(better) : entryNumbered(to),
      after: to === undefined ? (ids.get(m.entry ?? '') ?? null) : entryNumbered(to),
      claim: doc.text.slice(m.claim.start, m.claim.end).slice(0, 90).replace(/\s+/gu, ' '),
      number: m.number,
    }
  })
  const seen = judged.filter((j) => j.truth !== null)
  const caught = judged.filter((j) => j.flagged && j.truth?.right === false)
  const mendable = caught.filter((j) => j.truth!.meant !== null)
  const false_ = judged.filter((j) => j.flagged && j.truth?.right !== false)
  const blamed = judgement.findings.filter((f) => BLAME.includes(f.code))
  const missed = seen.filter((j) => !j.truth!.right && !j.flagged)
  return {
    markers: truth.length,
    found: seen.length,
    wrong: truth.filter((t) => !t.right).length,
    caught: caught.length,
    falseAlarms: false_.length,
    mendable: mendable.length,
    mended: mendable.filter((j) => j.proposed === j.truth!.meant).length,
    findings: blamed.length,
    doubtful: seen.filter((j) => j.truth!.right && j.kind === 'doubtful').length,
    explained:
      sameKind(cause, top) &&
      (cause.kind === 'mixed' ||
        seen.filter((j) => j.truth!.meant !== null && j.after !== j.truth!.meant).length <=
          (cause.kind === 'none' ? 0 : EDGE)),
    said: top === null ? 'nothing' : said(top),
    misses: [
      ...(cause.kind === 'none' ? blamed.map((f) => `finding ${f.code}: ${f.message}`) : []),
      ...false_.map((j) => `false alarm at ${j.number} (${j.kind}): ${j.claim}`),
      ...missed.map((j) => `missed at ${j.number} (${j.kind}), meant ${j.truth!.meant}: ${j.claim}`),
    ],
  }
}

const said = (e: ListExplanation): string =>
  e.kind === 'shift' ? `shift by ${e.by} from ${e.number}, ${e.cause.kind}` : e.kind

function sameKind(cause: Broken['cause'], top: ListExplanation | null): boolean {
  if (cause.kind !== 'shift') return (top?.kind ?? 'none') === cause.kind
  return top?.kind === 'shift' && top.by === cause.by && (cause.cause === null || top.cause.kind === cause.cause)
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The id of the true entry that the program read as `reference`. */
function contentOf(reference: Reference, text: string, { entries, style }: Broken['paper']): number | null {
  if (byNumber(style) && reference.number !== null) return entries[reference.number - 1]?.id ?? null
  const read = letters(
    style === 'link' ? (reference.fields.URL?.value ?? '') : text.slice(reference.span.start, reference.span.end),
  )
  return (
    entries.find((e) => letters(e.body) === read)?.id ??
    entries.find((e) => letters(e.body).startsWith(read.slice(0, 40)))?.id ??
    null
  )
}

/** Pairs the true markers with those read, both in the order of the text (longest common subsequence): index of the read one → true one. */
function inOrder<M>(
  truth: readonly TrueMarker[],
  read: readonly M[],
  same: (t: TrueMarker, m: M) => boolean,
): Map<number, TrueMarker> {
  const longest = truth
    .map(() => new Array<number>(read.length + 1).fill(0))
    .concat([new Array(read.length + 1).fill(0)])
  for (let i = truth.length - 1; i >= 0; i--)
    for (let j = read.length - 1; j >= 0; j--)
      longest[i]![j] = same(truth[i]!, read[j]!)
        ? 1 + longest[i + 1]![j + 1]!
        : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
  const pairs = new Map<number, TrueMarker>()
  for (let i = 0, j = 0; i < truth.length && j < read.length; ) {
    if (same(truth[i]!, read[j]!)) pairs.set(j++, truth[i++]!)
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

/** Figures over many comparisons. */
export function figures(all: readonly { sound: boolean; c: Comparison }[]) {
  const sum = (of: (c: Comparison) => number, which = all): number => which.reduce((n, { c }) => n + of(c), 0)
  const sound = all.filter((a) => a.sound)
  const broken = all.filter((a) => !a.sound)
  return {
    documents: broken.length,
    explained: broken.filter(({ c }) => c.explained).length / broken.length,
    found: sum((c) => c.found) / sum((c) => c.markers),
    precision: sum((c) => c.caught, broken) / (sum((c) => c.caught, broken) + sum((c) => c.falseAlarms, broken)),
    recall: sum((c) => c.caught, broken) / sum((c) => c.wrong, broken),
    mended: sum((c) => c.mended, broken) / sum((c) => c.mendable, broken),
    soundMarkers: sum((c) => c.markers, sound),
    soundAlarms: sum((c) => c.falseAlarms, sound),
    soundDoubtful: sum((c) => c.doubtful, sound),
    soundFindings: sum((c) => c.findings, sound),
  }
}
