// biome-ignore-all lint/performance/useDomNodeTextContent: the text that a person sees is what is tested
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analysis } from './fixtures/documents.ts'
import { manyReadings } from './fixtures/many.ts'
import { browser, watched, workbenchOf } from './page.ts'

let chromium: Browser
let bench: Awaited<ReturnType<typeof workbenchOf>>
beforeAll(async () => {
  chromium = await browser()
  bench = await workbenchOf([analysis, ...manyReadings(250, 400)])
})
afterAll(async () => {
  await chromium.close()
  await bench.close()
})

/** Runs in the page: the rows in view have been drawn where the table stands now, and their pages have come. */
const rowsFillTheTable = (): boolean => {
  const table = document.querySelector('.table')!.getBoundingClientRect()
  const rows = [...document.querySelectorAll('.row')]
  const bottom = Math.max(...rows.map((row) => row.getBoundingClientRect().bottom))
  const top = Math.min(...rows.map((row) => row.getBoundingClientRect().top))
  return bottom >= table.bottom - 1 && top <= table.top + 80 && rows.every((row) => !row.hasAttribute('aria-busy'))
}

describe('the record of 100,000 events', () => {
  it('keeps its filters and its order in the address, and Back and reload bring them again', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url('/record/events'))
    const count = page.locator('.record-count')
    await count.waitFor()
    expect(await count.innerText()).toBe('100,013 events')
    await page.getByLabel('Type').selectOption('CONSULT')
    await page.waitForURL(/type=CONSULT/u)
    await page.getByLabel('Actor', { exact: true }).fill('Norway')
    await page.waitForURL(/actor=Norway/u)
    await page.getByRole('button', { name: 'When' }).click()
    await page.waitForURL(/sort=when/u)
    await page.locator('.row[aria-rowindex="2"] .cell-type').waitFor()
    const told = async () => [await count.innerText(), await page.locator('.row[aria-rowindex="2"]').innerText()]
    const before = await told()
    expect(before[1]).toContain('CONSULT')
    expect(before[1]).toContain('Norway')
    expect(before[1]).toContain('1990')
    await page.reload()
    await count.waitFor()
    await page.locator('.row[aria-rowindex="2"] .cell-type').waitFor()
    expect(await told()).toEqual(before)
    expect(await page.getByLabel('Actor', { exact: true }).inputValue()).toBe('Norway')
    await page.goBack()
    await page.goBack()
    await page.waitForFunction(() => !window.location.search.includes('actor'))
    expect(await page.getByLabel('Actor', { exact: true }).inputValue()).toBe('')
    expect(await page.getByLabel('Type').inputValue()).toBe('CONSULT')
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('scrolls to its end, asking for pages as they come, and holds few rows at a time', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url('/record/events?sort=when'))
    const table = page.locator('.table')
    await page.locator('.row').first().waitFor()
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await table.evaluate((box, p) => box.scrollTo(0, box.scrollHeight * p), part)
      await page.waitForFunction(rowsFillTheTable)
      expect(await page.locator('.row').count()).toBeLessThan(80)
    }
    expect(await page.locator('.row').last().getAttribute('aria-rowindex')).toBe('100014')
    await page.keyboard.press('Home')
    await page.locator('.row[aria-rowindex="2"][aria-selected="true"]').waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('goes by keyboard to an entry in its text, and Back to the same row', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url('/record/events?sort=when'))
    await page.locator('.row').first().waitFor()
    for (let i = 0; i < 40; i++) await page.keyboard.press('j')
    await page.locator('.row[aria-rowindex="42"][aria-selected="true"]').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.card').waitFor()
    expect(await page.locator('[data-first]').count()).toBe(1)
    await page.goBack()
    const row = page.locator('.row[aria-rowindex="42"][aria-selected="true"]')
    await row.waitFor()
    const box = (await row.boundingBox())!
    expect(box.y).toBeGreaterThan(100)
    expect(box.y).toBeLessThan(900)
    await page.context().close()
  })

  it('searches words, speakers and dates', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url('/record/events?speaker=Lavrov'))
    await page.locator('.row').first().waitFor()
    expect(await page.locator('.record-count').innerText()).toBe('1 event')
    await page.goto(bench.url('/record/events?status=planned&since=2025&until=2026'))
    await page.locator('.row').first().waitFor()
    expect(await page.locator('.record-count').innerText()).toBe('1 event')
    await page.goto(bench.url('/record/statements?text=groundless'))
    await page.locator('.row').first().waitFor()
    expect(await page.locator('.record-count').innerText()).toBe('1 statement')
    await page.goto(bench.url('/record/events?text=zzz'))
    await page.getByText('No event fits these filters').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await page.locator('.record-count').waitFor()
    await page.context().close()
  })

  it('fits a narrow screen', async () => {
    const { page, wrongs } = await watched(chromium, { viewport: { width: 390, height: 844 } })
    await page.goto(bench.url('/record/events'))
    await page.locator('.row').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await page.locator('.table').evaluate((box) => box.scrollWidth)).toBe(390)
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByLabel('Type').selectOption('AID')
    await page.waitForURL(/type=AID/u)
    expect(wrongs).toEqual([])
    await page.context().close()
  })
})
