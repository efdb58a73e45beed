import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeReading } from '../../src/store/made.fixture.ts'
import { browser, watched, workbenchOf } from './page.ts'

let chromium: Browser
let bench: Awaited<ReturnType<typeof workbenchOf>>
beforeAll(async () => {
  chromium = await browser()
  bench = await workbenchOf([madeReading(1, 6), madeReading(2, 6)])
})
afterAll(async () => {
  await chromium.close()
  await bench.close()
})

describe('persons', () => {
  it('are found in the list, shown with offices and evidence, and parted', async () => {
    const { page, wrongs } = await watched(chromium)
    await page.goto(bench.url('/persons'))
    await page.getByRole('link', { name: 'Erik Brandt' }).click()
    await page.getByRole('heading', { name: /^Erik Brandt/u }).waitFor()
    expect(await page.locator('.person-part mark').allInnerTexts()).toEqual(['Envoy', 'Envoy'])
    await page.getByText('Why these are one person').click()
    await page.getByText(/the same office of NOR/u).waitFor()
    await page.getByRole('button', { name: 'Another person' }).last().click()
    await page.getByLabel('Reason').fill('father and son')
    await page.getByRole('button', { name: 'Another person', exact: true }).click()
    await page.getByText('Why these are one person').waitFor({ state: 'detached' })
    expect(bench.store.decisions('person')).toMatchObject([{ kind: 'unmerged', reason: 'father and son' }])
    await page.getByText(/decided by the workbench, .*: father and son/u).waitFor()
    await page.goto(bench.url('/persons'))
    await page.locator('.person-list > li').nth(1).waitFor()
    expect(await page.locator('.person-list > li').count()).toBe(2)
    await page.getByRole('link', { name: 'Erik Brandt' }).first().click()
    await page.getByRole('button', { name: 'Undo …' }).click()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('Why these are one person').waitFor()
    expect(bench.store.decisions('person').map((d) => d.kind)).toEqual(['unmerged', 'merged'])
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('have their offices on the card of a speaker', async () => {
    const { page, wrongs } = await watched(chromium)
    const [statement] = madeReading(1, 6).layers.statementRecords
    await page.goto(bench.url(`/documents/${statement!.doc}/${statement!.id}`))
    await page.locator('.card').getByRole('link', { name: 'Envoy' }).click()
    await page.getByRole('heading', { name: /^Erik Brandt/u }).waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
  })
})
