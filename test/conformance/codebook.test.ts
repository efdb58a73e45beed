import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, compose, modelFolder } from '../../src/app/compose.ts'
import { loadCodebook, triggerCount } from '../../src/codebook/index.ts'
import type { EventFinding } from '../../src/model/index.ts'
import { plover } from '../../src/ontologies/plover.ts'

const book = loadCodebook(plover)
const hasModel = existsSync(join(modelFolder, 'reader.int8.onnx'))

describe('the codebook', () => {
  it('has triggers of verbs and nouns for every type', () => {
    for (const type of plover.types.keys()) {
      const rules = book.rules.filter((rule) => rule.type === type)
      expect(rules.some((rule) => rule.of === 'verb')).toBe(true)
      expect(rules.some((rule) => rule.of === 'noun')).toBe(true)
    }
    expect(triggerCount(book).words).toBeGreaterThan(2600)
  })
})

describe.skipIf(!hasModel)('every entry, read by the whole program', () => {
  let app: App
  beforeAll(async () => {
    app = await compose()
  }, 60_000)
  afterAll(() => app.dispose())

  const eventsOf = async (text: string): Promise<EventFinding[]> => {
    const input = { id: text, text, date: null, language: 'en', title: null, publisher: null, author: null }
    return (await app.readText(input)).layers.events
  }
  const codedBy = (id: string) => (event: EventFinding) => event.why.split(/[:;]/u, 1)[0] === `codebook entry ${id}`

  it.each(book.rules.map((rule) => [rule.id, rule.matches, rule.not] as const))(
    '%s: “%s”, not “%s”',
    async (id, matches, not) => {
      const found = await eventsOf(matches)
      expect(found.filter(codedBy(id)), found.map((event) => event.why).join('\n')).not.toEqual([])
      expect((await eventsOf(not)).filter(codedBy(id))).toEqual([])
    },
    30_000,
  )
})
