// biome-ignore-all lint/performance/useDomNodeTextContent: the text that a person sees is what is tested
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analysis } from './fixtures/documents.ts'
import { browser, watched, workbenchOf } from './page.ts'

let chromium: Browser
let bench: Awaited<ReturnType<typeof workbenchOf>>
const path = `/documents/${analysis.doc.id}`
const events = analysis.layers.eventRecords
const threat = events.find((e) => e.type === 'THREATEN')!

beforeAll(async () => {
  chromium = await browser()
  bench = await workbenchOf([analysis])
})
afterAll(async () => {
  await chromium.close()
  await bench.close()
})

describe('the reading view', () => {
  it('shows blocks as what they are, and no character is lost', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path))
    await page.locator('.text').waitFor()
    expect(await page.title()).toContain('Cold water, warm lines')
    expect(await page.locator('.text h1').count()).toBe(1)
    expect(await page.locator('.text ul > li').count()).toBe(3)
    expect(await page.locator('.text blockquote').count()).toBe(1)
    expect(await page.locator('.text ol.references > li').count()).toBe(4)
    const shown = await page.locator('.text [data-block]').evaluateAll((blocks) => blocks.map((b) => b.textContent))
    expect(shown).toEqual(analysis.doc.blocks.map(({ span }) => analysis.doc.text.slice(span.start, span.end)))
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('goes from a click in the text to the card, outwards with more clicks, and keeps the entry in the address', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path))
    const expel = page.locator('.piece.trigger', { hasText: /^expel$/u })
    await expel.click()
    const card = page.locator('.card')
    await card.waitFor()
    expect(await card.locator('.type-chip').innerText()).toBe('THREATEN')
    expect(new URL(page.url()).pathname).toBe(`${path}/${threat.id}`)
    await expel.click()
    expect(await card.getAttribute('data-kind')).toBe('statement')
    expect(await card.locator('.voice').last().innerText()).toContain('Sergey Lavrov')
    await expel.click()
    expect(await card.locator('.voice').last().innerText()).toContain('Espen Barth Eide')
    await expel.click()
    expect(await card.locator('.type-chip').innerText()).toBe('THREATEN')
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('shows who says so, each with the words, and dates with their basis', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url(`${path}/${threat.id}`))
    const card = page.locator('.card')
    await card.waitFor()
    expect(await card.locator('.voice').allInnerTexts()).toEqual(
      ['Ingrid Solheim author', 'Espen Barth Eide NOR GOV', 'Sergey Lavrov “Lavrov” RUS GOV'].map((t) =>
        expect.stringMatching(new RegExp(t.replace(/ /gu, '\\s*'), 'u')),
      ),
    )
    expect(await card.locator('.voice-words').last().innerText()).toContain('told that Moscow would expel')
    expect(await card.locator('.who').innerText()).toMatch(/Russia\s*RUS[\s\S]*Norway\s*NOR/u)
    expect(await card.locator('.times').innerText()).toMatch(/Published\s+5 May 2025\s+assumed: the document’s date/u)
    expect(await card.locator('.rests-on').innerText()).toContain('Statement to the Storting')
    expect(await card.locator('.why').innerText()).toContain('told as a threat')
    await card.locator('button.voice-words').first().click()
    expect(await card.getAttribute('data-kind')).toBe('statement')
    expect(await card.getByText('Tells of').count()).toBe(1)
    await page.context().close()
  })

  it('makes the round trip text, card, text by keyboard alone', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path))
    await page.locator('.text').waitFor()
    await page.keyboard.press('j')
    const card = page.locator('.card')
    await card.waitFor()
    expect(await card.locator('.card-place').innerText()).toBe('1 of 19')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await card.locator('.card-place').innerText()).toBe('2 of 19')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('card')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.classList.contains('piece'))).toBe(true)
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(path)
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await keys.waitFor()
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('goes from the side list to the text, and the chosen words are in view', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url(path))
    await page.locator('.entry-item', { hasText: 'Norway offered to restore' }).last().click()
    const first = page.locator('[data-first]')
    await first.waitFor()
    const box = (await first.boundingBox())!
    expect(box.y).toBeGreaterThan(50)
    expect(box.y + box.height).toBeLessThan(900)
    await page.context().close()
  })

  it('copies a citation', async () => {
    const { page } = await watched(chromium, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(bench.url(`${path}/${threat.id}`))
    await page.getByRole('button', { name: 'Copy citation' }).click()
    await page.getByText('Copied.').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain(
      '“Moscow would expel two Norwegian diplomats unless the order was withdrawn” — Ingrid Solheim',
    )
    expect(text).toContain('Northern Review, 5 May 2025')
    expect(text).toContain(`${path}/${threat.id}`)
    await page.context().close()
  })

  it('fits a narrow screen, with the card as a sheet below the words', async () => {
    const { page, wrongs } = await watched(chromium, { viewport: { width: 390, height: 844 } })
    await page.goto(bench.url(`${path}/${threat.id}`))
    const card = page.locator('.card')
    await card.waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const sheet = (await card.boundingBox())!
    expect(Math.round(sheet.y + sheet.height)).toBe(844)
    expect(sheet.width).toBe(390)
    const words = (await page.locator('[data-first]').boundingBox())!
    expect(words.y).toBeGreaterThan(48)
    expect(words.y).toBeLessThan(sheet.y)
    await page.getByRole('button', { name: 'Close the card' }).click()
    await page.getByRole('button', { name: '19 entries' }).click()
    await page.locator('.entry-item').first().click()
    await card.waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('says so when there is no such document, entry or page', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url('/documents/none'))
    await page.getByText('the record has no document of that id').waitFor()
    await page.goto(bench.url(`${path}/none`))
    await page.getByText('an entry that the document no longer has').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.getByRole('alert').isVisible()).toBe(true)
    await page.goto(bench.url('/nowhere'))
    await page.getByText('There is nothing at this address').waitFor()
    await page.context().close()
  })
})
