import { type DependencyList, useCallback, useEffect, useState } from 'react'

/** Something that is asked for: not there yet, there, or refused. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: Error }

/** Asks again whenever `keys` change; `again` asks once more and keeps what is there until the answer comes. */
export function useLoaded<T>(ask: () => Promise<T>, keys: DependencyList): [Loaded<T>, again: () => void] {
  const [loaded, set] = useState<Loaded<T>>({ state: 'loading' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are the question's
  useEffect(() => {
    let stale = false
    if (turn === 0) set({ state: 'loading' })
    ask().then(
      (value) => !stale && set({ state: 'ready', value }),
      (error: Error) => !stale && set({ state: 'failed', error }),
    )
    return () => {
      stale = true
    }
  }, [...keys, turn])
  return [loaded, useCallback(() => setTurn((n) => n + 1), [])]
}
