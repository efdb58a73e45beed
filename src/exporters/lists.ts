import { readBibtex, writeBibtex } from './bibtex.ts'
import { type CslItem, readCsl, writeCsl } from './csl.ts'
import { readRis, writeRis } from './ris.ts'

/** Formats of reference lists by the name that the command line calls them: to add one, name it here. `read` throws `list-broken`. */
export const listFormats: Readonly<
  Record<
    'csl' | 'ris' | 'bibtex',
    { write(items: readonly CslItem[]): string; read(text: string): CslItem[] | Promise<CslItem[]> }
  >
> = {
  csl: { write: writeCsl, read: readCsl },
  ris: { write: writeRis, read: readRis },
  bibtex: { write: writeBibtex, read: readBibtex },
}
export type ListFormat = keyof typeof listFormats
