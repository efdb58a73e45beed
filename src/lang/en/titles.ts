import type { TitleLexicon } from '../../pipeline/index.ts'

/** Phrases by PLOVER sector, separated by commas; null for people and bodies without one. */
type BySector = Readonly<Record<string, string>>

const OFFICES: BySector = {
  GOV: 'amb., gov., hon., president, vice president, vice-president, prime minister, deputy prime minister, premier, chancellor, minister, foreign minister, defence minister, defense minister, finance minister, interior minister, deputy minister, deputy foreign minister, minister of foreign affairs, secretary, secretary of state, foreign secretary, undersecretary, under secretary, assistant secretary, secretary of defense, press secretary, spokesman, spokeswoman, spokesperson, ambassador, envoy, special envoy, special representative, representative, permanent representative, diplomat, consul, consul general, chargé d’affaires, attaché, king, queen, emperor, emir, sultan, crown prince, prince, monarch, head of state, head of government, leader, supreme leader, ruler, dictator, strongman, governor, mayor, official, commissioner, high representative, high commissioner, negotiator, mediator, adviser, advisor, national security adviser, national security advisor, aide, chief of staff, cabinet secretary, first secretary, general secretary, president of the council, home secretary, chancellor of the exchequer, nuncio, legate, regent, prefect, caliph, shah, tsar, czar, khan, grand vizier, foreign policy chief, chief negotiator, charge d’affaires, plenipotentiary, taoiseach, president-elect, chairman, chairwoman, vice chairman, deputy head, head, director, director general, secretary general, secretary-general, deputy, delegate, authority, civil servant, bureaucrat, politician, statesman',
  LEG: 'sen., rep., senator, congressman, congresswoman, lawmaker, legislator, parliamentarian, member of parliament, speaker, mp, mep, house speaker, speaker of parliament',
  JUD: 'judge, justice, chief justice, prosecutor, prosecutor general, attorney general, magistrate, public prosecutor, solicitor general',
  MIL: 'general, gen., col., lt., maj., adm., brig., capt., colonel, admiral, commander, commander-in-chief, chief of the general staff, marshal, captain, major, lieutenant, brigadier, sergeant, soldier, officer, pilot, sailor, marine, serviceman, conscript',
  COP: 'policeman, police officer, police chief, sheriff, constable, gendarme, detective',
  SPY: 'intelligence chief, spy, intelligence officer, spymaster',
  OPP: 'opposition leader, opposition deputy, opposition lawmaker, opposition politician, opposition candidate, dissident, opposition figure',
  REB: 'rebel leader, warlord, rebel, insurgent, guerrilla, militant, separatist',
  MED: 'journalist, reporter, correspondent, editor, columnist, commentator',
  EDU: 'professor, scholar, academic, teacher, student, researcher, scientist, historian, political scientist',
  BUS: 'chief executive, ceo, businessman, entrepreneur, banker, executive, oligarch',
  CRM: 'criminal, smuggler, trafficker, gangster, hacker, pirate',
  REL: 'pope, patriarch, bishop, archbishop, cardinal, imam, ayatollah, cleric, priest, mufti, rabbi, monk',
  LAB: 'union leader, worker, miner, trade unionist',
  JRN: '',
  CVL: 'activist, civilian, resident, citizen, villager, analyst, expert, observer, lawyer, doctor, national',
  REF: 'refugee, asylum seeker, migrant, displaced person',
}

const BODIES: BySector = {
  GOV: 'government, administration, cabinet, ministry, foreign ministry, ministry of foreign affairs, defence ministry, defense ministry, interior ministry, finance ministry, state department, department of state, treasury, embassy, consulate, mission, permanent mission, delegation, presidency, kremlin, white house, foreign office, security council, leadership, regime, authorities, authority, council of ministers, politburo, central committee, agency, customs, central bank, junta, department, secretariat, commission, intergovernmental commission, royal court, national security council, pentagon, department of defense, state council',
  LEG: 'parliament, congress, senate, house, house of representatives, national assembly, state duma, duma, bundestag, knesset, verkhovna rada, rada, house of commons, lower house, upper house, legislature, assembly, majlis, federation council, national people’s congress, diet',
  JUD: 'court, supreme court, constitutional court, tribunal, high court, prosecutor’s office, appeals court, justice department, department of justice, judiciary',
  MIL: 'army, navy, air force, military, armed forces, general staff, coast guard, national guard, marine corps, marines, defence forces, defense forces, special forces, border guard, fleet, military police, joint chiefs of staff, command, high command, army command, unit, corps',
  COP: 'police, gendarmerie, police force, interpol, security forces, riot police',
  SPY: 'intelligence service, intelligence agency, security service, secret service, intelligence, spy agency, cia, fsb, mossad',
  OPP: 'opposition, opposition party, opposition coalition',
  REB: 'insurgency, rebel movement, liberation front, liberation army, militia, resistance movement',
  PTY: 'party, ruling party, communist party, workers’ party, coalition, governing party, coalition government',
  MED: 'newspaper, news agency, media, press, broadcaster, television, radio, magazine, state media, daily, tv channel',
  BUS: 'company, firm, corporation, bank, airline, manufacturer, shipping company, oil company, state company, conglomerate, business',
  NGO: 'ngo, aid group, human rights group, rights group, charity, human rights organization, humanitarian organization, watchdog, foundation, red cross',
  EDU: 'university, institute, think tank, academy, school, college',
  REL: 'church, mosque, orthodox church, vatican',
  LAB: 'union, trade union, labor union, labour union',
  CRM: 'cartel, gang, mafia',
  UAF: 'terrorist group, armed group, terrorist organization, terror group, terror network, terrorist network, terrorist organisation, terror cell',
  '': 'alliance, bloc, organization, organisation, group, committee, council, federation, league, association, side, party to the conflict, state, country, nation, republic, kingdom, power, superpower, neighbor, neighbour, ally, partner, member state, signatory, front, forum, community, community of states, international community, west, team, panel, axis, empire, headquarters, wing, faction, bureau, board, institution, office',
}

const GROUPS: BySector = {
  GOV: 'official, leader, minister, diplomat, negotiator, ambassador, representative, delegate, envoy, authority, president, counterpart, politician, mediator, delegation, bureaucrat',
  LEG: 'lawmaker, legislator, parliamentarian, senator, deputy, mp',
  MIL: 'troop, soldier, force, peacekeeping force, armed force, garrison, army unit, expeditionary force, warplane, fighter jet, jet, warship, paratrooper, peacekeeper, serviceman, commando, artillery, bomber, drone, submarine, gunner, sailor, marine, contingent, battalion, brigade, division, patrol, navy, air strike, missile, gunship, destroyer, tank',
  COP: 'policeman, police, gendarme, officer',
  REB: 'rebel, insurgent, guerrilla, militant, fighter, separatist, gunman, militiaman, mercenary, jihadist, extremist, militia, tribesman, secessionist',
  UAF: 'terrorist, bomber, attacker, hijacker, kidnapper, suicide bomber, assailant',
  CVL: 'civilian, protester, demonstrator, citizen, resident, people, villager, crowd, activist, family, child, woman, man, voter, analyst, expert, public, population, minority, observer, national, rioter, settler, hostage, passenger, person, community, tribe, inhabitant, fisherman, tourist, youth, victim, mob, marcher, supporter, prisoner, detainee',
  REF: 'refugee, migrant, asylum seeker, exile, deportee',
  MED: 'journalist, reporter, media, correspondent, news agency',
  BUS: 'company, firm, investor, importer, exporter, trader, bank, businessman, manufacturer, merchant',
  EDU: 'student, teacher, academic, scientist, scholar, pupil',
  LAB: 'worker, miner, farmer, union, striker, employee, trucker, teacher',
  CRM: 'criminal, smuggler, trafficker, hacker, pirate, gang, cartel, drug lord',
  OPP: 'dissident, opposition',
  JUD: 'judge, prosecutor, court',
  REL: 'cleric, muslim, christian, priest, monk, bishop',
  SPY: 'spy, agent',
  '': 'ally, side, country, state, nation, party, partner, power, government, neighbor, neighbour, member, rival, enemy, signatory, belligerent, adversary, aircraft, plane, helicopter, vessel, ship, convoy, jet',
}

const words = (phrases: string): ReadonlySet<string> => new Set(phrases.split(', '))

/** One word a line, then what stands for it. */
const wordSets = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(rows).map(([key, value]) => [key, words(value)]))

const COLLECTIVES =
  'people, public, population, minority, crowd, family, community, tribe, mob, contingent, battalion, brigade, division, convoy, patrol, navy, artillery, militia, gang, cartel, delegation, opposition, police, media, press, gendarmerie, garrison, force, fleet, youth, aircraft, plane, helicopter, vessel, ship, convoy'

const PLACES =
  'island, territory, province, region, city, capital, enclave, exclave, town, village, district, peninsula, border, county, zone, camp, republic of the federation'

const STATES =
  'country, state, nation, side, party, government, republic, kingdom, power, neighbor, neighbour, capital, partner, member, signatory, ally, belligerent, foreign ministry, superpower, empire'

const RELATIONAL =
  'ally, neighbor, neighbour, partner, rival, enemy, adversary, opponent, friend, counterpart, colleague, foe, competitor, accomplice, critic, host, supporter, sponsor, patron, member state, signatory, belligerent'

const DOUBTFUL =
  'command, unit, corps, headquarters, wing, bureau, board, office, institution, power, front, foundation, business, house, division, head, state, mission, side, union, school, general, executive, community, force, league, daily, press, television, radio, magazine, intelligence, association, minority, member, officer, diet, forum, panel, team, empire, axis, doctor, agent, director'

const ABROAD =
  'embassy, consulate, ambassador, envoy, special envoy, special representative, representative, permanent representative, consul, consul general, diplomat, attaché, mission, permanent mission, delegation, troop, force, soldier, peacekeeper, mercenary, correspondent, negotiator, mediator, observer, adviser, advisor, contingent, peacekeeping force, tourist, migrant, refugee, national, worker, aid group'

const DOMESTIC =
  'rebel, government, opposition, local, separatist, paramilitary, insurgent, loyalist, communist, nationalist, royalist, islamist, muslim, moslem, christian, shiite, sunni, kurdish, tribal, pro-government, anti-government, secessionist, guerrilla, ruling'

/** One entry for each phrase; the first sector that names it holds. */
function table(bySector: BySector): Map<string, string | null> {
  const out = new Map<string, string | null>()
  for (const [sector, phrases] of Object.entries(bySector))
    for (const phrase of phrases.split(', ')) if (phrase !== '' && !out.has(phrase)) out.set(phrase, sector || null)
  return out
}

const offices = new Map([...table(OFFICES)].map(([phrase, sector]): [string, string] => [phrase, sector ?? 'GOV']))

/** English offices, bodies, groups and honorifics, with the PLOVER sector that they belong to. */
export const titles: TitleLexicon = {
  offices,
  honorifics: new Set(
    'mr mr. mrs mrs. ms ms. dr dr. prof prof. sir dame lord lady hon. gen gen. col col. lt lt. maj maj. adm adm. amb amb. sen sen. rep rep. gov gov. rev rev. sheikh shaikh his her excellency majesty highness'.split(
      ' ',
    ),
  ),
  bodies: table(BODIES),
  groups: table(GROUPS),
  collectives: words(COLLECTIVES),
  places: words(PLACES),
  states: words(STATES),
  relational: words(RELATIONAL),
  doubtful: words(DOUBTFUL),
  abroad: words(ABROAD),
  domestic: words(DOMESTIC),
  synonyms: wordSets({
    'head of state': 'president, king, queen, emir, sultan, emperor, monarch, prince, supreme leader, leader',
    'head of government': 'prime minister, premier, chancellor',
    leader: 'president, prime minister, premier, chancellor, king, emir, supreme leader, general secretary, chairman',
    premier: 'prime minister',
    'prime minister': 'premier',
    monarch: 'king, queen, emir, sultan, emperor',
    minister:
      'foreign minister, defence minister, defense minister, interior minister, finance minister, deputy minister, deputy foreign minister',
    diplomat: 'ambassador, foreign minister, envoy, special envoy, permanent representative, foreign secretary, consul',
    envoy: 'special envoy, ambassador, special representative, permanent representative',
    lawmaker: 'senator, congressman, congresswoman, deputy, member of parliament, legislator, parliamentarian',
    spokesman: 'press secretary',
    spokeswoman: 'press secretary',
    spokesperson: 'spokesman, spokeswoman, press secretary',
    commander: 'general, colonel, admiral, marshal',
    official: 'spokesman, spokeswoman, minister, deputy minister, adviser',
    politician: 'senator, opposition leader, president, prime minister',
  }),
  headed: wordSets({
    minister: 'ministry',
    secretary: 'office, ministry, department',
    spokesman: 'ministry, office, government',
    spokeswoman: 'ministry, office, government',
  }),
}
