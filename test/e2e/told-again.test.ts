// biome-ignore-all lint/performance/useDomNodeTextContent: the text that a person sees is what is tested
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitToldAgain } from './fixtures/told-again.ts'
import { browser, watched, workbenchOf } from './page.ts'

let chromium: Browser
let bench: Awaited<ReturnType<typeof workbenchOf>>
const reading = visitToldAgain()
const [first, second] = reading.layers.eventRecords.map((e) => e.id)
const path = (id: string): string => `/documents/${reading.doc.id}/${id}`
beforeAll(async () => {
  chromium = await browser()
  bench = await workbenchOf([reading])
})
afterAll(async () => {
  await chromium.close()
  await bench.close()
})

describe('a happening told again', () => {
  it('leads to every telling, also to words that only point back', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path(first!)))
    const again = page.locator('.card-part', { hasText: 'Told again' })
    await again.waitFor()
    expect(await again.getByRole('link').allInnerTexts()).toEqual(['The visit', 'Kenya visited Ghana, the host said'])
    await again.getByRole('link', { name: 'The visit' }).click()
    await page.waitForURL(bench.url(path('r1')))
    const words = page.locator('.passage')
    expect(await words.innerText()).toBe('The visit')
    await expect.poll(async () => (await words.boundingBox())!.y).toBeLessThan(900)
    await again.getByRole('link', { name: /the host said/u }).click()
    await page.waitForURL(bench.url(path(second!)))
    await page.goBack()
    await page.waitForURL(bench.url(path('r1')))
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('is parted into two by keyboard, and made one again', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url(path(second!)))
    const open = page.getByRole('button', { name: /The chosen one is another happening/u })
    await open.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.type('two visits')
    await page.keyboard.press('Enter')
    await page.getByText(/decided by the workbench, .*: two visits/u).waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('card')
    expect(await page.getByRole('heading', { name: 'Told again' }).count()).toBe(0)
    expect(bench.store.decisions('event')).toMatchObject([{ kind: 'unmerged', reason: 'two visits' }])
    await page.getByRole('button', { name: 'Undo …' }).click()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('heading', { name: 'Told again' }).waitFor()
    expect(bench.store.decisions('event').map((d) => d.kind)).toEqual(['unmerged', 'merged'])
    expect(wrongs).toEqual([])
    await page.context().close()
  })
})
