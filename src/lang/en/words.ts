import type { Span } from '../../model/index.ts'

/**
 * English words as Universal Dependencies' English treebanks part them: clitics ("do" "n't", "China" "'s"), hyphens and slashes
 * stand alone, abbreviations keep their point, numbers, dates, addresses and file names stay whole.
 */
export function englishWords(text: string, within: Span): Span[] {
  const out: Span[] = []
  let at = within.start
  while (at < within.end) {
    if (isSpace(text, at)) {
      at++
      continue
    }
    const stop = Math.min(within.end, at + LONGEST_CHUNK)
    let end = at + 1
    while (end < stop && !isSpace(text, end)) end++
    const next = text.slice(end, end + 4).trim()[0] ?? ''
    for (const [from, to] of chunkWords(text.slice(at, end), next)) out.push({ start: at + from, end: at + to })
    at = end
  }
  return out
}

/** A run without white space that is longer is cut: hostile input, no word. */
const LONGEST_CHUNK = 2000

const SPACE = /[\s\u200b\ufeff]/u
const isSpace = (text: string, at: number): boolean => SPACE.test(text[at]!)

type Piece = [start: number, end: number]

const ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>“”"]+|^[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}/iu
/** Host and file names, "irc.example.net", and dates with slashes. */
const DOTTED = /^[\p{L}\p{N}_-]{1,40}(?:\.[\p{Ll}\p{N}_-]{1,40}){1,6}(?![\p{L}\p{N}])/u
const SLASHED_DATE = /^\d{1,4}\/\d{1,2}\/\d{2,4}(?!\w)/u
const NUMBER = /^\d{1,4}(?:[.,:]\d{1,4}){1,6}(?!\w)|^\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{N}])/u
/** A telephone number: "555-0134", "202-555-0134"; a span of years has other groups. */
const TELEPHONE = /^(?:\d-)?(?:\d{3}-)?\d{3}-\d{4}(?![\w-])/u
/** A number whose unit is written to it: "5pm", "370km", "2bn". The unit is the next word. */
const MEASURED =
  /^\d+(?:[.,:]\d+)*(?=(?:[ap]m|k|m|bn|mn|[mck]m|kg|mg|mph|kph|mw|gw|kw|[kmg]b|[kmg]hz|ft|lbs?)(?![\p{L}\p{N}]))/iu
/** A face at the end of a run: ":)", ";-(", "=D". */
const FACE = /^(?:[:;=8]['^o-]?[()DP\][|/\\]{1,9}|\^_*\^|\([:;=])$/u
/** Short forms with a stroke that are one word. */
const STROKED = /^(?:b\/c|w\/o?|c\/o|n\/a|a\/c|9\/11|24\/7)(?![\p{L}\p{N}])/iu
/** "i.e.", "e.g.", "a.m.", "a.k.a."; capitals are initials. */
const SMALL_INITIALS = /^(?:\p{Ll}\.){2,}(?![\p{L}\p{N}])/u
const INITIALS = /^(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/u
const WORD = /^[\p{L}\p{N}\p{M}_]+(?:&(?=\p{Lu})\p{Lu}+)?(?:['’](?=\p{L})[\p{L}\p{M}]+)*/u
const REPEATED = /^(?:([-=*_~+$#<>/\\])\1{1,200}|[.!?]{2,200}|''|’’|``|‘‘)/u
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen col lt maj capt cmdr sgt adm rev hon gov sen rep pres amb st sr jr messrs mt ft jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue tues wed thu thurs fri sat sun inc corp co ltd bros vs etc no nos art arts para vol pp p ed eds al approx dept est fig cf ibid op cit viz dist ave blvd ' +
    'maj-gen lt-gen sq cir ref refs'
  ).split(' '),
)
/** Words that stand with a point only before a number or a name: "No. 5", "Art. 4". At the end of a sentence they are words. */
const BEFORE_MORE = new Set([
  'no',
  'nos',
  'art',
  'arts',
  'p',
  'pp',
  'ed',
  'fig',
  'st',
  'mar',
  'sun',
  'sat',
  'may',
  'co',
  'est',
  'al',
  'cit',
  'cir',
])
const CLITIC = /^(?:['’](?:s|m|d|re|ve|ll)|n['’]t)$/iu

/** The words of one run without white space, as offsets into it; `next` is the character that follows the white space after it. */
function chunkWords(chunk: string, next: string): Piece[] {
  const rules = RULES.filter(({ when }) => when.test(chunk))
  const out: Piece[] = []
  let at = 0
  while (at < chunk.length) {
    const length = wordAt(chunk, at, rules, next)
    out.push(...withClitics(chunk, at, at + length))
    at += length
  }
  return out
}

/** Whole shapes, in order of precedence; each is tried only in a run that holds the character it cannot do without. */
const RULES: readonly { readonly when: RegExp; readonly match: (rest: string) => number }[] = [
  { when: /:\/\/|www\.|@/iu, match: (rest) => ADDRESS.exec(rest)?.[0].replace(/[.,;:!?)\]}'’»]+$/u, '').length ?? 0 },
  { when: /^[:;=8^(]/u, match: (rest) => FACE.exec(rest)?.[0].length ?? 0 },
  { when: /\//u, match: (rest) => STROKED.exec(rest)?.[0].length ?? 0 },
  { when: /\//u, match: (rest) => SLASHED_DATE.exec(rest)?.[0].length ?? 0 },
  { when: /\./u, match: (rest) => named(DOTTED.exec(rest)) },
  { when: /\./u, match: (rest) => INITIALS.exec(rest)?.[0].length ?? 0 },
  { when: /\./u, match: (rest) => SMALL_INITIALS.exec(rest)?.[0].length ?? 0 },
  { when: /\d-\d/u, match: (rest) => TELEPHONE.exec(rest)?.[0].length ?? 0 },
  { when: /\d/u, match: (rest) => MEASURED.exec(rest)?.[0].length ?? 0 },
  { when: /\d/u, match: (rest) => NUMBER.exec(rest)?.[0].length ?? 0 },
]

/** How long the word at `at` is. */
function wordAt(chunk: string, at: number, rules: typeof RULES, next: string): number {
  const rest = chunk.slice(at, at + 200)
  for (const rule of rules) {
    const length = rule.match(rest)
    if (length > 0) return length
  }
  const prefix = PREFIXED.exec(rest)?.[0].length ?? 0
  const word = WORD.exec(prefix > 0 ? rest.slice(prefix) : rest)
  if (word !== null) return prefix + word[0].length + point(chunk, at + prefix, word[0], next)
  const repeated = REPEATED.exec(rest)
  if (repeated !== null) return repeated[0].length
  const clitic = at > 0 ? LONE_CLITIC.exec(rest) : null
  if (clitic !== null) return clitic[0].length
  return rest.codePointAt(0)! > 0xffff ? 2 : 1
}

const LONE_CLITIC = /^['’](?:s|m|d|re|ve|ll|em|til|cause)(?![\p{L}\p{N}])/iu

/** A dotted run is a name when it has three parts of two letters or more, or ends as hosts and files do: "end.next" is no name. */
function named(found: RegExpExecArray | null): number {
  if (found === null) return 0
  const parts = found[0].split('.')
  const whole = parts.length > 2 ? parts.every((part) => part.length > 1) : ENDINGS.test(parts[1]!)
  return whole ? found[0].length : 0
}

const ENDINGS = /^(?:com|net|org|edu|gov|int|info|pdf|docx?|txt|html?|jpg|png|xls|xml|ru|uk|de|fr|cn|eu|kp|kr|jp)$/u

/** Prefixes that stay with their word: "anti-Russian", "co-operation". */
const PREFIXED =
  /^(?:e|non|mid|pre|anti|re|post|co|over|pro|multi|ex|sub|semi|neo|socio|counter|intra|inter|ultra|un|micro|quasi|pan|trans|mis|de)-(?=[\p{L}\p{N}])/iu

/** 1 when the point after a word belongs to it. */
function point(chunk: string, at: number, word: string, next: string): number {
  const end = at + word.length
  if (chunk[end] !== '.') return 0
  if (/^\p{Lu}$/u.test(word)) return 1
  const small = word.toLowerCase()
  if (!ABBREVIATIONS.has(small)) return 0
  if (small === 'etc' && end + 1 === chunk.length) return next === '' || /\p{Lu}/u.test(next) ? 0 : 1
  if (!BEFORE_MORE.has(small)) return 1
  const following = chunk[end + 1] ?? next
  return (/\p{Lu}/u.test(word[0]!) ? /[\p{Lu}\p{N}]/u : /\p{N}/u).test(following) ? 1 : 0
}

/** Two words written as one, by the length of the second: "cannot", "gonna", and clitics that lost their apostrophe where no other word is meant. */
const WRITTEN_AS_ONE: readonly (readonly [RegExp, number])[] = [
  [/^cannot$/iu, 3],
  [/^alot$/iu, 3],
  [/^(?:gon|wan)na$|^(?:got|out)ta$/iu, 2],
  [/^(?:do|does|did|is|was|are|were|have|has|had|wo|ca|could|would|should|ai)nt$/iu, 2],
  [/^(?:you|they)re$|^(?:i|you|they)ve$/iu, 2],
  [/^im$|^(?:that|what|there)s$/u, 1],
  [/^Im$|^(?:That|What|There)s$/u, 1],
]

/** A word parted from its clitics: "don't" → do, n't; "cannot" → can, not; "China’s" → China, ’s. */
function withClitics(chunk: string, start: number, end: number): Piece[] {
  const word = chunk.slice(start, end)
  const joined = WRITTEN_AS_ONE.find(([shape]) => shape.test(word))
  if (joined !== undefined)
    return [
      [start, end - joined[1]],
      [end - joined[1], end],
    ]
  const negated = /n['’]t$/iu.exec(word)
  if (negated !== null && word.length > 3)
    return [
      [start, end - 3],
      [end - 3, end],
    ]
  const apostrophe = Math.max(word.lastIndexOf("'"), word.lastIndexOf('’'))
  if (apostrophe > 0 && CLITIC.test(word.slice(apostrophe)))
    return [
      [start, start + apostrophe],
      [start + apostrophe, end],
    ]
  return [[start, end]]
}
