import type { Reference } from '../../model/index.ts'
import type { ActorOntology } from '../../pipeline/index.ts'
import type { Trait } from './prose.ts'

/** The state whose authorities and press write in a language; none for languages of many states. */
export const HOMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ru', ['RUS']],
  ['uk', ['UKR']],
  ['ko', ['KOR', 'PRK']],
  ['zh', ['CHN']],
  ['ja', ['JPN']],
  ['he', ['ISR']],
  ['el', ['GRC']],
  ['hy', ['ARM']],
  ['ka', ['GEO']],
  ['fa', ['IRN']],
  ['tr', ['TUR']],
  ['pl', ['POL']],
  ['sr', ['SRB']],
])

interface Named {
  readonly code: string
  readonly pattern: RegExp
}

const tables = new Map<string, readonly Named[]>()

/** States that an entry names in its own language, by Unicode's names of regions (CLDR): "Россия", "대한민국" is none of them, "러시아" is. */
export function stateTraits(text: string, { language, span }: Reference, actors: ActorOntology): Trait[] {
  if (language === 'en' || !/^[a-z]{2,3}$/u.test(language) || language === 'und') return []
  if (!tables.has(language)) tables.set(language, table(language, actors))
  const content = text.slice(span.start, span.end)
  return tables.get(language)!.flatMap(({ code, pattern }) => {
    const m = pattern.exec(content)
    return m === null
      ? []
      : [{ key: `a:${code}`, span: { start: span.start + m.index, end: span.start + m.index + m[0].length } }]
  })
}

function table(language: string, actors: ActorOntology): Named[] {
  const [english, own] = ['en', language].map((l) => new Intl.DisplayNames([l], { type: 'region', fallback: 'none' }))
  return regionCodes().flatMap((region) => {
    const [name, foreign] = [english!.of(region), own!.of(region)]
    if (name === undefined || foreign === undefined || foreign === name) return []
    const code = actors.lookup(name)?.actor.code ?? null
    return code === null ? [] : [{ code, pattern: namePattern(foreign) }]
  })
}

/** A name with the endings that it may take; names in scripts without spaces stand anywhere. */
const namePattern = (name: string): RegExp => {
  const plain = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  if (/^\p{Lo}/u.test(name)) return new RegExp(plain(name), 'u')
  const stem = name.length > 5 ? name.slice(0, -1) : name
  return new RegExp(`(?<!\\p{L})${plain(stem)}\\p{L}{0,3}(?!\\p{L})`, 'iu')
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const regionCodes = (): string[] => letters.flatMap((a) => letters.map((b) => a + b)).filter((c) => !c.startsWith('X'))
