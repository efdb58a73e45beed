"""Scores an exported reader on a split of EWT, window by window as it is used, with gold words.

    python -m reader.evaluate --data ../../shared/data --model ../models/reader/reader.int8.onnx --split test

UPOS: share of words. UAS, LAS: share of words (punctuation counted) with the right head, head and relation; LAS without subtypes as in
the CoNLL 2018 shared task, `full` with them; gold sentences. Lemma: share of words. Entities: exact spans and labels, micro F1.
Ends: F1 of words that end a sentence; paragraphs end by themselves."""
import argparse, json
from pathlib import Path
import numpy as np, onnxruntime
from . import corpus
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


def f1(tp, gold, pred): return 2 * tp / max(1, gold + pred)


def evaluate(session, documents, wordpiece, labels, transitions, longest=128):
    n = dict.fromkeys('words upos feats lemma uas las full tp gold pred end_tp end_gold end_pred'.split(), 0)
    for w in corpus.windows(documents, wordpiece, longest):
        as_input = lambda x: np.array([x], dtype=np.int64)
        out = dict(zip([o.name for o in session.get_outputs()], session.run(None, {'pieces': as_input(w.pieces), 'first': as_input(w.first), 'last': as_input(w.last)})))
        best = {k: [labels[k][i] for i in out[k].argmax(-1)] for k in ('upos', 'feats', 'lemma')}
        for start, end in w.sentences:
            s = w.gold[start][0]; columns = [0, *range(start + 1, end + 1)]
            heads = best_tree(out['arcs'][start:end][:, columns])
            n['end_gold'] += 1
            n['words'] += len(s.words)
            for i, head in enumerate(heads):
                j = start + i
                relation = 'root' if head == 0 else labels['labels'][out['best_labels'][j, start + head]]
                right = head == s.heads[i]
                n['uas'] += right; n['full'] += right and relation == s.labels[i]
                n['las'] += right and relation.split(':')[0] == s.labels[i].split(':')[0]
                n['upos'] += best['upos'][j] == s.upos[i]; n['feats'] += best['feats'][j] == s.feats[i]
                n['lemma'] += lemma_of(s.words[i], best['lemma'][j]) == s.lemmas[i]
            if s.entities[0] is not None:
                gold, pred = spans(s.entities), spans(entity_tags(out['entities'][start:end], transitions, labels['entities']))
                n['tp'] += len(gold & pred); n['gold'] += len(gold); n['pred'] += len(pred)
        said = set(np.nonzero(out['ends'] > 0.5)[0].tolist()); true = {end - 1 for _, end in w.sentences}
        n['end_tp'] += len(said & true); n['end_pred'] += len(said)
    return {k: round(n[k] / n['words'], 4) for k in ('upos', 'feats', 'lemma', 'uas', 'las', 'full')} | {
        'entities': round(f1(n['tp'], n['gold'], n['pred']), 4), 'ends': round(f1(n['end_tp'], n['end_gold'], n['end_pred']), 4), 'words': n['words']}


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('--data', type=Path, required=True); ask.add_argument('--model', type=Path, required=True)
    ask.add_argument('--card', type=Path); ask.add_argument('--split', default='dev'); ask.add_argument('--threads', type=int, default=2)
    args = ask.parse_args()
    beside = args.card or args.model.parent / 'reader.json'
    options = onnxruntime.SessionOptions(); options.intra_op_num_threads = args.threads; options.add_session_config_entry('session.intra_op.allow_spinning', '0')
    session = onnxruntime.InferenceSession(args.model, options)
    card = json.loads(beside.read_text())
    figures = evaluate(session, corpus.load(args.data, args.split), WordPiece(beside.parent / 'vocab.txt'), card['labels'], np.array(card['transitions']))
    print(json.dumps({'model': args.model.name, 'split': args.split, **figures}))


if __name__ == '__main__': main()
