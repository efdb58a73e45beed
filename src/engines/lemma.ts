/** A lemma from its form and an edit script: `lower|3|y` takes 3 characters from the lower-cased form and adds "y"; `keep|=be` is the lemma itself. */
export function applyLemmaScript(form: string, script: string): string {
  const [case_, cut, add] = script.split('|')
  if (cut!.startsWith('=')) return cut!.slice(1)
  const base = case_ === 'lower' ? form.toLowerCase() : form
  const kept = base.length - Number(cut)
  return kept > 0 ? base.slice(0, kept) + add! : base
}
