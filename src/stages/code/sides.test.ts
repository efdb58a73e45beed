import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import type { ActorRef, Mention } from '../../model/index.ts'
import { treeOf } from '../attribute/tree.ts'
import { sideFinder } from './sides.ts'

const state = (code: string): ActorRef => ({ name: code, kind: 'state', code, sector: null })

/** A finder over a hand-annotated sentence with the given words as mentions, and the ids of its words. */
function finderOf(conllu: string, named: Record<string, ActorRef>) {
  const { text, sentences } = sentencesFromConllu(conllu)
  const [sentence] = sentences
  const mentions = sentence!.tokens
    .filter((token) => token.form in named)
    .map(
      (token): Mention => ({
        id: token.form,
        sentence: 0,
        span: token.span,
        head: token.id,
        form: token.upos === 'ADJ' ? 'adjective' : 'name',
        actor: named[token.form]!,
        members: [],
        why: 'a test',
      }),
    )
  const finder = sideFinder(
    text,
    treeOf(sentence!),
    mentions,
    (name) => (name === 'Russian' ? state('RUS') : null),
    new Set(['partner']),
  )
  const codes = (word: string, dig: 'no' | 'name' | 'any') =>
    finder
      .find(sentence!.tokens.find((token) => token.form === word)!.id, { dig })
      .map((found) => found.side.actor.code ?? found.side.text)
  return codes
}

describe('sideFinder', () => {
  it('sees through a measure to what is measured', () => {
    const codes = finderOf(
      '1 Dozens dozen NOUN 4 nsubj\n2 of of ADP 3 case\n3 Peruvians Peruvian PROPN 1 nmod\n4 left leave VERB 0 root',
      { Peruvians: state('PER') },
    )
    expect(codes('Dozens', 'no')).toEqual(['PER'])
  })

  it('finds the country inside people without a name, and nothing in a mere thing', () => {
    const sentence =
      '1 the the DET 2 det\n2 rebels rebel NOUN 0 root\n3 in in ADP 4 case\n4 Mali Mali PROPN 2 nmod\n5 rain rain NOUN 2 dep'
    const codes = finderOf(sentence, { Mali: state('MLI') })
    expect(codes('rebels', 'no')).toEqual(['MLI'])
    expect(codes('rain', 'any')).toEqual([])
  })

  it('looks for whose name a thing bears, not for what it is aimed at', () => {
    const sentence =
      '1 strikes strike NOUN 0 root\n2 on on ADP 3 case\n3 Mali Mali PROPN 1 nmod\n4 by by ADP 5 case\n5 Chad Chad PROPN 1 nmod'
    const codes = finderOf(sentence, { Mali: state('MLI'), Chad: state('TCD') })
    expect(codes('strikes', 'name')).toEqual(['TCD'])
    expect(codes('strikes', 'no')).toEqual([])
  })

  it('parts countries that a phrase joins', () => {
    const sentence =
      '1 Indian Indian ADJ 4 amod\n2 and and CCONJ 3 cc\n3 Chinese Chinese ADJ 1 conj\n4 soldiers soldier NOUN 5 nsubj\n5 clashed clash VERB 0 root'
    expect(finderOf(sentence, { Indian: state('IND'), Chinese: state('CHN') })('soldiers', 'no')).toEqual([
      'IND',
      'CHN',
    ])
  })

  it('reads whom "anti-" is against', () => {
    const sentence = '1 the the DET 3 det\n2 anti-Russian anti-Russian ADJ 3 amod\n3 measures measure NOUN 0 root'
    expect(finderOf(sentence, {})('measures', 'any')).toEqual(['RUS'])
  })

  it('takes no weekday for a side', () => {
    expect(finderOf('1 Monday Monday PROPN 0 root', {})('Monday', 'any')).toEqual([])
  })

  it('ends on a tree that runs in circles', () => {
    const sentence = '1 rebels rebel NOUN 2 nmod\n2 village village NOUN 1 nmod'
    expect(finderOf(sentence, {})('rebels', 'any')).toEqual(['rebels'])
  })

  it('gives a partner no country of those whose partner he is, but a minister', () => {
    const theirs = (noun: string) =>
      finderOf(`1 Malian Malian ADJ 2 nmod:poss\n2 ${noun} ${noun} NOUN 0 root`, { Malian: state('MLI') })
    expect(theirs('partner')('partner', 'no')).toEqual(['Malian partner'])
    expect(theirs('minister')('minister', 'no')).toEqual(['MLI'])
  })

  it('looks past what only sets the scene: “despite Togo’s wish”, not “over Togo’s wish”', () => {
    const found = (preposition: string) =>
      finderOf(
        `1 extension extension NOUN 0 root
         2 ${preposition} ${preposition} ADP 4 case
         3 Togo Togo PROPN 4 nmod:poss
         4 wish wish NOUN 1 nmod`,
        { Togo: state('TGO') },
      )('extension', 'any')
    expect(found('despite')).toEqual([])
    expect(found('over')).toEqual(['TGO'])
  })
})
