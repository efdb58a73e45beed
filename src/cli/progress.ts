import type { Context } from './context.ts'

/** How far a run over files is: a bar on a terminal, one line a file elsewhere. `bytes` are of the files, where known. */
export interface Progress {
  file(name: string): void
  done(name: string, outcome: string): void
  end(): void
}

export function progressOf(
  context: Context,
  total: { files: number; bytes: number },
  sizes: ReadonlyMap<string, number>,
  quiet: boolean,
): Progress {
  const began = context.now().getTime()
  const bar = Boolean(context.stderr.isTTY) && !quiet
  let files = 0
  let bytes = 0
  const show = (name: string): void => {
    if (!bar) return
    const share = total.bytes > 0 ? bytes / total.bytes : files / Math.max(1, total.files)
    const seconds = (context.now().getTime() - began) / 1000
    const left = share > 0.02 ? ` ${span((seconds / share) * (1 - share))} left` : ''
    const rate = seconds > 1 && bytes > 0 ? ` ${Math.round(bytes / 1024 / seconds)} kB/s` : ''
    const text = `${'█'.repeat(Math.round(share * 20)).padEnd(20, '░')} ${files}/${total.files}${rate}${left}  ${name}`
    context.stderr.write(`\r\u001b[K${text.slice(0, (context.stderr.columns ?? 80) - 1)}`)
  }
  return {
    file: show,
    done(name, outcome) {
      files++
      bytes += sizes.get(name) ?? 0
      if (bar) show(name)
      else if (!quiet) context.stderr.write(`${files}/${total.files}  ${name}: ${outcome}\n`)
    },
    end() {
      if (bar) context.stderr.write('\r\u001b[K')
    },
  }
}

const span = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`
