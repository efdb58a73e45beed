import { DragomanError, type EventFinding, type Frame, type Reading, type Sentence } from '../../model/index.ts'
import { type Command, EXIT } from '../context.ts'
import { codebookOption, db, json, projectCodebookPath } from '../options.ts'
import { ink, line, plain, printJson } from '../print.ts'

/** Shows how a sentence is coded: the entries that match, what the model weighs against them, and the events that are told. */
export const codebook: Command = {
  name: 'codebook',
  usage: 'codebook test "SENTENCE" [--json]',
  what: 'Shows which codebook entries match a sentence and why, what the language model says of the same words, and the events that come of both.',
  options: [codebookOption, db, json],
  examples: ['dragoman codebook test "Moldova recalled its ambassador from Minsk."'],
  arguments: [2, 2],
  async run(args, context) {
    const [action, text] = args.values as [string, string]
    if (action !== 'test')
      throw new DragomanError(
        'usage',
        `codebook knows “test”, not “${action}”; write dragoman codebook test "A sentence."`,
      )
    const app = await context.app(projectCodebookPath(args, context))
    const { reading, matches } = await app.explain(text)
    const told = reading.layers.sentences.map((sentence, i) => ({
      sentence: text.slice(sentence.span.start, sentence.span.end),
      matches: matches[i]!,
      model: actsOf(reading, sentence),
      events: reading.layers.events.filter((event) => event.sentence === sentence.index),
    }))
    if (args.has('--json')) {
      await printJson(context, told)
      return EXIT.ok
    }
    const { bold, dim } = ink(context)
    for (const { sentence, matches, model, events } of told) {
      await line(context, bold(plain(sentence)))
      if (matches.length === 0) await line(context, dim('  no entry matches'))
      for (const m of matches) {
        await line(context, `  entry  ${m.type} “${m.trigger}”  ${m.entry} ${dim(`(${m.at})`)}`)
        for (const side of ['actors', 'recipients'] as const)
          if (m[side].length > 0) await line(context, dim(`         ${side}: ${m[side].join('; ')}`))
      }
      for (const { word, types } of model) await line(context, `  model  “${word}”  ${dim(types)}`)
      for (const event of events) await line(context, `  event  ${eventLine(event)}\n         ${dim(event.why)}`)
      if (events.length === 0) await line(context, dim('  no event is told'))
    }
    return EXIT.ok
  },
}

const isAct = (frame: Frame): frame is Extract<Frame, { kind: 'act' }> => frame.kind === 'act'

/** The model's types of each word that it takes for an act, the likeliest first. */
const actsOf = ({ layers }: Reading, sentence: Sentence): { word: string; types: string }[] =>
  layers.frames
    .filter(isAct)
    .filter((act) => act.sentence === sentence.index)
    .map((act) => ({
      word: sentence.tokens[act.token - 1]!.form,
      types: Object.entries(act.types)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3)
        .map(([type, p]) => `${type} ${p.toFixed(2)}`)
        .join(', '),
    }))

const eventLine = (event: EventFinding): string => {
  const sides = (found: EventFinding['actors']): string =>
    found.map((side) => `${side.text}${side.actor.code === null ? '' : ` (${side.actor.code})`}`).join(' + ') || '–'
  return `${event.type}${event.mode === null ? '' : ` ${event.mode}`}: ${sides(event.actors)} → ${sides(event.recipients)}, ${event.status}, confidence ${event.confidence.toFixed(2)}`
}
