import type { Sentence } from '../../model/index.ts'
import type { Gazetteer } from '../../pipeline/index.ts'
import { type Name, tokensOf } from './phrases.ts'

/**
 * "Paris, Texas", "Tripoli, Lebanon": a settlement whose state or region follows it after a comma is the one there, and stands for no government. Only where the
 * gazetteer has one of that name there, and never in a list ("London, Canada and Peru").
 */
export function qualified(sentence: Sentence, names: readonly Name[], gazetteer: Gazetteer): Name[] {
  return names.map((name) => {
    const region = names.find((n) => n.first === name.last + 2 && n.known?.form === 'name')
    const country = region?.known?.actor.code ?? null
    if (region === undefined || country === null || !isPlaceName(name) || !isPair(sentence, name, region)) return name
    const words = tokensOf(sentence, name)
      .map((t) => t.form)
      .join(' ')
    if (name.known?.actor.code === country || !gazetteer.settlements(words).some((s) => s.country === country))
      return name
    const told = tokensOf(sentence, region)
      .map((t) => t.form)
      .join(' ')
    const actor = { name: words, kind: 'place', code: country, sector: null } as const
    return {
      ...name,
      known: { actor, form: 'name', why: `settlement in ${told}, as the text says`, members: [], senses: [] },
    }
  })
}

const isPlaceName = ({ known, entity }: Name): boolean =>
  known === null ? entity === 'LOC' : known.form === 'capital' || known.actor.kind === 'place'

/** A comma between the two, and neither before nor after them another member of a list. */
function isPair({ tokens }: Sentence, name: Name, region: Name): boolean {
  const form = (id: number): string => tokens[id - 1]?.form ?? ''
  const isListed = (id: number): boolean => tokens[id - 1]?.upos === 'CCONJ' || form(id) === ','
  const after = region.last + 1
  const goesOn =
    tokens[after - 1]?.upos === 'CCONJ' || (form(after) === ',' && /^(?:CCONJ|PROPN)$/u.test(tokens[after]?.upos ?? ''))
  return form(name.last + 1) === ',' && !isListed(name.first - 1) && !goesOn
}
