import { readFileSync } from 'node:fs'
import { type Paper, readPaper, type Style } from './paper.ts'

/** The documents by their file's name in `documents/` (for tuning) and `heldout/` (for the final figure), with the style of each. */
export const FOLDERS = {
  documents: {
    'volta-corridor.md': 'bracket',
    'pilaya-boundary.md': 'superscript',
    'kaveri-atoll.txt': 'bracket',
    'ferghana-canals.md': 'author-year',
    'gulf-of-finland-blog.md': 'link',
    'altai-forum-minutes.md': 'footnote',
    'afar-salt-report.txt': 'lost',
    'palk-bay-review.md': 'bracket-point',
  },
  heldout: {
    'namanga-corridor.txt': 'bracket',
    'bay-of-bengal-fisheries.md': 'author-year',
    'strait-of-otranto.md': 'footnote',
    'aral-water-accords.txt': 'superscript',
  },
} as const satisfies Record<string, Record<string, Style>>

export type Folder = keyof typeof FOLDERS

/** Every document of a folder, taken apart. */
export const papers = (folder: Folder): { name: string; text: string; paper: Paper }[] =>
  Object.entries(FOLDERS[folder]).map(([name, style]) => {
    const text = readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8')
    return { name, text, paper: readPaper(text, style) }
  })
