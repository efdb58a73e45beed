import type { Reference } from '../../model/index.ts'

/** Entries that point back: "Ibid., p. 4", "там же", "同上"; after a name "op. cit.", "loc. cit.", "указ. соч.", "a. a. O.". Group 1 is the name. */
export const BACKWARDS =
  /^(?:ibid(?:em)?|id|idem|там же|ebenda|ebd|同上|상동)(?![\p{L}])|^([^,.“"«]{2,60}),\s(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit|указ\.\s?соч|цит\.\s?соч|a\.\s?a\.\s?o)(?!\p{L})/iu

/**
 * The entry that each entry means: of "ibid." the one above, of "op. cit." the last work above by that name, of a short title ("Marku, Bank of
 * State, 140") the work whose author and words it repeats; null where it is a work of its own. `bodies` are the entries' texts.
 */
export function meantBy(references: readonly Reference[], bodies: readonly string[]): (string | null)[] {
  const out: (string | null)[] = []
  const works = new Map<string, { readonly id: string; readonly words: ReadonlySet<string> }[]>()
  references.forEach((reference, i) => {
    const back = BACKWARDS.exec(bodies[i]!)
    const name = surnameOf(
      back?.[1] ?? reference.fields.author[0]?.value ?? /^[^,.]{2,40}(?=,\s)/u.exec(bodies[i]!)?.[0] ?? '',
    )
    const own = works.get(name) ?? []
    const above = references[i - 1]
    const ibid = back !== null && back[1] === undefined
    const meant = ibid
      ? above === undefined
        ? null
        : (out[i - 1] ?? above.id)
      : back !== null
        ? (own.at(-1)?.id ?? null)
        : (shortened(reference, bodies[i]!, own) ?? null)
    out.push(meant)
    if (back === null && meant === null && name !== '')
      works.set(name, [...own, { id: reference.id, words: wordsOf(bodies[i]!) }])
  })
  return out
}

const surnameOf = (name: string): string => {
  const comma = name.indexOf(',')
  return (comma > 0 ? name.slice(0, comma) : (name.trim().split(/\s+/u).at(-1) ?? '')).toLowerCase()
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])

/** A short title repeats the words of a work above and has no date, address or place of its own. */
function shortened(
  { fields }: Reference,
  body: string,
  works: readonly { readonly id: string; readonly words: ReadonlySet<string> }[],
): string | undefined {
  if (body.length > 90 || fields.issued !== null || fields.URL !== null) return undefined
  const words = [...wordsOf(body)]
  return words.length < 2 ? undefined : works.findLast((w) => words.every((word) => w.words.has(word)))?.id
}
