/** Scripts that settle the language, with letters that settle it further; the first that holds most letters counts. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Han}/gu, () => 'zh'],
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

/** Small words of languages written in Latin letters. */
const WORDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', new Set('the of and in on to for with by from at is are has says as after over between a its'.split(' '))],
  ['fr', new Set('le la les des du et en sur pour dans au aux une par avec'.split(' '))],
  ['de', new Set('der die das und von zur zum im mit für über eine des den dem'.split(' '))],
  ['es', new Set('el la los las del y en para por una con sobre al'.split(' '))],
  ['it', new Set('il lo gli della del di e nel per una con sulla dei'.split(' '))],
  ['pt', new Set('o os as da do das dos e em para uma com sobre ao'.split(' '))],
  ['tr', new Set('ve bir ile için bu olarak arasında'.split(' '))],
  ['pl', new Set('i w na do z oraz dla się przez'.split(' '))],
]

/** BCP 47 language of an entry by its script, and in Latin letters by its small words; 'und' when nothing tells (a name and a date). */
export function entryLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [script, name] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0
    if (count > letters * 0.4 || (name('') === 'ja' && count > 2)) return name(text)
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let best = { code: 'und', count: 0 }
  for (const [code, known] of WORDS) {
    const count = words.filter((w) => known.has(w)).length
    if (count > best.count) best = { code, count }
  }
  return best.code
}
