import { describe, expect, it } from 'vitest'
import { attribution } from './attribution.ts'

describe('the lexicon of attribution', () => {
  it('has the verbs, nouns and phrases that the stage was made for', () => {
    expect(attribution.verbs.size).toBeGreaterThanOrEqual(250)
    expect(attribution.nouns.size).toBeGreaterThanOrEqual(80)
    expect(attribution.phrases).toContain('according to')
  })

  it('marks verbs that count only with a quotation', () => {
    expect(attribution.verbs.get('smile')?.quoteOnly).toBe(true)
    expect(attribution.verbs.get('say')?.quoteOnly).toBe(false)
  })

  it.each([
    ['said', 'say'],
    ['denied', 'deny'],
    ['admitted', 'admit'],
    ['citing', 'cite'],
    ['arguing', 'argue'],
    ['stresses', 'stress'],
    ['wrote', 'write'],
    ['agreed', 'agree'],
    ['pointed', 'point'],
    ['laid', 'lay'],
    ['went', 'go'],
    ['emphasized', 'emphasize'],
    ['reported', 'report'],
    ['opened', undefined],
  ])('%s is a form of %s', (form, lemma) => expect(attribution.forms.get(form)).toBe(lemma))

  it('keeps words in lower case and verbs with their particle', () => {
    for (const verb of attribution.verbs.keys()) expect(verb).toMatch(/^[a-z][a-z-]*(?: [a-z]+)?$/u)
    for (const noun of attribution.nouns.keys()) expect(noun).toBe(noun.toLowerCase())
  })

  it('tells stances apart', () => {
    expect(attribution.verbs.get('deny')?.stance).toBe('denies')
    expect(attribution.verbs.get('claim')?.stance).toBe('doubts')
    expect(attribution.verbs.get('confirm')?.stance).toBe('endorses')
    expect(attribution.verbs.get('say')?.stance).toBe('reports')
  })
})
