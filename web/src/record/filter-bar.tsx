import { useEffect, useRef, useState } from 'react'
import type { DocumentRow } from '../../../src/server/wire.ts'
import { QUADS, quadName, TYPES } from '../words/names.ts'
import { FILTERS, type Filter, isDate } from './filters.ts'

interface Props {
  readonly table: 'events' | 'statements'
  readonly query: URLSearchParams
  readonly documents: readonly DocumentRow[]
  readonly onSet: (name: string, value: string) => void
  readonly onClear: () => void
}

/** The filters of a table, as the address has them. */
export function FilterBar({ table, query, documents, onSet, onClear }: Props) {
  const set = FILTERS[table].filter(({ name }) => query.get(name))
  const [open, setOpen] = useState(false)
  return (
    <search aria-label="Filters">
      <form className="filters" data-open={open || undefined} onSubmit={(event) => event.preventDefault()}>
        <button type="button" className="button filters-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          Filters{set.length > 0 && ` (${set.length})`}
        </button>
        <div className="filters-fields">
          {FILTERS[table].map((filter) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the control is in it
            <label key={filter.name} className="filter" data-set={Boolean(query.get(filter.name)) || undefined}>
              <span>{filter.label}</span>
              <Control
                filter={filter}
                value={query.get(filter.name) ?? ''}
                documents={documents}
                onSet={(value) => onSet(filter.name, value)}
              />
            </label>
          ))}
          <button type="button" className="text-button clear" onClick={onClear} disabled={set.length === 0}>
            Clear filters
          </button>
        </div>
      </form>
    </search>
  )
}

interface ControlProps {
  readonly filter: Filter
  readonly value: string
  readonly documents: readonly DocumentRow[]
  readonly onSet: (value: string) => void
}

function Control({ filter, value, documents, onSet }: ControlProps) {
  switch (filter.as) {
    case 'text':
      return <Typed name={filter.name} value={value} valid={() => true} hint="" onSet={onSet} />
    case 'date':
      return <Typed name={filter.name} value={value} valid={isDate} hint="2024-06" onSet={onSet} />
    case 'choice':
      return (
        <select className="field" name={filter.name} value={value} onChange={(event) => onSet(event.target.value)}>
          <option value="">any</option>
          {filter.choices!.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )
    case 'type':
      return (
        <select className="field" name={filter.name} value={value} onChange={(event) => onSet(event.target.value)}>
          <option value="">any</option>
          {QUADS.map(([quad]) => (
            <optgroup key={quad} label={quadName(quad)}>
              {TYPES.filter(([, of]) => of === quad).map(([type]) => (
                <option key={type}>{type}</option>
              ))}
            </optgroup>
          ))}
        </select>
      )
    case 'document':
      return (
        <select className="field" name={filter.name} value={value} onChange={(event) => onSet(event.target.value)}>
          <option value="">any</option>
          {documents.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name}
            </option>
          ))}
          {value !== '' && !documents.some((row) => row.id === value) && <option value={value}>{value}</option>}
        </select>
      )
  }
}

const PAUSE = 280

interface TypedProps {
  readonly name: string
  readonly value: string
  readonly valid: (text: string) => boolean
  readonly hint: string
  readonly onSet: (value: string) => void
}

/** A field that is put into the address a moment after one stops typing; what is not valid yet waits. */
function Typed({ name, value, valid, hint, onSet }: TypedProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const send = useRef(onSet)
  send.current = onSet
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  const good = text.trim() === '' || valid(text.trim())
  useEffect(() => {
    const wanted = text.trim()
    if (!good || wanted === sent.current) return
    const timer = setTimeout(() => {
      sent.current = wanted
      send.current(wanted)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, good])
  return (
    <input
      className="field"
      name={name}
      value={text}
      placeholder={hint}
      autoComplete="off"
      spellCheck={false}
      aria-invalid={!good || undefined}
      title={good ? undefined : 'Write 2024, 2024-06 or 2024-06-19'}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
