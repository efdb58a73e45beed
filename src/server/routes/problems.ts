import { Hono } from 'hono'
import type { Holdings } from '../holdings.ts'

/** Every problem with the document that it is in. */
export const problems = (holdings: Holdings) => new Hono().get('/', (c) => c.json({ problems: holdings.problems() }))
