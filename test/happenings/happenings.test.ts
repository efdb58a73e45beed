import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, compose } from '../../src/app/compose.ts'
import { examplesIn, precisionOf, recallOf, scoreOf, sumOf } from './score.ts'

/** Precision and recall of pairs of tellings reached when last raised, less a little; a change that falls below has made it worse. */
const FLOORS = { tuning: { precision: 0.9, recall: 0.9 }, heldout: { precision: 0.9, recall: 0.75 } } as const

let app: App
beforeAll(async () => {
  app = await compose()
}, 300_000)
afterAll(() => app.dispose())

describe.each(['tuning', 'heldout'] as const)('%s', (folder) => {
  it('links what is one happening, and little else', async () => {
    const scores = []
    for (const example of examplesIn(folder)) scores.push(await scoreOf(app, example))
    const all = sumOf(scores)
    expect(precisionOf(all), all.extras.join('\n')).toBeGreaterThanOrEqual(FLOORS[folder].precision)
    expect(recallOf(all), all.misses.join('\n')).toBeGreaterThanOrEqual(FLOORS[folder].recall)
  }, 300_000)
})
