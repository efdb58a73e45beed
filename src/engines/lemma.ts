import { basesOf } from '../text/inflection.ts'

/** A lemma from its form and an edit script: `lower|3|y` takes 3 characters from the lower-cased form and adds "y"; `keep|=be` is the lemma itself. */
export function applyLemmaScript(form: string, script: string): string {
  const [case_, cut, add] = script.split('|')
  if (cut!.startsWith('=')) return cut!.slice(1)
  const base = case_ === 'lower' ? form.toLowerCase() : form
  const kept = base.length - Number(cut)
  return kept > 0 ? base.slice(0, kept) + add! : base
}

/**
 * The lemma of a verb set right where the script cut it wrongly ("deni" of "denied"): the base of the form that is a known verb, when the
 * lemma is none. A base that a known verb only begins with ("hop" of "hoped" beside "hope") does not change a known lemma.
 */
export function knownVerb(form: string, lemma: string, verbs: ReadonlySet<string>): string {
  return verbs.has(lemma) ? lemma : (basesOf(form).find((base) => verbs.has(base)) ?? lemma)
}
