// npm run bench: speed and quality of the reading; with --references how well references are judged.
import { spawnSync } from 'node:child_process'
import { quality } from '../bench/quality.mjs'
import { at, install, pinnedNode, root, run } from './setup.mjs'

install()
const args = process.argv.slice(2)
const chosen = (name) => args.includes(name) || !['--speed', '--quality', '--references'].some((n) => args.includes(n))
const peer = args.includes('--peer') ? args[args.indexOf('--peer') + 1] : null
const files = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--peer')

if (chosen('--speed')) speed()
if (chosen('--quality')) quality(root, pinnedNode, args.includes('--keep'))
if (args.includes('--references')) references()

/** The documents of test/references as they are and broken in known ways; --heldout, --model, --times N and --misses are handed on. */
function references() {
  const handed = args.filter((a) => a !== '--references')
  run(pinnedNode, [at('test', 'references', 'score.ts'), ...handed])
}

/** Ours, then the peer on the same sentences, twice in turn. */
function speed() {
  for (let turn = 0; turn < (peer === null ? 1 : 2); turn++) {
    const { texts, ...ours } = JSON.parse(
      spawnSync(pinnedNode, [at('bench', 'speed.ts'), ...files], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 1e9,
      }).stdout,
    )
    console.log('dragoman, whole reading:', ours)
    if (peer === null) continue
    const run = spawnSync(peer, [at('bench', 'peer.py'), process.env.PEER_MODEL ?? 'en_core_web_sm'], {
      encoding: 'utf8',
      input: JSON.stringify(texts),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const theirs = JSON.parse(run.stdout)
    const ratio = (perSecond) => (perSecond / theirs.perSecond).toFixed(2)
    console.log(
      'spaCy, parse and names:',
      theirs,
      'ratio',
      ratio(ours.perSecond),
      'model alone',
      ratio(ours.modelPerSecond),
    )
  }
}
