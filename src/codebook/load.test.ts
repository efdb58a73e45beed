import { describe, expect, it } from 'vitest'
import { compileCodebook, triggerCount } from './load.ts'

const frames = {
  name: 'frames.yaml',
  text: 'acts-on:\n  of: verb\n  about: A bombs B\n  actor: subject\n  recipient: object\n',
}
const support = {
  name: 'support.yaml',
  text: 'doing: hold\nundergoing: suffer\nhappening: begin\ntransparent: dozen\n',
}
const allowed = { types: new Map([['ASSAULT', { modes: ['aerial'] }]]), contexts: ['military'] }
const file = (entries: string) => [
  frames,
  support,
  { name: 'ASSAULT.yaml', text: `type: ASSAULT\nentries:\n${entries}` },
]
const entry = (more: string) =>
  `  - verb: bomb, shell\n    frame: acts-on\n${more}    matches: A bombed B.\n    not: A sang.\n`

describe('compileCodebook', () => {
  it('makes a rule of each entry and an index by lemma', () => {
    const book = compileCodebook(file(entry('    mode: aerial\n    with:\n      object: town, port\n')), allowed)
    expect(book.rules).toHaveLength(1)
    expect(book.rules[0]).toMatchObject({
      id: 'ASSAULT.bomb',
      line: 3,
      type: 'ASSAULT',
      mode: 'aerial',
      recipient: ['object'],
    })
    expect(book.byLemma.get('verb shell')?.[0]?.word).toBe('shell')
    expect(triggerCount(book)).toEqual({ words: 2, patterns: 4 })
  })

  it('gives the second entry that begins with a word another id', () => {
    const book = compileCodebook(file(entry('') + entry('')), allowed)
    expect(book.rules.map((rule) => rule.id)).toEqual(['ASSAULT.bomb', 'ASSAULT.bomb.2'])
  })

  it('lets a later file of an analyst add to an earlier one', () => {
    const own = { name: 'mine.yaml', text: `type: ASSAULT\nentries:\n${entry('').replace('bomb, shell', 'strafe')}` }
    const book = compileCodebook([...file(entry('')), own], allowed)
    expect(book.byLemma.has('verb strafe')).toBe(true)
  })

  it.each([
    [
      'a frame that is not there',
      entry('').replace('acts-on', 'acts-off'),
      'ASSAULT.yaml:3: no frame is called acts-off',
    ],
    ['a mode of another type', entry('    mode: visit\n'), 'ASSAULT.yaml:3: ASSAULT has no mode visit'],
    ['a context that is none', entry('    contexts: weather\n'), 'ASSAULT.yaml:3: weather is no context'],
    ['a misspelt key', entry('    wieght: 1\n'), 'ASSAULT.yaml:3'],
    ['a weight beyond 1', entry('    weight: 7\n'), 'ASSAULT.yaml:5: weight'],
    ['broken YAML', '  - verb: "bomb\n', 'ASSAULT.yaml:'],
    ['two parts of speech', entry('    noun: bombing\n'), 'exactly one of verb, noun, adjective'],
  ])('says file and line of %s', (_, entries, message) => {
    expect(() => compileCodebook(file(entries), allowed)).toThrow(message)
  })

  it('refuses a type that the ontology has not', () => {
    const bad = [frames, support, { name: 'X.yaml', text: 'type: HUG\nentries: []\n' }]
    expect(() => compileCodebook(bad, allowed)).toThrow('X.yaml:1: HUG is no type')
  })
})
