import type { Span } from '../../model/index.ts'

const RANGE = '[A-Z]?\\d{1,5}(?:\\s?[–—-]\\s?\\d{1,5})?'

/** Where an entry prints its pages, the surest first; group 1 is the pages. The title is blanked before. */
const SHAPES: readonly RegExp[] = [
  // "pp. 14–29", "p. A3", "С. 33–51"; not "212 p."
  new RegExp(`(?<![\\p{L}\\d])(?:pp?|P|[sS]|[сС]|стр)\\.\\s?(${RANGE})`, 'u'),
  // "Ibid., 15", "op. cit., 140–142"
  new RegExp(`(?:^ibid\\.?|cit\\.?),\\s(${RANGE})`, 'iu'),
  // "14-29쪽", "第14–29页"
  new RegExp(`(${RANGE})\\s?(?:쪽|页|頁)`, 'u'),
  // after volume, issue or year: "12 (3): 201–24", "2016;4(2):77-89", "2015: 45"; not "Vienna: 2015"
  new RegExp(`(?<=[\\d)])\\s?:\\s?(${RANGE})(?![\\d/])`, 'u'),
  // after volume or a bracket: "14(2), 88–107", "(Vienna, 2011), 88–91"; not "2021–22"
  /,\s(?!(?:1[5-9]|20)\d\d\s?[–—-])(\d{1,5}\s?[–—-]\s?\d{1,5})(?=[.,)]|\s*$|\s\P{L})/u,
  // one page at the end, after a bracket or a full date: "(Vienna, 2011), 45.", "May 4, 2011, 3."
  /(?:\)|(?:1[5-9]|20)\d\d),\s(\d{1,4})\.?\s*$/u,
  // "2023-01-09(3)"
  /\d{4}-\d\d-\d\d\((\d{1,3})\)/u,
]

/** The pages that an entry gives, or null. */
export function pagesOf(lead: string): Span | null {
  for (const shape of SHAPES) {
    const m = shape.exec(lead)
    if (m === null) continue
    const start = m.index + m[0].lastIndexOf(m[1]!)
    return { start, end: start + m[1]!.length }
  }
  return null
}
