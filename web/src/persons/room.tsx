import type { ReactNode } from 'react'
import type { PersonRecord } from '../../../src/model/index.ts'
import type { PersonView } from '../../../src/server/wire.ts'
import { go, linkTo, personAddress, readingAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Decide, decisionInWords, Undo } from '../shell/decide.tsx'
import { Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { dateInWords } from '../words/dates.ts'
import { counted } from '../words/names.ts'
import { PersonLine } from './list.tsx'

/** One person across documents: offices with their words, the evidence that joins documents, and who else it may be. */
export function PersonRoom({ id }: { id: string }) {
  const [loaded, again] = useLoaded(
    async () => (await answer(server.api.persons[':id'].$get({ param: { id } }))) as PersonView,
    [id],
  )
  useTitle(loaded.state === 'ready' ? loaded.value.person.name : 'Person')
  if (loaded.state === 'loading') return <Loading what="Fetching the person …" />
  if (loaded.state === 'failed') return <Failed error={loaded.error} again={again} />
  const { person, documents, proposals, parted } = loaded.value
  const others = person.names.filter((name) => name !== person.name)
  return (
    <article className="persons person">
      <header className="persons-head">
        <p>
          <a {...linkTo('/persons')}>Persons</a>
        </p>
        <h1>
          {person.name}
          {person.codes.length > 0 && <span className="code">{person.codes.join(' ')}</span>}
        </h1>
        {others.length > 0 && <p className="quiet">also {others.join(', ')}</p>}
      </header>
      {person.records.map((record) => (
        <RecordPart key={record.id} record={record} name={documents[record.doc]!}>
          {person.records.length > 1 && (
            <Decide
              label="Another person"
              decide={(reason) =>
                answer(server.api.persons.unmerge.$post({ json: { record: record.id, from: [], reason } }))
              }
              onDone={again}
            />
          )}
        </RecordPart>
      ))}
      {person.joins.length > 0 && (
        <details className="person-part">
          <summary>Why these are one person</summary>
          <ul>
            {person.joins.map((join, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the joins do not change
              <li key={i}>
                {join.by === 'decision' ? <p>{decisionInWords(join.decision)}</p> : <Evidence link={join.link} />}
              </li>
            ))}
          </ul>
        </details>
      )}
      {parted.length > 0 && (
        <section className="person-part">
          <h2>Another person, by decision</h2>
          <ul>
            {parted.map(({ decision, others }) => (
              <li key={decision.number}>
                {others.map((other) => (
                  <p key={other.id} className="person-line">
                    <PersonLine row={other} />
                  </p>
                ))}
                <Undo decision={decision} onDone={again} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {proposals.length > 0 && (
        <section className="person-part">
          <h2>May be the same person as</h2>
          <ul>
            {proposals.map((proposal) => (
              <li key={proposal.findings.join()}>
                <p className="person-line">
                  <PersonLine row={proposal.other} />
                </p>
                <Evidence link={proposal} />
                <Decide
                  label="The same person"
                  decide={(reason) =>
                    answer(server.api.persons.merge.$post({ json: { persons: [...proposal.findings], reason } }))
                  }
                  onDone={() => {
                    go(personAddress(person.id))
                    again()
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

function RecordPart({ record, name, children }: { record: PersonRecord; name: string; children: ReactNode }) {
  return (
    <section className="person-part">
      <h2>
        <a {...linkTo(readingAddress(record.doc))}>{name}</a>
      </h2>
      <p className="quiet">
        {record.published === null ? 'no date' : dateInWords(record.published)}, as {record.name},{' '}
        {counted(record.mentions.length, 'mention')}
      </p>
      <ul>
        {record.offices.map((office) => (
          <li key={office.citation.start}>
            <b>{office.title}</b>{' '}
            <span className="quiet">
              {office.held}{' '}
              {office.when.value === null ? `an unknown time (${office.when.from})` : dateInWords(office.when.value)}
            </span>
            <p className="person-words">
              …{office.citation.prefix}
              <mark>{office.citation.exact}</mark>
              {office.citation.suffix}…
            </p>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

function Evidence({
  link,
}: {
  link: { readonly probability: number; readonly evidence: PersonView['proposals'][number]['evidence'] }
}) {
  return (
    <>
      <p>{Math.round(link.probability * 100)} %, by</p>
      <ul className="person-evidence">
        {link.evidence.map((e) => (
          <li key={`${e.kind} ${e.why}`} data-side={e.weight < 0 ? 'against' : 'for'}>
            {e.why}
          </li>
        ))}
      </ul>
    </>
  )
}
