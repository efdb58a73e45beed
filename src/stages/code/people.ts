const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

/** Nouns for people and bodies that act: a noun phrase with one of these as head may be a side though nobody knows its name. */
export const PEOPLE = words(`
  activist administration adviser advisor agency agent aide airforce alliance ally ambassador analyst army artist assailant assembly association attacker
  authority battalion bishop bloc body bomber brigade brother businessman cabinet campaigner candidate captain cardinal chairman chancellor chief child church
  citizen civilian cleric coalition colonel commander commission commissioner committee communist community company congress consul consulate convict corporation
  council counterpart country court crew criminal crowd daughter defector defendant delegate delegation demonstrator department deputy detainee dictator
  diplomat director dissident doctor driver emir emperor employee enemy engineer envoy escapee executive exile expert extremist faction family farmer father
  federation fighter firm fisherman force foreigner founder fugitive gang general girl government governor group guard guerrilla guerilla gunman hacker head hostage
  immigrant inmate inspector insurgent investigator islamist jew jihadist journalist judge junta king kingdom landowner lawmaker lawyer leader leadership legislator
  liberal loyalist magistrate maoist marine mayor mediator member mercenary migrant military militant militia minister ministry minority mission mob monarch
  monitor monk mother movement muslim nation national nationalist navy negotiator neighbor neighbour nun nurse observer offender office officer official operative opponent
  opposition organization organisation outfit owner paramilitary parent parliament participant partner party passenger patriarch peacekeeper peasant people person
  pilot pirate police policeman policymaker politician pope population post premier presidency president priest prime prince prisoner professor prosecutor protester protestor
  province public queen reader rebel refugee regime reporter representative republic republican resident reservist rioter rival royal sailor scholar school scientist seaman secretary
  senate senator separatist serviceman settler sheikh side socialist society soldier son spokesman spokesperson spokeswoman spy staff state student suicide sultan
  supporter suspect syndicate teacher team teenager terrorist tourist town trader traitor traveler traveller tribe tribesman tribunal troop trucker truck union unit university vessel veteran
  victim village villager volunteer voter widow wife woman man boy worker writer youth newspaper magazine broadcaster station bank channel ship tanker boat aircraft warplane jet plane
  helicopter fleet embassy convoy base camp mosque hospital pipeline network program programme city region capital house home seeker workforce judiciary syndicate legion squad patrol
  vandal docker dockworker looter coastguard gendarme paratrooper commando sniper bandit raider hijacker smuggler trafficker hooligan striker herder herdsman pilgrim conscript deserter
  mutineer kidnapper captor skipper intruder miner nurse squatter sapper inspectorate watchdog regulator court authority ministry dealer owner maker manufacturer operator airline carrier museum foundation charity institute league bureau
`)

/** Nouns that only measure or group what follows: 'dozens of protesters'. */
export const MEASURES = words(`
  dozen hundred thousand million billion score ten number majority minority group lot couple handful pair part most some many several crowd mass member list set series all half one each both
  percent third quarter contingent wave bulk rest
`)

/** Names that are of time, not of sides. */
export const TIMES = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  christmas easter ramadan today yesterday tomorrow
`)

/** Numbers of people that stand alone: 'Thousands marched'. */
export const CROWDS = words(`thousands hundreds dozens tens scores`)
