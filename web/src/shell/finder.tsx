import { useState } from 'react'

const STEP = 200

/** Rows that have the words looked for in one of their texts, the first of them shown; `field` is where to write, `more` the button for the next. */
export function useFinder<Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | null)[],
  words: { readonly label: string; readonly of: string },
) {
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(STEP)
  const wanted = search.trim().toLowerCase()
  const found = rows.filter((row) => wanted === '' || textsOf(row).some((text) => text?.toLowerCase().includes(wanted)))
  const left = found.length - most
  return {
    shown: found.slice(0, most),
    field: (
      <input
        type="search"
        className="field"
        aria-label={words.label}
        placeholder={words.of}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setMost(STEP)
        }}
      />
    ),
    none: found.length === 0 && (
      <p className="quiet">
        No {words.of.toLowerCase()} has “{search}” in it.
      </p>
    ),
    more: left > 0 && (
      <button type="button" className="button" onClick={() => setMost(most + STEP)}>
        Show {Math.min(STEP, left)} more of {left}
      </button>
    ),
  }
}
