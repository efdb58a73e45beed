/** What a text says of time: words → EDTF value (null where the text gives none). */
export interface Example {
  readonly text: string
  /** The document's date; null when it is not known. */
  readonly date: string | null
  readonly times: readonly (readonly [words: string, value: string | null])[]
}

const on = (date: string | null, text: string, ...times: [string, string | null][]): Example => ({ text, date, times })

/** Dates that are written out. */
export const absolute: readonly Example[] = [
  on('2025-05-05', 'The treaty was signed on 19 June, 2024 in the capital.', ['19 June, 2024', '2024-06-19']),
  on('2025-05-05', 'The treaty was signed on June 19, 2024, after long talks.', ['June 19, 2024', '2024-06-19']),
  on(
    '2025-05-05',
    'The envoys met on 26. 02. 2025 and again on 27.01.2023.',
    ['26. 02. 2025', '2025-02-26'],
    ['27.01.2023', '2023-01-27'],
  ),
  on('2025-05-05', 'Adopted 2024-06-19, in force 2024-12.', ['2024-06-19', '2024-06-19'], ['2024-12', '2024-12']),
  on(
    '2025-05-05',
    'Signed on the 4th of March 1992 and ratified in Oct. 1993.',
    ['the 4th of March 1992', '1992-03-04'],
    ['Oct. 1993', '1993-10'],
  ),
  on('2025-05-05', 'The border was drawn in October 1939.', ['October 1939', '1939-10']),
  on('2025-05-05', 'War broke out in 1914.', ['1914', '1914']),
  on(
    '2025-05-05',
    'The ministry was founded in the 1980s; its archive goes back to the 19th century.',
    ['the 1980s', '198X'],
    ['the 19th century', '18XX'],
  ),
  on(
    '2025-05-05',
    'A twentieth-century border and the late 1990s talks.',
    ['twentieth-century', '19XX'],
    ['the late 1990s', '199X~'],
  ),
  on(
    '2025-05-05',
    'Talks began in mid-July 1944 and broke down in late September 1944.',
    ['mid-July 1944', '1944-07~'],
    ['late September 1944', '1944-09~'],
  ),
  on(
    '2025-05-05',
    'They met in the spring of 1942 and in summer 1943.',
    ['the spring of 1942', '1942-21'],
    ['summer 1943', '1943-22'],
  ),
  on(
    '2025-05-05',
    'Exports fell in Q3 2024 and in the first half of 2023.',
    ['Q3 2024', '2024-35'],
    ['the first half of 2023', '2023-40'],
  ),
  on(
    '2025-05-05',
    'Aid for FY2024 was cut; for fiscal year 2025/26 it was kept.',
    ['FY2024', '2024'],
    ['fiscal year 2025/26', '2025/2026'],
  ),
  on('2025-05-05', 'The wall was built in 3 BC and the bridge in AD 79.', ['3 BC', '-0002'], ['AD 79', '0079']),
  on('2025-05-05', 'On Sunday 25 June 1950 the army crossed the line.', ['Sunday 25 June 1950', '1950-06-25']),
  on(
    '2025-05-05',
    'The ceasefire of about 1910 and the one of circa 1890 failed.',
    ['about 1910', '1910~'],
    ['circa 1890', '1890~'],
  ),
  on('2025-05-05', 'The post-1991 order ended in early 2022.', ['1991', '1991'], ['early 2022', '2022~']),
  on('2025-05-05', 'He was to be home by Christmas 2007.', ['Christmas 2007', '2007-12-25']),
  on('2025-05-05', 'The first week of August 2024 was quiet.', [
    'The first week of August 2024',
    '2024-08-01/2024-08-07',
  ]),
  on('2025-05-05', 'By the end of 2023 the embassy had closed.', ['the end of 2023', '2023~']),
]

/** Ranges and lists: each member with what it shares with the others. */
export const ranges: readonly Example[] = [
  on(
    '2025-05-05',
    'The war of 1939–1945 followed the crisis of 1936-38.',
    ['1939', '1939'],
    ['1945', '1945'],
    ['1936', '1936'],
    ['38', '1938'],
  ),
  on('2025-05-05', 'The summit lasted from 3 to 5 May 1940.', ['3', '1940-05-03'], ['5 May 1940', '1940-05-05']),
  on('2025-05-05', 'Between March and June 1941 the port stayed shut.', ['March', '1941-03'], ['June 1941', '1941-06']),
  on(
    '2025-05-05',
    'From November to February 1942 nothing moved.',
    ['November', '1941-11'],
    ['February 1942', '1942-02'],
  ),
  on(
    '2025-05-05',
    'The sessions of March 5–9, 1918 were secret.',
    ['March 5', '1918-03-05'],
    ['9, 1918', '1918-03-09'],
  ),
  on(
    '2025-05-05',
    'Rounds were held on 16, 17 and 20 July 2021.',
    ['16', '2021-07-16'],
    ['17', '2021-07-17'],
    ['20 July 2021', '2021-07-20'],
  ),
  on('2025-05-05', 'The commission met in November 2023 and 2024.', ['November 2023', '2023-11'], ['2024', '2024-11']),
  on(
    '2025-05-05',
    'Votes were taken on March 2, 2022, February 23, 2023 and later.',
    ['March 2, 2022', '2022-03-02'],
    ['February 23, 2023', '2023-02-23'],
  ),
]

/** A report, seen from its own day (Thursday 19 June 2025, or Monday 5 May 2025). */
export const reports: readonly Example[] = [
  on(
    '2025-05-05',
    'The ministers met last month and will meet again next week.',
    ['last month', '2025-04'],
    ['next week', '2025-05-12/2025-05-18'],
  ),
  on('2025-05-05', 'In recent days the channel has been busy.', ['recent days', '/2025-05-05']),
  on('2025-05-05', 'Over the past two years the heads of both agencies visited.', [
    'the past two years',
    '2023/2025-05-05',
  ]),
  on(
    '2025-05-05',
    'The spokesman said so yesterday; a note follows tomorrow.',
    ['yesterday', '2025-05-04'],
    ['tomorrow', '2025-05-06'],
  ),
  on(
    '2025-05-05',
    'This year the two sides mark the date; last year they did not.',
    ['This year', '2025'],
    ['last year', '2024'],
  ),
  on('2025-05-05', 'He arrived two weeks ago.', ['two weeks ago', '2025-04-21']),
  on('2025-06-19', 'The parliament voted on Monday.', ['Monday', '2025-06-16']),
  on('2025-06-19', 'The parliament will vote on Monday.', ['Monday', '2025-06-23']),
  on(
    '2025-06-19',
    'She said on Tuesday that talks would resume on Friday.',
    ['Tuesday', '2025-06-17'],
    ['Friday', '2025-06-20'],
  ),
  on(
    '2025-06-19',
    'Last Thursday the envoy flew home; next Thursday he returns.',
    ['Last Thursday', '2025-06-12'],
    ['next Thursday', '2025-06-26'],
  ),
  on('2025-05-05', 'The ambassador spoke in an interview on April 2 this year.', ['April 2 this year', '2025-04-02']),
  on('2025-05-05', 'The delegation is expected to arrive on May 9.', ['May 9', '2025-05-09']),
  on(
    '2025-02-10',
    'The two leaders met in November and signed in December.',
    ['November', '2024-11'],
    ['December', '2024-12'],
  ),
  on('2025-02-10', 'The two leaders will meet in November.', ['November', '2025-11']),
  on('2025-11-20', 'The next round is scheduled for March.', ['March', '2026-03']),
  on('2025-05-05', 'Elections are due in October next year.', ['October next year', '2026-10']),
  on('2025-05-05', 'Trade fell in the third quarter of last year.', ['the third quarter of last year', '2024-35']),
  on('2025-05-05', 'The pact expires at the end of the year.', ['the end of the year', '2025~']),
  on('2025-05-05', 'Earlier this month a note was handed over.', ['Earlier this month', '2025-05']),
  on(
    '2025-06-19',
    'Shots were fired on Monday morning and again last night.',
    ['Monday morning', '2025-06-16'],
    ['last night', '2025-06-18'],
  ),
  on('2025-05-05', 'Last weekend both capitals were quiet.', ['Last weekend', '2025-05-03/2025-05-04']),
  on(
    '2025-05-05',
    'Last spring the talks stalled; this summer they may resume.',
    ['Last spring', '2025-21'],
    ['this summer', '2025-22'],
  ),
  on('2025-05-05', 'Relations are now frozen.', ['now', '2025-05-05']),
  on('2025-05-05', 'The former minister was recently seen in the city.', ['former', null], ['recently', null]),
  on('2025-05-05', 'In the coming weeks a second convoy leaves.', ['the coming weeks', '2025-05-05/']),
  on(
    '2025-05-05',
    'The border reopened three years ago, and a decade later nobody will know.',
    ['three years ago', '2022'],
    ['a decade later', '2032'],
  ),
  on(
    '2025-05-05',
    'The last quarter was poor, officials said this week.',
    ['The last quarter', '2025-33'],
    ['this week', '2025-05-05/2025-05-11'],
  ),
  on(null, 'The ministers met last month and on Monday.', ['last month', null], ['Monday', null]),
  on(null, 'The talks of 4 April and of yesterday failed.', ['4 April', null], ['yesterday', null]),
]

/** More of a report of Thursday 14 March 2024. */
export const wire: readonly Example[] = [
  on(
    '2024-03-14',
    'Over the weekend and on Monday afternoon both sides fired.',
    ['the weekend', '2024-03-09/2024-03-10'],
    ['Monday afternoon', '2024-03-11'],
  ),
  on('2024-03-14', 'Three convoys came in the last 24 hours.', ['the last 24 hours', '2024-03-13/2024-03-14']),
  on(
    '2024-03-14',
    'The truce took effect at midnight local time on Tuesday.',
    ['midnight local time', '2024-03-12'],
    ['Tuesday', '2024-03-12'],
  ),
  on(
    '2024-03-14',
    'In H1 2023 and 4Q 2023 trade rose; FY2023-24 was a record.',
    ['H1 2023', '2023-40'],
    ['4Q 2023', '2023-36'],
    ['FY2023-24', '2023/2024'],
  ),
  on('2024-03-14', 'They marked the first three months of this year.', [
    'the first three months of this year',
    '2024-01/2024-03',
  ]),
  on(
    '2024-03-14',
    'The Council adopted Resolution 2728 (2024) on 25 March 2024.',
    ['2024', '2024'],
    ['25 March 2024', '2024-03-25'],
  ),
  on(
    '2024-03-14',
    'Talks may resume later this month, or as early as next Tuesday.',
    ['later this month', '2024-03'],
    ['next Tuesday', '2024-03-19'],
  ),
  on('2024-03-14', 'It was signed two and a half years ago, on the sidelines of a summit.', [
    'two and a half years ago',
    '2021-09',
  ]),
]

/** Dates that lean on the one told before. */
export const narratives: readonly Example[] = [
  on(
    null,
    'On 10 May 1940 the attack began. The following day the bridge fell. A week later the city gave up.',
    ['10 May 1940', '1940-05-10'],
    ['The following day', '1940-05-11'],
    ['A week later', '1940-05-18'],
  ),
  on(
    null,
    'Peace came in November 1918. That same month the king left. The next month a republic was declared.',
    ['November 1918', '1918-11'],
    ['That same month', '1918-11'],
    ['The next month', '1918-12'],
  ),
  on(
    null,
    'In October 1941 the front moved east. In January it moved back.',
    ['October 1941', '1941-10'],
    ['January', '1942-01'],
  ),
  on(null, 'In July 1922 envoys met. They had quarrelled in May.', ['July 1922', '1922-07'], ['May', '1922-05']),
  on(
    null,
    'He was elected in 1958. Two years earlier he had resigned. Later that year he returned.',
    ['1958', '1958'],
    ['Two years earlier', '1956'],
    ['Later that year', '1956'],
  ),
  on(
    null,
    'On 2 October 1920 an offer was made. On the 5th it was refused.',
    ['2 October 1920', '1920-10-02'],
    ['the 5th', '1920-10-05'],
  ),
  on(
    null,
    'The pact of 1 March 1907 held. Three days after 5 April 1907 it was broken.',
    ['1 March 1907', '1907-03-01'],
    ['Three days after 5 April 1907', '1907-04-08'],
  ),
  on(null, 'In 499 BC the cities rose. In 490 a fleet came.', ['499 BC', '-0498'], ['490', '-0489']),
  on(
    null,
    'In March 1953 the post was given up. By the end of the month the road was open. The first day was calm.',
    ['March 1953', '1953-03'],
    ['the end of the month', '1953-03~'],
    ['The first day', null],
  ),
  on(
    null,
    'At 5:30 a.m. on 6 June 1944 the boats left. That night the rest followed.',
    ['5:30 a.m.', '1944-06-06'],
    ['6 June 1944', '1944-06-06'],
    ['That night', '1944-06-06'],
  ),
  on(
    null,
    'On the night of 18 April 1775 riders set out. At that time few had heard.',
    ['the night of 18 April 1775', '1775-04-18'],
    ['that time', '1775-04-18'],
  ),
  on(
    '2025-05-05',
    'In July 2022 the state recognised both. In 2023 trade grew, in 2024 more so.\n\nOn July 20, the envoy answered.',
    ['July 2022', '2022-07'],
    ['2023', '2023'],
    ['2024', '2024'],
    ['July 20', '2024-07-20'],
  ),
]

/** Lengths of time and repeated times: never the date of anything. */
export const lengths: readonly Example[] = [
  on(
    '2025-05-05',
    'The siege lasted three weeks, the talks five years.',
    ['three weeks', 'P3W'],
    ['five years', 'P5Y'],
  ),
  on(
    '2025-05-05',
    'After nearly four decades and two and a half months it ended.',
    ['nearly four decades', 'P40Y'],
    ['two and a half months', 'P2.5M'],
  ),
  on('2025-05-05', 'A ten-day visit followed a months-long silence.', ['ten-day', 'P10D'], ['months-long', null]),
  on(
    '2025-05-05',
    'For several years, and more than 1,460 days, nobody came.',
    ['several years', null],
    ['more than 1,460 days', 'P1460D'],
  ),
  on(
    '2025-05-05',
    'The council meets every year, reports annually and sits each day.',
    ['every year', 'P1Y'],
    ['annually', 'P1Y'],
    ['each day', 'P1D'],
  ),
  on(
    '2025-05-05',
    'Patrols go out every two weeks, or 30 times a month.',
    ['every two weeks', 'P2W'],
    ['a month', 'P1M'],
  ),
  on('2025-05-05', 'Two days after the vote the minister resigned.', ['Two days after', null]),
]

/** Numbers and words that are no time. */
export const negatives: readonly string[] = [
  'A column of 1914 soldiers crossed the river.',
  '1914 soldiers crossed the river.',
  'They invoked resolution 2231 and resolutions 1718, 1874 and 2094.',
  'Article 1991 of the code was struck out.',
  'See No. 2022/15 and order 2022/15.',
  'It is on page 1914 and pp. 1950-1960.',
  'Write to https://example.org/2024/05/12/report or press@2024.example.org.',
  'Call +7 495 2000 1914 or 555-2024.',
  'The file is A/RES/2024/12 and S/2017/345.',
  'The loan was $1950 and €2024.',
  'Prices rose to 2,024 and by 19.45 percent.',
  'The flight was Boeing 2000, the radar Mi-2000.',
  'More than 2000 people marched, nearly 1500 of them students.',
  'The height is 1850 metres and 1999 km of fence.',
  'The fall of the city came as a shock.',
  'Prices may fall, and they may march again.',
  'General May and Mr March signed.',
  'The minutes of the session were kept; three quarters of members agreed.',
  'A draft of 12 points and 31 pages, version 2.0.24.',
  'The score was 24:19, the ratio 1914:1918.',
  'The sun set over the second city.',
  'Ten men, two ships and 45 guns were lost.',
  'At the same time, both sides deny it.',
  'ISBN 1914-1918 is no book.',
]
