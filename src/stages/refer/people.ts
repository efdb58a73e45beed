import type { Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'

/** Words of which a body's or a publisher's name is made. */
export const BODY =
  /(?<!\p{L})(?:press|presses|publish(?:ers?|ing)|books|ministry|institute|department|embassy|mission|university|univ\.?|council|commission|committee|office|agency|bank|board|bureau|parliament|assembly|secretariat|service|foundation|forum|cent(?:re|er)|organi[sz]ation|association|court|union|united nations|government|administration|authority|group|watch|observatory|school|library|academy|verlag|universität|ministère|editions?|éditions|editora|editorial|forlag|förlag|kirjastus|livraria)(?!\p{L})|министерств|посольств|институт|издательств|университет|агентств|совет|комитет|комисси|пресс-служба|통신|외교부|출판|통일부|국방부|大学|出版社|外交部|国防部|商务部|新华社/iu
/** Words of bodies that are authors and hardly ever publish for others. */
const OFFICE =
  /(?<!\p{L})(?:auditor|army|chamber|company|congress|corporation|delegation|directorate|division|federation|force|front|fund|guard|kingdom|league|legation|movement|navy|organi[sz]ation|panel|party|police|presidency|programme|project|prosecutor|republic|ring|secretary|senate|society|team|tribunal|unit|world bank|ministerio|ministerium|embajada|comisi[oó]n|consejo|gobierno|presidencia|rep[uú]blica|république|ministero|comissão|amt|stiftung)(?!\p{L})/iu
/** Nouns of documents and themes: what holds one of them is a title and no person's name. */
const WORK =
  /(?<!\p{L})(?:treaty|convention|agreement|declaration|resolution|report|statement|joint|charter|protocol|memorandum|act|law|policy|war|peace|relations|review|history|press|decision|decree|note|letter|speech|remarks|interview|communiqu[eé]|answers?|politics|foreign|security|strategy|crisis|conflict|conference|summit|map|guide)(?!\p{L})/iu
const PARTICLES = new Set(
  'and & et al van von de der den del da di do dos la le bin ibn al el y ve und и та и др with'.split(' '),
)

/** What follows names and is none: "ed.", "(eds.)", "editor", "et al.", "n.d.", "Forthcoming". */
const ROLES =
  /(?:(?:(?<=[^\s.-]{2})\.)?[\s,(]*(?:\b(?:eds?|editors?|trans|translators?|et al|n\. ?d|forthcoming|in press)\b|(?:и др|под ред|ред|б\. ?г)(?=[\s.,)]|$)|等)[.)]*)+[\s,.:;(]*$/iu

/** An author stretch without what follows the names. */
export function withoutRoles(text: string): string {
  const bare = text.replace(ROLES, '').replace(/[\s,;:(–—-]+$/u, '')
  return bare.replace(/(?<!(?:^|[\s.-])\p{Lu})\.$/u, '')
}

/** Whether a stretch is made of people's names only: "Kim Myung Chol", "Smith, J. and Jones, A.", "Зиновьев Г. В.". */
export function isPeople(text: string): boolean {
  if (WORK.test(text) || /\d/u.test(text)) return false
  if (isEastAsian(text))
    return text.split(/[,;、，]\s*/u).every((w) => /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(w.trim()))
  const words = text.split(/[\s,;.]+/u).filter((w) => w !== '')
  if (words.length < 2 || words.length > 24) return false
  const capital = words.filter((w) => /^(?:\p{Lu}|al-|el-)/u.test(w))
  if (!words.every((w) => /^(?:\p{Lu}|al-|el-)/u.test(w) || PARTICLES.has(w.toLowerCase()))) return false
  return capital.length >= 2 && (words.length <= 4 || /[,;&]|\band\b|\bet al\b/u.test(text))
}

const isEastAsian = (text: string): boolean => /^[\p{Script=Han}\p{Script=Hangul}]/u.test(text)

export const hasInitial = (text: string): boolean => isPeople(text) && /(?:^|\s)\p{Lu}\./u.test(text)

/** Whether a word of a body stands in a text. */
export const holdsBody = (text: string): boolean => BODY.test(text) || OFFICE.test(text)

/** Whether a stretch is the name of a body that can be an author: every chief word begins large and one of them is a body's word. */
export function isBody(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  if (
    words.length > 14 ||
    !holdsBody(text) ||
    /\b(?:statement|resolution|report|interview|treaty|answers?|handbook)\b/iu.test(text)
  )
    return false
  const foreign = FOREIGN.test(text)
  return words.every(
    (w) =>
      foreign ||
      /^[\p{Lu}\p{Lo}(“"]/u.test(w) ||
      /^(?:of|the|for|and|on|to|in|de|del|des|du|la|las|los|y|e|der|für|d['’].*)$/iu.test(w) ||
      /^\p{Script=Cyrillic}/u.test(w),
  )
}

/** Bodies of languages that write their chief words small: "Ministère des Affaires étrangères", not "Ministerial talks". */
const FOREIGN =
  /^(?:Minist[èe]r(?:e|io)\s|Chambre\s|C[aá]mara\s|Comisi[óo]n\s|Agence\s|Ambassade\s|Embajada\s|Institut[oe]?\s(?:de|du|für|national)|Conseil\s|Consejo\s|Gouvernement\s|Gobierno\s|Assemblée\s|Asamblea\s|Banque\s|Banco\s|Auswärtiges\s|Ministerium\s|Universit(?:é|à|ät)\s)/u

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[\s-]?)+$/u
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/u

/** Whether the part after a comma belongs to the surname before it: initials, or in the first name of a list the given names. */
function goesOn(before: string, part: string, first: boolean): boolean {
  if (SUFFIX.test(part) || INITIALS.test(part)) return true
  if (!first || isEastAsian(before) || /\./u.test(before)) return false
  const [surname, given] = [before.split(/\s+/u), part.split(/\s+/u)]
  return surname.length === 1 || /^\p{Ll}/u.test(before) || given.length === 1
}

/** The names in an author stretch, one span each: parted by "and", "&", ";" and by commas that do not part a surname from its first names. */
export function authors(text: string, within: Span): Span[] {
  const stretch = withoutRoles(text.slice(within.start, within.end))
  if (isBody(stretch)) return [trimmed(text, { start: within.start, end: within.start + stretch.length })]
  const names: { start: number; end: number; parts: number }[] = []
  for (const { start, end, comma } of parts(stretch)) {
    const last = names.at(-1)
    const first = names.length === 1 && last!.parts === 1
    if (last !== undefined && comma && goesOn(stretch.slice(last.start, last.end), stretch.slice(start, end), first))
      names[names.length - 1] = { start: last.start, end, parts: last.parts + 1 }
    else names.push({ start, end, parts: 1 })
  }
  return names.flatMap(({ start, end }) => {
    const span = trimmed(text, { start: within.start + start, end: within.start + end })
    const name = withoutStop(withoutRoles(text.slice(span.start, span.end)))
    const isName = /\p{L}{2}|\p{Lo}/u.test(name) && !/^(?:et al|al|и др)\b/iu.test(name)
    return isName ? [{ start: span.start, end: span.start + name.length }] : []
  })
}

/** "Keller A." is a surname and an initial without stops (Vancouver); the stop is the sentence's. */
const withoutStop = (name: string): string =>
  /^[\p{Script=Latin}\s’'-]+\s\p{Lu}\.$/u.test(name) ? name.slice(0, -1) : name

/** Pieces between "and", "&", ";" and commas. `comma`: a comma alone stands before. */
function parts(stretch: string): { start: number; end: number; comma: boolean }[] {
  const out: { start: number; end: number; comma: boolean }[] = []
  let start = 0
  let comma = false
  const push = (end: number): void => {
    const span = trimmed(stretch, { start, end })
    if (span.start < span.end) out.push({ ...span, comma })
  }
  for (const m of stretch.matchAll(/;\s*|,?\s+(?:and|&|und|et|y|ve|и)\s+(?!al\b|др)|,\s+|[、，]/gu)) {
    push(m.index)
    start = m.index + m[0].length
    comma = /^,\s+$/u.test(m[0])
  }
  push(stretch.length)
  return out
}
