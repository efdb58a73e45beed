import { describe, expect, it } from 'vitest'
import { readEntry } from './entry.ts'

/** The fields that an entry is read into, as far as it has them. */
function read(text: string): Record<string, string | string[]> {
  const { fields } = readEntry(text, { start: 0, end: text.length })
  for (const f of [
    ...fields.author,
    fields.title,
    fields.publisher,
    fields['container-title'],
    fields['publisher-place'],
  ])
    if (f !== null) expect(text.slice(f.span.start, f.span.end).replace(/\s+/gu, ' ')).toBe(f.value)
  const { author, ...single } = fields
  return {
    ...(author.length === 0 ? {} : { author: author.map((a) => a.value) }),
    ...Object.fromEntries(Object.entries(single).flatMap(([k, f]) => (f === null ? [] : [[k, f.value]]))),
  }
}

describe('how an entry begins', () => {
  it.each([
    [
      'names before a quoted title',
      'Ada Holm and Per Lund, “Ice on the canal,” Canal Review 3 (2011): 4.',
      ['Ada Holm', 'Per Lund'],
      'Ice on the canal',
    ],
    [
      'names, year',
      'Holm, A., & Lund, P. (2011, May 4). Ice on the canal. Canal Post.',
      ['Holm, A.', 'Lund, P.'],
      'Ice on the canal',
    ],
    [
      'names, year, in Chicago',
      'Holm, Ada, and Per Lund. 2011b. Ice on the Canal. Oslo: Fjell.',
      ['Holm, Ada', 'Per Lund'],
      'Ice on the Canal',
    ],
    [
      'surnames with bare initials',
      'Holm AK, de Wit P. Ice on the canal. Canal Med. 2011;3:4-9.',
      ['Holm AK', 'de Wit P'],
      'Ice on the canal',
    ],
    [
      'Cyrillic names',
      'Орлов К. Н., Белый А. А. Лёд на канале. — М. : Река, 2011.',
      ['Орлов К. Н.', 'Белый А. А.'],
      'Лёд на канале',
    ],
    ['Chinese with its kind', '赵云, 钱多. 运河冰情[J]. 运河研究, 2011(3): 4-9.', ['赵云', '钱多'], '运河冰情'],
    [
      'a note with its imprint in brackets',
      'Ada Holm, Ice and Iron: A Canal (Oslo: Fjell, 2011), 7.',
      ['Ada Holm'],
      'Ice and Iron: A Canal',
    ],
    [
      'a note with its imprint after commas',
      'Ada Holm, Ice and Iron, Oslo: Fjell, 2011, p. 7.',
      ['Ada Holm'],
      'Ice and Iron',
    ],
    [
      'a body and a title',
      'United Nations, Office for Canals, Report on ice, Geneva, 4 May 2011.',
      ['United Nations, Office for Canals'],
      'Report on ice',
    ],
    [
      'a name before a kind of document',
      'Sultan of the Canal, Letter to the engineer, 4 May 2011.',
      ['Sultan of the Canal'],
      'Letter to the engineer',
    ],
    [
      'a body in French',
      'Ministère des Travaux publics. Avis sur la glace. Lyon, 4 mai 2011.',
      ['Ministère des Travaux publics'],
      'Avis sur la glace',
    ],
  ])('%s', (_, entry, author, title) => expect(read(entry)).toMatchObject({ author, title }))

  it('takes a title for no author', () => {
    expect(read('Treaty on the Canal, Port Said, 4 May 2011.')).toEqual({
      title: 'Treaty on the Canal',
      'publisher-place': 'Port Said',
      issued: '2011-05-04',
    })
    expect(read('“A lock of our own”: the canal and its towns. Canal Post, 4 May 2011.')).toMatchObject({
      title: '“A lock of our own”: the canal and its towns',
      'container-title': 'Canal Post',
    })
    expect(read('Minister: “No ice this year”. Canal Post, 4 May 2011.').author).toBeUndefined()
  })

  it('gives no title to what points back, nor to a letter', () => {
    expect(read('Ibid., p. 4')).toEqual({ page: '4' })
    expect(read('Holm, op. cit., 14.')).toEqual({ author: ['Holm'], page: '14' })
    expect(read('Ada Holm to the Foreign Office, Oslo, 4 May 1911.')).toEqual({
      author: ['Ada Holm'],
      'publisher-place': 'Oslo',
      issued: '1911-05-04',
    })
  })
})

describe('where a title ends', () => {
  it.each([
    ['Body of Locks Institute. Ice on the canal [Press release]. 4 May 2011.', 'Ice on the canal'],
    ['Holm, A. (2011). Ice on the canal (2nd ed.). Fjell.', 'Ice on the canal'],
    ['Report on ice, 2011, annex 4.', 'Report on ice'],
    ['Convention on ice, signed at Port Said, 4 May 2011.', 'Convention on ice'],
    ['Орлов К. Н. Лёд на канале / К. Н. Орлов, А. А. Белый. — М. : Река, 2011.', 'Лёд на канале'],
    ['Lund P. The winter of 1866. Canal Hist. 1988;2:3-9.', 'The winter of 1866'],
  ])('%s', (entry, title) => expect(read(entry).title).toBe(title))
})

describe('where a work came out', () => {
  it.each([
    [
      'an agency is the publisher',
      '“Ice,” Xinhua, Harbin, May 4, 2011.',
      { publisher: 'Xinhua', 'publisher-place': 'Harbin' },
    ],
    [
      'a newspaper is the container',
      '“Ice on it,” Canal Post, May 4, 2011, 3.',
      { 'container-title': 'Canal Post', page: '3' },
    ],
    [
      'a book has a house',
      'Holm, Ada. Ice. New York, NY: Fjell; 2011.',
      { publisher: 'Fjell', 'publisher-place': 'New York, NY' },
    ],
    [
      'a chapter stands in a book',
      'Holm, A. (2011). Ice. In P. Lund (Ed.), Canals (pp. 4–9). Fjell Academic.',
      { 'container-title': 'Canals', publisher: 'Fjell Academic', page: '4–9' },
    ],
    [
      'editors are neither',
      'Holm, Ada. “Ice on it.” Canals, edited by Per Lund, Fjell, 2011, pp. 4-9.',
      { 'container-title': 'Canals', publisher: 'Fjell' },
    ],
    [
      'a body dates from a place',
      'Ministry of Canals. Notice on ice. Suez, 4 May 2011.',
      { 'publisher-place': 'Suez' },
    ],
    ['a newspaper is no place', 'Ice closes the canal again. Haboker, 4 May 2011.', { 'container-title': 'Haboker' }],
    [
      'two strokes lead in',
      'Лёд // Вестник канала. — 2011. — № 3. — С. 4–9.',
      { 'container-title': 'Вестник канала', page: '4–9' },
    ],
  ])('%s', (_, entry, fields) => expect(read(entry)).toMatchObject(fields))
})

describe('dates, pages and addresses', () => {
  it.each([
    ['(1977) ‘Ice on it’, Post, 4 February, p. 1.', '1977-02-04'],
    ['Lund P. Ice on it. Post. 1977 Feb 4:1.', '1977-02-04'],
    ['Орлов В. Лёд на нём // Заря. — 1977. — 4 февр. — С. 1.', '1977-02-04'],
    ['Lund, P. (1977, February). Ice on it. Post, 4–9.', '1977-02'],
  ])('are read: %s', (entry, issued) => expect(read(entry).issued).toBe(issued))
  it('tells an address from its archived copy and the day of access', () => {
    expect(
      read('Ice on it. Post, 4 May 2011. post.example/ice-4. Archived at https://archive.ph/Ab1 [cited 2012 Jan 3].'),
    ).toEqual({
      title: 'Ice on it',
      'container-title': 'Post',
      issued: '2011-05-04',
      accessed: '2012-01-03',
      URL: 'post.example/ice-4',
      archive: 'https://archive.ph/Ab1',
    })
  })
  it('takes no years, hours or counts for pages', () => {
    for (const entry of [
      'Holm, A. Ice, 1991–2000. Oslo: Fjell, 2011.',
      'Holm, A. Ice. Oslo: Fjell; 2011. 212 p.',
      'Ice session, Oslo, 11–12 May 2011.',
    ])
      expect(read(entry).page).toBeUndefined()
  })
})
