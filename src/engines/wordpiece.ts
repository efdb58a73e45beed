/** BERT's cased word pieces of words that are already told apart; `training/reader/wordpiece.py` does the same. */
export interface WordPiece {
  readonly start: number
  readonly end: number
  /** Piece ids of a word, never none and at most `MOST_PIECES`. */
  pieces(word: string): readonly number[]
}

const MOST_PIECES = 24
const MOST_CHARACTERS = 100
const PUNCTUATION = /^[!-/:-@[-`{-~\p{P}]$/u
const IDEOGRAPH = /^[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2fa1f}]$/u
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\ufffd]$/u

/** @param vocabulary one piece a line, its id the line's number from 0 */
export function wordPiece(vocabulary: string): WordPiece {
  const ids = new Map(vocabulary.split('\n').map((piece, id) => [piece, id]))
  const known = (piece: string): number => {
    const id = ids.get(piece)
    if (id === undefined) throw new Error(`the vocabulary lacks ${piece}`)
    return id
  }
  const unknown = known('[UNK]')
  const memory = new Map<string, readonly number[]>()
  const make = (word: string): readonly number[] => {
    const out: number[] = []
    for (const run of runs(word)) {
      out.push(...greedy(run, ids, unknown))
      if (out.length >= MOST_PIECES) return out.slice(0, MOST_PIECES)
    }
    return out.length > 0 ? out : [unknown]
  }
  return {
    start: known('[CLS]'),
    end: known('[SEP]'),
    pieces(word) {
      const remembered = memory.get(word)
      if (remembered !== undefined) return remembered
      const made = make(word)
      if (memory.size >= 20_000) memory.clear()
      if (word.length <= 40) memory.set(word, made)
      return made
    },
  }
}

/** Runs between punctuation marks and ideographs, each of which stands alone. */
function* runs(word: string): Generator<string> {
  let run = ''
  let characters = 0
  for (const c of word) {
    if (++characters > 4 * MOST_CHARACTERS) break
    if (INVISIBLE.test(c)) continue
    if (PUNCTUATION.test(c) || IDEOGRAPH.test(c)) {
      if (run !== '') yield run
      yield c
      run = ''
    } else run += c
  }
  if (run !== '') yield run
}

/** The longest known piece first, again and again. */
function greedy(run: string, ids: ReadonlyMap<string, number>, unknown: number): number[] {
  const characters = [...run]
  if (characters.length > MOST_CHARACTERS) return [unknown]
  const out: number[] = []
  let at = 0
  while (at < characters.length) {
    let end = characters.length
    let found: number | undefined
    while (end > at) {
      found = ids.get((at > 0 ? '##' : '') + characters.slice(at, end).join(''))
      if (found !== undefined) break
      end--
    }
    if (found === undefined) return [unknown]
    out.push(found)
    at = end
  }
  return out
}
