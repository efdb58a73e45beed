import { type MouseEvent, useMemo, useSyncExternalStore } from 'react'

/** Where one is: the path's parts and the query. The address is the only place where this is kept. */
export interface Address {
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

const MOVED = 'dragoman:moved'

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('popstate', changed)
  window.addEventListener(MOVED, changed)
  return () => {
    window.removeEventListener('popstate', changed)
    window.removeEventListener(MOVED, changed)
  }
}
const href = (): string => window.location.pathname + window.location.search

/** The parts of `url`, decoded; a part that cannot be decoded stays as it is. */
export function addressOf(url: string): Address {
  const [path = '', search = ''] = url.split(/\?(.*)/su)
  const decoded = (part: string): string => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  }
  return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(search) }
}

/** The address, followed as it changes. */
export function useAddress(): Address {
  const url = useSyncExternalStore(subscribe, href)
  return useMemo(() => addressOf(url), [url])
}

/** Goes to an address of the workbench; `replace` leaves no step to come back to. */
export function go(url: string, how: 'push' | 'replace' = 'push'): void {
  if (url === href()) return
  if (how === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
  window.dispatchEvent(new Event(MOVED))
}

/** What a link needs to stay inside the page; other buttons and keys open it as links do. */
export const linkTo = (url: string) => ({
  href: url,
  onClick: (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(url)
    window.scrollTo(0, 0)
  },
})

/** The address of a document, and of an entry in it. */
export const readingAddress = (doc: string, entry: string | null = null): string =>
  `/documents/${encodeURIComponent(doc)}${entry === null ? '' : `/${encodeURIComponent(entry)}`}`

/** The address of a document's references, and of a marker or an entry of the list there. */
export const referencesAddress = (doc: string, chosen: string | null = null): string =>
  `/documents/${encodeURIComponent(doc)}/references${chosen === null ? '' : `/${encodeURIComponent(chosen)}`}`

/** The address of a person, by the id of any document's. */
export const personAddress = (id: string): string => `/persons/${encodeURIComponent(id)}`

/** The address of a table with filters; empty ones are left out. */
export function recordAddress(
  table: 'events' | 'statements',
  filters: Readonly<Record<string, string | null>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value !== null && value !== '') query.set(name, value)
  const text = query.toString()
  return `/record/${table}${text === '' ? '' : `?${text}`}`
}
