import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'

/** Says that something went wrong, what to do, and offers to try again. */
export function Failed({ error, again }: { error: Error; again?: (() => void) | undefined }) {
  return (
    <div className="state" role="alert">
      <h2>{error instanceof ApiError && error.code === 'not-found' ? 'Not in the record' : 'That did not work'}</h2>
      <p>{error.message}</p>
      {again !== undefined && (
        <button type="button" className="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  )
}

/** Stands where something is about to be. */
export function Loading({ what }: { what: string }) {
  return (
    <output className="state loading" aria-live="polite">
      <span className="pulse" aria-hidden="true" />
      {what}
    </output>
  )
}

/** Says that there is nothing, and what to do about it. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="state empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
