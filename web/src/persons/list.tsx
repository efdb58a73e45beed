import type { PersonRow } from '../../../src/server/wire.ts'
import { linkTo, personAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { useFinder } from '../shell/finder.tsx'
import { Empty, Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { counted } from '../words/names.ts'

/** The persons of the record, those of most documents first. */
export function PersonList() {
  useTitle('Persons')
  const [loaded, again] = useLoaded(() => answer(server.api.persons.$get()), [])
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
  return <Found rows={rows} proposals={loaded.value.proposals} />
}

function Found({ rows, proposals }: { rows: readonly PersonRow[]; proposals: number }) {
  const find = useFinder(rows, (row) => [row.name, row.office], { label: 'Find a person', of: 'Name or office' })
  return (
    <div className="persons">
      <header className="persons-head">
        <h1>Persons</h1>
        <p className="quiet">
          {counted(rows.length, 'person')}
          {proposals > 0 && `, ${counted(proposals, 'pair')} that may be one`}
        </p>
        {find.field}
      </header>
      <ol className="person-list">
        {find.shown.map((row) => (
          <li key={row.id}>
            <PersonLine row={row} />
          </li>
        ))}
      </ol>
      {find.none}
      {find.more}
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
