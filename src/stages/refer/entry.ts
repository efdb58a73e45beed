import type { Reference, ReferenceField, Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'
import { accessDate, addresses, leadLength, type MakeField } from './addresses.ts'
import { type EntryDate, entryDates } from './dates.ts'
import { headOf } from './heads.ts'
import { imprintOf } from './imprint.ts'
import { entryLanguage } from './language.ts'
import { pagesOf } from './pages.ts'

type Fields = Reference['fields']

/** An entry is no longer than this; what follows is not read into fields. */
const LONGEST = 3000

/** Words that lead in a note and are none of the work: "See also Keller, …". */
const SIGNAL = /^(?:see(?: also| further)?|cf\.|compare)(?:,? e\.g\.,?)?:?\s+(?=[\p{Lu}“"‘«])/iu

/** The fields of an entry and its language: that of its title, where the title tells. */
export function readEntry(text: string, whole: Span): { readonly fields: Fields; readonly language: string } {
  const body = {
    start: whole.start + (SIGNAL.exec(text.slice(whole.start, whole.start + 40))?.[0].length ?? 0),
    end: whole.end,
  }
  const fields = entryFields(text, body)
  const ofTitle = entryLanguage(fields.title?.value ?? '')
  const all = text.slice(body.start, Math.min(body.end, body.start + LONGEST)).replace(/(?:https?:|www\.)\S+/gu, '')
  return { fields, language: ofTitle === 'und' ? entryLanguage(all) : ofTitle }
}

/** Parses an entry's body into CSL's fields, each with the stretch that it was read from. What the entry does not say is null. */
function entryFields(text: string, body: Span): Fields {
  const content = text.slice(body.start, Math.min(body.end, body.start + LONGEST))
  const field: MakeField = (start, end, value): ReferenceField | null => {
    const span = trimmed(content, { start, end })
    if (span.start >= span.end) return null
    return {
      value: value ?? content.slice(span.start, span.end).replace(/\s+/gu, ' '),
      span: { start: body.start + span.start, end: body.start + span.end },
    }
  }
  const whole = (span: Span | null, value?: string): ReferenceField | null =>
    span === null ? null : field(span.start, span.end, value)
  const { URL, archive, first } = addresses(content, field)
  const accessed = accessDate(content)
  const lead = content.slice(0, leadLength(content, first, accessed?.from ?? null))
  const dates = entryDates(lead)
  const head = headOf(lead, dates)
  const issued = issueDate(dates, head.title)
  const page = pagesOf(head.title === null ? lead : blanked(lead, head.title))
  const imprint = imprintOf(lead, head, dates, page)
  return {
    author: head.author.flatMap((s) => whole(s) ?? []),
    title: whole(head.title),
    'container-title': whole(imprint.container),
    publisher: whole(imprint.publisher),
    'publisher-place': whole(imprint.place),
    issued: whole(issued, issued?.value),
    accessed: whole(accessed?.date ?? null, accessed?.date.value),
    URL,
    archive,
    page: whole(page),
  }
}

/** The fullest date outside the title, the first of its kind; a date inside the title only when there is no other. */
function issueDate(dates: readonly EntryDate[], title: Span | null): EntryDate | null {
  const inTitle = (d: Span): boolean => title !== null && title.start <= d.start && d.end <= title.end
  const outside = dates.filter((d) => !inTitle(d))
  const from = outside.length > 0 ? outside : dates.filter((d) => d.value.length > 4)
  return from.reduce<EntryDate | null>((b, d) => (b === null || d.value.length > b.value.length ? d : b), null)
}

const blanked = (text: string, span: Span): string =>
  text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
