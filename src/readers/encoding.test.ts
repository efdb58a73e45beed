import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './encoding.ts'
import { codeOf } from './fixtures.ts'

const RUSSIAN = 'Министерство иностранных дел заявило, что стороны подписали договор. Посол вручил ноту протеста.'
const KOREAN = '외무성 대변인은 두 나라가 조약에 서명하였다고 발표하였다. 회담은 10월에 평양에서 열린다.'
const FRENCH = 'Le ministère a déclaré que les deux États ont signé le traité. L’ambassadeur a été reçu à Paris.'

describe('decode', () => {
  it.each([
    ['utf-8', RUSSIAN],
    ['windows-1251', RUSSIAN],
    ['windows-1251', 'Посол вручил ноту.'],
    ['windows-1251', 'ПОСОЛ ВРУЧИЛ НОТУ ПРОТЕСТА'],
    ['windows-1251', 'The statement by Лавров was published in “Правда” on Monday.'],
    ['koi8-r', RUSSIAN],
    ['koi8-r', 'Посол вручил ноту.'],
    ['koi8-r', 'ПОСОЛ ВРУЧИЛ НОТУ ПРОТЕСТА'],
    ['euc-kr', KOREAN],
    ['euc-kr', 'The statement was carried by 조선중앙통신 on Monday.'],
    ['windows-1252', FRENCH],
    ['windows-1252', 'The talks in Zürich ended.'],
    ['windows-1252', 'The ministry’s spokesman spoke of “a treaty” – the first since 1991.'],
    ['utf-16le', RUSSIAN],
    ['utf-16be', RUSSIAN],
    ['utf-16le', KOREAN],
    ['utf-16be', KOREAN],
    ['utf-16le', 'The talks ended.'],
    ['utf-16be', 'The talks ended.'],
  ])('finds %s without a mark: %s', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toMatchObject({ text, encoding })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('takes the mark of %s away', (encoding) => {
    expect(decode(iconv.encode(RUSSIAN, encoding, { addBOM: true }))).toEqual({ text: RUSSIAN, encoding, problems: [] })
  })

  it('says when it had to guess, and not when the letters leave no doubt', () => {
    const problems = (encoding: string, text: string) =>
      decode(iconv.encode(text, encoding)).problems.map((p) => p.code)
    expect(problems('iso-8859-5', RUSSIAN)).toEqual(['encoding-guessed'])
    expect(problems('koi8-r', RUSSIAN)).toEqual([])
    expect(problems('windows-1252', FRENCH)).toEqual([])
  })

  it('honours what a document declares, unless it is UTF-8 after all', () => {
    expect(decode(iconv.encode('čeština', 'windows-1250'), 'windows-1250').text).toBe('čeština')
    expect(decode(iconv.encode(RUSSIAN, 'iso-8859-5'), 'ISO-8859-5')).toEqual({
      text: RUSSIAN,
      encoding: 'iso-8859-5',
      problems: [],
    })
    expect(decode(iconv.encode(RUSSIAN, 'utf-8'), 'windows-1251').text).toBe(RUSSIAN)
  })

  it.each(['base64', 'hex', 'utf-16', 'no-such-encoding', ''])('is not led astray by a declared “%s”', (declared) => {
    expect(decode(iconv.encode(RUSSIAN, 'koi8-r'), declared).text).toBe(RUSSIAN)
  })

  it('keeps UTF-8 that is broken in places, with a problem', () => {
    const { text, problems } = decode(Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xd0])]))
    expect(text).toBe(`${RUSSIAN}\ufffd`)
    expect(problems.map((p) => p.code)).toEqual(['encoding-damaged'])
  })

  it('refuses what is in no encoding', async () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, i) => 128 + ((i * i * 29 + i) % 128))
    expect(await codeOf((async () => decode(noise))())).toBe('undecodable')
  })
})
