import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { EXIT } from '../../src/cli/context.ts'
import { plover } from '../../src/ontologies/plover.ts'
import { dragoman } from './cli.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-cli-'))
const db = join(folder, 'record.sqlite')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const manual = readFileSync(resolve(import.meta.dirname, '../../docs/cli.md'), 'utf8')
const section = (name: string): string => manual.split(/^## /mu).find((part) => part.startsWith(`${name}\n`)) ?? ''

describe.each(commands)('the command $name', (command) => {
  it('has a summary, a usage and examples that begin with its name', () => {
    expect(command.what).toMatch(/\.$/u)
    expect(command.usage.split(' ')[0]).toBe(command.name)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(example).toMatch(new RegExp(`dragoman ${command.name}\\b`, 'u'))
  })

  it('has a section in docs/cli.md with its examples and every option', () => {
    const text = section(command.name)
    for (const example of command.examples) expect(text).toContain(`    ${example}\n`)
    for (const { name } of command.options) expect(text).toContain(`\`${name}`)
  })

  it('uses in its examples only options that it has', () => {
    for (const word of [command.usage, ...command.examples].join(' ').match(/(?<=[\s[|])--[a-z-]+/gu) ?? [])
      expect(command.options.map((o) => o.name)).toContain(word)
  })

  it('helps', async () => {
    const helped = await dragoman(['help', command.name])
    expect(helped.status).toBe(EXIT.ok)
    for (const part of [command.usage, ...command.examples, ...command.options.map((o) => o.name), 'exit status'])
      expect(helped.out).toContain(part)
    expect(await dragoman([command.name, '--help'])).toEqual(helped)
  })

  it('says what is right for an option that it has not', async () => {
    for (const { name } of command.options) {
      const { status, err } = await dragoman([command.name, `${name}x`])
      expect(status).toBe(EXIT.usage)
      expect(err).toContain(`did you mean ${name}?`)
      expect(err).toContain(`usage: dragoman ${command.usage}`)
    }
  })

  it('says which value an option needs', async () => {
    for (const option of command.options) {
      const { status, err } = await dragoman([command.name, option.takes === null ? `${option.name}=x` : option.name])
      expect(status).toBe(EXIT.usage)
      expect(err).toContain(
        option.takes === null ? `${option.name} takes no value` : `${option.name} needs ${option.takes}`,
      )
    }
  })

  it('says what is right for a bad value', async () => {
    for (const option of command.options.filter((o) => o.check !== undefined)) {
      const { status, err } = await dragoman([command.name, option.name, '?!'])
      expect(status).toBe(EXIT.usage)
      expect(err).toMatch(new RegExp(`${option.name} “\\?!”: (?:say one of|write)`, 'u'))
    }
  })
})

describe('the manual', () => {
  it('has no section for a command that is not there', () => {
    const names = [...manual.matchAll(/^## (.+)$/gmu)].map((m) => m[1])
    expect(names.sort()).toEqual(commands.map((c) => c.name).sort())
  })

  it('gives every exit status', () => {
    for (const status of Object.values(EXIT)) expect(manual).toContain(`| ${status} |`)
  })
})

describe('the command line', () => {
  it('lists the commands', async () => {
    const { status, out } = await dragoman(['help'])
    expect(status).toBe(EXIT.ok)
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'mu'))
    expect(await dragoman(['--version'])).toEqual({ status: 0, out: 'dragoman 0.0.0\n', err: '' })
  })

  it('names the nearest command', async () => {
    for (const [word, meant] of [
      ['evnts', 'events'],
      ['raed', 'read'],
      ['statment', 'statements'],
      ['docter', 'doctor'],
    ] as const) {
      const { status, err } = await dragoman([word])
      expect(status).toBe(EXIT.usage)
      expect(err).toContain(`did you mean ${meant}?`)
    }
    expect((await dragoman(['photosynthesis'])).err).not.toContain('did you mean')
  })

  it('lists the types and statuses that there are', async () => {
    const { err } = await dragoman(['events', '--type', 'CONSLT'])
    for (const type of plover.types.keys()) expect(err).toContain(type)
    expect((await dragoman(['events', '--status', 'done'])).err).toContain('hypothetical')
    for (const date of ['2024-13', '2023-02-29', 'yesterday', '24'])
      expect((await dragoman(['events', '--since', date])).status).toBe(EXIT.usage)
  })
})

describe('read and what follows it', () => {
  const files = join(folder, 'files')
  const run = (...words: string[]) => dragoman([...words, '--db', db])
  beforeAll(async () => {
    mkdirSync(join(files, 'inner'), { recursive: true })
    writeFileSync(join(files, 'a.txt'), 'A note\n\nNorway met Chile. Kenya met Oman on Monday.\n')
    writeFileSync(join(files, 'inner', 'b.md'), '# Talks\n\nPeru met Ghana, "quoted", and\nJapan met Nepal.\n')
    writeFileSync(join(files, 'c.txt'), '')
  })

  it('reads the good files, names the bad one, and says so by its status', async () => {
    const first = await run('read', files)
    expect(first.status).toBe(EXIT.trouble)
    expect(first.out).toContain('2 documents read, 1 failed')
    expect(first.out).toContain('4 events')
    expect(first.out).toMatch(/c\.txt: the file is empty.* \(empty-file\)/u)
    const again = await run('read', files)
    expect(again.out).toContain('0 documents read, 2 known already')
  })

  it('reads no file as broken that can be read after all', async () => {
    writeFileSync(join(files, 'c.txt'), 'Cuba met Latvia.\n')
    expect(await run('read', files)).toMatchObject({ status: EXIT.ok })
    const { documents, failures } = JSON.parse((await run('documents', '--json')).out)
    expect(documents).toHaveLength(3)
    expect(failures).toEqual([])
  })

  it('keeps the history of what is read again', async () => {
    expect((await run('read', join(files, 'c.txt'), '--again')).out).toContain('1 document read')
    const { rows, total } = JSON.parse((await run('events', '--actor', 'CUB', '--json')).out)
    expect(total).toBe(1)
    expect(JSON.parse((await run('show', rows[0].id, '--json')).out).history).toMatchObject([
      { current: false },
      { current: true },
    ])
  })

  it('reads standard input', async () => {
    const { status, out } = await dragoman(['read', '-', '--title', 'Piped', '--json', '--db', db], {
      stdin: 'Oman met Kenya.',
    })
    expect(status).toBe(EXIT.ok)
    expect(JSON.parse(out)).toMatchObject({
      interrupted: false,
      documents: [{ result: 'read', events: 1, types: { CONSULT: 1 } }],
    })
    expect((await run('documents')).out).toContain('Piped')
  })

  it('stops with 130 when it is interrupted', async () => {
    const other = join(folder, 'other.sqlite')
    expect((await dragoman(['read', files, '--db', other], { interrupt: true })).status).toBe(EXIT.interrupted)
  })

  it('lists as table, JSON and CSV', async () => {
    expect((await run('events', '--actor', 'Norway')).out).toMatch(/Norway \(NOR\) +CONSULT +Chile \(CHI\)/u)
    expect(JSON.parse((await run('events', '--json', '--limit', '2')).out)).toMatchObject({ total: 6, rows: [{}, {}] })
    const csv = (await run('events', '--csv')).out
    expect(csv.split('\r\n')).toHaveLength(1 + 6 + 1)
    expect((await run('export', '--to', 'csv')).out.split('\r\n').sort()).toEqual(csv.split('\r\n').sort())
    expect(JSON.parse((await run('statements', '--json')).out)).toEqual({ total: 0, rows: [] })
  })

  it('exports every document in the interchange', async () => {
    const lines = (await run('export', '--to', 'jsonl')).out.trimEnd().split('\n')
    expect(lines.map((l) => JSON.parse(l).events.length)).toEqual([2, 2, 1, 1])
  })

  it.each([
    ['csl', '[]\n'],
    ['ris', ''],
    ['bibtex', ''],
  ])('exports references as %s, none where no document has any', async (format, out) => {
    expect(await run('export', '--to', format)).toMatchObject({ status: EXIT.ok, out })
  })

  it('shows an entry, and says where ids are when there is none', async () => {
    const { rows } = JSON.parse((await run('events', '--actor', 'NOR', '--json')).out)
    const { out } = await run('show', rows[0].id)
    for (const part of [
      'Norway met Chile',
      'trigger       met',
      'unknown: the test dates nothing',
      'author unknown',
      'the test says so',
    ])
      expect(out).toContain(part)
    expect(await run('show', 'eNone')).toMatchObject({
      status: EXIT.trouble,
      err: expect.stringContaining('dragoman events'),
    })
  })

  it('fits the terminal, and has colour only there', async () => {
    for (const columns of [70, 100, 240]) {
      const { out } = await dragoman(['documents', '--db', db], { columns, env: { NO_COLOR: '1' } })
      expect(Math.max(...out.split('\n').map((l) => l.length))).toBeLessThanOrEqual(columns)
      expect(out).not.toContain('\u001b')
    }
    expect((await dragoman(['documents', '--db', db], { columns: 90 })).out).toContain('\u001b[1m')
    expect((await run('documents')).out).not.toContain('\u001b')
  })

  it('says in one line what is wrong with a database, with status 3', async () => {
    const newer = join(folder, 'newer.sqlite')
    await dragoman(['read', '-', '--db', newer], { stdin: 'Oman met Peru.' })
    const raw = new DatabaseSync(newer)
    raw.exec('PRAGMA user_version = 99')
    raw.close()
    const text = join(folder, 'notes.sqlite')
    writeFileSync(text, 'these are notes and no database at all, however long they grow. '.repeat(50))
    for (const path of [newer, text, folder, join(text, 'below.sqlite')]) {
      const { status, err } = await dragoman(['documents', '--db', path])
      expect(status).toBe(EXIT.environment)
      expect(err.trimEnd().split('\n')).toHaveLength(1)
      expect(err).toMatch(/^dragoman: .*(?:--db|update)/u)
    }
  })

  it('makes no record where one is only asked for', async () => {
    const nowhere = join(folder, 'no', 'such.sqlite')
    for (const words of [['events'], ['statements'], ['persons'], ['documents'], ['show', 'eX'], ['export']]) {
      const { status, err } = await dragoman([...words, '--db', nowhere])
      expect(status).toBe(EXIT.environment)
      expect(err).toMatch(/there is no record at .*dragoman read/u)
    }
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  it('keeps columns straight, and a document from steering the terminal', async () => {
    const other = join(folder, 'wide.sqlite')
    const title = '\u202eevil\u001b[31m 조선중앙통신 外交'
    await dragoman(['read', '-', '--title', title, '--db', other], { stdin: 'Oman met Peru.' })
    const { out } = await dragoman(['documents', '--db', other], { columns: 200, env: { NO_COLOR: '1' } })
    expect(out).toContain('evil [31m 조선중앙통신 外交  1 ')
    for (const mark of ['\u202e', '\u001b']) expect(out).not.toContain(mark)
  })

  it('takes the database from the environment', async () => {
    expect((await dragoman(['documents'], { env: { DRAGOMAN_DB: db } })).out).toContain('Piped')
  })
})

describe('persons', () => {
  const path = join(folder, 'persons.sqlite')
  const run = (...words: string[]) => dragoman([...words, '--db', path], { env: { USER: 'ines' } })
  const listed = async (...words: string[]) => JSON.parse((await run('persons', ...words, '--json')).out)
  beforeAll(async () => {
    const texts = [
      'Minister Ana Lima of Peru, said Envoy Rui Sousa of Chile.',
      'Minister Lima of Peru left. Envoy Rui Sousa of Brazil came.',
      'Envoy Rui Sousa of Chile again.',
    ]
    for (const [n, stdin] of texts.entries())
      await dragoman(['read', '-', '--title', `Note ${n}`, '--db', path], { stdin })
  })

  it('are one across documents by their office, and namesakes of two states are two', async () => {
    const { persons, orphaned } = await listed()
    expect(persons.map((p: { name: string; records: [] }) => [p.name, p.records.length])).toEqual([
      ['Ana Lima', 2],
      ['Rui Sousa', 2],
      ['Rui Sousa', 1],
    ])
    expect(orphaned).toEqual([])
    const { out } = await run('persons')
    expect(out).toMatch(/Ana Lima +PER +Minister +2 +2/u)
  })

  it('show names, documents, offices with their words, and the evidence', async () => {
    const { out } = await run('persons', 'ana lima')
    for (const part of [
      'names         Ana Lima; Lima',
      'document      Note 1',
      'office        Minister, at 2024 (stated); title: “Minister Lima of Peru left',
      '+ 4.2 the same office of PER: “Minister” at 2024, “Minister” at 2024',
    ])
      expect(out).toContain(part)
    expect(await run('persons', 'Nobody')).toMatchObject({
      status: EXIT.trouble,
      err: expect.stringContaining('nobody called “Nobody”'),
    })
  })

  it('are parted and made one by decisions, which say who decided and what they overrule', async () => {
    const [{ records }] = (await listed('Ana Lima')).persons
    const id: string = records[1].id
    expect((await run('persons', 'unmerge', id, '--reason', 'mother and daughter')).out).toContain(
      'Lima of Note 1 is another person (decision 1)',
    )
    expect((await listed('Lima')).persons).toHaveLength(2)
    expect(await run('persons', 'unmerge', id)).toMatchObject({
      status: EXIT.usage,
      err: expect.stringContaining('nobody'),
    })
    await run('persons', 'merge', id, records[0].id, '--by', 'olga')
    const [lima] = (await listed('Lima')).persons
    expect(lima.records).toHaveLength(2)
    expect(lima.joins[0]).toMatchObject({ by: 'decision', decision: { by: 'olga', supersedes: 1 } })
    expect(JSON.parse((await run('persons', '--decisions', '--json')).out)).toMatchObject([
      { number: 1, kind: 'unmerged', by: 'ines', reason: 'mother and daughter', missing: [] },
      { number: 2, kind: 'merged', by: 'olga' },
    ])
    expect((await run('persons', '--decisions')).out).toMatch(/2 +merged .*stands/u)
  })

  it.each([
    [['merge', 'Ana Lima'], EXIT.usage, 'two persons or more'],
    [['merge', 'Rui Sousa', 'Ana Lima'], EXIT.trouble, 'give an id'],
    [['merge', 'Nobody', 'Ana Lima'], EXIT.trouble, 'nobody called'],
    [['unmerge'], EXIT.usage, 'takes ids'],
    [['unmerge', 'pNone'], EXIT.usage, 'takes ids'],
  ])('say what is wrong with %j', async (words, status, message) => {
    expect(await run('persons', ...words)).toMatchObject({ status, err: expect.stringContaining(message) })
  })

  it('are in CSV, in the export, and in what is shown of a document', async () => {
    const csv = (await run('persons', '--csv')).out.trimEnd().split('\r\n')
    expect(csv).toHaveLength(1 + 5)
    expect(csv[1]).toMatch(/^p\w+,p\w+,Ana Lima,Ana Lima,PER,Minister,minister,/u)
    const [first] = (await run('export', '--to', 'jsonl')).out.split('\n')
    expect(JSON.parse(first!).persons).toMatchObject([
      { name: 'Ana Lima', offices: [{ title: 'Minister', span: [0, 8] }] },
      { name: 'Rui Sousa' },
    ])
    const { id } = JSON.parse(first!)
    expect((await run('show', id)).out).toMatch(/holds +0 events, 0 statements, 2 persons/u)
    expect((await run('show', JSON.parse(first!).persons[0].id)).out).toContain('Note 0')
  })

  it('that are gone leave their decisions orphaned', async () => {
    const raw = new DatabaseSync(path)
    raw.exec('UPDATE persons SET current = 0 WHERE entry LIKE \'%"name":"Lima"%\'')
    raw.close()
    expect((await listed()).orphaned).toHaveLength(2)
    expect((await run('persons', '--decisions')).out).toMatch(/Lima p\w+.*orphaned: p\w+/u)
  })
})

describe('code --jsonl', () => {
  const code = async (stdin: string | Buffer) => {
    const ran = await dragoman(['code', '--jsonl'], { stdin })
    return {
      ...ran,
      lines:
        ran.out === ''
          ? []
          : ran.out
              .trimEnd()
              .split('\n')
              .map((l) => JSON.parse(l)),
    }
  }

  it('answers in order, each error in its place', async () => {
    const { status, lines } = await code(
      [
        '{"id":"a","text":"Norway met Chile."}',
        'no json',
        '{"id":"b"}',
        '{"id":"c","text":" "}',
        '{"id":"d","text":"unreadable"}',
        '[1]',
        '{"id":"e","text":"Oman met Peru."}',
      ].join('\n'),
    )
    expect(status).toBe(EXIT.ok)
    expect(lines.map((l) => [l.id, l.error?.code ?? l.events.length])).toEqual([
      ['a', 1],
      [null, 'not-json'],
      ['b', 'not-a-document'],
      ['c', 'no-text'],
      ['d', 'unsupported-language'],
      [null, 'not-a-document'],
      ['e', 1],
    ])
    for (const { error } of lines) if (error) expect(error.message).toMatch(/\w/u)
  })

  it('counts spans in code points', async () => {
    const { lines } = await code('{"id":"a","text":"😀😀 Norway met Chile."}\n')
    expect(lines[0].events[0]).toMatchObject({
      event: 'CONSULT',
      trigger: { span: [10, 13], text: 'met' },
      actor: [{ span: [3, 9], text: 'Norway', code: 'NOR' }],
      speakers: [{ text: 'author unknown', code: null, span: null }],
      statement: null,
    })
  })

  it('has status 1 only when nothing could be read', async () => {
    expect((await code('')).status).toBe(EXIT.ok)
    expect((await code('x\ny\n')).status).toBe(EXIT.trouble)
  })

  it('passes over a line of more than 64 MB and reads the next', async () => {
    const long = Buffer.alloc(65 * 2 ** 20, 'a')
    const { lines } = await code(Buffer.concat([long, Buffer.from('\n{"id":"z","text":"Oman met Peru."}\n')]))
    expect(lines.map((l) => l.error?.code ?? l.id)).toEqual(['line-too-long', 'z'])
  })

  it('gives an id back as it came, and reads past a byte order mark', async () => {
    const { lines } = await code('\ufeff{"id":7,"text":"Oman met Peru."}\n{"id":8}\n')
    expect(lines).toMatchObject([
      { id: 7, events: [{}] },
      { id: 8, error: { code: 'not-a-document' } },
    ])
  })

  it('survives hostile lines', async () => {
    const { lines } = await code(
      [
        '['.repeat(200_000),
        '{"id":{"a":1},"text":"x"}',
        '{"id":"\\ud800","text":"\\udc00 Oman met Peru"}',
        'null',
        '"text"',
      ].join('\n'),
    )
    expect(lines.map((l) => l.error?.code ?? 'read')).toEqual([
      'not-json',
      'not-a-document',
      'read',
      'not-a-document',
      'not-a-document',
    ])
    expect(lines[2].events[0].trigger.span).toEqual([7, 10])
  })
})
