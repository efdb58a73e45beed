/** A piece of a stretch of markers as it is drawn: `of` is the marker it stands for; `implied` a number that the text does not print, as the 6 in "5–7". */
export interface Part<T> {
  readonly text: string
  readonly of: T | null
  readonly implied: boolean
}

const FIGURES = /[0-9]+|[⁰¹²³⁴-⁹]+/gu

/**
 * Shares the words of a stretch out among its markers: one marker gets all of them, of several each the figures of its number. What is printed
 * is kept; numbers inside a range, and markers without figures, are added as implied.
 */
export function partsOf<T extends { readonly number: number }>(words: string, markers: readonly T[]): Part<T>[] {
  if (markers.length < 2) return [{ text: words, of: markers[0] ?? null, implied: false }]
  const parts: Part<T>[] = []
  let [at, next] = [0, 0]
  const imply = (to: number): void => {
    for (; next < to; next++) parts.push({ text: String(markers[next]!.number), of: markers[next]!, implied: true })
  }
  for (const m of words.matchAll(FIGURES)) {
    const number = Number(m[0].normalize('NFKC'))
    const place = markers.findIndex((marker, i) => i >= next && marker.number === number)
    if (place < 0) continue
    if (m.index > at) parts.push({ text: words.slice(at, m.index), of: null, implied: false })
    imply(place)
    parts.push({ text: m[0], of: markers[place]!, implied: false })
    next = place + 1
    at = m.index + m[0].length
  }
  const rest: Part<T> = { text: words.slice(at), of: null, implied: false }
  if (at === 0) parts.push(rest)
  imply(markers.length)
  return at === 0 || at === words.length ? parts : [...parts, rest]
}
