"""Scores an exported reader on a split of EWT, window by window as it is used, with gold words; with --own on our own test sentences.

    python -m reader.evaluate --data DATA --model ../models/reader/reader.int8.onnx --split test [--own work/sentences.jsonl]

UPOS: share of words. UAS, LAS: share of words (punctuation counted) with the right head, head and relation; LAS without subtypes as in
the CoNLL 2018 shared task, `full` with them; gold sentences. Lemma: share of words. Entities: exact spans and labels, micro F1.
Ends: F1 of words that end a sentence; paragraphs end by themselves. Roles: exact spans and labels of given predicates, micro F1, as in
CoNLL 2005 without V and C-V. Rolesets: share of given predicates. Predicates: F1, light verbs (frames.LIGHT) left out. Factuality:
Pearson's r over UDS-IH2's predicates. Acts: F1 of a word and its type, and of the word alone; sides: F1 of exact stretches of acts found;
speech: F1 of exact speaker and content of cues."""
import argparse, json
from pathlib import Path
import numpy as np, onnxruntime
from . import corpus, frames
from .network import ANCHORS
from .tree import best_tree
from .wordpiece import WordPiece


def lemma_of(form, script):
    case, cut, *add = script.split('|')
    if cut.startswith('='): return cut[1:]
    base = form.lower() if case == 'lower' else form
    return base[:len(base) - int(cut)] + add[0] if len(base) > int(cut) else base


def spans(tags):
    out, start = set(), None
    for i, tag in enumerate([*tags, 'O']):
        if start is not None and (tag == 'O' or tag[0] == 'B' or tag[2:] != label): out.add((start, i, label)); start = None
        if tag != 'O' and start is None: start, label = i, tag[2:]
    return out


def entity_tags(scores, transitions, labels, weight=0.3):
    """The best tag sequence (Viterbi) under scores and weighted transitions; `src/engines/tags.ts` does the same."""
    scores = scores - np.logaddexp.reduce(scores, 1, keepdims=True)
    step = np.where(transitions <= -50, -50, weight * transitions)
    best, back = scores[0] + np.array([-50 if l[0] == 'I' else 0 for l in labels]), []
    for row in scores[1:]:
        both = best[:, None] + step; back.append(both.argmax(0)); best = both.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back): path.append(int(pointers[path[-1]]))
    return [labels[i] for i in reversed(path)]


def best_bio(scores):
    """The best sequence of O, B-1, I-1, B-2, I-2 … in which each I follows its kind; `src/engines/frames.ts` does the same."""
    scores = scores - np.logaddexp.reduce(scores, 1, keepdims=True)
    n, kinds = scores.shape[1], (scores.shape[1] - 1) // 2
    inside, begin = 2 * np.arange(kinds) + 2, 2 * np.arange(kinds) + 1
    best = scores[0].copy(); best[inside] = -1e9; back = []
    for row in scores[1:]:
        come = np.full(n, best.argmax())
        come[inside] = np.where(best[inside] > best[begin], inside, begin)
        back.append(come); best = best[come] + row
    path = [int(best.argmax())]
    for pointers in reversed(back): path.append(int(pointers[path[-1]]))
    return path[::-1]


def roleset_of(scores, labels, lemma):
    """The likeliest of the rolesets that the training set gives the lemma; where it gives none, of those named after it (with a particle too);
    else the likeliest of all if it is likely, else the lemma's first. `src/engines/frames.ts` does the same."""
    names = labels['rolesets']
    fit = [names.index(r) for r in labels['rolesets_of'].get(lemma, ())] or [i for i, r in enumerate(names) if r.split('.')[0].split('_')[0] == lemma]
    if fit: return names[max(fit, key=lambda i: scores[i])]
    p = np.exp(scores - np.logaddexp.reduce(scores))
    return names[int(p.argmax())] if p.max() > 0.5 else f'{lemma}.01'


class Counts(dict):
    """tp, gold and predicted of each thing counted."""
    def add(self, name, gold, found):
        tp, g, f = self.get(name, (0, 0, 0)); self[name] = (tp + len(gold & found), g + len(gold), f + len(found))

    def f1(self): return {k: round(2 * tp / max(1, g + f), 4) for k, (tp, g, f) in self.items()}


def outputs(session, w, wanted=()):
    as_input = lambda x: np.array([x], dtype=np.int64)
    mask = np.zeros(len(w.words), dtype=np.float32); mask[list(wanted)] = 1
    feed = {'pieces': as_input(w.pieces), 'first': as_input(w.first), 'last': as_input(w.last), 'wanted': mask}
    return dict(zip([o.name for o in session.get_outputs()], session.run(None, {i.name: feed[i.name] for i in session.get_inputs()})))


def frames_of(out, name, labels, start, end):
    """anchor word of the sentence -> {(label, first, last + 1)}"""
    found = {}
    for row, at in enumerate(out['frames_at']):
        if start <= at < end: found[int(at) - start] = {(l, a, b) for a, b, l in spans([labels[i] for i in best_bio(out[name][row, start:end])])}
    return found


def evaluate(session, documents, wordpiece, labels, transitions, longest=128):
    n = dict.fromkeys('words upos feats lemma uas las full predicates rolesets'.split(), 0)
    count, factuality = Counts(), []
    for w in corpus.windows(documents, wordpiece, longest):
        starts = {start: w.gold[start][0] for start, _ in w.sentences}
        out = outputs(session, w, [start + p.at for start, s in starts.items() for p in s.predicates or ()])
        best = {k: [labels[k][i] for i in (out[k] if out[k].ndim == 1 else out[k].argmax(-1))] for k in ('upos', 'feats', 'lemma')}
        for start, end in w.sentences:
            s = starts[start]
            if s.heads: syntax(n, s, out, best, labels, start, end)
            if s.entities[0] is not None: count.add('entities', spans(s.entities), spans(entity_tags(out['entities'][start:end], transitions, labels['entities'])))
            if 'roles' in labels: around_words(n, count, factuality, s, out, best, labels, start, end)
        said = set(np.nonzero(out['ends'] > 0.5)[0].tolist())
        count.add('ends', {end - 1 for _, end in w.sentences}, said)
    shares = {k: round(n[k] / n['words'], 4) for k in ('upos', 'feats', 'lemma', 'uas', 'las', 'full') if n['words']}
    if n['predicates']: shares['rolesets'] = round(n['rolesets'] / n['predicates'], 4)
    if factuality: shares['factuality'] = round(float(np.corrcoef(*np.array(factuality).T)[0, 1]), 4)
    return shares | count.f1() | {'words': n['words']}


def syntax(n, s, out, best, labels, start, end):
    heads = best_tree(out['arcs'][start:end][:, [0, *range(start + 1, end + 1)]])
    n['words'] += len(s.words)
    for i, head in enumerate(heads):
        j = start + i
        relation = 'root' if head == 0 else labels['labels'][out['best_labels'][j, start + head]]
        right = head == s.heads[i]
        n['uas'] += right; n['full'] += right and relation == s.labels[i]
        n['las'] += right and relation.split(':')[0] == s.labels[i].split(':')[0]
        n['upos'] += best['upos'][j] == s.upos[i]; n['feats'] += best['feats'][j] == s.feats[i]
        n['lemma'] += lemma_of(s.words[i], best['lemma'][j]) == s.lemmas[i]


def around_words(n, count, factuality, s, out, best, labels, start, end):
    """Counts of everything that stands around a word: roles, speech, sides, types, factuality, things."""
    factuality += [(v, float(out['factuality'][start + i])) for i, v in s.factuality.items()]
    for k, (name, tags) in enumerate(s.things.items()):
        bio = out['things'][start:end, k]
        count.add('things', {(name, *x[:2]) for x in spans([t if t == 'O' else t + '-x' for t in tags])}, {(name, *x[:2]) for x in spans([('O', 'B-x', 'I-x')[i] for i in best_bio(bio)])})
    if s.predicates is not None:
        unsure = s.not_anchors.get('predicates', set())
        found, at = frames_of(out, 'roles', labels['roles'], start, end), {int(a): row for row, a in enumerate(out['frames_at'])}
        for p in s.predicates:
            count.add('roles', set(p.spans), found.get(p.at, set()))
            if p.label in labels['rolesets'] or '.' in p.label:
                n['predicates'] += 1
                n['rolesets'] += roleset_of(out['rolesets'][at[start + p.at]], labels, lemma_of(s.words[p.at], best['lemma'][start + p.at])) == p.label
        count.add('predicates', {p.at for p in s.predicates} - unsure, {i for i in range(end - start) if out['predicates'][start + i] > 0.5} - unsure)
    if s.cues is not None:
        found = {k: v for k, v in frames_of(out, 'speech', labels['speech'], start, end).items() if out['cues'][start + k] > 0.5}
        count.add('cues', {c.at for c in s.cues}, set(found))
        for label in frames.SPEECH: count.add(f'speech {label.lower()}', {(c.at, *x) for c in s.cues for x in c.spans if x[0] == label}, {(k, *x) for k, v in found.items() for x in v if x[0] == label})
    if s.acts is not None:
        types = {i: labels['acts'][out['acts'][start + i].argmax()] for i in range(end - start) if out['acts'][start + i].argmax() > 0}
        sides = {k: v for k, v in frames_of(out, 'sides', labels['sides'], start, end).items() if k in types}
        count.add('acts', {(a.at, a.label) for a in s.acts}, set(types.items())); count.add('act words', {a.at for a in s.acts}, set(types))
        count.add('status', {(a.at, a.status) for a in s.acts if a.at in types}, {(a.at, labels['status'][out['status'][start + a.at].argmax()]) for a in s.acts if a.at in types})
        count.add('sides', {(a.at, *x) for a in s.acts for x in a.spans}, {(k, *x) for k, v in sides.items() for x in v})


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('--data', type=Path, required=True); ask.add_argument('--model', type=Path, required=True); ask.add_argument('--own', type=Path)
    ask.add_argument('--card', type=Path); ask.add_argument('--split', default='dev'); ask.add_argument('--threads', type=int, default=2)
    args = ask.parse_args()
    beside = args.card or args.model.parent / 'reader.json'
    options = onnxruntime.SessionOptions(); options.intra_op_num_threads = args.threads; options.add_session_config_entry('session.intra_op.allow_spinning', '0')
    session = onnxruntime.InferenceSession(args.model, options)
    card = json.loads(beside.read_text())
    documents = corpus.load(args.data, args.split)
    frames.add_propbank(documents, args.data / f'propbank-ewt/ewt-pb-{args.split}.jsonl'); frames.add_factuality(documents, args.data / f'uds-ih2/{args.split}.jsonl')
    score = lambda d: evaluate(session, d, WordPiece(beside.parent / 'vocab.txt'), card['labels'], np.array(card['transitions']))
    print(json.dumps({'model': args.model.name, 'split': args.split, **score(documents)}), flush=True)
    if args.own: print(json.dumps({'model': args.model.name, 'split': 'our own test', **score(frames.own_sentences(args.own)['test'])}))


if __name__ == '__main__': main()
