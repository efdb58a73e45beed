import { describe, expect, it } from 'vitest'
import { tell } from './reading.fixture.ts'

const CLEFT =
  'It/PRON/4/expl is/AUX/4/cop this/DET/4/det task/NOUN/0/root that/PRON/8/obj the/DET/7/det envoy/NOUN/8/nsubj stressed/VERB/4/acl:relcl in/ADP/10/case Oslo/PROPN/8/obl ./PUNCT/4/punct'
/** The relative word is the speaker. */
const SPEAKER =
  'It/PRON/4/expl is/AUX/4/cop the/DET/4/det envoy/NOUN/0/root that/PRON/6/nsubj spoke/VERB/4/acl:relcl ./PUNCT/4/punct'

const DATED = 'The/DET/2/det envoy/NOUN/3/nsubj reflected/VERB/0/root on/ADP/WHAT ./PUNCT/3/punct'

describe('a verb with “on”', () => {
  it('tells what is spoken of, and not when', () => {
    expect(
      tell(DATED.replace('WHAT', '6/case the/DET/6/det war/NOUN/3/obl').replace('./PUNCT', '.~/PUNCT')).told,
    ).toHaveLength(1)
    expect(tell(DATED.replace('WHAT', '5/case June/PROPN/3/obl 19/NUM/5/nummod')).told).toEqual([])
  })
})

describe('“it is … that somebody stressed”', () => {
  it('tells what is spoken of', () => {
    expect(tell(CLEFT).told).toMatchObject([{ speaker: 'the envoy', cue: 'stressed', content: ['this task'] }])
  })

  it('is no statement where the speaker is what is brought out', () => {
    expect(tell(SPEAKER).told).toEqual([])
  })
})
