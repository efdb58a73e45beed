import type { Sentence } from '../../model/index.ts'
import type { ActorOntology, Gazetteer } from '../../pipeline/index.ts'
import { type Name, tokensOf } from './phrases.ts'

/**
 * A place or body of one word by the language model that nobody knows, neither as an actor nor as a settlement, and that is one letter off the name of one
 * state alone ("Philipines"): that state, with the spelling told. "Columbia" is a town, and "Nigera" may be two states.
 */
export function corrected(
  sentence: Sentence,
  names: readonly Name[],
  actors: ActorOntology,
  gazetteer: Gazetteer,
): Name[] {
  return names.map((name) => {
    if (name.known !== null || name.first !== name.last || (name.entity !== 'LOC' && name.entity !== 'ORG')) return name
    const [token] = tokensOf(sentence, name)
    const known = actors.misspelt(token!.form)
    return known === null || gazetteer.settlements(token!.form).length > 0 ? name : { ...name, known }
  })
}
