import type { Telling } from './status.ts'

/** A type after the way it is told has been weighed, with the reason when it changed. */
export interface Retyped {
  readonly type: string
  readonly keepsMode: boolean
  readonly note: string | null
}

const COOPERATIVE = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const HOSTILE = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST', 'MOBILIZE'])
const YIELDING = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'])
/** What, when it was not done, was refused: 'did not give permission'. */
const DECLINED = new Set(['AGREE', 'CONCEDE'])
const REFUSING = new Set(['will', 'would', 'refuse', 'decline'])
const FUTURE = new Set([
  'will',
  'would',
  'is to',
  'going to',
  'planned',
  'scheduled',
  'upcoming',
  'forthcoming',
  'plan',
  'intend',
  'decide',
  'agree',
  'expect',
  'schedule',
  'set',
  'due',
  'prepare',
])
const MAYBE = new Set(['may', 'might'])

/**
 * PLOVER codes what is told of the future by what is promised: a cooperative act to come is AGREE, a withdrawal to come CONCEDE, harm to come THREATEN,
 * and a refusal of either ("will not send") REJECT.
 */
export function retype(type: string, mode: string | null, telling: Telling, isVerb: boolean): Retyped {
  const same: Retyped = { type, keepsMode: true, note: null }
  const { by, negated } = telling
  if (by === null) return same
  if (negated) {
    const declined = by === 'not' ? DECLINED.has(type) : YIELDING.has(type) && REFUSING.has(by)
    return isVerb && declined ? changed('REJECT', by === 'not' ? by : `${by} not`) : same
  }
  if (FUTURE.has(by) && telling.status === 'planned') {
    if (COOPERATIVE.has(type)) return changed('AGREE', by)
    // A decision to lift a ban is the concession; a promise to is agreement.
    if (type === 'CONCEDE') return by === 'decide' ? same : changed('AGREE', by)
    if (type === 'RETREAT' && mode !== 'resign') return changed(mode === 'withdraw' ? 'CONCEDE' : 'AGREE', by)
    if ((HOSTILE.has(type) || (type === 'REJECT' && mode === 'meet')) && isVerb) return changed('THREATEN', by)
  }
  if (MAYBE.has(by) && HOSTILE.has(type) && isVerb) return changed('THREATEN', by)
  return same
}

const changed = (type: string, by: string): Retyped => ({
  type,
  keepsMode: false,
  note: `told of the future (${by}), which makes it ${type}`,
})
