import { useRef, useState } from 'react'
import { go, linkTo, useAddress } from '../address.ts'
import { Library } from '../library/library.tsx'
import { PersonList } from '../persons/list.tsx'
import { PersonRoom } from '../persons/room.tsx'
import { ReadingRoom } from '../reading/room.tsx'
import { RecordRoom } from '../record/room.tsx'
import { ReferencesRoom } from '../references/room.tsx'
import { Dialog } from './dialog.tsx'
import { KEY_LIST, useKeys } from './keys.ts'
import { Empty } from './states.tsx'
import { useTheme } from './theme.ts'
import { useTitle } from './title.ts'

/** The page: the bar above, and the room that the address names. */
export function Workbench() {
  const { path } = useAddress()
  const [help, setHelp] = useState(false)
  const going = useRef(false)
  const after = (url: string) => () => {
    if (going.current) go(url)
    going.current = false
  }
  useKeys({
    '?': () => setHelp(true),
    g: () => {
      going.current = true
      setTimeout(() => {
        going.current = false
      }, 900)
    },
    l: after('/'),
    r: after('/record/events'),
    p: after('/persons'),
  })
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Bar room={path[0] ?? ''} onHelp={() => setHelp(true)} />
      <main id="main" tabIndex={-1}>
        <Room path={path} />
      </main>
      {help && <KeyDialog onClose={() => setHelp(false)} />}
    </>
  )
}

function Room({ path }: { path: readonly string[] }) {
  const [room, first, second, third] = path
  if (room === undefined) return <Library />
  if (room === 'documents' && first !== undefined && second === 'references')
    return <ReferencesRoom key={first} id={first} at={third ?? null} />
  if (room === 'documents' && first !== undefined) return <ReadingRoom key={first} id={first} entry={second ?? null} />
  if (room === 'record' && (first === 'events' || first === 'statements'))
    return <RecordRoom key={first} table={first} />
  if (room === 'persons' && first === undefined) return <PersonList />
  if (room === 'persons' && second === undefined) return <PersonRoom key={first} id={first!} />
  return <Lost />
}

function Lost() {
  useTitle('Not here')
  return (
    <Empty title="There is nothing at this address">
      <p>
        The <a {...linkTo('/')}>library</a> lists every document, the <a {...linkTo('/record/events')}>record</a> every
        entry.
      </p>
    </Empty>
  )
}

function Bar({ room, onHelp }: { room: string; onHelp: () => void }) {
  const [theme, turn] = useTheme()
  const current = (here: boolean) => (here ? { 'aria-current': 'page' as const } : {})
  return (
    <header className="bar">
      <a className="wordmark" {...linkTo('/')}>
        Dragoman
      </a>
      <nav aria-label="Rooms">
        <a {...linkTo('/')} {...current(room === '' || room === 'documents')}>
          Library
        </a>
        <a {...linkTo('/record/events')} {...current(room === 'record')}>
          Record
        </a>
        <a {...linkTo('/persons')} {...current(room === 'persons')}>
          Persons
        </a>
      </nav>
      <button type="button" className="bar-button theme" onClick={turn} aria-label={`Theme: ${theme}. Change`}>
        <span className="theme-disc" data-kind={theme} aria-hidden="true" />
        <span className="theme-name">{theme}</span>
      </button>
      <button type="button" className="bar-button" onClick={onHelp} aria-label="List of keys">
        ?
      </button>
    </header>
  )
}

function KeyDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div className="keys">
        {KEY_LIST.map(([room, keys]) => (
          <section key={room}>
            <h3>{room}</h3>
            <dl>
              {keys.map(([key, act]) => (
                <div key={key}>
                  <dt>
                    {key
                      .split(/ (or|then) /u)
                      .map((part) => (part === 'or' || part === 'then' ? ` ${part} ` : <kbd key={part}>{part}</kbd>))}
                  </dt>
                  <dd>{act}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
