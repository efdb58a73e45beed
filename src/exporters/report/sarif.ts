import { createHash } from 'node:crypto'
import type { Span } from '../../model/index.ts'
import { type Judged, type Remark, RULES, type Rule } from './remarks.ts'

/** Where a document's file lies and which text it has; null where the file is no text, so that only the file can be pointed to. */
export interface Source {
  readonly uri: string
  readonly text: string | null
  /** Where a stretch of the document stands in that text; null when that is not certain. */
  place(span: Span): Span | null
}

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Remarks as SARIF 2.1.0 (OASIS), as GitHub's code scanning reads it: one run, one rule a kind, lines and columns from 1 in UTF-16 code units. */
export function sarifReport({ doc }: Judged, remarks: readonly Remark[], source: Source, version: string): string {
  const rules = Object.keys(RULES) as Rule[]
  const locate = locator(source)
  const results = remarks.map((r) => ({
    ruleId: r.rule,
    ruleIndex: rules.indexOf(r.rule),
    level: r.level,
    message: { text: r.message },
    locations: [{ physicalLocation: locate(r.span) }],
    ...(r.related.length === 0
      ? {}
      : {
          relatedLocations: r.related.map(({ span, message }, id) => ({
            id,
            physicalLocation: locate(span),
            message: { text: message },
          })),
        }),
    partialFingerprints: { 'dragoman/v1': fingerprint(r, doc.text) },
  }))
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Dragoman', semanticVersion: version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const ruleOf = (id: Rule) => ({
  id,
  shortDescription: { text: RULES[id][1] },
  fullDescription: { text: RULES[id][1] },
  help: { text: `${RULES[id][1]} “dragoman help references” tells more.` },
  defaultConfiguration: { level: RULES[id][0] },
  properties: { tags: ['references'] },
})

/** The same remark keeps its fingerprint when lines move: it rests on the rule, the words and those before them. */
const fingerprint = ({ rule, span }: Remark, text: string): string =>
  createHash('sha256')
    .update(`${rule}\n${text.slice(Math.max(0, span.start - 60), span.end)}`)
    .digest('hex')
    .slice(0, 32)

/** Spans to places in the file. Without certainty it is the file's first line, which GitHub needs to show anything. */
function locator({ uri, text, place }: Source): (span: Span) => { artifactLocation: { uri: string }; region: Region } {
  const artifactLocation = { uri: encodeURI(uri.replace(/\\/gu, '/')) }
  const starts = text === null ? [] : [0, ...[...text.matchAll(/\r\n|\n|\r/gu)].map((m) => m.index + m[0].length)]
  const at = (offset: number): { line: number; column: number } => {
    let low = 0
    for (let high = starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
  return (span) => {
    const found = text === null ? null : place(span)
    if (found === null) return { artifactLocation, region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } }
    const [from, to] = [at(found.start), at(found.end)]
    return {
      artifactLocation,
      region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
    }
  }
}
