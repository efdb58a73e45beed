import type { Sentence } from '../../model/index.ts'
import { type Name, tokensOf } from './phrases.ts'

/**
 * Chooses what ambiguous names mean in this document: the one sense whose cues it names elsewhere ("Congo" beside "Kinshasa"), else the ontology's first.
 * A name that then stands for nothing known is no known name.
 */
export function chooseSenses(sentences: readonly Sentence[], names: readonly (readonly Name[])[]): Name[][] {
  const seen = new Set<string>()
  for (const [at, sentence] of sentences.entries()) {
    for (const token of sentence.tokens) if (/^\p{Lu}/u.test(token.form)) seen.add(cueKey(token.form))
    for (const name of names[at]!) if (name.known !== null) seen.add(cueKey(text(sentence, name)))
  }
  return sentences.map((sentence, at) => names[at]!.flatMap((name) => chosen(name, seen, isStateOf(sentence, name))))
}

/** "the state of Georgia": a part of a state that is called so; "the State of Israel" has no other sense. */
function isStateOf({ tokens }: Sentence, { first }: Name): boolean {
  const [noun, of] = [tokens[first - 3], tokens[first - 2]]
  return of?.form === 'of' && noun?.form === 'state'
}

function chosen(name: Name, seen: ReadonlySet<string>, asPart: boolean): Name[] {
  const { known } = name
  if (known === null || known.senses.length === 0) return [name]
  const part = asPart ? known.senses.find(({ actor }) => actor.kind === 'place' && actor.code !== null) : undefined
  if (part !== undefined)
    return [
      { ...name, known: { ...known, actor: part.actor, why: `${known.why}; the text calls it a state of another` } },
    ]
  const spoken = known.senses.flatMap(({ actor, cues }) => {
    const cue = cues.find((c) => seen.has(cueKey(c)))
    return cue === undefined ? [] : [{ actor, cue }]
  })
  const [only] = spoken
  const sense = spoken.length === 1 && only !== undefined ? only : null
  if (sense === null && known.form === 'capital' && known.actor.code === null) return []
  return [
    sense === null
      ? name
      : { ...name, known: { ...known, actor: sense.actor, why: `${known.why}; the document names ${sense.cue}` } },
  ]
}

const text = (sentence: Sentence, name: Name): string =>
  tokensOf(sentence, name)
    .map((t) => t.form)
    .join('')

const cueKey = (words: string): string => words.replace(/[\s’'.\-–]/gu, '').toLowerCase()
