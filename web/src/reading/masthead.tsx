import type { ReactNode } from 'react'
import type { Doc } from '../../../src/model/index.ts'
import { linkTo, readingAddress, referencesAddress } from '../address.ts'
import { dateInWords } from '../words/dates.ts'
import { known, titleOfDoc } from '../words/names.ts'

/** Whether the text begins with its own title. */
export function beginsWithTitle(doc: Doc): boolean {
  const first = doc.blocks[0]
  return first?.kind === 'heading' && doc.text.slice(first.span.start, first.span.end).trim() === known(doc.title)
}

interface Props {
  readonly doc: Doc
  /** Which of the document's views this is. */
  readonly here: 'text' | 'references'
  /** How many markers may point to the wrong entry. */
  readonly alarms: number
  readonly children: ReactNode
}

/** What a document is, above its text, and the way to its other view. */
export function Masthead({ doc, here, alarms, children }: Props) {
  const date = known(doc.date)
  const by = [known(doc.author) ?? 'author unknown', known(doc.publisher)].filter((part) => part !== null)
  const current = (view: Props['here']) => (view === here ? { 'aria-current': 'page' as const } : {})
  return (
    <header className="masthead">
      <p className="crumb">
        <a {...linkTo('/')}>Library</a>
      </p>
      {!beginsWithTitle(doc) && <h1>{titleOfDoc(doc)}</h1>}
      <p className="byline">
        {by.join(' · ')} · {date === null ? 'no date' : dateInWords(date)}
      </p>
      {children}
      <nav className="views" aria-label="Views of the document">
        <a {...linkTo(readingAddress(doc.id))} {...current('text')}>
          Events and statements
        </a>
        <a {...linkTo(referencesAddress(doc.id))} {...current('references')}>
          References
          {alarms > 0 && <span className="alarms"> {alarms} to check</span>}
        </a>
      </nav>
    </header>
  )
}
