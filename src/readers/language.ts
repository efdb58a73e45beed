const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to in that is was for on with by as at from it be has have are this not'.split(' ')),
  fr: new Set('le la les des et de du un une en que qui est pour dans sur par au aux ce avec'.split(' ')),
  de: new Set('der die das und in den von zu mit ist des auf für im dem nicht ein eine als auch'.split(' ')),
  es: new Set('el la los las de y en que un una es por con para del se al lo como más'.split(' ')),
}

/** Languages by the script that most of the letters are of; the first that fits. Kana tell Japanese and ї, є tell Ukrainian among a shared script. */
const SCRIPTS: readonly { readonly code: string; readonly script: RegExp; readonly sign: RegExp | null }[] = [
  { code: 'uk', script: /\p{Script=Cyrillic}/gu, sign: /[їєґ]/giu },
  { code: 'ru', script: /\p{Script=Cyrillic}/gu, sign: /[ыэё]/giu },
  { code: 'ko', script: /\p{Script=Hangul}/gu, sign: null },
  { code: 'ja', script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, sign: /\p{Script=Hiragana}/gu },
  { code: 'zh', script: /\p{Script=Han}/gu, sign: null },
  { code: 'ar', script: /\p{Script=Arabic}/gu, sign: null },
]

const SAMPLE = 20_000
/** Fewer letters than these may lack any sign. */
const FEW = 300

/** The language of a text (BCP 47) by its script and its commonest words; 'und' in a script that is not known here, null when the words do not tell. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const times = (sought: RegExp): number => sample.match(sought)?.length ?? 0
  const letters = times(/\p{L}/gu)
  for (const { code, script, sign } of SCRIPTS)
    if (
      times(script) > letters / 2 &&
      (sign === null || times(sign) > letters / 200 || (code === 'ru' && letters < FEW))
    )
      return code
  if (times(/\p{Script=Latin}/gu) < letters / 2) return 'und'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const ranked = Object.entries(STOP_WORDS)
    .map(([code, stops]) => ({ code, share: words.filter((w) => stops.has(w)).length / words.length }))
    .sort((a, b) => b.share - a.share)
  const [best, next] = [ranked[0]!, ranked[1]!]
  return words.length >= 20 && best.share >= 0.12 && best.share >= next.share * 1.3 ? best.code : null
}
