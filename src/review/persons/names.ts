import { plainLetters, spellingKey } from '../../text/index.ts'

/**
 * How two names of persons may be one: letter for letter; but for transliteration ("Zinoviev", "Zinovyev"); the family name first or last ("Kim Do-hoon",
 * "Do Hoon Kim"); one with more given names than the other; one with initials; but for letters that other tongues write otherwise ("Gaddafi",
 * "Qaddafi"); or one a surname alone.
 */
export type NameLikeness = 'same' | 'spelling' | 'order' | 'part' | 'initials' | 'sound' | 'surname'

/** The kinds of likeness, the closest first. */
const CLOSEST: readonly NameLikeness[] = ['same', 'spelling', 'part', 'order', 'initials', 'sound', 'surname']

/** A name taken apart: each part in plain letters, by its spelling and by its sound; what tells a son from his father. */
export interface NameParts {
  readonly whole: string
  readonly parts: readonly Part[]
  readonly generation: string
}

interface Part {
  readonly plain: string
  readonly key: string
  readonly sound: string
  readonly isInitial: boolean
}

const GENERATION = /^(?:jr|sr|junior|senior|ii|iii|iv|the (?:elder|younger))$/u

/** Takes a name apart; "G.V." is two initials. */
export function nameParts(name: string): NameParts {
  const words = name
    .replace(/,/gu, ' ')
    .replace(/(?<=\p{Lu}\.)(?=\p{L})/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word))
  const plain = words.map((word) => plainLetters(word).replace(/[^\p{L}]/gu, ''))
  const isGeneration = (at: number): boolean => at > 0 && GENERATION.test(plain[at]!)
  const parts = words.flatMap((word, at): Part[] =>
    isGeneration(at)
      ? []
      : [
          {
            plain: plain[at]!,
            key: spellingKey(word),
            sound: soundOf(plain[at]!),
            isInitial: /^\p{Lu}\.?$/u.test(word),
          },
        ],
  )
  return {
    whole: parts.map((p) => p.plain).join(''),
    parts,
    generation: plain.filter((_, at) => isGeneration(at)).join(' '),
  }
}

/** Letters and pairs of letters that different tongues write for one sound, applied in order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|tsch|tch|ch|cz|č/gu, 'c'],
  [/zh|dj|dzh/gu, 'j'],
  [/kh|gh|q|g|h/gu, 'k'],
  [/dh|th/gu, 'd'],
  [/ph/gu, 'f'],
  [/w/gu, 'v'],
  [/x/gu, 'ks'],
  [/ou|oo/gu, 'u'],
  [/ee|y|j/gu, 'i'],
  [/(\p{L})\1+/gu, '$1'],
]
const soundOf = (plain: string): string =>
  SOUNDS.reduce((word, [pattern, letter]) => word.replace(pattern, letter), plain)

/** How two names may be one; null when they are names of different persons. */
export function nameLikeness(a: NameParts, b: NameParts): NameLikeness | null {
  if (a.generation !== b.generation || a.parts.length === 0 || b.parts.length === 0) return null
  const [short, long] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts]
  if (short.length === 1) return isSurname(short[0]!, long) ? 'surname' : null
  if (a.whole === b.whole) return 'same'
  if (short.every((p) => !p.isInitial) && long.some((p) => p.isInitial) && isWithin(short, long)) return 'part'
  if ([...short, ...long].some((p) => p.isInitial)) return byInitials(a.parts, b.parts) ? 'initials' : null
  const [x, y] = [a, b].map((name) => name.parts.map((p) => p.key))
  if (x!.join('') === y!.join('')) return 'spelling'
  if (turned(x!).includes(y!.join('')) || turned(y!).includes(x!.join(''))) return 'order'
  if (isWithin(short, long)) return 'part'
  const isHeard = short.length === long.length && short.every((part, at) => isNear(part.sound, long[at]!.sound))
  return isHeard ? 'sound' : null
}

/** The closest of two kinds of likeness. */
export const closest = (kinds: readonly (NameLikeness | null)[]): NameLikeness | null =>
  CLOSEST.find((kind) => kinds.includes(kind)) ?? null

/** A single name may be another's first or last part: which is the family's the name alone does not tell. */
const isSurname = (part: Part, parts: readonly Part[]): boolean =>
  !part.isInitial && [parts[0]!, parts.at(-1)!].some((p) => !p.isInitial && p.key === part.key)

/** A name with its last part moved to the front, or its first to the end. */
const turned = (keys: readonly string[]): string[] => [
  [keys.at(-1)!, ...keys.slice(0, -1)].join(''),
  [...keys.slice(1), keys[0]!].join(''),
]

/** Whether all parts of the shorter stand in the longer in their order. */
function isWithin(short: readonly Part[], long: readonly Part[]): boolean {
  let at = 0
  for (const part of long) if (at < short.length && part.key === short[at]!.key) at++
  return at === short.length
}

/** Whether the parts written out are the same, and each initial begins the part that it stands for, as far as both have one. */
function byInitials(a: readonly Part[], b: readonly Part[]): boolean {
  const written = a.filter((p) => !p.isInitial && b.some((q) => !q.isInitial && q.key === p.key)).map((p) => p.key)
  if (written.length === 0) return false
  const [x, y] = [a, b].map((parts) => parts.filter((p) => p.isInitial || !written.includes(p.key)))
  const both = Math.min(x!.length, y!.length)
  return x!.slice(0, both).every((p, at) => {
    const q = y![at]!
    return p.isInitial || q.isInitial ? p.plain[0] === q.plain[0] : p.key === q.key
  })
}

/** The fewest letters of a word in which one vowel may differ. */
const LONG = 5

/** Whether two words sound alike: the same, or but for one vowel inside a long word; the last letter tells "Ivanov" from "Ivanova". */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < LONG || a.at(-1) !== b.at(-1) || a[0] !== b[0]) return false
  const bones = (word: string): string => word.replace(/[aeiou]/gu, '')
  if (bones(a) !== bones(b)) return false
  const [x, y] = [a, b].map((word) => word.split(/[^aeiou]/u))
  return x!.filter((vowels, at) => vowels !== y![at]).length <= 1
}

/** A key that names which may be one have in common; those with initials or one part ask, for them a surname and a letter must do. */
export interface NameKey {
  readonly key: string
  readonly asks: boolean
}

/** Every key of a name: each two of its parts by their consonants, all its letters in whatever order, a part with another's first letter, a part alone. */
export function nameKeys({ parts, whole }: NameParts): NameKey[] {
  const bones = parts.map((p) => p.sound.replace(/[aeiou]/gu, ''))
  if (parts.length === 1) return [{ key: `one ${bones[0]}`, asks: true }]
  const hasInitials = parts.some((p) => p.isInitial)
  const written = parts.flatMap((p, at) => (p.isInitial ? [] : [{ bones: bones[at]!, at }]))
  return [
    { key: `letters ${[...spellingKey(whole)].sort().join('')}`, asks: true },
    ...written.flatMap(({ bones: x, at }) => [
      { key: `one ${x}`, asks: false },
      ...written.filter((w) => w.at > at).map((w) => ({ key: `two ${[x, w.bones].sort().join(' ')}`, asks: true })),
      ...parts
        .filter((_, other) => other !== at)
        .map((p) => ({ key: `initial ${x} ${p.plain[0]}`, asks: hasInitials })),
    ]),
  ]
}
