import { useEffect, useRef } from 'react'

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')

/** Acts on keys pressed anywhere outside fields. A handler that does nothing should let the key be. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      current.current[event.key]?.(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** The keys of each room, for the list under “?”. */
export const KEY_LIST: readonly (readonly [room: string, keys: readonly (readonly [key: string, act: string])[]])[] = [
  [
    'Reading',
    [
      ['j', 'next entry'],
      ['k', 'previous entry'],
      ['Enter', 'from the text to the card'],
      ['Esc', 'from the card to the text; again to close'],
    ],
  ],
  [
    'References',
    [
      ['j', 'next marker'],
      ['k', 'previous marker'],
      ['n', 'next marker to check'],
      ['p', 'previous marker to check'],
      ['Enter', 'from the text to the card'],
      ['Esc', 'from the card to the text; again to close'],
    ],
  ],
  [
    'Record',
    [
      ['j or ↓', 'next row'],
      ['k or ↑', 'previous row'],
      ['Enter', 'open the entry in its text'],
      ['/', 'search the text'],
    ],
  ],
  [
    'Everywhere',
    [
      ['g then l', 'library'],
      ['g then r', 'record'],
      ['g then p', 'persons'],
      ['?', 'this list'],
    ],
  ],
]
