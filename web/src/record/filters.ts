/** A filter of a table: what it is called in the address and on the page, and how it is set. */
export interface Filter {
  readonly name: string
  readonly label: string
  readonly as: 'text' | 'date' | 'type' | 'choice' | 'document'
  readonly choices?: readonly string[]
}

const SHARED: readonly Filter[] = [
  { name: 'since', label: 'Since', as: 'date' },
  { name: 'until', label: 'Until', as: 'date' },
  { name: 'doc', label: 'Document', as: 'document' },
]

/** The filters of each table, in the order in which they stand. */
export const FILTERS: Readonly<Record<'events' | 'statements', readonly Filter[]>> = {
  events: [
    { name: 'text', label: 'Words', as: 'text' },
    { name: 'actor', label: 'Actor', as: 'text' },
    { name: 'recipient', label: 'Recipient', as: 'text' },
    { name: 'type', label: 'Type', as: 'type' },
    {
      name: 'status',
      label: 'Status',
      as: 'choice',
      choices: ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'habitual'],
    },
    { name: 'speaker', label: 'According to', as: 'text' },
    ...SHARED,
  ],
  statements: [
    { name: 'text', label: 'Words', as: 'text' },
    { name: 'speaker', label: 'Speaker', as: 'text' },
    { name: 'form', label: 'Form', as: 'choice', choices: ['direct', 'indirect', 'mixed'] },
    ...SHARED,
  ],
}

/** A date as far as one may have typed it: a year, a month or a day. */
export const isDate = (text: string): boolean => /^\d{4}(-\d{2}(-\d{2})?)?$/u.test(text)

/** The part of a query that the server is asked: set filters and the order, nothing that it does not know. */
export function questionOf(table: 'events' | 'statements', query: URLSearchParams): Record<string, string> {
  const names = [...FILTERS[table].map((filter) => filter.name), 'sort', 'order']
  const found = names.flatMap((name) => {
    const value = query.get(name)
    return value === null || value.trim() === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}
