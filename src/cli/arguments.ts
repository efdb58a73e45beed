import { DragomanError } from '../model/index.ts'
import type { Arguments, Command, Option } from './context.ts'

/** Reads the words after a command's name. Throws `usage` errors that say what would have been right. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const values: string[] = []
  const options = new Map<string, string>()
  let plain = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (plain || word === '-' || !word.startsWith('-')) {
      values.push(word)
      continue
    }
    if (word === '--') {
      plain = true
      continue
    }
    const [name, inline] = split(word)
    const option = command.options.find((o) => o.name === name)
    if (option === undefined)
      throw usage(
        command,
        `there is no option ${name}${meant(
          name,
          command.options.map((o) => o.name),
        )}`,
      )
    if (option.takes === null) {
      if (inline !== null) throw usage(command, `${name} takes no value`)
      options.set(name, 'yes')
      continue
    }
    const value = inline ?? words[++i]
    if (value === undefined || (inline === null && value.startsWith('--')))
      throw usage(command, `${name} needs ${option.takes}`)
    checkValue(command, option, value)
    options.set(name, value)
  }
  const [least, most] = command.arguments
  if (values.length < least || values.length > most)
    throw usage(command, values.length < least ? 'something is missing' : `“${values[most]}” is one word too many`)
  return { values, option: (name) => options.get(name) ?? null, has: (name) => options.has(name) }
}

function split(word: string): [string, string | null] {
  const at = word.indexOf('=')
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
}

function checkValue(command: Command, option: Option, value: string): void {
  const right = option.check?.(value) ?? null
  if (right !== null) throw usage(command, `${option.name} “${value}”: ${right}`)
}

const usage = (command: Command, what: string): DragomanError =>
  new DragomanError('usage', `${what}\nusage: dragoman ${command.usage}\nmore: dragoman help ${command.name}`)

/** ", did you mean X?" for the nearest name, if one is near. */
export function meant(word: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, distance: distance(word, name) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return near !== undefined && near.distance <= Math.max(2, word.length / 3) ? `; did you mean ${near.name}?` : ''
}

/** Edit distance (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
