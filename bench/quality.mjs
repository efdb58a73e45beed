// Scores the reading on the development sets of ../shared/bench, and with --keep adds a row to docs/scores.md.
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FIGURES = [
  ['gsr', 'gsr type', /event type .*F1 ([\d.]+)/u],
  ['gsr', 'gsr sides', /\bactor and recipient .*F1 ([\d.]+)/u],
  ['gsr', 'gsr type and sides', /type, actor and recipient .*F1 ([\d.]+)/u],
  ['plv', 'plv right type', /right type \S+ = ([\d.]+)/u],
  ['plv', 'plv macro-F1', /macro-F1 ([\d.]+)/u],
  ['polnear', 'speaker', /source overlap .*F1 ([\d.]+)/u],
  ['polnear', 'cue', /cue overlap .*F1 ([\d.]+)/u],
  ['polnear', 'content', /content overlap .*F1 ([\d.]+)/u],
  ['polnear', 'all three', /whole .*F1 ([\d.]+)/u],
  ['polnear', 'speaker exact', /source exact .*F1 ([\d.]+)/u],
  ['polnear', 'cue exact', /cue exact .*F1 ([\d.]+)/u],
  ['polnear', 'content exact', /content exact .*F1 ([\d.]+)/u],
  ['wikiwars', 'time strict', /strict span .*F1 ([\d.]+)/u],
  ['wikiwars', 'time relaxed', /relaxed span .*F1 ([\d.]+)/u],
  ['wikiwars', 'date value', /date value .*F1 ([\d.]+)/u],
]

/** Runs the sets through `dragoman code --jsonl` and the scorer. */
export function quality(root, node, keep) {
  const bench = join(root, '..', 'shared', 'bench')
  if (!existsSync(join(bench, 'score.py'))) {
    console.log('quality: the development sets are not at hand (../shared/bench)')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  const printed = {}
  for (const set of new Set(FIGURES.map(([s]) => s))) {
    const gold = join(bench, 'dev', `${set}.jsonl`)
    const out = join(folder, `${set}.jsonl`)
    const [input, output] = [openSync(gold, 'r'), openSync(out, 'w')]
    const read = spawnSync(node, [join(root, 'src/cli/main.ts'), 'code', '--jsonl'], {
      stdio: [input, output, 'inherit'],
    })
    closeSync(input)
    closeSync(output)
    if (read.status !== 0) throw new Error(`${set} could not be read`)
    printed[set] = spawnSync('python3', [join(bench, 'score.py'), gold, out], { encoding: 'utf8' }).stdout
    console.log(`\n${set}\n${printed[set]}`)
  }
  const figures = FIGURES.map(([set, , pattern]) => pattern.exec(printed[set])?.[1] ?? '?')
  if (keep) keepRow(join(root, 'docs', 'scores.md'), root, figures)
}

function keepRow(path, root, figures) {
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim()
  const row = `| ${new Date().toISOString().slice(0, 10)} | ${git('rev-parse', '--short', 'HEAD')} | ${figures.join(' | ')} |`
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/(<!-- newest below -->\n)/u, `$1${row}\n`))
}

export const columns = FIGURES.map(([, name]) => name)
