import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../test/conllu.ts'
import { explain } from './explain.ts'
import { loadCodebook } from './load.ts'

const book = loadCodebook()

/** What is coded of a hand-annotated sentence: 'TYPE actor>recipient' with the head words of the likeliest sides. */
const coded = (conllu: string): string[] =>
  sentencesFromConllu(conllu).sentences.flatMap((sentence) =>
    explain(book, sentence).map((match) => {
      const first = (sides: readonly string[]) => sides[0]?.split(' (')[0] ?? '-'
      return `${match.type} ${first(match.actors)}>${first(match.recipients)}`
    }),
  )

describe('the matcher', () => {
  it('reads the active and the passive alike', () => {
    const active = `
      1 Norway Norway PROPN 2 nsubj
      2 condemned condemn VERB 0 root
      3 Chad Chad PROPN 2 obj`
    const passive = `
      1 Chad Chad PROPN 3 nsubj:pass
      2 was be AUX 3 aux:pass
      3 condemned condemn VERB 0 root
      4 by by ADP 5 case
      5 Norway Norway PROPN 3 obl:agent`
    expect(coded(active)).toEqual(['ACCUSE Norway>Chad'])
    expect(coded(passive)).toEqual(['ACCUSE Norway>Chad'])
  })

  it('fills a relative pronoun with its antecedent', () => {
    const sentence = `
      1 The the DET 2 det
      2 troops troops NOUN 6 nsubj
      3 that that PRON 4 nsubj
      4 shelled shell VERB 2 acl:relcl
      5 Goma Goma PROPN 4 obj
      6 slept sleep VERB 0 root`
    expect(coded(sentence)).toEqual(['ASSAULT troops>Goma'])
  })

  it('takes the content of a refusal for its object, not for another act', () => {
    const sentence = `
      1 Kenya Kenya PROPN 2 nsubj
      2 refused refuse VERB 0 root
      3 to to PART 4 mark
      4 visit visit VERB 2 xcomp
      5 Oman Oman PROPN 4 obj`
    expect(coded(sentence)).toEqual(['REJECT Kenya>Oman'])
  })

  it('turns a vow of harm into a threat, and a vow of help not', () => {
    const vow = (verb: string) => `
      1 Iran Iran PROPN 2 nsubj
      2 vowed vow VERB 0 root
      3 to to PART 4 mark
      4 ${verb} ${verb} VERB 2 xcomp
      5 Oman Oman PROPN 4 obj`
    expect(coded(vow('attack'))).toEqual(['THREATEN Iran>Oman'])
    expect(coded(vow('help'))).toEqual(['AGREE Iran>Oman'])
  })

  it('lends the subject of a supporting verb to a noun', () => {
    const sentence = `
      1 Malta Malta PROPN 2 nsubj
      2 began begin VERB 0 root
      3 a a DET 4 det
      4 mediation mediation NOUN 2 obj
      5 between between ADP 6 case
      6 Iran Iran PROPN 4 nmod
      7 and and CCONJ 8 cc
      8 Oman Oman PROPN 6 conj`
    expect(coded(sentence)).toEqual(['CONSULT Malta>Iran'])
  })

  it('codes named objects over the bare noun: lifting sanctions is no sanction', () => {
    const sentence = `
      1 Japan Japan PROPN 2 nsubj
      2 lifted lift VERB 0 root
      3 sanctions sanction NOUN 2 obj
      4 against against ADP 5 case
      5 Iran Iran PROPN 3 nmod`
    expect(coded(sentence)).toEqual(['CONCEDE Japan>Iran'])
  })

  it('knows a verb with a particle from the verb without it', () => {
    const sentence = (particle: string) => `
      1 Chad Chad PROPN 2 nsubj
      2 broke break VERB 0 root
      3 off off ADP 2 ${particle}
      4 relations relation NOUN 2 obj
      5 with with ADP 6 case
      6 Mali Mali PROPN 2 obl`
    expect(coded(sentence('compound:prt'))).toEqual(['SANCTION Chad>Mali'])
  })

  it('gives a dateline no part in the act', () => {
    const sentence = `
      1 HARARE HARARE PROPN 5 nsubj
      2 - - PUNCT 1 punct
      3 The the DET 4 det
      4 rebels rebel NOUN 1 parataxis
      5 attacked attack VERB 0 root
      6 Mutare Mutare PROPN 5 obj`
    expect(coded(sentence)).toEqual(['ASSAULT rebels>Mutare'])
  })

  it('looks a trigger up by its form where the lemma is broken', () => {
    const sentence = `
      1 Yemen Yemen PROPN 2 nsubj
      2 rejected rejecte VERB 0 root
      3 the the DET 5 det
      4 Omani Omani ADJ 5 amod
      5 plan plan NOUN 2 obj`
    expect(coded(sentence)).toEqual(['REJECT Yemen>plan'])
  })

  it('does not take a day for a side', () => {
    const sentence = `
      1 Hamas Hamas PROPN 2 nsubj
      2 protested protest VERB 0 root
      3 on on ADP 4 case
      4 Monday Monday PROPN 2 obl`
    expect(coded(sentence).join()).not.toContain('Monday')
  })

  it('takes nobody for an agent without “by”', () => {
    const sentence = (preposition: string) => `
      1 sanctions sanction NOUN 2 nsubj:pass
      2 imposed impose VERB 0 root
      3 ${preposition} ${preposition} ADP 4 case
      4 Chad Chad PROPN 2 obl:agent`
    expect(coded(sentence('by'))).toEqual(['SANCTION Chad>sanctions'])
    expect(coded(sentence('on'))).toEqual(['SANCTION ->Chad'])
  })

  it('aims at whoever acts under it, not at whoever acts after it', () => {
    const sentence = (preposition: string) => `
      1 ${preposition} ${preposition} ADP 2 case
      2 pressure pressure NOUN 6 obl
      3 from from ADP 4 case
      4 Chad Chad PROPN 2 nmod
      5 Mali Mali PROPN 6 nsubj
      6 slept sleep VERB 0 root`
    expect(coded(sentence('under'))).toEqual(['REQUEST Chad>Mali'])
    expect(coded(sentence('after'))).toEqual([])
  })

  it('reads the subjunctive after “insist” as a demand, the indicative not', () => {
    const sentence = (verb: string, feats: string) => `
      1 Chad Chad PROPN 2 nsubj
      2 insists insist VERB 0 root
      3 Mali Mali PROPN 4 nsubj
      4 ${verb} sleep VERB 2 ccomp ${feats}`
    expect(coded(sentence('sleep', ''))).toEqual(['REQUEST Chad>Mali'])
    expect(coded(sentence('slept', ''))).toEqual([])
  })

  it('survives a tree that runs in circles', () => {
    const sentence = `
      1 Chad Chad PROPN 2 nsubj
      2 agreed agree VERB 3 conj
      3 vowed vow VERB 2 conj
      4 peace peace NOUN 3 obj`
    expect(() => coded(sentence)).not.toThrow()
  })

  it('codes no plain saying', () => {
    const sentence = `
      1 Chad Chad PROPN 2 nsubj
      2 said say VERB 0 root
      3 Mali Mali PROPN 4 nsubj
      4 grew grow VERB 2 ccomp`
    expect(coded(sentence)).toEqual([])
  })
})
