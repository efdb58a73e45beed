import { sentencesFromConllu } from '../../../test/conllu.ts'
import { attribution } from '../../lang/en/attribution.ts'
import type { Block, Frame, Mention, Problem, Statement } from '../../model/index.ts'
import { findStatements } from './statements.ts'

/** A statement with its stretches as text. */
export interface Told {
  readonly speaker: string | null
  readonly cue: string | null
  readonly content: readonly string[]
  readonly form: Statement['form']
  readonly stance: Statement['stance']
  readonly addressee: string | null
  readonly reason: string | null
  /** Place of the outer statement in the list, or null. */
  readonly inside: number | null
}

const lemmas: Readonly<Record<string, string>> = { remarks: 'remark', words: 'word', Rumours: 'rumour', pushed: 'push' }

/** CoNLL-U of an example's notation. */
export function conlluOf(example: string): string {
  return example
    .split(' ‖ ')
    .map((sentence) =>
      sentence
        .split(' ')
        .map((word, i) => {
          const glued = word.endsWith('~')
          const [form, upos, head, deprel, feats] = (glued ? word.slice(0, -1) : word).split('/') as [
            string,
            string,
            string,
            string,
            string?,
          ]
          const lemma = lemmas[form] ?? form.toLowerCase()
          return [i + 1, form, lemma, upos, '_', feats ?? '_', head, deprel, '_', glued ? 'SpaceAfter=No' : '_'].join(
            '\t',
          )
        })
        .join('\n'),
    )
    .join('\n\n')
}

/** Reads an example, by default as one paragraph. */
export function tell(
  example: string,
  blocksOf: (text: string) => Block[] = oneParagraph,
  mentionsOf: (text: string) => Mention[] = () => [],
  frames: readonly Frame[] = [],
): { text: string; told: Told[]; statements: Statement[]; problems: Problem[] } {
  const { text, sentences } = sentencesFromConllu(conlluOf(example))
  const { statements, problems } = findStatements(
    { id: 'doc', text, blocks: blocksOf(text), sentences, frames, mentions: mentionsOf(text) },
    attribution,
  )
  const of = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end)
  const told = statements.map(
    (s): Told => ({
      speaker: of(s.speaker),
      cue: of(s.cue),
      content: s.content.map((span) => of(span)!),
      form: s.form,
      stance: s.stance,
      addressee: of(s.addressee),
      reason: s.speakerReason,
      inside: s.inside === null ? null : statements.findIndex((other) => other.id === s.inside),
    }),
  )
  return { text, told, statements, problems }
}

/** The whole text as one paragraph. */
export const oneParagraph = (text: string): Block[] => [
  { kind: 'paragraph', span: { start: 0, end: text.length }, level: null, page: null },
]
