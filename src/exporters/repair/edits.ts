/** A stretch of a source, half-open, and what stands there afterwards. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text with edits made, which may come in any order and do not overlap. */
export function edited(source: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  return parts.join('') + source.slice(at)
}
