import { DragomanError } from '../../../model/index.ts'
import { type Happening, happeningsOf } from '../../../review/index.ts'
import type { Store } from '../../../store/store.ts'
import { type Arguments, type Context, EXIT } from '../../context.ts'
import { decideAs } from '../../decision.ts'
import { line } from '../../print.ts'

type Act = (words: readonly string[], args: Arguments, context: Context, store: Store) => Promise<number>

/** Makes tellings of one document tellings of one happening. */
const merge: Act = async (words, args, context, store) => {
  const found = words.map((id) => happeningOf(id, store))
  if (new Set(found.map(({ happening }) => happening.id)).size < 2)
    throw new DragomanError('usage', '“events merge” takes events of two happenings or more')
  if (new Set(found.map(({ doc }) => doc)).size > 1)
    throw new DragomanError('usage', '“events merge” takes events of one document; these are of several')
  const number = decideAs('event', { kind: 'merged', findings: [...new Set(words)] }, args, context, store)
  await line(context, `${words.join(', ')} tell of one happening (decision ${number})`)
  return EXIT.ok
}

/** Parts a telling from the others of its happening, or from those named. */
const unmerge: Act = async ([id, ...others], args, context, store) => {
  if (id === undefined) throw new DragomanError('usage', '“events unmerge” takes the id of a telling')
  const members = happeningOf(id, store).happening.tellings.map((t) => t.id)
  const foreign = others.find((other) => other === id || !members.includes(other))
  if (foreign !== undefined)
    throw new DragomanError('usage', `${foreign} is not told again by ${id}; “dragoman show ${id}” lists what is`)
  const from = others.length > 0 ? others : members.filter((member) => member !== id)
  if (from.length === 0) throw new DragomanError('usage', `${id} is told once; there is nothing to part it from`)
  const number = decideAs('event', { kind: 'unmerged', findings: [id], from }, args, context, store)
  await line(context, `${id} tells of another happening than ${from.join(', ')} (decision ${number})`)
  return EXIT.ok
}

/** What the first word asks for, where it is one of these: to add one, name it here. */
export const acts: Readonly<Record<string, Act>> = { merge, unmerge }

/** The happening that a telling is of, with its document. Throws `not-found`. */
function happeningOf(id: string, store: Store): { doc: string; happening: Happening } {
  const found = store.happening(id)
  const reading = found === null ? null : store.reading(found.doc)
  const happening =
    reading === null
      ? undefined
      : happeningsOf(reading, store.decisions('event')).find(({ tellings }) => tellings.some((t) => t.id === id))
  if (found === null || happening === undefined)
    throw new DragomanError('not-found', `the record has no event ${id}; “dragoman events” lists the ids`)
  return { doc: found.doc, happening }
}
