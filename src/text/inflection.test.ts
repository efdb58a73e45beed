import { describe, expect, it } from 'vitest'
import { basesOf, irregularBase } from './inflection.ts'

describe('basesOf', () => {
  it.each([
    ['kidnapped', 'kidnap'],
    ['telephoned', 'telephone'],
    ['agencies', 'agency'],
    ['sought', 'seek'],
    ['denied', 'deny'],
    ['refusing', 'refuse'],
    ['meetings', 'meeting'],
    ['attacks', 'attack'],
    ['gunmen', 'gunman'],
    ['retook', 'retake'],
    ['unfroze', 'unfreeze'],
    ['Hid', 'hide'],
  ])('%s may be a form of %s', (form, base) => expect(basesOf(form)).toContain(base))

  it('does not make a base of too little', () => {
    expect(basesOf('its')).not.toContain('')
    expect(basesOf('red')).toEqual(['red'])
  })

  it('knows the one base of an irregular form, and none of a regular one', () => {
    expect(irregularBase('Tore')).toBe('tear')
    expect(irregularBase('towed')).toBeNull()
  })
})
