// biome-ignore-all lint/performance/useDomNodeTextContent: the text that a person sees is what is tested
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../src/model/index.ts'
import { contrasts } from './contrast.ts'
import { brokenText, mendedText, referenceReadings } from './fixtures/references.ts'
import { browser, watched, workbenchOf } from './page.ts'

let chromium: Browser
let bench: Awaited<ReturnType<typeof workbenchOf>>
let readings: Awaited<ReturnType<typeof referenceReadings>>
const path = (reading: Reading, chosen = ''): string => `/documents/${reading.doc.id}/references${chosen}`
const marker = (number: number): string => readings.broken.layers.markers.find((m) => m.number === number)!.id

beforeAll(async () => {
  chromium = await browser()
  readings = await referenceReadings()
  bench = await workbenchOf(Object.values(readings))
})
afterAll(async () => {
  await chromium.close()
  await bench.close()
})

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

describe('the references of a document whose list is broken', () => {
  it('are reached from its text, and show every verdict in words and signs', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(`/documents/${readings.broken.doc.id}`))
    await page.getByRole('link', { name: 'References 6 to check' }).click()
    const markers = page.locator('.text .check')
    await markers.first().waitFor()
    expect(await page.title()).toBe('References of Two harbours and one pilot · Dragoman')
    expect(await markers.allInnerTexts()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `[${n}]${n < 4 ? '✓' : '✗'}`))
    expect(await markers.nth(4).getAttribute('aria-label')).toBe('marker [5], does not fit; entry [6] fits better')
    expect(await page.locator('.checked-entry').count()).toBe(10)
    expect(await page.locator('.text').innerText()).not.toContain('Turku, November 2021')
    expect(await page.locator('.checked-entry').nth(3).innerText()).toContain('stands here twice')
    expect(await page.locator('.checked-entry').last().innerText()).toMatch(/needed at\s*\[9\]✗\s*never cited/u)
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('are explained as a whole, with the numbers to change as a diff', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url(path(readings.broken)))
    const whole = page.locator('.overview')
    await whole.waitFor()
    expect(await whole.locator('.verdict-counts').innerText()).toMatch(/6\s*does not fit[\s\S]*3\s*fits/u)
    expect(await whole.locator('.explanation').innerText()).toBe(
      'From marker [4] on the numbers are one too small: an entry stands in the list twice.',
    )
    const changes = whole.locator('.diff li')
    expect(await changes.count()).toBe(6)
    expect(await changes.first().locator('del b').innerText()).toBe('[4]')
    expect(await changes.first().locator('ins b').innerText()).toBe('[5]')
    expect(await changes.first().locator('ins').innerText()).toContain('in his study of November 2021')
    await whole.getByRole('button', { name: 'Entry [4] is entry [3] again' }).click()
    const card = page.getByRole('article', { name: 'Entry [4]' })
    expect(await card.innerText()).toContain('Interview with the harbour master Liis Tamberg')
    await page.context().close()
  })

  it('show for the chosen marker its claim, both entries and the evidence, with lines to the list', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path(readings.broken, `/${marker(5)}`)))
    const card = page.getByRole('article', { name: 'Marker [5]' })
    await card.waitFor()
    expect(await card.locator('.mode').innerText()).toBe('✗ does not fit')
    expect(await card.locator('.card-words').innerText()).toContain('rejected the figure in a note')
    expect(await card.locator('.card-entry').allInnerTexts()).toEqual([
      expect.stringContaining('Rautio, Pekka'),
      expect.stringContaining('Ministry of Climate of Estonia'),
    ])
    expect(await card.locator('.evidence').last().innerText()).toContain('8 December 2021')
    expect(await page.locator('.checked-entry[data-linked=printed]').innerText()).toContain('printed here: [5]')
    expect(await page.locator('.checked-entry[data-linked=better]').innerText()).toContain('fits better: [5]')
    expect(await page.locator('.link-lines path').count()).toBe(2)
    expect((await page.locator('.text .claim').allInnerTexts()).join('')).toContain('Estonian Ministry of Climate')
    await card.getByRole('button', { name: 'entry [6]' }).click()
    expect(await page.getByRole('article', { name: 'Entry [6]' }).innerText()).toMatch(/Cited at\s*\[6\]✗/u)
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('are gone through by keyboard alone', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path(readings.broken)))
    await page.locator('.text').waitFor()
    const place = page.locator('.card-place')
    await page.keyboard.press('j')
    expect(await place.innerText()).toBe('1 of 9')
    await page.keyboard.press('n')
    expect(await place.innerText()).toBe('4 of 9')
    await page.keyboard.press('n')
    await page.keyboard.press('k')
    await page.keyboard.press('p')
    expect(await place.innerText()).toBe('4 of 9')
    expect(new URL(page.url()).pathname).toBe(path(readings.broken, `/${marker(4)}`))
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Marker [4]')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('marker [4], does not fit; entry [5] fits better')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Marker [4]')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.locator('.overview').waitFor()
    expect(new URL(page.url()).pathname).toBe(path(readings.broken))
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('are put right in a copy of the file, once the file is given', async () => {
    const { page } = await watched(chromium, { acceptDownloads: true })
    await page.goto(bench.url(path(readings.broken)))
    await page.getByRole('button', { name: 'Download a corrected copy' }).click()
    await page.getByText('choose the file that was read: broken.md').waitFor()
    const file = (text: string) => ({ name: 'broken.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
    const input = page.locator('input[type=file]')
    await input.setInputFiles(file(`${brokenText} `))
    await page.getByText('that is not the file that was read').waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), input.setInputFiles(file(brokenText))])
    expect(download.suggestedFilename()).toBe('broken (renumbered).md')
    expect(readFileSync(await download.path(), 'utf8')).toBe(mendedText)
    await page.getByText('6 numbers changed').waitFor()
    await page.context().close()
  })

  it('fit a narrow screen, with the card as a sheet and the list as a drawer', async () => {
    const { page, wrongs } = await watched(chromium, { viewport: { width: 390, height: 844 } })
    await page.goto(bench.url(path(readings.broken, `/${marker(7)}`)))
    const card = page.locator('.card')
    await card.waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const words = (await page.locator(`.text [data-marker="${marker(7)}"]`).boundingBox())!
    expect(words.y).toBeGreaterThan(48)
    expect(words.y).toBeLessThan((await card.boundingBox())!.y)
    await page.getByRole('button', { name: 'Close the card' }).click()
    await page.getByRole('button', { name: '10 entries' }).click()
    await page.locator('.checked-words').first().click()
    await page.getByRole('article', { name: 'Entry [1]' }).waitFor()
    await page.getByRole('button', { name: 'Close the card' }).click()
    await page.getByRole('button', { name: '6 to check' }).click()
    await page.locator('.overview').waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
  })
})

describe('colours', () => {
  it('stand out enough (WCAG AA) on the tints that they are shown on', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await watched(chromium, { colorScheme })
      await page.goto(bench.url(path(readings.broken)))
      await page.locator('.diff').waitFor()
      const tints = [
        ['danger', 10],
        ['warn', 10],
        ['quad-2', 11],
      ] as const
      const ratios = await contrasts(
        page,
        ['paper', 'surface'].flatMap((ground) =>
          tints.map(
            ([ink, part]) => [`var(--${ink})`, `color-mix(in srgb, var(--${ink}) ${part}%, var(--${ground}))`] as const,
          ),
        ),
      )
      expect(ratios.filter(([, , r]) => r < 4.5)).toEqual([])
      await page.context().close()
    }
  })
})

describe('the references of other documents', () => {
  it('are said to fit, to be missing, or to have been read before they were judged', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path(readings.sound)))
    await page.getByText('No marker needs a look').waitFor()
    expect(await page.locator('.diff').count()).toBe(0)
    await page.goto(bench.url(path(readings.bare)))
    await page.getByText('No list of references and no markers were found').waitFor()
    await page.goto(bench.url(path(readings.old)))
    await page.getByText('dragoman read --again earlier.md').waitFor()
    expect(await page.locator('.text .check').first().getAttribute('aria-label')).toBe('marker [1], not judged')
    await page.goto(bench.url(path(readings.broken, '/none')))
    await page.getByText('a marker or an entry that the document no longer has').waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
  })
})
