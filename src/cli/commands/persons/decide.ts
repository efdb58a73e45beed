import type { Known } from '../../../app/persons.ts'
import { DragomanError } from '../../../model/index.ts'
import { type Identity, merging, parting, personsCalled } from '../../../review/index.ts'
import type { Store } from '../../../store/store.ts'
import { type Arguments, type Context, EXIT } from '../../context.ts'
import { decideAs } from '../../decision.ts'
import { line } from '../../print.ts'

/** Makes persons one. */
export async function merge(
  { persons }: Known,
  words: readonly string[],
  args: Arguments,
  context: Context,
  store: Store,
): Promise<number> {
  const meant = new Set(words.map((w) => only(w, persons)))
  if (meant.size < 2)
    throw new DragomanError(
      'usage',
      '“persons merge” takes two persons or more, by id or by a name that is one person’s',
    )
  const number = decideAs('person', merging([...meant]), args, context, store)
  await line(context, `${[...meant].map((p) => p.name).join(' and ')} are one (decision ${number})`)
  return EXIT.ok
}

/** Parts a document's person from the others that it is one with, or from those named. */
export async function unmerge(
  { persons, documents }: Known,
  words: readonly string[],
  args: Arguments,
  context: Context,
  store: Store,
): Promise<number> {
  const [id, ...others] = words
  const of = (wanted: string | undefined) => persons.find((p) => p.records.some((r) => r.id === wanted))
  const person = of(id)
  const foreign = others.find((other) => of(other) !== person)
  if (id === undefined || person === undefined || foreign !== undefined || others.includes(id))
    throw new DragomanError(
      'usage',
      `“persons unmerge” takes ids of documents’ persons who are one (“dragoman persons NAME” shows them)${foreign === undefined ? '' : `; ${foreign} is not one with ${id}`}`,
    )
  if (person.records.length === 1) throw new DragomanError('usage', `${person.name} ${id} is one with nobody`)
  const number = decideAs('person', parting(person, [id], others), args, context, store)
  const record = person.records.find((r) => r.id === id)!
  await line(context, `${record.name} of ${documents.get(record.doc)} is another person (decision ${number})`)
  return EXIT.ok
}

/** The one person that words mean. Throws `not-found` where there is none or more. */
function only(words: string, persons: readonly Identity[]): Identity {
  const found = personsCalled(words, persons)
  if (found.length === 1) return found[0]!
  throw new DragomanError(
    'not-found',
    found.length === 0
      ? `the record knows nobody called “${words}”; “dragoman persons” lists them`
      : `“${words}” may be ${found.map((p) => `${p.name} ${p.id}`).join(', ')}; give an id`,
  )
}
