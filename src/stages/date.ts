import type { TimeAnchor } from '../model/index.ts'
import { defineStage } from '../pipeline/index.ts'
import { ground, whenHappened, whenSaid } from './date/bind.ts'
import { findTimes } from './date/grammar.ts'
import { impossibleOrders } from './date/order.ts'
import { resolveTimes } from './date/resolve.ts'

/** Finds expressions of time and what they mean, and dates each event and statement by them; never by the date of publication. Orders that cannot be are problems. */
export const date = defineStage({
  name: 'date',
  version: '3',
  needs: ['sentences', 'events', 'statements'],
  adds: ['times', 'anchors'],
  run(doc, { sentences, events, statements }, { language }) {
    const prose = doc.blocks.filter((block) => block.kind !== 'reference-list')
    const resolution = resolveTimes(
      doc,
      prose.flatMap((block) => findTimes(doc.text, block.span, language.times)),
    )
    const on = ground(sentences, statements, resolution, language.times)
    const anchors: Record<string, TimeAnchor> = {}
    for (const event of events) anchors[event.id] = whenHappened(event, on)
    for (const statement of statements) anchors[statement.id] = whenSaid(statement, on)
    const problems = impossibleOrders(doc, events, statements, anchors)
    return { layers: { times: [...resolution.times], anchors }, problems }
  },
})
