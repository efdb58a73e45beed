/** English forms that no rule gives, with their base: 'sought' is 'seek'. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'sought seek held hold met meet gave give given give shot shoot fought fight broke break broken break sent send lent lend told tell said say spoke speak spoken speak ' +
    'took take taken take withdrew withdraw withdrawn withdraw swore swear sworn swear forgave forgive forgiven forgive forbade forbid forbidden forbid struck strike stricken strike ' +
    'threw throw thrown throw drew draw drawn draw paid pay laid lay stood stand stole steal stolen steal led lead beaten beat made make brought bring bought buy sold sell fed feed ' +
    'fled flee flew fly flown fly froze freeze frozen freeze got get gotten get went go gone go came come became become began begin begun begin rose rise risen rise sank sink sunk sink ' +
    'shook shake shaken shake won win built build caught catch chose choose chosen choose drove drive driven drive fell fall fallen fall found find kept keep knew know known know lost lose ' +
    'ran run saw see seen see sat sit spent spend taught teach thought think understood understand undertook undertake undertaken undertake overthrew overthrow overthrown overthrow ' +
    'slew slay slain slay blew blow blown blow tore tear torn tear upheld uphold withheld withhold rebuilt rebuild overran overrun hung hang dealt deal grew grow grown grow left leave ' +
    'wrote write written write showed show shown show wore wear worn wear rode ride ridden ride shrank shrink bound bind meant mean felt feel heard hear ' +
    'retook retake retaken retake dug dig hid hide hidden hide rang ring rung ring bore bear borne bear unfroze unfreeze unfrozen unfreeze overtook overtake overtaken overtake ' +
    'overcame overcome misled mislead foresaw foresee foreseen foresee bit bite bitten bite bent bend bled bleed clung cling crept creep drank drink drunk drink ate eat eaten eat ' +
    'flung fling forgot forget forgotten forget knelt kneel mistook mistake mistaken mistake rewrote rewrite rewritten rewrite sang sing sung sing slid slide slept sleep sprang spring sprung spring ' +
    'stuck stick stung sting strove strive swept sweep swung swing swam swim swum swim wept weep undid undo undone undo spun spin retold retell resold resell outran outrun ' +
    'men man women woman children child people person policemen policeman gunmen gunman servicemen serviceman fishermen fisherman spokesmen spokesman'
  )
    .split(' ')
    .flatMap((word, at, all): [string, string][] => (at % 2 === 0 ? [[word, all[at + 1]!]] : [])),
)

/** The base of an irregular form, or null: 'tore' is of no other verb than 'tear'. */
export const irregularBase = (form: string): string | null => IRREGULAR.get(form.toLowerCase()) ?? null

/**
 * The bases that an English word form may be an inflection of, the form itself first: 'kidnapped' gives kidnapp, kidnap, kidnappe.
 * It knows no words: whoever asks keeps those that he knows.
 */
export function basesOf(form: string): string[] {
  const word = form.toLowerCase()
  const found = [word]
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) found.push(irregular)
  const cut = (ending: string, ...additions: string[]): void => {
    if (!word.endsWith(ending) || word.length - ending.length < 2) return
    const stem = word.slice(0, -ending.length)
    for (const addition of additions) found.push(stem + addition)
    if (ending !== 's' && ending !== 'es' && stem.length > 2 && stem.at(-1) === stem.at(-2))
      found.push(stem.slice(0, -1))
  }
  cut('ies', 'y')
  cut('ied', 'y')
  cut('ying', 'ie')
  cut('ing', '', 'e')
  cut('ed', '', 'e')
  cut('es', '', 'e')
  cut('s', '')
  cut('men', 'man')
  return [...new Set(found)]
}
