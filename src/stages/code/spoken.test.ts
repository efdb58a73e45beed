import { expect, test } from 'vitest'
import type { ActorRef, EventFinding, Mention, Statement } from '../../model/index.ts'
import { spokenFor, voicesOf } from './spoken.ts'

const state = (code: string): ActorRef => ({ name: code, kind: 'state', code, sector: null })
const mention = (id: string, start: number): Mention => ({
  id,
  sentence: 0,
  span: { start, end: start + 3 },
  head: 1,
  form: 'name',
  actor: state(id),
  members: [],
  why: 'a test',
})
const told = { id: 's', speakerMention: 'CHL', addressee: { start: 50, end: 60 } } as Statement
const voices = voicesOf([told], [mention('CHL', 40), mention('PER', 52)])
const event = (statement: string | null, text: string) =>
  ({
    statement,
    actors: [{ span: null, text, mention: null, actor: { name: text, kind: 'unknown', code: null, sector: null } }],
    recipients: [],
    why: 'w',
  }) as unknown as EventFinding
const codeOf = (found: EventFinding) => found.actors[0]!.actor.code

test('“we” is the speaker, “you” the one spoken to, “they” neither', () => {
  expect(codeOf(spokenFor(event('s', 'We'), voices))).toBe('CHL')
  expect(codeOf(spokenFor(event('s', 'you'), voices))).toBe('PER')
  expect(codeOf(spokenFor(event('s', 'they'), voices))).toBeNull()
})

test('“we” in the author’s own words stays unknown and is marked', () => {
  const found = spokenFor(event(null, 'we'), voices)
  expect(codeOf(found)).toBeNull()
  expect(found.why).toContain('nobody says whom “we” means')
})
