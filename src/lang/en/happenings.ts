import type { HappeningLexicon, HappeningNoun } from '../../pipeline/index.ts'

/**
 * Nouns that point back at a happening ("the visit", "the expulsion") | verbs and nouns that may have told it first | PLOVER types
 * of which the noun tells on its own ('TYPE mode' where it is one mode alone). '=' before a word: its plural is one happening too.
 */
const NOUNS = `
visit trip | visit travel arrive tour | CONSULT visit
meeting summit conference | meet confer host | CONSULT
=talk =negotiation =consultation discussion dialogue conversation | meet talk negotiate confer discuss consult | CONSULT
attack assault raid strike airstrike bombardment shelling bombing offensive invasion incursion ambush | attack assault raid strike bomb bombard shell invade ambush storm | ASSAULT
launch test | launch fire test |
agreement treaty deal accord pact memorandum ceasefire truce | sign agree conclude ratify initial | AGREE, COOPERATE
signing | sign conclude initial |
recognition | recognise recognize |
=sanction embargo | impose | SANCTION
expulsion | expel |
condemnation | condemn denounce |
criticism | criticise criticize | ACCUSE
accusation allegation charge | accuse allege blame charge | ACCUSE
threat warning ultimatum | threaten warn |
request appeal call demand | request ask appeal call urge demand | REQUEST
refusal rejection veto | refuse reject veto decline | REJECT
withdrawal retreat pullout | withdraw retreat leave | RETREAT
deployment mobilisation mobilization | deploy mobilise mobilize station send | MOBILIZE
delivery shipment | deliver ship supply send | AID
donation grant | donate grant |
arrest detention seizure | arrest detain seize capture |
annexation occupation | annex occupy seize |
protest demonstration rally march | protest demonstrate rally march | PROTEST
invitation | invite |
vote | vote |
resumption restoration | resume restore |
suspension | suspend |
severance rupture | sever break cut |
accession | join accede |
release | release free |
offer proposal | offer propose |
apology | apologise apologize |
exchange swap | exchange swap |
exercise drill manoeuvre maneuver | exercise drill |
`

/** Nouns that may point back at any act. */
const ANY = 'decision step move action measure gesture'
/** Before the noun: another happening than those told before. */
const FRESH =
  'another other second third fourth fifth sixth further additional different next subsequent previous earlier repeated similar separate more future possible any each every no'
/** Those that may come with a happening told before where "the" or "this" stands before them: 'the new treaty'. */
const NOVEL = 'new fresh latest recent renewed'
/** Beside the verb: it happened more than this once. */
const AGAIN =
  'again once_more anew twice thrice repeatedly regularly often always a_second_time a_third_time for_the_second_time'
/** Before "of" and a noun: 'a new round of talks' tells of the talks by the words before the round. */
const PARTS = 'round series wave session set'
const SAID = 'said mentioned aforementioned above-mentioned same'

const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/u)
      .map((w) => w.replaceAll('_', ' ')),
  )

function* nouns(): Generator<[string, HappeningNoun]> {
  for (const line of NOUNS.trim().split('\n')) {
    const [names, tellers, types] = line.split('|').map((part) => part.trim()) as [string, string, string]
    const bare = names.replaceAll('=', '')
    for (const name of names.split(' '))
      yield [
        name.replace('=', ''),
        {
          tellers: words(`${bare} ${tellers}`),
          types:
            types === ''
              ? []
              : types.split(', ').map((t) => ({ type: t.split(' ')[0]!, mode: t.split(' ')[1] ?? null })),
          plural: name.startsWith('='),
        },
      ]
  }
}

/** English words by which a happening is told once more, and those that tell of another one. */
export const happenings: HappeningLexicon = {
  nouns: new Map(nouns()),
  any: words(ANY),
  this: words('this that these those'),
  the: words('the'),
  said: words(SAID),
  fresh: words(FRESH),
  novel: words(NOVEL),
  again: words(AGAIN),
  parts: words(PARTS),
}
