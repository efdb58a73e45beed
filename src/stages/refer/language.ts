/** Scripts that settle the language, with letters that settle it further; the first that holds most letters counts. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Han}/gu, (text) => (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'zh')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [
    /\p{Script=Cyrillic}/gu,
    (text) =>
      /[іїєґ]/iu.test(text) ? 'uk' : /[јљњђћџ]/iu.test(text) ? 'sr' : /[ўқғҳ]/iu.test(text) ? 'und-Cyrl' : 'ru',
  ],
  [/\p{Script=Arabic}/gu, (text) => (/[پچگژ]/u.test(text) ? 'fa' : 'ar')],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
]

/** A language written in Latin letters: its small words, and letters that few others have. */
interface Latin {
  readonly code: string
  readonly words: ReadonlySet<string>
  readonly letters: RegExp | null
}
const latin = (code: string, words: string, letters: RegExp | null = null): Latin => ({
  code,
  words: new Set(words.split(' ')),
  letters,
})

const LATIN: readonly Latin[] = [
  latin(
    'en',
    'the of and in on to for with by from at is are has says as after over between its before under without against into how why who what their not s',
  ),
  latin('fr', 'le la les des du de et en sur pour dans au aux une par avec', /[èêçœ]/u),
  latin('de', 'der die das und von zur zum im mit für über eine des den dem am', /[äöüß]/u),
  latin('es', 'el la los las del de y en para por una con sobre al', /[ñ¿¡]/u),
  latin('it', 'il lo gli della del di e nel per una con sulla dei', /[ìò]/u),
  latin('pt', 'o os as da do das dos de e em para uma com sobre ao', /[ãõ]/u),
  latin('tr', 've bir ile için bu olarak arasında', /[ğış]/u),
  latin('pl', 'i w na do z oraz dla się przez', /[łąęśćż]/u),
  latin('cs', 'v z na se do pro ve k od', /[ěřů]/u),
]

/** BCP 47 language of an entry by its script, and in Latin letters by its small words; 'und' when nothing tells (a name and a date). */
export function entryLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [script, name] of SCRIPTS) if ((text.match(script)?.length ?? 0) > letters * 0.4) return name(text)
  const lower = text.toLowerCase()
  const words = lower.match(/\p{L}+/gu) ?? []
  let best = { code: 'und', count: 0 }
  for (const { code, words: known, letters: own } of LATIN) {
    const small = words.filter((w) => known.has(w)).length
    const count = small + (small > 0 && own?.test(lower) ? 1.5 : 0)
    if (count > best.count) best = { code, count }
  }
  return best.code
}
