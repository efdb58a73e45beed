import type { Token } from '../../model/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { caseOf, type Tree } from '../attribute/tree.ts'
import type { FoundSide, SideFinder } from './sides.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

/** Those who stand against the power at home, and those who hold it: named without a country, each is of the other's. */
const CHALLENGERS = words(`
  opposition rebel protester protestor demonstrator student worker union activist insurgent guerrilla guerilla party newspaper journalist dissident faction prisoner farmer miner
  teacher separatist militia nurse doctor inmate villager mutineer opponent campaigner trucker driver employee magazine reporter lawyer monk strike crowd resident group landowner fundamentalist
`)
const RULERS = words(`
  government police authority court parliament minister ministry president premier prime minister regime junta cabinet judge prosecutor policeman king ruler presidency tribunal legislature senate assembly leader
`)
const PLACES = words(
  `town city village region province state district capital area enclave territory island camp valley border port port zone county`,
)
/** Types in which power at home acts upon a place: curfews, bans, releases, demands. */
const HOME_TYPES = new Set(['COERCE', 'CONCEDE', 'RETREAT', 'PROTEST', 'REJECT', 'REQUEST'])
/** Acts of people upon their own power, and of power upon its own people: where they are set tells whose they are. Leaders may meet anywhere. */
const SETTLED_BY_SCENE = new Set([...HOME_TYPES, 'ASSAULT', 'THREATEN', 'MOBILIZE'])
const SCENE = new Set(['in', 'at', 'near', 'outside', 'inside', 'across', 'throughout', 'around'])
const MAX_DEPTH = 4

/** A country that a side has not of its own, and how it was come by, for a person. */
export interface Home {
  readonly code: string
  readonly why: string
}

/**
 * The country of people without one: that of the place where the act is set ("rioted in Dili"), or that of the other side when one holds power at home
 * and the other challenges it ("the Turkish police … students"). Names of persons and bodies are left alone unless a home title goes before them.
 */
export function homeOf(
  tree: Tree,
  finder: SideFinder,
  trigger: number,
  type: string,
  side: FoundSide,
  others: readonly FoundSide[],
): Home | null {
  if (side.side.actor.code !== null) return null
  const standing = standingOf(tree, side)
  if (standing === null || (standing === 'place' && !HOME_TYPES.has(type))) return null
  const scene = SETTLED_BY_SCENE.has(type) ? sceneOf(tree, finder, trigger) : null
  if (scene !== null)
    return {
      code: scene.code,
      why: `“${side.side.text}” taken to be of ${scene.code}, where it is set (“${scene.text}”)`,
    }
  const facing = others.find(
    (other) =>
      /^[A-Z]{3}$/u.test(other.side.actor.code ?? '') &&
      other.side.actor.kind !== 'igo' &&
      opposed(standing, standingOf(tree, other)),
  )
  return facing === undefined
    ? null
    : {
        code: facing.side.actor.code!,
        why: `“${side.side.text}” taken to be of ${facing.side.actor.code}, like “${facing.side.text}”`,
      }
}

type Standing = 'challenger' | 'ruler' | 'place'
const opposed = (a: Standing, b: Standing | null): boolean =>
  b !== null && b !== 'place' && a !== b && (a !== 'place' || b === 'ruler')

function standingOf(tree: Tree, side: FoundSide): Standing | null {
  const head = tree.token(side.head)
  if (head === null) return null
  const near = [
    head,
    ...tree
      .children(side.head)
      .filter((kid) => ['compound', 'nmod:desc', 'amod', 'flat', 'appos'].includes(kid.deprel)),
  ]
  if (near.some((token) => isAmong(CHALLENGERS, token))) return 'challenger'
  if (near.some((token) => isAmong(RULERS, token))) return 'ruler'
  return side.side.actor.kind === 'place' || isAmong(PLACES, head) ? 'place' : null
}

const isAmong = (set: ReadonlySet<string>, token: Token): boolean => basesOf(token.form).some((base) => set.has(base))

const DETAINING = new Set(['arrest', 'release', 'deport', 'convict'])

/**
 * Who arrests, frees, deports or convicts where nobody is named: the state in which it is done ("was arrested in Niger"). The power to do so is bound to a territory.
 */
export function territorialPower(
  tree: Tree,
  finder: SideFinder,
  trigger: number,
  mode: string | null,
): FoundSide | null {
  if (mode === null || !DETAINING.has(mode)) return null
  if (!tree.children(trigger).some((kid) => kid.deprel === 'aux:pass')) return null
  const near = tree.children(trigger).filter((kid) => kid.deprel === 'obl')
  const inner = near.flatMap((kid) => tree.children(kid.id).filter((each) => each.deprel === 'nmod'))
  for (const place of [...near, ...inner]) {
    if (caseOf(tree, place.id) !== 'in') continue
    const mention = finder.mentionAt(place.id)
    if (mention === null || !['state', 'de-facto'].includes(mention.actor.kind)) continue
    const [found] = finder.find(place.id, { dig: 'no' })
    if (found !== undefined) return { ...found, inside: true }
  }
  return null
}

/** The first place with a country that the clause is set in. */
function sceneOf(tree: Tree, finder: SideFinder, id: number, depth = 0): { code: string; text: string } | null {
  if (depth > MAX_DEPTH) return null
  for (const kid of tree.children(id)) {
    if (
      (kid.deprel !== 'obl' && kid.deprel !== 'nmod' && kid.deprel !== 'appos' && kid.deprel !== 'obj') ||
      (kid.deprel !== 'obj' && kid.deprel !== 'appos' && !SCENE.has(caseOf(tree, kid.id)))
    )
      continue
    const found = finder.mentionAt(kid.id)
    if (
      kid.deprel !== 'obj' &&
      found !== null &&
      found.actor.code !== null &&
      ['state', 'place', 'de-facto'].includes(found.actor.kind)
    )
      return { code: found.actor.code, text: kid.form }
    const inner = sceneOf(tree, finder, kid.id, depth + 1)
    if (inner !== null) return inner
    const owner = tree
      .children(kid.id)
      .find((each) => each.deprel === 'nmod:poss' || each.deprel === 'amod' || each.deprel === 'compound')
    const owned = owner === undefined || kid.deprel === 'obj' ? null : finder.mentionAt(owner.id)
    if (owned !== null && owned.actor.code !== null && owned.actor.kind === 'state')
      return { code: owned.actor.code, text: owner!.form }
  }
  return null
}
