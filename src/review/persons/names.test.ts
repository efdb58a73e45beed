import { describe, expect, it } from 'vitest'
import { nameLikeness, nameParts } from './names.ts'

const likeness = (a: string, b: string) => {
  const [x, y] = [nameParts(a), nameParts(b)]
  expect(nameLikeness(x, y)).toBe(nameLikeness(y, x))
  return nameLikeness(x, y)
}

describe('names that may be one person’s', () => {
  it.each([
    ['Ana Lima', 'Ana Lima', 'same'],
    ['Etienne Garcon', 'Étienne Garçon', 'same'],
    ['Radosław Nowak', 'Radoslaw Nowak', 'same'],
    ['Han Do Jun', 'Han Do-jun', 'same'],
    ['Georgy Zinoviev', 'Georgiy Zinovyev', 'spelling'],
    ['Георгий Зиновьев', 'Georgy Zinoviev', 'spelling'],
    ['Han Do-jun', 'Do Jun Han', 'order'],
    ['Do-jun Han', 'Han Do-jun', 'order'],
    ['Nagy Péter', 'Peter Nagy', 'order'],
    ['Vasil Petrovich Orlov', 'Vasil Orlov', 'part'],
    ['G. V. Orlov, Jr.', 'G.V. Orlov Jr.', 'same'],
    ['Grigory V. Orlov', 'Grigory Orlov', 'part'],
    ['G. V. Orlov', 'Grigory Orlov', 'initials'],
    ['G.V. Orlov', 'Grigory Vasilyevich Orlov', 'initials'],
    ['G.V. Orlov', 'G. Orlov', 'initials'],
    ['Orlov G.', 'Grigory Orlov', 'initials'],
    ['Moussa Gaddafi', 'Musa Qaddafi', 'sound'],
    ['Mohammad Karimov', 'Mohammed Karimov', 'sound'],
    ['Orlov', 'Grigory Orlov', 'surname'],
    ['Han', 'Han Do-jun', 'surname'],
  ])('%s, %s: %s', (a, b, kind) => expect(likeness(a, b)).toBe(kind))

  it.each([
    ['two of one family', 'Han Do-jun', 'Han Yo-jun'],
    ['another given name', 'Ana Lima', 'Rui Lima'],
    ['another surname', 'Ana Lima', 'Ana Sousa'],
    ['another initial', 'G. Orlov', 'Boris Orlov'],
    ['other initials', 'G.V. Orlov', 'G.N. Orlov'],
    ['father and son', 'John Marsh', 'John Marsh Jr.'],
    ['the third of a name', 'John Marsh II', 'John Marsh III'],
    ['husband and wife', 'Alex Ivanov', 'Alexa Ivanova'],
    ['one woman’s ending', 'Sasha Karimov', 'Sasha Karimova'],
    ['names that are near in letters alone', 'Ana Marin', 'Ana Moreno'],
    ['a given name in the middle', 'Do', 'Han Do Jun'],
    ['a longer name of somebody else', 'Do Han', 'Lee Do Jun'],
    ['no name at all', '', 'Ana Lima'],
  ])('not %s', (_, a, b) => expect(likeness(a, b)).toBeNull())
})
