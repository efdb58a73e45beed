const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to in that is was for on with by as at from it be has have are this not'.split(' ')),
  fr: new Set('le la les des et de du un une en que qui est pour dans sur par au aux ce avec'.split(' ')),
  de: new Set('der die das und in den von zu mit ist des auf für im dem nicht ein eine als auch'.split(' ')),
  es: new Set('el la los las de y en que un una es por con para del se al lo como más'.split(' ')),
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
]

/** The language of a text (BCP 47) by its script and its commonest words; English when there is too little to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [code, letter] of SCRIPTS) if ((sample.match(letter)?.length ?? 0) > letters / 2) return code
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const score = (code: string) => words.filter((w) => STOP_WORDS[code]!.has(w)).length
  const ranked = Object.keys(STOP_WORDS).sort((a, b) => score(b) - score(a))
  return words.length < 20 || score(ranked[0]!) < words.length * 0.05 || score(ranked[0]!) < score('en') * 1.5
    ? 'en'
    : ranked[0]!
}
