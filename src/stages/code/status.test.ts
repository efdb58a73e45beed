import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { treeOf } from '../attribute/tree.ts'
import { retype } from './retype.ts'
import { tellingOf } from './status.ts'

const telling = (conllu: string, word: string) => {
  const sentence = sentencesFromConllu(conllu).sentences[0]!
  return tellingOf(treeOf(sentence), sentence.tokens.find((token) => token.form === word)!.id, null)
}
/** 'Chad <auxiliaries> send troops', auxiliaries as 'form/lemma/relation'. */
const withAuxiliaries = (form: string, ...words: string[]) => {
  const verb = words.length + 2
  const lines = words.map((word, i) => {
    const [text, lemma, relation] = word.split('/')
    return `${i + 2} ${text} ${lemma} AUX ${verb} ${relation}`
  })
  return [
    `1 Chad Chad PROPN ${verb} nsubj`,
    ...lines,
    `${verb} ${form} send VERB 0 root`,
    `${verb + 1} troops troops NOUN ${verb} obj`,
  ].join('\n')
}

describe('tellingOf', () => {
  it.each([
    ['happened', withAuxiliaries('sent'), 'sent'],
    ['happened', withAuxiliaries('sent', 'has/have/aux'), 'sent'],
    ['planned', withAuxiliaries('send', 'will/will/aux'), 'send'],
    ['ongoing', withAuxiliaries('sending', 'is/be/aux'), 'sending'],
    ['hypothetical', withAuxiliaries('send', 'may/may/aux'), 'send'],
    ['denied', withAuxiliaries('send', 'did/do/aux', 'not/not/advmod'), 'send'],
    ['hypothetical', withAuxiliaries('sent', 'if/if/mark'), 'sent'],
    ['habitual', withAuxiliaries('sent', 'often/often/advmod'), 'sent'],
  ])('%s: %s', (status, conllu, word) => {
    expect(telling(conllu, word).status).toBe(status)
  })

  it.each([
    ['refused', 'refuse', 'denied'],
    ['plans', 'plan', 'planned'],
    ['wants', 'want', 'hypothetical'],
    ['began', 'begin', 'ongoing'],
    ['helped', 'help', 'happened'],
  ])('follows the verb above an infinitive: %s', (form, lemma, status) => {
    const sentence = `1 Chad Chad PROPN 2 nsubj\n2 ${form} ${lemma} VERB 0 root\n3 to to PART 4 mark\n4 fight fight VERB 2 xcomp`
    expect(telling(sentence, 'fight').status).toBe(status)
  })

  const fired = (subject: string, rest = '', deprel = 'root') =>
    `1 ${subject} ${subject.toLowerCase()} PRON 2 nsubj\n2 fired fire VERB 0 ${deprel}${rest}`

  it('takes “nobody” and “with none” for denials, “somebody” and “since none” not', () => {
    expect(telling(fired('Nobody'), 'fired').status).toBe('denied')
    expect(telling(fired('Somebody'), 'fired').status).toBe('happened')
    expect(telling(fired('They', '\n3 with with ADP 4 case\n4 none none PRON 2 obl'), 'fired').status).toBe('denied')
    expect(telling(fired('They', '\n3 since since ADP 4 case\n4 none none PRON 2 obl'), 'fired').status).toBe(
      'happened',
    )
  })

  it('takes “every spring” for a habit, “that spring” not', () => {
    const inSpring = (det: string) => fired('They', `\n3 ${det} ${det} DET 4 det\n4 spring spring NOUN 2 obl`)
    expect(telling(inSpring('every'), 'fired').status).toBe('habitual')
    expect(telling(inSpring('that'), 'fired').status).toBe('happened')
  })

  it('leaves open what is asked or alleged, not what is said', () => {
    const question = '1 Did do AUX 3 aux\n2 they they PRON 3 nsubj\n3 fire fire VERB 0 root\n4 ? ? PUNCT 3 punct'
    expect(telling(question, 'fire').status).toBe('hypothetical')
    const that = (noun: string) =>
      `1 ${noun} ${noun} NOUN 0 root\n2 that that SCONJ 4 mark\n3 they they PRON 4 nsubj\n4 fired fire VERB 1 acl`
    expect(telling(that('allegation'), 'fired').status).toBe('hypothetical')
    expect(telling(that('fact'), 'fired').status).toBe('happened')
  })

  it('denies what somebody is kept from, and not what nothing keeps him from', () => {
    const kept = (keeper: string) =>
      `1 ${keeper} ${keeper.toLowerCase()} PRON 2 nsubj\n2 kept keep VERB 0 root\n3 Chad Chad PROPN 2 obj\n4 from from SCONJ 5 mark\n5 attacking attack VERB 2 advcl`
    expect(telling(kept('They'), 'attacking').status).toBe('denied')
    expect(telling(kept('Nothing'), 'attacking').status).toBe('happened')
  })

  it('reads adjectives beside a noun', () => {
    const sentence = '1 the the DET 3 det\n2 planned planned ADJ 3 amod\n3 visit visit NOUN 0 root'
    expect(telling(sentence, 'visit').status).toBe('planned')
    expect(telling(sentence.replace('planned planned', 'long long'), 'visit').status).toBe('happened')
  })
})

describe('retype', () => {
  const told = (status: 'planned' | 'denied' | 'happened', by: string | null) => ({
    status,
    by,
    negated: status === 'denied',
  })
  it('codes a visit to come as agreed, an attack to come as threatened, a withdrawal to come as conceded', () => {
    expect(retype('CONSULT', 'visit', told('planned', 'will'), true).type).toBe('AGREE')
    expect(retype('ASSAULT', null, told('planned', 'will'), true).type).toBe('THREATEN')
    expect(retype('RETREAT', 'withdraw', told('planned', 'will'), true).type).toBe('CONCEDE')
  })
  it('codes "will not help" as refused, and leaves "did not attack" as it is', () => {
    expect(retype('AID', null, told('denied', 'will'), true).type).toBe('REJECT')
    expect(retype('ASSAULT', null, told('denied', 'not'), true).type).toBe('ASSAULT')
  })
  it('leaves the past alone', () => {
    expect(retype('AID', null, told('happened', null), true)).toEqual({ type: 'AID', keepsMode: true, note: null })
  })
})
