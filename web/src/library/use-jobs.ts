import { useCallback, useEffect, useRef, useState } from 'react'
import type { Given, Job } from '../../../src/server/wire.ts'
import { ApiError, answer, server } from '../api.ts'

const BEAT = 600
const open = (job: Job): boolean => job.state === 'waiting' || job.state === 'reading'

/** What is on its way into the record, followed while anything is; `onAdded` is told when a reading ends. */
export function useJobs(onAdded: () => void) {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const [refused, setRefused] = useState<readonly Job[]>([])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const done = useRef(0)
  const [beat, setBeat] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each beat asks once
  useEffect(() => {
    let stale = false
    let timer: ReturnType<typeof setTimeout> | undefined
    answer(server.api.add.$get())
      .then(({ jobs: list }) => {
        if (stale) return
        setJobs(list as Job[])
        const ended = list.filter((job) => job.state === 'added').length
        if (ended > done.current) onAdded()
        done.current = ended
        if ((list as Job[]).some(open)) timer = setTimeout(() => setBeat((n) => n + 1), BEAT)
      })
      .catch(() => {
        if (!stale) timer = setTimeout(() => setBeat((n) => n + 1), BEAT * 5)
      })
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [beat])

  const refuse = useCallback((name: string, bytes: number, error: unknown): void => {
    const { code, message } = error instanceof ApiError ? error : new ApiError('internal', String(error))
    setRefused((list) => [
      ...list,
      { id: `refused-${name}-${list.length}`, name, bytes, state: 'failed', code, message },
    ])
  }, [])

  const addFiles = useCallback(
    async (files: readonly File[], given: Given): Promise<void> => {
      for (const file of files) {
        try {
          await answer(server.api.add.file.$post({ form: { file, ...given } }))
          setBeat((n) => n + 1)
        } catch (error) {
          refuse(file.name, file.size, error)
        }
      }
    },
    [refuse],
  )

  /** Whether the text was taken. */
  const addText = useCallback(
    async (text: string, given: Given): Promise<boolean> => {
      try {
        await answer(server.api.add.text.$post({ json: { text, ...given } }))
        setBeat((n) => n + 1)
        return true
      } catch (error) {
        refuse(given.title || 'Pasted text', text.length, error)
        return false
      }
    },
    [refuse],
  )

  const shown = [...jobs, ...refused].filter((job) => !hidden.has(job.id))
  const dismiss = (id: string): void => setHidden((ids) => new Set([...ids, id]))
  return { jobs: shown, addFiles, addText, dismiss }
}
