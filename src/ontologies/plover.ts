import type { EventOntology } from '../pipeline/index.ts'

type PloverType = EventOntology['types'] extends ReadonlyMap<string, infer T> ? T : never

const type = (
  name: string,
  quad: PloverType['quad'],
  score: number,
  needsRecipient: boolean,
  modes: string,
  gloss: string,
): [string, PloverType] => [name, { quad, needsRecipient, modes: modes === '' ? [] : modes.split(' '), score, gloss }]

/** PLOVER's sixteen types with quad, intensity (−10 … 10) and modes; the glosses are our own words. */
const TYPES: readonly [string, PloverType][] = [
  type('AGREE', 1, 2.5, false, '', 'Says yes, promises or offers: a cooperative act that is still to come.'),
  type('CONSULT', 1, 2.5, false, 'visit third-party multilateral phone', 'Sides meet, visit, talk or telephone.'),
  type(
    'SUPPORT',
    1,
    5,
    false,
    '',
    'Backs, praises or recognises another side in words or by diplomatic act; signs an agreement.',
  ),
  type(
    'CONCEDE',
    1,
    4.5,
    false,
    '',
    'Gives way in words: eases what it had imposed, pardons, apologises, announces a truce or a withdrawal.',
  ),
  type(
    'COOPERATE',
    2,
    9.5,
    true,
    '',
    'Sides do something material together: trade, exercises, extradition, shared intelligence.',
  ),
  type('AID', 2, 10, true, '', 'Gives the recipient something material: money, arms, people, relief, shelter, care.'),
  type(
    'RETREAT',
    2,
    6.5,
    false,
    'withdraw release disarm ceasefire access resign',
    'Gives way in deed: withdraws, releases, disarms, lets in, steps down.',
  ),
  type(
    'REQUEST',
    3,
    0,
    false,
    'assist change yield meet',
    'Asks, demands, appeals or orders that another side do something.',
  ),
  type('ACCUSE', 3, -3, false, 'disapprove investigate allege', 'Disapproves, blames, accuses, sues or investigates.'),
  type(
    'REJECT',
    3,
    -2,
    false,
    'assist change yield meet',
    'Says no: refuses, vetoes, votes against, calls off a meeting.',
  ),
  type(
    'THREATEN',
    3,
    -3.5,
    false,
    'restrict arrest relations expel territory violence',
    'Says that it will do harm, or warns of it with force.',
  ),
  type(
    'PROTEST',
    4,
    -5,
    false,
    'demo riot strike hunger boycott obstruct vandalize',
    'People act together in public against a side.',
  ),
  type(
    'SANCTION',
    4,
    -6,
    true,
    'convict expel withdraw discontinue',
    'Cuts relations back: sanctions, expulsions, ties broken or frozen, convictions.',
  ),
  type('MOBILIZE', 4, -5.5, false, 'troops weapons police militia', 'Readies or shows force without using it.'),
  type(
    'COERCE',
    4,
    -7,
    false,
    'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
    'Presses others by force of power: arrests, bans, seizures, curfews, intrusion.',
  ),
  type(
    'ASSAULT',
    4,
    -9,
    false,
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
    'Uses force against people or things.',
  ),
]

/** PLOVER's contexts: what an act is about, any number on any event. */
const CONTEXTS: readonly string[] = (
  'military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights ' +
  'rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration ' +
  'disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking'
).split(' ')

/** The event scheme as data. */
export const plover: EventOntology = { types: new Map(TYPES), contexts: CONTEXTS }
