import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { askMembers } from '../../app/members.ts'
import { MembersQuery, parsed } from '../wire.ts'

/** Who was a member of which body when: `of` is a body or a state, `member` a state when `of` is a body. */
export const members = new Hono().get(
  '/',
  validator('query', (value) => parsed(MembersQuery, value)),
  (c) => {
    const { of, member, on } = c.req.valid('query')
    return c.json(askMembers(of, member ?? null, on ?? null))
  },
)
