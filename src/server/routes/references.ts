import { basename } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { validator } from 'hono/validator'
import { canRepair, repair } from '../../exporters/repair.ts'
import { DragomanError } from '../../model/index.ts'
import type { Store, StoredReading } from '../../store/index.ts'
import { numberChanges } from '../changes.ts'
import { originalOf } from '../original.ts'
import { CopyForm, MOST_FILE, parsed, type ReferencesView, type RenumberedCopy } from '../wire.ts'

/** The references of one document with their judgement, and a copy of its file with the numbers that an explanation proposes. */
export const references = (store: Store) =>
  new Hono()
    .get('/:id/references', (c) => c.json(referencesView(readingOf(store, c.req.param('id')))))
    .post(
      '/:id/renumbered',
      bodyLimit({ maxSize: MOST_FILE, onError: tooLarge }),
      validator('form', (value) => parsed(CopyForm, value)),
      async (c) => {
        const { explanation, file } = c.req.valid('form')
        const given = file === undefined ? null : new Uint8Array(await file.arrayBuffer())
        return c.json(renumberedCopy(readingOf(store, c.req.param('id')), Number(explanation), given))
      },
    )

function tooLarge(): never {
  throw new DragomanError('too-large', `that is more than ${MOST_FILE / 2 ** 20} MB, and no document here is`)
}

function readingOf(store: Store, id: string): StoredReading {
  const reading = store.reading(id)
  if (reading === null) throw new DragomanError('not-found', 'the record has no document of that id')
  return reading
}

const referencesView = ({ doc, references, markers, judgement }: StoredReading): ReferencesView => ({
  doc,
  references,
  markers,
  judgement,
  changes: judgement.explanations.map(({ renumbering }) => numberChanges(doc.text, markers, renumbering)),
  repairable: canRepair(doc),
})

/** The document's file as the explanation of that place would have it. Throws `not-found`, `file-needed`, `other-file`, `cannot-apply`. */
function renumberedCopy(
  { doc, markers, judgement }: StoredReading,
  place: number,
  given: Uint8Array | null,
): RenumberedCopy {
  const explanation = judgement.explanations[place]
  if (explanation === undefined)
    throw new DragomanError('not-found', 'this reading has no such explanation; load the page again')
  const { bytes, changed, left } = repair(originalOf(doc, given), doc, markers, explanation.renumbering)
  const { uri, mediaType } = doc.origin
  return { name: copyName(uri), mediaType, base64: Buffer.from(bytes).toString('base64'), changed, left }
}

/** 'notes/paper.md' becomes 'paper (renumbered).md'. */
const copyName = (uri: string): string => basename(uri).replace(/(\.[A-Za-z]{1,8})?$/u, ' (renumbered)$1')
