import { useEffect, useRef, useState } from 'react'
import type { RecordedDecision } from '../../../src/model/index.ts'
import { answer, server } from '../api.ts'
import { dateInWords } from '../words/dates.ts'

interface Props {
  readonly label: string
  readonly decide: (reason: string) => Promise<unknown>
  readonly onDone: () => void
}

/** A decision: asked once more, with a reason if one wants to give it. Esc takes it back; once decided, focus goes to what it stands in. */
export function Decide({ label, decide, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const reason = useRef<HTMLInputElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (open) reason.current?.focus()
    else if (wasOpen.current) opener.current?.focus()
    wasOpen.current = open
  }, [open])
  if (!open)
    return (
      <button ref={opener} type="button" className="text-button" onClick={() => setOpen(true)}>
        {label} …
      </button>
    )
  return (
    <form
      className="decide"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        setOpen(false)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const around = event.currentTarget.parentElement?.closest<HTMLElement>('[tabindex="-1"]')
        setBusy(true)
        decide(reason.current?.value ?? '')
          .then(() => {
            wasOpen.current = false
            setOpen(false)
            around?.focus({ preventScroll: true })
            onDone()
          }, setError)
          .finally(() => setBusy(false))
      }}
    >
      <input ref={reason} className="field" aria-label="Reason" placeholder="Why (may be left out)" maxLength={2000} />
      <button type="submit" className="button strong" disabled={busy}>
        {label}
      </button>
      <button type="button" className="button" onClick={() => setOpen(false)}>
        Cancel
      </button>
      {error !== null && <p role="alert">{error.message}</p>}
    </form>
  )
}

/** Who decided something, when and why. */
export const decisionInWords = ({ by, at, reason }: RecordedDecision): string =>
  `decided by ${by}, ${dateInWords(at.slice(0, 10))}${reason === '' ? '' : `: ${reason}`}`

/** A decision that holds things apart, and the way to undo it. */
export function Undo({ decision, onDone }: { decision: RecordedDecision; onDone: () => void }) {
  const param = { number: String(decision.number) }
  return (
    <>
      <p className="quiet">{decisionInWords(decision)}</p>
      <Decide
        label="Undo"
        decide={(reason) => answer(server.api.decisions[':number'].undo.$post({ param, json: { reason } }))}
        onDone={onDone}
      />
    </>
  )
}
