import type { ProblemRow } from '../../../src/server/wire.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { Failed, Loading } from '../shell/states.tsx'
import { counted } from '../words/names.ts'

/** The problems of one document, asked for when they are opened. */
export function ProblemList({ doc }: { doc: string }) {
  const [loaded, again] = useLoaded(() => answer(server.api.problems.$get()), [doc])
  if (loaded.state === 'loading') return <Loading what="Fetching problems …" />
  if (loaded.state === 'failed') return <Failed error={loaded.error} again={again} />
  const problems = (loaded.value.problems as readonly ProblemRow[]).filter((problem) => problem.doc === doc)
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.span?.start} ${problem.message}`}>
          {problem.message} <code>{problem.code}</code>
        </li>
      ))}
    </ul>
  )
}

/** The files that could not be read at all, until they are. */
export function Failures() {
  const [loaded] = useLoaded(() => answer(server.api.problems.$get()), [])
  if (loaded.state !== 'ready' || loaded.value.failures.length === 0) return null
  const { failures } = loaded.value
  return (
    <details className="failures">
      <summary>{counted(failures.length, 'file')} could not be read</summary>
      <ul className="problems">
        {failures.map((failure) => (
          <li key={failure.uri}>
            {failure.uri}: {failure.message} <code>{failure.code}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
