import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { DragomanError } from '../model/index.ts'
import { type Codebook, CodebookFile, Entry, Frame, type Rule, Support } from './entry.ts'

/** A file of the codebook as text. */
export interface CodebookText {
  readonly name: string
  readonly text: string
}

/** What the ontology allows: type → its modes, and the contexts. Entries are checked against it. */
export interface Allowed {
  readonly types: ReadonlyMap<string, { readonly modes: readonly string[] }>
  readonly contexts: readonly string[]
}

const fault = (file: string, line: number, message: string): DragomanError =>
  new DragomanError('codebook-invalid', `${file}:${line}: ${message}`)

/** Parses YAML and says on which line it goes wrong. */
function parse(file: CodebookText): { value: unknown; lineOf: (path: readonly PropertyKey[]) => number } {
  const lines = new LineCounter()
  const doc = parseDocument(file.text, { lineCounter: lines })
  const error = doc.errors[0]
  if (error !== undefined) throw fault(file.name, lines.linePos(error.pos[0]).line, error.message.split('\n')[0]!)
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = doc.getIn(path.slice(0, length), true)
      const range =
        node !== null && typeof node === 'object' && 'range' in node ? (node.range as number[] | null) : null
      if (range?.[0] !== undefined) return lines.linePos(range[0]).line
    }
    return 1
  }
  return { value: isMap(doc.contents) || isSeq(doc.contents) ? doc.toJS() : null, lineOf }
}

function checked<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
  under: readonly PropertyKey[] = [],
): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw fault(file, lineOf([...under, ...issue.path]), `${issue.path.join('.') || 'entry'}: ${issue.message}`)
}

const wordSets = (record: Record<string, string[]>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(record).map(([role, words]) => [role, new Set(words)]))

/**
 * Compiles the files of a codebook: `frames.yaml`, `support.yaml` and one file a type. Later files add to earlier ones.
 * With `allowed`, types, modes and contexts are checked too. Throws `codebook-invalid` naming file and line.
 */
export function compileCodebook(files: readonly CodebookText[], allowed: Allowed | null): Codebook {
  const frames = new Map<string, Frame>()
  const support: Record<keyof Support, Set<string>> = {
    doing: new Set(),
    undergoing: new Set(),
    happening: new Set(),
    transparent: new Set(),
  }
  const rules: Rule[] = []
  const count = new Map<string, number>()
  const named = (name: string): CodebookText[] => files.filter((file) => file.name.endsWith(name))
  for (const file of named('frames.yaml')) {
    const { value, lineOf } = parse(file)
    for (const [name, frame] of Object.entries(checked(z.record(z.string(), Frame), value, file.name, lineOf)))
      frames.set(name, frame)
  }
  for (const file of named('support.yaml')) {
    const { value, lineOf } = parse(file)
    const found = checked(Support, value, file.name, lineOf)
    for (const key of Object.keys(support) as (keyof Support)[]) for (const word of found[key]) support[key].add(word)
  }
  const ruleOf = (
    entry: Entry,
    at: { file: string; line: number; type: string; modes: readonly string[] | null },
  ): Rule => {
    const { file, line, type, modes } = at
    const frame = frames.get(entry.frame)
    if (frame === undefined)
      throw fault(file, line, `no frame is called ${entry.frame}; those there are: ${[...frames.keys()].join(', ')}`)
    const words = entry[frame.of]
    if (words === undefined) throw fault(file, line, `frame ${entry.frame} is for a ${frame.of}`)
    if (entry.mode !== null && modes !== null && !modes.includes(entry.mode))
      throw fault(file, line, `${type} has no mode ${entry.mode}`)
    const strange = entry.contexts.find((context) => allowed !== null && !allowed.contexts.includes(context))
    if (strange !== undefined) throw fault(file, line, `${strange} is no context of the ontology`)
    const stem = `${type}.${words[0]!.replaceAll(' ', '-')}`
    const before = count.get(stem) ?? 0
    count.set(stem, before + 1)
    return {
      id: before === 0 ? stem : `${stem}.${before + 1}`,
      file,
      line,
      type,
      of: frame.of,
      words,
      actor: entry.actor ?? frame.actor,
      recipient: entry.recipient ?? frame.recipient,
      absorbs: entry.absorbs ?? frame.absorbs,
      reciprocal: entry.reciprocal ?? frame.reciprocal,
      with: wordSets(entry.with),
      without: wordSets(entry.without),
      voice: entry.voice,
      mode: entry.mode,
      contexts: entry.contexts,
      weight: entry.weight,
      matches: entry.matches,
      not: entry.not,
    }
  }
  for (const file of files) {
    if (file.name.endsWith('frames.yaml') || file.name.endsWith('support.yaml')) continue
    const { value, lineOf } = parse(file)
    const several = Array.isArray(value)
    for (const [part, { type, entries, drops }] of checked(CodebookFile, value, file.name, lineOf).entries()) {
      const within = several ? [part] : []
      const known = allowed?.types.get(type)
      if (allowed !== null && known === undefined)
        throw fault(file.name, lineOf([...within, 'type']), `${type} is no type of the ontology`)
      for (const [index, id] of drops.entries()) {
        const at = rules.findIndex((rule) => rule.id === id)
        if (at < 0)
          throw fault(
            file.name,
            lineOf([...within, 'drops', index]),
            `no entry before this file is called ${id}; “dragoman codebook test” shows the names of those that match a sentence`,
          )
        rules.splice(at, 1)
      }
      for (const [index, raw] of entries.entries()) {
        const under = [...within, 'entries', index]
        const entry = checked(Entry, raw, file.name, lineOf, under)
        rules.push(ruleOf(entry, { file: file.name, line: lineOf(under), type, modes: known?.modes ?? null }))
      }
    }
  }
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file.name}\n${file.text}\n`)
  return {
    version: digest.digest('hex').slice(0, 12),
    rules,
    byLemma: indexByLemma(rules),
    vocabulary: vocabularyOf(rules, support),
    ...support,
  }
}

function vocabularyOf(rules: readonly Rule[], support: Readonly<Record<string, ReadonlySet<string>>>): Set<string> {
  const restrictions = rules.flatMap((rule) =>
    [...rule.with.values(), ...rule.without.values()].flatMap((words) => [...words]),
  )
  const all = [
    ...rules.flatMap((rule) => rule.words),
    ...restrictions,
    ...Object.values(support).flatMap((words) => [...words]),
  ]
  return new Set(all.flatMap((word) => word.split(' ')))
}

/** The word that a trigger is looked up by: a verb's first ('break off'), a noun's last ('air strike'). */
const keyOf = (rule: Rule, word: string): string => {
  const parts = word.split(' ')
  return `${rule.of} ${rule.of === 'noun' ? parts.at(-1) : parts[0]}`
}

function indexByLemma(rules: readonly Rule[]): Map<string, { rule: Rule; word: string }[]> {
  const index = new Map<string, { rule: Rule; word: string }[]>()
  for (const rule of rules)
    for (const word of rule.words) {
      const key = keyOf(rule, word)
      const list = index.get(key)
      if (list === undefined) index.set(key, [{ rule, word }])
      else list.push({ rule, word })
    }
  return index
}

/** How many triggers a codebook has: `words` are different words in a type; `patterns` counts each required object or complement on its own. */
export function triggerCount(codebook: Codebook): { words: number; patterns: number } {
  const words = new Set<string>()
  let patterns = 0
  for (const rule of codebook.rules)
    for (const word of rule.words) {
      words.add(`${rule.type} ${rule.of} ${word}`)
      const named = [...rule.with.values()]
        .map((set) => [...set].filter((lemma) => !/^[*@]/u.test(lemma)).length)
        .filter((n) => n > 0)
      patterns += named.reduce((product, n) => product * n, 1)
    }
  return { words: words.size, patterns }
}

/** The YAML files of a folder, in the order of their names. */
export function readCodebookFiles(folder: string): CodebookText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** The codebook that comes with the program, with an analyst's own files after it. */
export function loadCodebook(allowed: Allowed | null = null, more: readonly CodebookText[] = []): Codebook {
  return compileCodebook([...readCodebookFiles(join(import.meta.dirname, 'plover')), ...more], allowed)
}

/** A project's own codebook file, which adds to the program's entries and drops those that it names. Throws `codebook-invalid`. */
export function projectCodebook(path: string): CodebookText {
  try {
    return { name: path, text: readFileSync(path, 'utf8') }
  } catch (cause) {
    throw new DragomanError('codebook-invalid', `the codebook file ${path} cannot be read`, { cause })
  }
}
