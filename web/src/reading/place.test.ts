import { describe, expect, it } from 'vitest'
import type { EventRecord, Recall, RecordedDecision } from '../../../src/model/index.ts'
import type { Telling } from '../../../src/review/index.ts'
import type { Entry } from './entries.ts'
import { placeOf } from './place.ts'

const entry = { kind: 'event', id: 'e1', spans: [], record: { id: 'e1' } as unknown as EventRecord } satisfies Entry
const event: Telling = { kind: 'event', id: 'e1', record: entry.record }
const recall: Telling = { kind: 'recall', id: 'r1', record: { id: 'r1', span: { start: 4, end: 9 } } as Recall }
const decision = {} as RecordedDecision

describe('the place that an address names', () => {
  it('is an entry', () =>
    expect(placeOf({ happenings: [], parted: [] }, [entry], 'e1')).toEqual({ entry, passage: null }))

  it('is the words that point back at an event, also where they were parted from it', () => {
    const place = { entry, passage: { start: 4, end: 9 } }
    const told = { id: 'e1', tellings: [event, recall], joins: [] }
    expect(placeOf({ happenings: [told], parted: [] }, [entry], 'r1')).toEqual(place)
    const parted = { decision, findings: [recall], from: [event] }
    expect(placeOf({ happenings: [], parted: [parted] }, [entry], 'r1')).toEqual(place)
  })

  it('is nowhere for an id that the document does not have', () =>
    expect(placeOf({ happenings: [], parted: [] }, [entry], 'e9')).toEqual({ entry: null, passage: null }))
})
