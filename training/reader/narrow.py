"""Narrows the feed-forward part of a trained encoder: keeps the neurons of each layer that the loss would miss most.

    python -m reader.narrow --data DATA --model work/teacher --encoder work/encoder --inner 1536 --out work/narrow.pt

A neuron's importance is |activation × gradient of the loss by it|, summed over words of the training set (Molchanov et al. 2017)."""
import argparse, random
from pathlib import Path
import torch
from torch.nn import functional as F
from . import corpus
from .from_export import reader
from .wordpiece import WordPiece
from .train import arc_mask, class_loss, tensors
from .frames import ACTS, STATUS, THINGS


def importance(model, inventory, batches):
    """[layers, neurons]: how much the loss would change without each neuron, to first order."""
    kept, total = {}, [0] * len(model.encoder.layers)
    def keep(i):
        def hook(_, inputs): inputs[0].retain_grad(); kept[i] = inputs[0]
        return hook
    hooks = [layer.narrow.register_forward_pre_hook(keep(i)) for i, layer in enumerate(model.encoder.layers)]
    for batch in batches:
        ids, mask, first, last, home, _, gold, _ = tensors(batch, inventory)
        tag, entity, parse = model.words(ids, mask, first, last)
        loss = sum(class_loss(scores, gold[k]) for k, scores in model.tags(tag, entity).items())
        arc_dep, arc_head, *_ = model.parser.sides(parse)
        (loss + class_loss(model.parser.arcs(arc_dep, arc_head) + arc_mask(home), gold['heads'])).backward()
        for i, x in kept.items(): total[i] = total[i] + (x * x.grad).abs().sum((0, 1)).detach()
        model.zero_grad(set_to_none=True)
    for hook in hooks: hook.remove()
    return total


def narrow(model, scores, inner):
    """The model's weights with `inner` neurons left in each layer."""
    state = model.state_dict()
    for i, score in enumerate(scores):
        keep, at = score.topk(inner).indices.sort().values, f'encoder.layers.{i}'
        for name in ('widen.weight', 'widen.bias'): state[f'{at}.{name}'] = state[f'{at}.{name}'][keep]
        state[f'{at}.narrow.weight'] = state[f'{at}.narrow.weight'][:, keep]
    return state


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('--data', type=Path, required=True); ask.add_argument('--model', type=Path, required=True); ask.add_argument('--encoder', type=Path, required=True)
    ask.add_argument('--inner', type=int, default=1536); ask.add_argument('--batches', type=int, default=60); ask.add_argument('--out', type=Path, required=True)
    args = ask.parse_args()
    model, inventory, config = reader(args.model)
    rng = random.Random(1)
    cut = corpus.windows(corpus.load(args.data, 'train'), WordPiece(args.encoder / 'vocab.txt'), 128, rng, config)
    none = {'things': THINGS, 'roles': ['O'], 'speech': ['O'], 'sides': ['O'], 'rolesets': [], 'rolesets_of': {}, 'acts': ACTS, 'status': STATUS, 'predicates': [], 'cues': []}
    scores = importance(model, inventory | none, corpus.batches(cut, 720, rng)[:args.batches])
    print('share of importance kept:', [round((s.topk(args.inner).values.sum() / s.sum()).item(), 3) for s in scores])
    torch.save({'model': narrow(model, scores, args.inner)}, args.out)


if __name__ == '__main__': main()
