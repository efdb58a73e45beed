"""The training sets as documents of sentences, joined by sentence id across the layers, and windows cut from them."""
import json
import math
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


# OTH names what is none of the three; `B-O` is a slip of the train file, on full stops.
NO_NAME = {'B-OTH': 'O', 'I-OTH': 'O', 'B-O': 'O'}
ENTITIES = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC']


@dataclass
class Sentence:
    id: str
    words: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    heads: list = field(default_factory=list)     # 0 the root, else 1-based inside the sentence
    labels: list = field(default_factory=list)
    entities: list = field(default_factory=list)  # BIO over PER, ORG, LOC
    things: dict = field(default_factory=dict)    # kind -> B, I or O of every word
    predicates: list = None                       # Frames (see frames.py); None where not annotated
    cues: list = None
    acts: list = None
    factuality: dict = field(default_factory=dict)   # word -> −3 … 3
    not_anchors: dict = field(default_factory=dict)  # layer -> words of which it is not said whether they are anchors


def read_conllu(path):
    """Documents, each a list of sentences."""
    documents, sentence = [], None
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc'): documents.append([])
        elif line.startswith('# sent_id'): sentence = Sentence(line.split('= ')[1]); documents[-1].append(sentence)
        elif line and line[0] != '#':
            c = line.split('\t')
            if not c[0].isdigit(): continue
            sentence.words.append(c[1]); sentence.lemmas.append(c[2]); sentence.upos.append(c[3]); sentence.feats.append(c[5])
            sentence.heads.append(int(c[6])); sentence.labels.append(c[7])
    return documents


def read_entities(path):
    """sentence id -> BIO tags; what is none of the three becomes O."""
    out, tags = {}, None
    for line in open(path, encoding='utf8'):
        if line.startswith('# sent_id'): tags = out.setdefault(line.strip().split('= ')[1], [])
        elif line.strip() and line[0] != '#': tags.append(NO_NAME.get(tag := line.split('\t')[2].strip(), tag))
    return out


def load(data, split):
    documents = read_conllu(data / f'ud-ewt/en_ewt-ud-{split}.conllu')
    entities = read_entities(data / f'uner-ewt/en_ewt-ud-{split}.iob2')
    for sentence in (s for d in documents for s in d):
        tags = entities.get(sentence.id, [])
        sound = len(tags) == len(sentence.words) and set(tags) <= set(ENTITIES)
        sentence.entities = tags if sound else [None] * len(sentence.words)
    return documents


def rewritten(path):
    """Documents of sentences that only have names (see rewrite.py)."""
    documents = {}
    for line in open(path, encoding='utf8'):
        row = json.loads(line)
        documents.setdefault(row['document'], []).append(Sentence('rewritten', row['words'], entities=row['entities'] or [None] * len(row['words'])))
    return list(documents.values())


def lemma_script(form, lemma):
    """How to make the lemma of a form: `lower|keep`, how many last characters go, what comes instead (or `=` and the whole lemma)."""
    case = 'lower' if lemma == lemma.lower() else 'keep'
    base = form.lower() if case == 'lower' else form
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]: same += 1
    return f'{case}|={lemma}' if same == 0 else f'{case}|{len(base) - same}|{lemma[same:]}'


def inventory(documents):
    """The labels of each head, commonest first; rare lemma scripts and features are left to the commonest ones."""
    sentences = [s for d in documents for s in d]
    count = lambda pick, least: [k for k, n in Counter(x for s in sentences for x in pick(s)).most_common() if n >= least]
    return {'upos': count(lambda s: s.upos, 1), 'feats': count(lambda s: s.feats, 3), 'labels': count(lambda s: s.labels, 1),
            'lemma': count(lambda s: [lemma_script(w, l) for w, l in zip(s.words, s.lemmas)], 3),
            'entities': ENTITIES}


def transitions(documents):
    """How much likelier each entity tag is after each other one than by itself (log ratio), [from][to]; -50 where BIO forbids it."""
    counts = [[0.1] * len(ENTITIES) for _ in ENTITIES]
    for s in (s for d in documents for s in d):
        for a, b in zip(s.entities, s.entities[1:]):
            if a is not None: counts[ENTITIES.index(a)][ENTITIES.index(b)] += 1
    total = sum(map(sum, counts)); column = [sum(row[j] for row in counts) / total for j in range(len(ENTITIES))]
    broken = lambda a, b: b[0] == 'I' and a[1:] != b[1:]
    return [[-50.0 if broken(a, b) else round(math.log(counts[i][j] / sum(counts[i]) / column[j]), 4) for j, b in enumerate(ENTITIES)] for i, a in enumerate(ENTITIES)]


def curled(words):
    """Straight quotation marks and apostrophes as a typesetter sets them."""
    out, open_ = [], False
    for w in words:
        if w == '"': open_ = not open_; out.append('“' if open_ else '”')
        elif w in ('``', "''"): out.append('“' if w == '``' else '”')
        else: out.append(w.replace("'", '’'))
    return out


@dataclass
class Window:
    words: list
    pieces: list        # piece ids with the two special ones
    first: list         # place of each word's first piece
    last: list
    sentences: list     # (start, end) of the whole sentences, in words
    gold: list          # (Sentence, index) of each word
    shouted: bool = False


def window_of(parts, whole, wordpiece, rng=None, config=None):
    """One window over consecutive (sentence, number of words) parts; `whole` of them are complete."""
    noise = lambda key: rng is not None and rng.random() < config[key]
    words, gold, sentences = [], [], []
    curl, shout = noise('curly_quotes'), noise('shouted')
    for n, (sentence, length) in enumerate(parts):
        start = len(words)
        words += sentence.words[:length]; gold += [(sentence, i) for i in range(length)]
        if n < whole: sentences.append((start, len(words)))
    if curl: words = curled(words)
    if shout: words = [w.upper() for w in words]
    pieces, first, last = [wordpiece.start], [], []
    for word in words:
        ids = wordpiece.pieces(word)[:24]
        if rng is not None: ids = [wordpiece.mask if rng.random() < config['masked_pieces'] else i for i in ids]
        first.append(len(pieces)); pieces += ids; last.append(len(pieces) - 1)
    return Window(words, pieces + [wordpiece.end], first, last, sentences, gold, shout)


def windows(documents, wordpiece, longest, rng=None, config=None):
    """Cuts documents into windows of at most `longest` pieces; with `rng` at random places and with noise."""
    out = []
    size = lambda s: sum(min(24, len(wordpiece.pieces(w))) for w in s.words)
    for document in documents:
        at = 0
        while at < len(document):
            alone = rng is not None and rng.random() < config['single_sentence']
            room, parts = longest - 2 - size(document[at]), [(document[at], len(document[at].words))]
            at += 1
            while not alone and at < len(document) and size(document[at]) <= room:
                room -= size(document[at]); parts.append((document[at], len(document[at].words))); at += 1
            whole = len(parts)
            if rng is not None and at < len(document) and room > 6 and rng.random() < config['cut_off_next']:
                length = min(rng.randint(1, 12), len(document[at].words) - 1)
                if 0 < length <= room // 2: parts.append((document[at], length))
            if room + longest >= 0 and size(parts[0][0]) <= 400: out.append(window_of(parts, whole, wordpiece, rng, config))
    return out


def batches(windows, pieces_per_batch, rng=None):
    """Windows of like length together, at most `pieces_per_batch` pieces with padding."""
    order = sorted(windows, key=lambda w: len(w.pieces) + (rng.random() * 12 if rng else 0))
    out, batch = [], []
    for w in order:
        if batch and max(len(w.pieces), len(batch[-1].pieces)) * (len(batch) + 1) > pieces_per_batch: out.append(batch); batch = []
        batch.append(w)
    if batch: out.append(batch)
    if rng: rng.shuffle(out)
    return out
