"""What is marked around words: PropBank's predicates and roles, UDS' factuality, and our own sentences with speech, acts and things."""
import json
from collections import Counter
from dataclasses import dataclass, field
from .corpus import ENTITIES, Sentence

THINGS = ['MIL', 'WPN', 'DOC', 'NAT', 'TTL']
SPEECH, SIDES = ['SPEAKER', 'CONTENT'], ['ACTOR', 'RECIPIENT']
ACTS = 'none AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()
STATUS = 'happened ongoing planned hypothetical denied habitual'.split()
# Rolesets of auxiliaries and copulas: predicates to PropBank, none to our own sentences; whether a word is one is not learned.
LIGHT = {'be.01', 'be.02', 'be.03', 'have.01', 'do.01'}
AUXILIARIES = set("be am is are was were been being 's 're 'm ’s ’re ’m have has had having 've ’ve 'd ’d do does did will would shall should can could may might must ought to".split())


@dataclass
class Frame:
    """An anchor word and the stretches that belong to it: (label, first word, last word + 1)."""
    at: int
    spans: list = field(default_factory=list)
    label: str = ''       # roleset of a predicate, type of an act
    status: str = ''


def add_propbank(documents, path):
    """Gives every sentence its `predicates`; a sentence that the set lacks keeps None."""
    by_id = {s.id: s for d in documents for s in d}
    for line in open(path, encoding='utf8'):
        row = json.loads(line); sentence = by_id.get(row['sent_id'])
        if sentence is None or sentence.words != row['words'] or not row['exact']: continue
        sentence.predicates = [Frame(p['v'][0], [(role(a), first, last + 1) for a, first, last in p['args'] if a != 'C-V'], p['roleset']) for p in row['preds']]
        sentence.not_anchors['predicates'] = {p.at for p in sentence.predicates if p.label in LIGHT}


def role(name): return name.replace('-DSP', '')


def add_factuality(documents, path):
    """Factuality of predicates, joined by the words of the sentence."""
    by_words = {}
    for s in (s for d in documents for s in d): by_words.setdefault(' '.join(s.words), []).append(s)
    for line in open(path, encoding='utf8'):
        row = json.loads(line)
        for sentence in by_words.get(row['text'], []):
            for target in row['targets']: sentence.factuality[target['span1'][0]] = target['label']


def inventory(documents):
    """Labels of the frame heads; roles seen less than twenty times are left out."""
    predicates = [p for d in documents for s in d for p in s.predicates or []]
    roles = [r for r, n in Counter(r for p in predicates for r, *_ in p.spans).most_common() if n >= 20]
    bio = lambda labels: ['O'] + [f'{x}-{label}' for label in labels for x in 'BI']
    lemmas = {}
    for s in (s for d in documents for s in d):
        for p in s.predicates or (): lemmas.setdefault(s.lemmas[p.at], Counter())[p.label] += 1
    return {'things': THINGS, 'predicates': ['none', 'predicate'], 'cues': ['none', 'cue'], 'acts': ACTS, 'status': STATUS,
            'rolesets': [r for r, _ in Counter(p.label for p in predicates).most_common()],
            'rolesets_of': {lemma: [r for r, _ in seen.most_common()] for lemma, seen in sorted(lemmas.items()) if list(seen) != [f'{lemma}.01']},
            'roles': bio(roles), 'speech': bio(SPEECH), 'sides': bio(SIDES)}


def own_sentences(path):
    """Our sentences that a second reader has read (`sentences/words.ts` writes the file: one object a line, stretches in words), each a document of its own."""
    out = {'train': [], 'dev': [], 'test': []}
    for line in open(path, encoding='utf8'):
        row = json.loads(line)
        if row['reader'] is None: continue
        out[row['part']].append([own_sentence(row)])
    return out


def own_sentence(row):
    words = row['words']
    s = Sentence(f"{row['file']}:{row['line']}", words)
    s.entities = flat(len(words), [e for e in row['entities'] if e[0] in ('PER', 'ORG', 'LOC')], ENTITIES)
    s.things = {k: flat(len(words), [e for e in row['entities'] if e[0] == k]) for k in THINGS}
    propbank = lambda r: 'ARG' + r[1:] if r[0] == 'A' and r[1:].isdigit() else f'ARGM-{r}'
    s.predicates = [Frame(p['word'][0], [(propbank(r), a, b) for r, a, b in p['roles']], p['roleset']) for p in row['predicates']]
    s.factuality = {p['word'][0]: p['factuality'] for p in row['predicates']}
    s.not_anchors['predicates'] = {i for i, w in enumerate(words) if w.lower() in AUXILIARIES} - {p.at for p in s.predicates}
    s.cues = [Frame(t['cue'][0], [(k.upper(), *t[k]) for k in ('speaker', 'content') if t[k]]) for t in row['statements'] if t['cue']]
    s.acts = [Frame(e['word'][0], [(label, *span) for label, k in (('ACTOR', 'actors'), ('RECIPIENT', 'recipients')) for span in e[k]], e['type'], e['status']) for e in row['events']]
    return s


def flat(length, spans, known=None):
    """BIO tags of the longest spans that do not overlap; without `known` the label is dropped: B, I or O."""
    tags = ['O'] * length
    for label, start, end in sorted(spans, key=lambda x: x[1] - x[2]):
        if any(t != 'O' for t in tags[start:end]): continue
        for i in range(start, end): tags[i] = ('B' if i == start else 'I') + (f'-{label}' if known else '')
    return tags
