import type { Span } from '../model/index.ts'

/** Converts spans between UTF-16 code units (inside) and Unicode code points (at the border) for one text, in O(log n) each. */
export function codePoints(text: string): {
  toPoints(span: Span): [number, number]
  toUnits(span: readonly [number, number]): Span
} {
  const astral: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next < 0xe000) astral.push(i++)
    }
  }
  /** How many pairs begin before `at`. */
  const before = (at: number): number => {
    let low = 0
    let high = astral.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (astral[mid]! < at) low = mid + 1
      else high = mid
    }
    return low
  }
  const point = (unit: number): number => unit - before(unit)
  const unit = (at: number): number => {
    let low = 0
    let high = astral.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (astral[mid]! - mid < at) low = mid + 1
      else high = mid
    }
    return at + low
  }
  return {
    toPoints: (span) => [point(span.start), point(span.end)],
    toUnits: ([start, end]) => ({ start: unit(start), end: unit(end) }),
  }
}
