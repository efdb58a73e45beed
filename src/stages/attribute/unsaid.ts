import type { Cue } from './cues.ts'
import { caseOf, childrenWith, hangsOn, relation, type Tree } from './tree.ts'

/** Verbs that tell of an utterance as an event: without it nothing is said. To not confirm or not deny is a stance, and stays. */
const uttering = /^(?:say|tell|disclose|reveal|specify|clarify|divulge|indicate|explain)$/u
const answering = /^(?:respond|reply|answer|comment)$/u
const settling = /^(?:agree|decide|resolve|vote)$/u

/**
 * Whether nothing was said after all: "did not say whether", "without saying who", "refused to say when" (what is asked stays open), "did not respond to
 * the request", and "failed to agree on".
 * "Did not say that it was over" tells what somebody did not claim, and stays.
 */
export function isUnsaid(cue: Cue): boolean {
  if (cue.how !== 'verb') return false
  const { tree, head, lemma } = cue
  if (![uttering, answering, settling].some((verbs) => verbs.test(lemma))) return false
  if (!isDenied(tree, head)) return false
  return !uttering.test(lemma) || asks(tree, head)
}

/** A negation, "without", "nor", or a verb of refusing or failing that the cue hangs on. */
function isDenied(tree: Tree, id: number): boolean {
  const token = tree.token(id)!
  const governor = tree.token(token.head)
  const own = tree.children(id).some((c) => c.id < id && /^(?:not|n['’]t|never|without|nor|neither)$/iu.test(c.form))
  const subject = childrenWith(tree, id, 'nsubj').some((c) => /^(?:nobody|none|neither)$/iu.test(c.form))
  const refused =
    governor !== null &&
    (relation(token) === 'xcomp' || relation(token) === 'advcl') &&
    (/^(?:refuse|decline|fail)$/u.test(governor.lemma.toLowerCase()) ||
      (governor.lemma === 'have' && /^yet$/iu.test(tree.token(governor.id + 1)?.form ?? '')))
  return own || subject || refused || caseOf(tree, id) === 'without'
}

/** Whether the clause that the cue takes is a question: "whether", "if", or an interrogative word leads it in. */
const asks = (tree: Tree, id: number): boolean =>
  childrenWith(tree, id, 'ccomp', 'obj', 'advcl', 'obl').some((c) => {
    const first = tree.subtree(c.id).find((x) => tree.token(x)!.upos !== 'PUNCT' && tree.token(x)!.upos !== 'ADP')
    return (
      c.id > id &&
      first !== undefined &&
      hangsOn(tree, first, c.id) &&
      /^(?:whether|if|who|whom|whose|which|what|when|where|why|how)$/iu.test(tree.token(first)!.form)
    )
  })
