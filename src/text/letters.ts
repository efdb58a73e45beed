/** Letters that are none of Latin's twenty-six with a mark, in plain Latin ones. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'i',
  є: 'e',
  ґ: 'g',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
  қ: 'q',
  ғ: 'g',
  ў: 'u',
  ҳ: 'h',
  ә: 'a',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  ң: 'n',
} // prettier-ignore

/** A word in small plain Latin letters: "Ouédraogo" ouedraogo, "Зиновьева" zinoveva. Other scripts stay as they are. */
export function plainLetters(word: string): string {
  const latin = word.toLowerCase().replace(/[łøđðþıßæœ]|\p{Script=Cyrillic}/gu, (c) => LETTERS[c] ?? c)
  return latin
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}

/** A word without what transliterations differ in: "Vassily" and "Vasiliy", "Zinoviev" and "Zinovyev", "Sergei" and "Sergey". */
export const spellingKey = (word: string): string =>
  plainLetters(word)
    .replace(/[’'.-]/gu, '')
    .replace(/(?:iy|yi|ij|ei|ey|ii|y|j)/gu, 'i')
    .replace(/ks/gu, 'x')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/i(?=[aeou])/gu, '')
