import type { Voice } from '../../model/index.ts'

/** A voice by its words, with the name and code of the actor where the words do not tell them. */
export const voice = (v: Voice): string =>
  v.actor === null || v.actor.name === '' || v.actor.name === v.text
    ? v.text
    : `${v.text} (${v.actor.name}${v.actor.code === null ? '' : `, ${v.actor.code}`})`
