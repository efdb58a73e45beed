import type { AttributionFrame, AttributionLexicon, AttributionNoun, AttributionVerb } from '../../pipeline/index.ts'

type Stance = AttributionVerb['stance']

/** A row of verbs that behave alike. A particle belongs to the verb: 'point out'. */
interface VerbRow {
  readonly kind: AttributionVerb['kind']
  readonly stance: Stance
  readonly frames: readonly AttributionFrame[]
  readonly verbs: string
}

/** Verbs by what they may take as the thing said; one verb stands in one row. */
const verbRows: readonly VerbRow[] = [
  // He said that …; "…," he said.
  {
    kind: 'speech',
    stance: 'reports',
    frames: ['clause', 'quotation'],
    verbs: `say state remark opine exclaim aver utter retort quip joke reply answer intone muse
      insist assert contend maintain argue hint imply counter interject rejoin chime_in go_on continue conclude
      add tell inform brief advise assure remind notify apprise reassure swear gush
      respond shoot_back fire_back hit_back reason theorize speculate elaborate testify attest
      drone extrapolate generalize brag boast gloat complain grumble gripe grouse vent fume rage protest rant
      object caution confide whisper mutter murmur mumble shout yell scream bellow holler cry_out call_out chant sing sign_off
      communicate relate comment observe inquire enquire rumor rumour`,
  },
  // He declared that …; she declared the vote void.
  { kind: 'speech', stance: 'reports', frames: ['clause', 'quotation', 'named', 'noun'], verbs: 'declare pronounce' },
  // Only with a quotation: without one they tell of something else than speech.
  {
    kind: 'speech',
    stance: 'reports',
    frames: ['quotation'],
    verbs: `laugh smile grin nod shrug sigh sob snap bark growl hiss groan moan croak gasp sniff snort chuckle giggle wink
      begin start finish pause interrupt cut_in break_in butt_in recite declaim thunder rumble purr chirp
      enthuse exult crow cry plead greet ask_back concur demur read run urge_on warn_off
      reflect ponder wonder_aloud deadpan crack blurt_out pipe_up speak_up weigh_in press_on lead_off scoff sneer jeer hoot rave thunder`,
  },
  // He wrote that …; the letter reads: "…".
  {
    kind: 'writing',
    stance: 'reports',
    frames: ['clause', 'quotation'],
    verbs: `write tweet retweet post blog text email e-mail cable telegraph jot scribble pen editorialize footnote caption message fax
      type print publish stipulate record register minute`,
  },
  { kind: 'writing', stance: 'reports', frames: ['clause', 'quotation', 'noun'], verbs: 'document chronicle' },
  // What is told bare, as a thing: he cited the treaty.
  {
    kind: 'speech',
    stance: 'reports',
    frames: ['clause', 'quotation', 'noun'],
    verbs: `emphasize emphasise stress underline underscore highlight reaffirm restate affirm explain outline
      predict forecast foresee forecast project foretell recall discuss propose suggest recommend advocate
      describe summarize summarise paraphrase second articulate voice express
      preview signal indicate proffer posit postulate hypothesize cite invoke spell_out lay_out set_out bring_up point_to
      put touch_on broach tout hail lay_down enunciate expound reference announce report relay recount narrate mention note
      repeat reiterate lament bemoan detail echo advertise proclaim clarify sum_up retweet`,
  },
  // The outer voice takes what is said for true.
  {
    kind: 'speech',
    stance: 'endorses',
    frames: ['clause', 'quotation', 'noun'],
    verbs: `acknowledge admit concede confess confirm reveal disclose divulge point_out let_slip own_up verify corroborate
      certify validate substantiate vouch`,
  },
  { kind: 'speech', stance: 'endorses', frames: ['clause', 'quotation'], verbs: 'make_clear make_plain' },
  // The outer voice keeps its distance.
  {
    kind: 'speech',
    stance: 'doubts',
    frames: ['clause', 'quotation', 'noun'],
    verbs: 'allege',
  },
  { kind: 'speech', stance: 'doubts', frames: ['clause', 'quotation', 'infinitive'], verbs: 'claim profess purport' },
  { kind: 'speech', stance: 'doubts', frames: ['clause', 'noun', 'quotation'], verbs: 'insinuate intimate' },
  {
    kind: 'thought',
    stance: 'doubts',
    frames: ['clause', 'noun'],
    verbs: 'doubt question suspect query mistrust distrust second-guess',
  },
  // He denied that …; what follows is denied.
  {
    kind: 'speech',
    stance: 'denies',
    frames: ['clause', 'quotation', 'noun'],
    verbs: 'deny refute rebut dispute contradict disavow repudiate deride debunk disprove negate gainsay disclaim',
  },
  { kind: 'speech', stance: 'denies', frames: ['clause'], verbs: 'lie pretend feign' },
  // He urged them to …; she asked that …
  {
    kind: 'speech',
    stance: 'reports',
    frames: ['clause', 'quotation', 'object-infinitive', 'infinitive'],
    verbs: `ask exhort press counsel instruct direct order command bid petition call_on call_upon enjoin admonish invite
      encourage warn persuade convince dare beg implore beseech entreat`,
  },
  {
    kind: 'speech',
    stance: 'reports',
    frames: ['clause', 'quotation', 'object-infinitive', 'infinitive', 'noun'],
    verbs: 'urge demand request forbid prohibit lobby',
  },
  // The charter prohibits the use of force; the law requires ministers to resign. A person who allows something has not said it.
  {
    kind: 'rule',
    stance: 'reports',
    frames: ['clause', 'object-infinitive', 'noun'],
    verbs:
      'require oblige compel mandate allow permit authorize authorise entitle empower ban bar outlaw prescribe provide',
  },
  // He vowed to …; she threatens to …
  {
    kind: 'speech',
    stance: 'reports',
    frames: ['clause', 'quotation', 'infinitive', 'noun'],
    verbs: 'promise pledge vow guarantee threaten',
  },
  {
    kind: 'will',
    stance: 'reports',
    frames: ['clause', 'quotation', 'infinitive'],
    verbs: 'agree decide resolve rule volunteer undertake offer',
  },
  { kind: 'will', stance: 'reports', frames: ['infinitive', 'noun'], verbs: 'refuse decline' },
  {
    kind: 'will',
    stance: 'reports',
    frames: ['infinitive', 'clause', 'object-infinitive', 'noun'],
    verbs: 'want intend plan prefer desire',
  },
  {
    kind: 'will',
    stance: 'reports',
    frames: ['infinitive', 'clause', 'object-infinitive'],
    verbs: 'wish hope aspire aim choose elect seek vote opt',
  },
  // She believes that …; they are expected to …
  {
    kind: 'thought',
    stance: 'reports',
    frames: ['clause', 'quotation'],
    verbs: `believe think assume presume surmise guess reckon imagine calculate estimate conjecture perceive conceive deduce
      infer hold feel`,
  },
  {
    kind: 'thought',
    stance: 'reports',
    frames: ['clause', 'noun', 'infinitive', 'object-infinitive'],
    verbs: 'expect anticipate',
  },
  {
    kind: 'thought',
    stance: 'reports',
    frames: ['clause', 'quotation', 'noun'],
    verbs: 'fear worry dread fret envision envisage visualize contemplate regret',
  },
  {
    kind: 'thought',
    stance: 'reports',
    frames: ['clause', 'quotation'],
    verbs: 'wonder agonize dream bet wager trust mull rejoice marvel',
  },
  {
    kind: 'thought',
    stance: 'endorses',
    frames: ['clause'],
    verbs: `know realize realise remember recognize recognise understand learn discover forget notice appreciate ascertain
      determine establish hear see find_out figure_out sense`,
  },
  // The poll shows that …
  {
    kind: 'showing',
    stance: 'endorses',
    frames: ['clause', 'noun'],
    verbs: 'show demonstrate prove illustrate evince bear_out',
  },
  { kind: 'showing', stance: 'reports', frames: ['clause', 'quotation', 'named', 'noun'], verbs: 'find' },
  { kind: 'thought', stance: 'reports', frames: ['clause', 'named'], verbs: 'judge deem consider view regard' },
  // He called it a farce; she described them as allies.
  {
    kind: 'judgement',
    stance: 'reports',
    frames: ['predicate'],
    verbs: `call label brand dub term characterize characterise portray depict paint christen nickname liken`,
  },
  // He condemned the strike; they praised her for it.
  {
    kind: 'judgement',
    stance: 'reports',
    frames: ['noun', 'quotation'],
    verbs: `criticize criticise condemn denounce decry deplore censure rebuke reprimand reproach castigate chastise chide scold
      berate blame accuse fault mock ridicule deride lambaste lambast slam blast bash excoriate pan disparage
      malign vilify denigrate belittle lampoon insult assail scorch skewer pillory
      praise laud applaud commend acclaim extol congratulate thank salute welcome celebrate
      despise detest loathe champion grill
      endorse support back oppose favor favour reject dismiss approve rebuff defend justify admire resent compliment embrace overrule overturn uphold pan respect
      play_down downplay rule_out shrug_off brush_off speak_out lash_out apologize sympathize disapprove disagree commiserate
      bristle `,
  },
  // Attacks that are words only with a ground: he attacked her for …
  { kind: 'will', stance: 'reports', frames: ['infinitive', 'object-infinitive'], verbs: 'like' },
  { kind: 'judgement', stance: 'reports', frames: ['noun-with-ground'], verbs: 'attack hit hammer target rip' },
  // He charged them with fraud; she compared it to a siege.
  { kind: 'judgement', stance: 'reports', frames: ['noun-with-ground'], verbs: 'charge compare equate link' },
]

/** Prepositions that lead in what is said: 'called for restraint'. */
const prepositions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    call: ['for'],
    warn: ['of', 'against', 'about'],
    speak: ['of', 'about', 'against'],
    talk: ['about', 'of'],
    complain: ['about', 'of'],
    comment: ['on', 'about', 'upon'],
    remark: ['on', 'upon'],
    refer: ['to'],
    allude: ['to'],
    point: ['to', 'at'],
    appeal: ['for'],
    ask: ['for', 'about'],
    plead: ['for'],
    press: ['for'],
    push: ['for', 'against'],
    argue: ['for', 'against'],
    advocate: ['for'],
    inquire: ['about', 'into'],
    enquire: ['about', 'into'],
    wonder: ['about'],
    apologize: ['for'],
    boast: ['of', 'about'],
    brag: ['about'],
    think: ['of', 'about'],
    know: ['of', 'about'],
    hear: ['of', 'about'],
    dream: ['of'],
    worry: ['about', 'over'],
    hope: ['for'],
    hint: ['at'],
    object: ['to'],
    protest: ['against', 'over'],
    insist: ['on', 'upon'],
    agree: ['on', 'with'],
    disagree: ['with'],
    elaborate: ['on'],
    expand: ['on'],
    touch: ['on', 'upon'],
    dwell: ['on'],
    reflect: ['on'],
    testify: ['about', 'to'],
    write: ['about', 'of'],
    decide: ['against', 'on'],
    rule: ['against', 'for', 'on'],
    long: ['for'],
    'weigh in': ['on', 'about'],
    rail: ['against'],
    believe: ['in'],
    approve: ['of'],
    disapprove: ['of'],
    'speak out': ['against', 'about', 'on'],
    'lash out': ['at', 'against'],
    bristle: ['at'],
    balk: ['at'],
    marvel: ['at', 'over'],
    rejoice: ['over', 'in'],
    sympathize: ['with'],
    respond: ['to'],
    lie: ['about'],
    joke: ['about'],
    report: ['on'],
    charge: ['with'],
    compare: ['to', 'with'],
    equate: ['to', 'with'],
    link: ['to', 'with'],
  }),
)

/** Verbs that show speech through their preposition alone: 'spoke of', 'referred to'. */
const prepositionalVerbs = 'speak talk refer allude point appeal balk push rail expand dwell weigh_in'

/** Nouns of saying, thinking and documents that say; 'that' and 'to' clauses and 'about' phrases follow them. */
const nounRows: readonly { readonly kind: AttributionNoun['kind']; readonly stance: Stance; readonly nouns: string }[] =
  [
    {
      kind: 'speech',
      stance: 'reports',
      nouns: `statement remark comment declaration announcement assertion argument contention warning threat promise pledge vow
      proposal suggestion recommendation demand request call appeal plea question reply answer response explanation
      prediction forecast assurance reassurance insistence proclamation message observation complaint accusation
      criticism condemnation denunciation reminder hint guarantee offer invitation
      order instruction command quote quotation utterance testimony speech oath retort
      objection protest praise apology endorsement pronouncement news finding definition thesis consensus premise conclusion assessment description characterization account rationale`,
    },
    {
      kind: 'speech',
      stance: 'endorses',
      nouns: 'acknowledgment acknowledgement admission confession concession confirmation revelation disclosure',
    },
    {
      kind: 'speech',
      stance: 'doubts',
      nouns: 'charge claim allegation rumor rumour insinuation innuendo pretext speculation suspicion',
    },
    { kind: 'speech', stance: 'denies', nouns: 'denial rebuttal refutation repudiation lie' },
    {
      kind: 'thought',
      stance: 'reports',
      nouns: `belief opinion view thought fear hope concern worry expectation conviction feeling assumption perception
      impression idea notion theory hypothesis wish desire intention plan doubt sentiment anxiety optimism confidence judgment
      judgement estimate understanding preference stance position decision ruling resolution verdict agreement refusal
      determination willingness unwillingness eagerness reluctance obsession disdain opposition
      bet guess calculation outrage reservation misgiving skepticism scepticism dismay anger frustration disappointment regret unease alarm`,
    },
    { kind: 'thought', stance: 'endorses', nouns: 'realization awareness' },
  ]

/** Documents and occasions: they may be the speaker themselves ('the report says'), or where it was said ('in an interview'). */
const documents = `report article study poll survey letter editorial column book memo memorandum document communique communiqué
  resolution treaty text transcript release dispatch cable email e-mail tweet post analysis paper review bulletin white_paper
  interview speech address briefing conference testimony statement declaration post blog headline story lawsuit complaint filing
  indictment ruling verdict opinion brief platform manifesto website commentary op-ed essay doctrine constitution law`

/** What lays down a rule when it is the subject of a verb of ruling: 'Article 5 obliges'. */
const rules = `law act bill article clause section paragraph provision rule bylaw statute regulation code charter convention covenant accord pact protocol
  treaty constitution agreement resolution decree order edict directive measure amendment decision ruling judgment judgement verdict policy contract
  mandate legislation ordinance standard sanction`

/** Nouns of what shows something without saying it: 'the footage shows a ship', 'figures suggest'. */
const showing = `data figure statistic footage video recording image photo photograph picture tape research evidence average record census
  poll survey study test result finding analysis index map chronicle memoir diary minute transcript model estimate report document`

/** What makes an act of a verb that else tells of speech, as its object: 'recalled its ambassador', 'laid down their arms', 'denied them entry'. */
const actsUpon: ReadonlyMap<string, string> = new Map(
  Object.entries({
    recall:
      'ambassador envoy minister consul diplomat attaché attache legation mission delegation representative troop force soldier staff officer product vehicle',
    'lay down': 'arm weapon rifle gun',
    deny: 'entry access visa passage permission admission asylum bail landing overflight transit leave right',
    refuse:
      'entry access visa passage permission admission asylum bail landing overflight transit leave food treatment',
    admit: 'observer member refugee journalist inspector student patient migrant',
    welcome: 'guest visitor delegation refugee tourist crowd',
    slam: 'door',
    report: 'income profit earnings loss gain revenue',
    confirm: 'nominee appointee justice judge appointment',
    charge: 'gun position fee price',
    demand: 'ransom',
    order: 'weapon aircraft jet missile ship',
    salute: 'flag',
  }),
)

/** Phrases that name a speaker after them. */
const phrases = [
  'according to',
  'in accordance with the words of',
  'in the words of',
  'in the view of',
  'in the opinion of',
  'in the eyes of',
  'in the judgment of',
  'in the estimation of',
  'in the assessment of',
  'from the point of view of',
  'from the perspective of',
  'from the standpoint of',
  'on the word of',
  'on the account of',
  'by the account of',
  'by the estimate of',
  'by the admission of',
  'as per',
  'citing',
  'quoting',
]

/** Nouns of "in his view", "by their own account": a possessor makes them a cue. */
const possessed =
  'view opinion words estimation judgment judgement assessment account admission telling reckoning estimate eyes interpretation'

/** Adverbs by which a writer passes on what nobody is named for. */
const adverbs: ReadonlyMap<string, Stance> = new Map([
  ['allegedly', 'doubts'],
  ['reportedly', 'reports'],
  ['supposedly', 'doubts'],
  ['purportedly', 'doubts'],
  ['ostensibly', 'doubts'],
  ['reputedly', 'doubts'],
])

/** Adjectives with a clause of their own: 'is confident that'. */
const adjectives: ReadonlyMap<string, Stance> = new Map(
  Object.entries({
    confident: 'reports',
    sure: 'reports',
    certain: 'reports',
    convinced: 'reports',
    concerned: 'reports',
    worried: 'reports',
    afraid: 'reports',
    hopeful: 'reports',
    optimistic: 'reports',
    pessimistic: 'reports',
    skeptical: 'doubts',
    sceptical: 'doubts',
    doubtful: 'doubts',
    aware: 'endorses',
    adamant: 'reports',
    insistent: 'reports',
    critical: 'reports',
    dismissive: 'reports',
    supportive: 'reports',
    determined: 'reports',
    unaware: 'reports',
    glad: 'reports',
    proud: 'reports',
    sorry: 'reports',
    surprised: 'reports',
    angry: 'reports',
    disappointed: 'reports',
    grateful: 'reports',
    opposed: 'reports',
    unsure: 'doubts',
    uncertain: 'doubts',
    wary: 'doubts',
    willing: 'reports',
    unwilling: 'reports',
    eager: 'reports',
    frustrated: 'reports',
    upset: 'reports',
    outraged: 'reports',
    alarmed: 'reports',
    dismayed: 'reports',
    pleased: 'reports',
    happy: 'reports',
    passionate: 'reports',
    unanimous: 'reports',
    incensed: 'reports',
    furious: 'reports',
    indignant: 'reports',
    delighted: 'reports',
    satisfied: 'reports',
    reluctant: 'reports',
  } satisfies Record<string, Stance>),
)

/** Adverbs beside a cue that tell what the outer voice holds of it: 'falsely claimed', 'rightly noted'. */
const manner: ReadonlyMap<string, Stance> = new Map([
  ['falsely', 'denies'],
  ['wrongly', 'denies'],
  ['wrongfully', 'denies'],
  ['erroneously', 'denies'],
  ['mistakenly', 'denies'],
  ['incorrectly', 'denies'],
  ['inaccurately', 'denies'],
  ['baselessly', 'denies'],
  ['implausibly', 'doubts'],
  ['dubiously', 'doubts'],
  ['misleadingly', 'denies'],
  ['rightly', 'endorses'],
  ['correctly', 'endorses'],
  ['rightfully', 'endorses'],
  ['accurately', 'endorses'],
  ['truthfully', 'endorses'],
])

const list = (words: string): string[] =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll('_', ' '))

/** The verbs of a row, those in -ize in both spellings. */
const verbList = (words: string): string[] =>
  list(words).flatMap((verb) => (/[^s]ize$/u.test(verb) ? [verb, verb.replace(/ize$/u, 'ise')] : [verb]))

/** The rows as one table; a verb that stands in two rows keeps the first. */
function verbs(): ReadonlyMap<string, AttributionVerb> {
  const map = new Map<string, AttributionVerb>()
  for (const row of verbRows)
    for (const verb of verbList(row.verbs)) {
      if (map.has(verb)) continue
      map.set(verb, {
        kind: row.kind,
        stance: row.stance,
        quoteOnly: row.frames.every((frame) => frame === 'quotation'),
        frames: new Set(row.frames),
        prepositions: prepositions.get(verb) ?? [],
      })
    }
  for (const verb of list(prepositionalVerbs))
    if (!map.has(verb))
      map.set(verb, {
        kind: 'speech',
        stance: 'reports',
        quoteOnly: false,
        frames: new Set(),
        prepositions: prepositions.get(verb) ?? [],
      })
  return map
}

const irregular: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  write: 'wrote written',
  speak: 'spoke spoken',
  think: 'thought',
  know: 'knew known',
  see: 'saw seen',
  find: 'found',
  hold: 'held',
  feel: 'felt',
  hear: 'heard',
  understand: 'understood',
  read: 'read',
  seek: 'sought',
  swear: 'swore sworn',
  sing: 'sang sung',
  begin: 'began begun',
  mean: 'meant',
  choose: 'chose chosen',
  forget: 'forgot forgotten',
  foresee: 'foresaw foreseen',
  foretell: 'foretold',
  forbid: 'forbade forbidden',
  go: 'went gone',
  come: 'came come',
  have: 'has had',
  give: 'gave given',
  send: 'sent',
  keep: 'kept',
  draw: 'drew drawn',
  dream: 'dreamt',
  bet: 'bet',
  let: 'let',
  make: 'made',
  shoot: 'shot',
  hit: 'hit',
  set: 'set',
  cut: 'cut',
  spell: 'spelt',
  lay: 'laid',
  bring: 'brought',
  bid: 'bade bidden',
  cast: 'cast',
  learn: 'learnt',
  plead: 'pled',
  show: 'shown',
  prove: 'proven',
  bear: 'bore borne',
  run: 'ran',
  forecast: 'forecast',
}

/** The inflected forms of a regular English verb: 'cite' gives cites, cited, citing; 'admit' admitted; 'deny' denied. */
function inflected(verb: string): string[] {
  const own = irregular[verb]?.split(' ') ?? []
  const doubled =
    /^(?:admit|commit|permit|quip|pan|nod|grin|sob|chat|blog|rap|rip|slam|plan|hit|bet|rebut|refer|infer|confer|concur|demur|deter|brag|snap|butt|purr|rebuff|text|slap|let|set|cut|begin|run|drop|put|jot|forget|pin|tag|scan|bid)$/u.test(
      verb,
    ) && !/(?:tt|rr|ff|xt)$/u.test(verb)
  const stem = doubled
    ? verb + verb.at(-1)
    : /[^aeiou]e$|ue$|[aeiou]se$/u.test(verb) && !/(?:ee|oe|ye)$/u.test(verb)
      ? verb.slice(0, -1)
      : verb
  const past = /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : verb.endsWith('e') ? `${verb}d` : `${stem}ed`
  const third = /[^aeiou]y$/u.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z)$/u.test(verb) || verb === 'go'
      ? `${verb}es`
      : `${verb}s`
  const gerund = verb.endsWith('ie') ? `${verb.slice(0, -2)}ying` : `${stem}ing`
  return [verb, third, gerund, past, ...own]
}

/** Form → lemma, for a reading that does not rest on the lemmatiser; the first row that has a form keeps it. */
function forms(lemmas: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const lemma of lemmas)
    if (!lemma.includes(' ')) for (const form of inflected(lemma)) if (!map.has(form)) map.set(form, lemma)
  for (const lemma of lemmas) {
    const [verb] = lemma.split(' ')
    if (verb !== undefined && lemma.includes(' '))
      for (const form of inflected(verb)) if (!map.has(form)) map.set(form, verb)
  }
  return map
}

function nouns(): ReadonlyMap<string, AttributionNoun> {
  const map = new Map<string, AttributionNoun>()
  for (const row of nounRows) for (const noun of list(row.nouns)) map.set(noun, { kind: row.kind, stance: row.stance })
  for (const noun of list(documents)) if (!map.has(noun)) map.set(noun, { kind: 'document', stance: 'reports' })
  return map
}

const lexiconVerbs = verbs()
const light = list(
  'make issue give deliver release publish express voice raise have offer reach take send sign hold repeat renew sound pose form adopt',
)
const receiving = list('face draw receive meet attract win earn encounter')
const catenative = list(
  'go come continue begin start try seem appear attempt tend manage fail stop keep use have happen proceed hasten seek rush help resist avoid',
)
const causatives = list(
  'push force get need want lead prompt cause allow enable help require oblige compel order tell let make have bring persuade convince drive spur expect',
)

/** English words that show speech, thought and writing. */
export const attribution: AttributionLexicon = {
  verbs: lexiconVerbs,
  forms: forms([...lexiconVerbs.keys(), ...light, ...receiving, ...catenative]),
  nouns: nouns(),
  documents: new Set(list(documents)),
  showing: new Set([...list(documents), ...list(showing)]),
  actsUpon: new Map([...actsUpon].map(([verb, objects]) => [verb, new Set(list(objects))])),
  issuing: new Set(
    list('issue release publish send sign file deliver post write adopt make give circulate submit present'),
  ),
  rules: new Set(list(rules)),
  phrases,
  possessed: new Set(list(possessed)),
  adverbs,
  adjectives,
  manner,
  lightVerbs: new Set(light),
  receivingVerbs: new Set(receiving),
  catenatives: new Set(catenative),
  causatives: new Set(causatives),
  noSpeaker: new Set(
    list(
      'update breaking photo photos video watch opinion analysis exclusive live note correction related factbox timeline ps latest editorial interview gallery advertisement example warning result reason',
    ),
  ),
  voices: new Set(
    list(
      'analyst expert economist official source minister ministry regulator spokesman spokeswoman spokesperson government army military police envoy ambassador president premier chief mayor court judge prosecutor lawyer union witness resident watchdog agency bank company monitor researcher scientist historian rebel opposition diplomat aide adviser activist reader participant interviewer host moderator',
    ),
  ),
  relatives: new Set(list('who which that whom what')),
}
