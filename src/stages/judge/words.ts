import type { Span } from '../../model/index.ts'
import { plainLetters } from '../../text/index.ts'

/** A word as it is compared: `stem` is its beginning in plain Latin letters, without accents, endings and case. */
export interface Word {
  readonly stem: string
  /** A shorter beginning, by which names are the same across scripts: "Иркутске" and "Irkutsk" are irkut. */
  readonly root: string
  readonly span: Span
  readonly capital: boolean
  /** Whether it carries figures and no date: "2202", "68/262". */
  readonly figure: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’.\-/][\p{L}\p{N}]+)*/gu

/** Words that any claim and any entry may share, of English and of the languages that lists are often written in besides. */
const SMALL = new Set(
  (
    'a about above after again against all also among an and any are around as at available be because been before being below between both but by can could did do does during each either ' +
    'few first for four from further had has have having he her here hers him his how however i if in into is it its itself last later like made many may might more most much must near no nor ' +
    'not now of off on once one only or other our out over own same several she should since so some such than that the their them then there these they this those three through to too two ' +
    'under until up upon very was we were what when where which while who whom whose why will with within without would year years yet you your said says new http https www html htm pdf php com org net int gov edu ' +
    'le la les des du et en sur pour dans aux une par avec der die das und von zur zum im mit fur uber eine el los las del por una con sobre al na po iz za ot dlya kak pri'
  ).split(' '),
)

/** Letters of a stem: long enough to tell words apart, short enough to drop what inflects. */
const LONG = 7
/** Of names across scripts, and of words from Cyrillic, whose endings are longer. */
const SHORT = 5

/** The beginning of a word by which its forms are the same: "recognised", "recognition" and "recognising" are "recogni". */
function stemOf(word: string): string {
  const plain = plainLetters(word.replace(/['’]s?$/u, ''))
  const singular = plain.length > 4 ? plain.replace(/(?<=[^aeious])s$|(?<=e)s$/u, '') : plain
  return singular.slice(0, /\p{Script=Cyrillic}/u.test(word) ? SHORT : LONG)
}

/** The words of a stretch that can tell one work from another, in order. */
export function wordsOf(text: string, within: Span): Word[] {
  const out: Word[] = []
  for (const m of text.slice(within.start, within.end).matchAll(WORD))
    for (const part of parts(m[0], within.start + m.index)) {
      const word = text.slice(part.start, part.end)
      const figure = /\d/u.test(word)
      const capital = /^[\p{Lu}]/u.test(word)
      if (figure ? !telling(word) : small(word, capital)) continue
      const stem = figure ? word.toLowerCase() : stemOf(word)
      out.push({ stem, root: stem.slice(0, SHORT), span: part, capital, figure })
    }
  return out
}

/** A figure that names something: three figures or more, or joined ones. Years are dates and are read as such. */
const telling = (figure: string): boolean =>
  /\d{3}|\d[/-]\d|\p{L}\d|\d\p{L}/u.test(figure) && !/^(?:1[5-9]|20)\d\d$/u.test(figure)

function small(word: string, capital: boolean): boolean {
  if (/^\p{Lo}/u.test(word)) return word.length < 2
  return word.length < (capital ? 2 : 4) || SMALL.has(plainLetters(word))
}

/** Words joined by hyphens and strokes count each: "Russian-DPRK"; figures stay joined: "68/262". */
function parts(word: string, at: number): Span[] {
  if (/^\d[\d./-]*$/u.test(word) || !/[-/.]/u.test(word)) return [{ start: at, end: at + word.length }]
  return [...word.matchAll(/[^-/.]+/gu)].map((m) => ({ start: at + m.index, end: at + m.index + m[0].length }))
}
