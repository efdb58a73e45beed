import { useState } from 'react'
import type { PersonRow } from '../../../src/server/wire.ts'
import { linkTo, personAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Empty, Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { counted } from '../words/names.ts'

const STEP = 200

/** The persons of the record, those of most documents first. */
export function PersonList() {
  useTitle('Persons')
  const [loaded, again] = useLoaded(() => answer(server.api.persons.$get()), [])
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(STEP)
  if (loaded.state === 'loading') return <Loading what="Gathering persons …" />
  if (loaded.state === 'failed') return <Failed error={loaded.error} again={again} />
  const rows = loaded.value.persons as readonly PersonRow[]
  if (rows.length === 0)
    return (
      <Empty title="The record has no persons yet">
        <p>
          Documents that were read before persons were kept need to be read again:{' '}
          <code>dragoman read FILE --again</code>
        </p>
      </Empty>
    )
  const wanted = search.trim().toLowerCase()
  const found = rows.filter((row) => [row.name, row.office].some((text) => text?.toLowerCase().includes(wanted)))
  const { proposals } = loaded.value
  return (
    <div className="persons">
      <header className="persons-head">
        <h1>Persons</h1>
        <p className="quiet">
          {counted(rows.length, 'person')}
          {proposals > 0 && `, ${counted(proposals, 'pair')} that may be one`}
        </p>
        <input
          type="search"
          className="field"
          aria-label="Find a person"
          placeholder="Name or office"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value)
            setShown(STEP)
          }}
        />
      </header>
      <ol className="person-list">
        {found.slice(0, shown).map((row) => (
          <li key={row.id}>
            <PersonLine row={row} />
          </li>
        ))}
      </ol>
      {found.length === 0 && <p className="quiet">No name or office has “{search}” in it.</p>}
      {found.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, found.length - shown)} more of {found.length - shown}
        </button>
      )}
    </div>
  )
}

/** A person in one line, with the way to them. */
export function PersonLine({ row }: { row: PersonRow }) {
  return (
    <>
      <a {...linkTo(personAddress(row.id))}>{row.name}</a>
      {row.codes.length > 0 && <span className="code">{row.codes.join(' ')}</span>}
      <span className="person-office">{row.office}</span>
      <span className="quiet person-counts">
        {counted(row.documents, 'document')}, {counted(row.mentions, 'mention')}
      </span>
    </>
  )
}
