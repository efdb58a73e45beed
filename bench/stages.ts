import { readFileSync } from 'node:fs'
import { compose, stages } from '../src/app/compose.ts'
import type { Layer, Stage } from '../src/pipeline/index.ts'
import { given, textsNamed } from './texts.ts'

/**
 * The share of each stage in the time of the whole reading (the language model included), over every sample or the files named, after a warm-up; and what
 * actors, places, dates and persons add to the rest.
 *
 *     node_modules/.bin/node bench/stages.ts [FILE …]
 */
const files = textsNamed(process.argv.slice(2))
const ADDED = new Set(['mention', 'place', 'date', 'person'])

const spent = new Map<string, number>()
for (const stage of stages as Stage<never, Layer>[]) {
  const run = stage.run
  Object.assign(stage, {
    async run(...args: Parameters<typeof run>) {
      const start = performance.now()
      const result = await run(...args)
      spent.set(stage.name, (spent.get(stage.name) ?? 0) + performance.now() - start)
      return result
    },
  })
}

const app = await compose()
const pass = async (): Promise<void> => {
  for (const file of files) await app.readFile(readFileSync(file), { uri: file, mediaType: null }, given)
}
await pass()
spent.clear()
for (let turn = 0; turn < 3; turn++) await pass()
await app.dispose()

const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + (spent.get(name) ?? 0), 0)
const whole = sum(spent.keys())
for (const [name, ms] of spent)
  console.log(
    `${name.padEnd(10)} ${(ms / 3).toFixed(0).padStart(6)} ms ${((100 * ms) / whole).toFixed(1).padStart(5)} %`,
  )
const added = sum(ADDED)
console.log(`${[...ADDED].join(', ')} add ${((100 * added) / (whole - added)).toFixed(1)} % to the rest`)
