import type { Evidence, Verdict } from '../../model/index.ts'
import { callsOf, capital, type Judged, percent, type Remark } from './remarks.ts'

/** How words are marked on a terminal. */
export interface Marks {
  bold(text: string): string
  dim(text: string): string
}

/** The longest that a claim or an entry is told, in characters. */
const LONGEST = 200

const VERDICTS: Readonly<Record<Verdict['kind'], string>> = {
  fits: 'fits',
  undecided: 'nothing tells',
  doubtful: 'doubtful',
  'does-not-fit': 'DOES NOT FIT',
  'no-entry': 'NO ENTRY',
}

/** A report for reading: the list, the explanation, the verdict of every marker with its evidence, and findings. `plain` takes out what would steer a terminal. */
export function textReport(
  judged: Judged,
  remarks: readonly Remark[],
  { bold, dim }: Marks,
  plain: (text: string) => string,
): string {
  const { doc, references, markers, judgement } = judged
  const said = (span: { start: number; end: number }): string => short(plain(doc.text.slice(span.start, span.end)))
  const call = callsOf(references)
  const byMarker = new Map(judgement.verdicts.map((v) => [v.marker, v]))
  const list = references.map((r) => `${call(r.id).padStart(5)} ${said(r.span).replace(/^[[(]?\d+[\])}.]+\s*/u, '')}`)
  const verdicts = markers.flatMap((marker) => {
    const verdict = byMarker.get(marker.id)
    if (verdict === undefined) return []
    const better = 'better' in verdict ? verdict.better : null
    const likely = 'probability' in verdict ? ` ${percent(verdict.probability)}` : ''
    const shown = 'evidence' in verdict ? verdict.evidence.slice(0, 3) : []
    const others = better?.evidence.slice(0, 3) ?? []
    const head = `[${marker.number}]`.padStart(5)
    return [
      `${head} ${verdict.kind === 'fits' || verdict.kind === 'undecided' ? VERDICTS[verdict.kind] : bold(VERDICTS[verdict.kind])}${dim(likely)}${better === null ? '' : bold(` → ${call(better.entry)} ${percent(better.probability)}`)}  ${dim(said(marker.claim))}`,
      ...shown.map((e) => evidence(call('entry' in verdict ? verdict.entry : ''), e)),
      ...others.map((e) => evidence(call(better!.entry), e)),
    ].map(plainLine)
  })
  const counts = Object.entries(Object.groupBy(judgement.verdicts, (v) => v.kind)).map(
    ([kind, some]) => `${some.length} ${VERDICTS[kind as Verdict['kind']].toLowerCase()}`,
  )
  const explanations = judgement.explanations.map((e) => `  ${percent(e.probability).padStart(9)}  ${capital(e.why)}`)
  const told = remarks.map((r) => `  ${r.level.padEnd(8)} ${plain(r.message)}`)
  return [
    bold(`List (${references.length})`),
    ...list,
    '',
    bold(`Markers (${markers.length}: ${counts.join(', ')})`),
    ...verdicts,
    '',
    ...(explanations.length === 0 ? [] : [bold('The list as a whole'), ...explanations, '']),
    bold(told.length === 0 ? 'Nothing is wrong' : 'Remarks'),
    ...told,
  ].join('\n')
}

const plainLine = (line: string): string => line.replace(/\s+$/u, '')
const evidence = (entry: string, { side, why }: Evidence): string =>
  `          ${side === 'for' ? '+' : '−'} ${entry} ${why}`

const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`
}
