import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which rooms of src/ a room may import from, besides itself: model ← text ← pipeline ← the rooms between ← app ← server, cli. */
const base = ['model', 'text', 'pipeline']
const middle = ['readers', 'lang', 'engines', 'ontologies', 'codebook', 'stages', 'review', 'store', 'exporters']
const allowed: Record<string, readonly string[]> = {
  model: [],
  text: ['model'],
  pipeline: ['model', 'text'],
  ...Object.fromEntries(middle.map((room) => [room, base])),
  app: [...base, ...middle],
  server: [...base, ...middle, 'app'],
  cli: [...base, ...middle, 'app', 'server'],
  web: ['model', 'text', 'review', 'ontologies', 'server'],
}

const root = resolve(import.meta.dirname, '../..')
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.tsx?$/u.test(name) &&
        !/(?:\.test|fixtures?)\.tsx?$/u.test(name) &&
        !/(?:^|\/)(?:dist|node_modules)\//u.test(name),
    )
    .map((name) => join(folder, name))

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gu,
    ),
  ].map((m) => relative(root, resolve(root, dirname(file), (m[1] ?? m[2])!)))

const roomOf = (file: string): string => (file.startsWith('web/') ? 'web' : file.split('/')[1]!)
const files = [...sources('src'), ...sources('web/src')]

describe('the directions of import', () => {
  it('finds the sources', () => expect(files.length).toBeGreaterThan(40))

  it('hold for every file', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => roomOf(to) !== roomOf(file) && !allowed[roomOf(file)]?.includes(roomOf(to)))
        .map((to) => `${file} → ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('have no cycle', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]))
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const to of graph.get(file) ?? []) visit(to, [...path, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
})
