// biome-ignore-all lint/performance/useDomNodeTextContent: the text that a person sees is what is tested
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contrasts } from './contrast.ts'
import { analysis, hostile } from './fixtures/documents.ts'
import { browser, watched, workbenchOf } from './page.ts'

let chromium: Browser
let bench: Awaited<ReturnType<typeof workbenchOf>>
beforeAll(async () => {
  chromium = await browser()
  bench = await workbenchOf([analysis, hostile])
})
afterAll(async () => {
  await chromium.close()
  await bench.close()
})

describe('the library', () => {
  it('lists the documents with their counts and problems', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url('/'))
    const first = page.locator('.document').first()
    await first.waitFor()
    expect(await page.title()).toBe('Library · Dragoman')
    expect(await first.innerText()).toContain('Cold water, warm lines')
    expect(await first.innerText()).toContain('Ingrid Solheim, Northern Review')
    expect(await first.innerText()).toContain('13 events · 6 statements')
    await page.getByRole('button', { name: '1 problem' }).click()
    await page.getByText('relative dates stay unknown').waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('says what to do when it is empty', async () => {
    const empty = await workbenchOf([])
    const { page, wrongs } = await watched(chromium)
    await page.goto(empty.url('/'))
    await page.getByRole('heading', { name: 'Add a first document' }).waitFor()
    await page.goto(empty.url('/record/events'))
    await page.getByText('The record has no events yet').waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
    await empty.close()
  })

  it('reads a pasted text with what one says of it', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url('/'))
    await page.getByRole('button', { name: 'Paste text' }).click()
    await page.getByLabel('Text', { exact: true }).fill('Chile welcomed Peru.\nThey talked.')
    await page.getByLabel('Title').fill('A pasted note')
    await page.getByLabel('Date').fill('2024-06')
    await page.getByRole('button', { name: 'Read it' }).click()
    const link = page.locator('.document').getByRole('link', { name: 'A pasted note' })
    await link.waitFor()
    await link.click()
    await page.getByText('They talked.').waitFor()
    expect(await page.locator('.byline').first().innerText()).toContain('June 2024')
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('reads dropped files, knows one that it has, and says why another failed', async () => {
    const { page } = await watched(chromium)
    await page.goto(bench.url('/'))
    await page.locator('.drop').waitFor()
    const drop = (name: string, text: string) =>
      page.evaluate(
        ([n, t]) => {
          const data = new DataTransfer()
          data.items.add(new File([t!], n!, { type: 'text/plain' }))
          const target = document.querySelector('.drop')!
          for (const type of ['dragover', 'drop'])
            target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
        },
        [name, text],
      )
    await drop('kenya.txt', 'Kenya thanked Ghana.')
    await page.locator('.document').getByRole('link', { name: 'kenya.txt' }).waitFor()
    await drop('again.txt', 'Kenya thanked Ghana.')
    await page.locator('.job[data-state=known]').waitFor()
    await drop('bad.txt', 'broken')
    const failed = page.locator('.job[data-state=failed]')
    await failed.waitFor()
    expect(await failed.innerText()).toContain('no words were found in the file')
    expect(bench.store.documents().filter((d) => d.name === 'kenya.txt')).toHaveLength(1)
    await page.context().close()
  })

  it('shows a hostile title and text as text', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url('/'))
    await page.getByRole('link', { name: '<img src=x onerror="window.harmed=1"> A note' }).click()
    await page.getByText('<script>window.harmed = 1</script>').waitFor()
    await page.keyboard.press('j')
    await page.locator('.card').getByText('<img src=x onerror="window.harmed=1">').waitFor()
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
    expect(await page.locator('.text img, .text script, .text svg, .text b').count()).toBe(0)
    expect(wrongs).toEqual([])
    await page.context().close()
  })
})

describe('light and dark', () => {
  const paper = 'getComputedStyle(document.documentElement).backgroundColor'
  it('follow the machine and the switch, and the choice is kept', async () => {
    const { page } = await watched(chromium, { colorScheme: 'dark' })
    await page.goto(bench.url('/'))
    const toggle = page.getByRole('button', { name: /^Theme/u })
    await toggle.waitFor()
    const dark = await page.evaluate(paper)
    await toggle.click()
    const light = await page.evaluate(paper)
    expect(light).not.toBe(dark)
    await page.reload()
    await toggle.waitFor()
    expect(await page.evaluate(paper)).toBe(light)
    await toggle.click()
    expect(await page.evaluate(paper)).toBe(dark)
    await page.context().close()
  })

  it('have text that stands out enough (WCAG AA) in every quad', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await watched(chromium, { colorScheme })
      await page.goto(bench.url('/'))
      await page.locator('.document').first().waitFor()
      const grounds = ['paper', 'surface', 'sunken']
      const inks = ['ink', 'muted', 'accent', 'warn', 'danger', 'statement', 'quad-1', 'quad-2', 'quad-3', 'quad-4']
      const ratios = await contrasts(page, [
        ...inks.flatMap((ink) => grounds.map((ground) => [`var(--${ink})`, `var(--${ground})`] as const)),
        ...[1, 2, 3, 4].map(
          (q) => [`var(--quad-${q})`, `color-mix(in srgb, var(--quad-${q}) 13%, var(--paper))`] as const,
        ),
      ])
      expect(ratios.filter(([, , r]) => r < 4.5)).toEqual([])
      await page.context().close()
    }
  })
})
