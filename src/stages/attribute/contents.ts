import type { Content } from './content.ts'
import type { Cue } from './cues.ts'
import { nounContent } from './noun-contents.ts'
import { adjectiveContent, adverbContent, phraseContent } from './phrase-contents.ts'
import { passiveContent, verbContent } from './verb-contents.ts'

/** The content of a cue in its own sentence; null when the tree shows none. */
export function contentOf(cue: Cue): Content | null {
  switch (cue.how) {
    case 'verb':
      return cue.passive ? (passiveContent(cue) ?? verbContent(cue)) : verbContent(cue)
    case 'noun':
      return nounContent(cue)
    case 'phrase':
      return phraseContent(cue)
    case 'adverb':
      return adverbContent(cue)
    case 'adjective':
      return adjectiveContent(cue)
  }
}
