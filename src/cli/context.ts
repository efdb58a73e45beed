import type { Readable, Writable } from 'node:stream'
import type { Net } from '../app/addresses.ts'
import type { App } from '../app/compose.ts'
import type { Store } from '../store/index.ts'

/** Everything a command may touch; tests give their own. */
export interface Context {
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  now(): Date
  /** The program, composed at the first call; `codebook` names a project's own file. */
  app(codebook?: string | null): Promise<App>
  /** Opens the record; makes it when it is not there, unless it `mustExist`. */
  store(path: string, mustExist?: boolean): Promise<Store>
  /** The network, which only `references --online` asks for. */
  net(version: string): Promise<Net>
  /** Settles (with the signal's name) when the user interrupts. */
  readonly interrupted: { readonly yes: boolean }
}

/** An option of a command. `takes` names its value; null is a switch. */
export interface Option {
  readonly name: string
  readonly takes: string | null
  readonly what: string
  /** Returns what would be right when the value is not, else null. */
  readonly check?: (value: string) => string | null
}

/** One command: everything that help and documentation say of it, and what it does. Returns the exit status. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly what: string
  readonly options: readonly Option[]
  readonly examples: readonly string[]
  /** How many arguments it takes: [least, most]. */
  readonly arguments: readonly [number, number]
  run(args: Arguments, context: Context): Promise<number>
}

export interface Arguments {
  readonly values: readonly string[]
  /** An option's value, or null. */
  option(name: string): string | null
  has(name: string): boolean
}

/** Exit statuses; every command uses these alone. */
export const EXIT = { ok: 0, trouble: 1, usage: 2, environment: 3, interrupted: 130 } as const
