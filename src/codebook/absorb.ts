import type { Token } from '../model/index.ts'
import type { RuleMatch } from './rulematch.ts'
import type { Tree } from './tree.ts'

/** Relations that leave the content of an act: what hangs on them is told as fact beside it ('the ship that it seized'). */
const LEAVES_CONTENT = new Set(['acl:relcl', 'advcl', 'appos', 'parataxis', 'advcl:relcl'])

const HOSTILE = ['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST', 'THREATEN']
/** What an act becomes by what it has as content: whoever promises harm threatens. */
const TURNS: readonly {
  readonly outer: string
  readonly inner: readonly string[]
  readonly to: string
  readonly unless: readonly string[]
}[] = [
  {
    outer: 'AGREE',
    inner: HOSTILE,
    to: 'THREATEN',
    unless: ['accept', 'agree', 'consent', 'ready', 'willing', 'approve', 'back', 'plan'],
  },
]

/**
 * Joins acts with the acts that are their content: 'refused to send troops to Mali' is one refusal, whose recipient is Mali.
 * The content's sides become further candidates of the outer act; it is itself left out.
 */
export function absorb(tree: Tree, matches: readonly RuleMatch[]): RuleMatch[] {
  const gone = new Set<RuleMatch>()
  const contents = new Map<RuleMatch, RuleMatch[]>()
  for (const outer of matches)
    for (const inner of matches) {
      if (outer === inner || outer.absorbed.length === 0 || outer.actors.length === 0) continue
      if (!outer.absorbed.some((id) => inContent(tree, inner.head, id, outer.head))) continue
      contents.set(outer, [...(contents.get(outer) ?? []), inner])
      gone.add(inner)
    }
  return matches.filter((match) => !gone.has(match)).map((match) => enriched(match, contents.get(match) ?? []))
}

function enriched(outer: RuleMatch, inner: readonly RuleMatch[]): RuleMatch {
  if (inner.length === 0) return outer
  const lent = inner.flatMap((match) => [...match.actors, ...match.recipients])
  const known = new Set(
    [
      ...outer.actors,
      ...outer.recipients.filter((side) => !side.role.startsWith('clause') || side.role.includes('.')),
    ].map((side) => side.id),
  )
  const added = lent
    .filter((side) => !known.has(side.id))
    .map((side) => ({ ...side, by: `${side.by}, of the content` }))
  const contentRoles = (role: string): boolean => outer.rule.absorbs.includes(role)
  const own = outer.recipients.filter((side) => !contentRoles(side.role))
  const rest = outer.recipients.filter((side) => contentRoles(side.role))
  const turn = TURNS.find(
    (each) =>
      each.outer === outer.type &&
      inner.some((match) => each.inner.includes(match.type)) &&
      !outer.rule.words.some((word) => each.unless.includes(word)),
  )
  return {
    ...outer,
    recipients: [...own, ...added, ...rest],
    type: turn?.to ?? outer.type,
    mode: turn === undefined ? outer.mode : null,
    note: `; its content is ${inner.map((match) => `${match.type} (${match.rule.id})`).join(', ')}${turn === undefined ? '' : `, which makes it ${turn.to}`}`,
  }
}

/** Whether a trigger stands in an argument's content, on a path that does not leave it. */
function inContent(tree: Tree, trigger: number, content: number, outer: number): boolean {
  let at = tree.token(trigger)
  for (let depth = 0; at !== null && depth < 200; depth++) {
    if (at.id === content) return true
    if (at.id === outer || LEAVES_CONTENT.has(at.deprel) || isParticiple(tree, at)) return false
    at = tree.token(at.head)
  }
  return false
}

/** 'the ship seized by them': a participle on a noun tells of something beside the content; 'the decision to seize' is content. */
const isParticiple = (tree: Tree, token: Token): boolean =>
  token.deprel === 'acl' && token.upos === 'VERB' && tree.children(token.id).every((kid) => kid.deprel !== 'mark')
