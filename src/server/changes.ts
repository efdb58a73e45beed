import { edited } from '../exporters/repair/edits.ts'
import { renumbered } from '../exporters/repair/numbers.ts'
import type { Marker, Renumbering } from '../model/index.ts'
import type { NumberChange } from './wire.ts'

/** What a renumbering changes in a text, one change for markers that stand in one stretch ("[3, 5]"), in the order of the text. */
export function numberChanges(
  text: string,
  markers: readonly Marker[],
  renumbering: readonly Renumbering[],
): NumberChange[] {
  const to = new Map(renumbering.map((r) => [r.marker, r.to]))
  const groups = Map.groupBy(markers, (m) => m.span.start)
  return [...groups.values()]
    .filter((group) => group.some((m) => to.has(m.id) && to.get(m.id) !== m.number))
    .map((group) => changeOf(text, group, (m) => to.get(m.id) ?? (to.has(m.id) ? null : m.number)))
    .sort((a, b) => a.span.start - b.span.start)
}

function changeOf(text: string, group: readonly Marker[], newNumber: (m: Marker) => number | null): NumberChange {
  const { span } = group[0]!
  const before = text.slice(span.start, span.end)
  const to = group.map(newNumber)
  const from = group.map((m) => m.number)
  const edits = to.includes(null) ? null : renumbered(before, from, to as number[])
  return { span, markers: group.map((m) => m.id), before, after: edits === null ? null : edited(before, edits), to }
}
