"""Trains the reader; writes a checkpoint every few minutes and goes on from it when started again.

    python -m reader.train --data ../../shared/data --encoder work/encoder --out work/first --config config.json
    python -m reader.train --data ../../shared/data --start work/first/checkpoint.pt --out work/run --config config.finish.json"""
import argparse, hashlib, json, random, time
from pathlib import Path
import torch
from safetensors.torch import load_file
from torch.nn import functional as F
from . import corpus
from .network import Reader
from .wordpiece import WordPiece

IGNORED = -100


def tensors(batch, inventory):
    """A batch of windows as padded tensors: inputs first, then the gold of each head."""
    index = {k: {v: i for i, v in enumerate(inventory[k])} for k in inventory}
    p, n, b = max(len(w.pieces) for w in batch), max(len(w.words) for w in batch), len(batch)
    ids, mask = torch.zeros(b, p, dtype=torch.long), torch.full((b, 1, 1, p), -1e4)
    first, last = torch.zeros(b, n, dtype=torch.long), torch.zeros(b, n, dtype=torch.long)
    gold = {k: torch.full((b, n), IGNORED) for k in ('upos', 'feats', 'lemma', 'entities', 'heads', 'labels', 'ends')}
    home = torch.full((b, n), -1)
    for r, w in enumerate(batch):
        ids[r, :len(w.pieces)] = torch.tensor(w.pieces); mask[r, ..., :len(w.pieces)] = 0
        first[r, :len(w.words)] = torch.tensor(w.first); last[r, :len(w.words)] = torch.tensor(w.last)
        for j, (s, i) in enumerate(w.gold):
            gold['upos'][r, j] = index['upos'][s.upos[i]]
            gold['feats'][r, j] = index['feats'].get(s.feats[i], IGNORED)
            if not w.shouted: gold['lemma'][r, j] = index['lemma'].get(corpus.lemma_script(s.words[i], s.lemmas[i]), IGNORED)
            if s.entities[i] is not None: gold['entities'][r, j] = index['entities'][s.entities[i]]
            gold['ends'][r, j] = 0
        for number, (start, end) in enumerate(w.sentences):
            gold['ends'][r, end - 1] = 1
            home[r, start:end] = number
            for j in range(start, end):
                s, i = w.gold[j]
                gold['heads'][r, j] = 0 if s.heads[i] == 0 else start + s.heads[i]
                gold['labels'][r, j] = index['labels'][s.labels[i]]
    return ids, mask, first, last, home, gold


def arc_mask(home):
    """0 where the head is the root or a word of the same sentence, else a large negative number."""
    same = (home.unsqueeze(1) == home.unsqueeze(2)) & (home.unsqueeze(2) >= 0)
    return F.pad(torch.where(same, 0.0, -1e4), (1, 0))


def class_loss(scores, gold):
    """Mean cross-entropy over what is annotated, 0 where nothing is."""
    total = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction='sum')
    return total / (gold != IGNORED).sum().clamp(min=1)


def losses(model, batch, inventory):
    ids, mask, first, last, home, gold = tensors(batch, inventory)
    tag, entity, parse = model.words(ids, mask, first, last)
    out = {k: class_loss(scores, gold[k]) for k, scores in model.tags(tag, entity).items()}
    ends = gold['ends'].flatten(); known = ends >= 0
    out['ends'] = F.binary_cross_entropy_with_logits(model.ends(tag).flatten()[known], ends[known].float())
    arc_dep, arc_head, label_dep, label_head = model.parser.sides(parse)
    out['arcs'] = class_loss(model.parser.arcs(arc_dep, arc_head) + arc_mask(home), gold['heads'])
    r, j = (gold['heads'] >= 0).nonzero(as_tuple=True)
    out['labels'] = F.cross_entropy(model.parser.labels_of(label_dep[r, j], label_head[r, gold['heads'][r, j]]), gold['labels'][r, j])
    return out


def optimiser(model, config):
    model.encoder.pieces.weight.requires_grad = False
    groups = [{'params': [p for n, p in model.named_parameters() if p.requires_grad and n.startswith('encoder.') == inside], 'lr': config[rate]}
              for inside, rate in ((True, 'encoder_rate'), (False, 'head_rate'))]
    return torch.optim.AdamW(groups, weight_decay=config['weight_decay'], betas=(0.9, 0.98))


def begin_with(model, weights):
    """Loads what an earlier run learned; new heads keep their random start and are named."""
    own = model.state_dict()
    left = sorted(k for k in own if k not in weights or weights[k].shape != own[k].shape)
    model.load_state_dict({k: v for k, v in weights.items() if k in own and k not in left}, strict=False)
    print('begin anew:', ', '.join(left), flush=True)


def data_hashes(data):
    return {str(p.relative_to(data)): hashlib.sha256(p.read_bytes()).hexdigest() for d in ('ud-ewt', 'uner-ewt') for p in sorted((data / d).glob('en_ewt*'))}


def save(out, model, optim, step, config, inventory):
    """Model and optimiser, written aside and moved into place: a kill leaves the last whole checkpoint."""
    temporary = out / 'checkpoint.tmp'
    torch.save({'model': model.state_dict(), 'optim': optim.state_dict(), 'step': step, 'config': config, 'inventory': inventory}, temporary)
    temporary.replace(out / 'checkpoint.pt')


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('--data', type=Path, required=True); ask.add_argument('--encoder', type=Path, default=Path('work/encoder')); ask.add_argument('--start', type=Path, help='a checkpoint whose weights to begin with, where shapes agree'); ask.add_argument('--out', type=Path, required=True)
    ask.add_argument('--config', type=Path, default=Path(__file__).parent.parent / 'config.json'); ask.add_argument('--threads', type=int, default=2)
    args = ask.parse_args()
    config = json.loads(args.config.read_text()); args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads); torch.manual_seed(config['seed'])
    wordpiece = WordPiece(args.encoder / 'vocab.txt')
    documents = corpus.load(args.data, 'train'); inventory = corpus.inventory(documents)
    model = Reader(inventory, config); optim = optimiser(model, config)
    plan = [batch for epoch in range(config['epochs']) for batch in epoch_batches(documents, wordpiece, config, epoch)]
    step, path = 0, args.out / 'checkpoint.pt'
    if path.exists():
        state = torch.load(path, weights_only=False)
        model.load_state_dict(state['model']); optim.load_state_dict(state['optim']); step = state['step']
    elif args.start: begin_with(model, torch.load(args.start, weights_only=False)['model'])
    else: model.encoder.load_state_dict(load_file(args.encoder / 'encoder.safetensors'))
    (args.out / 'data.json').write_text(json.dumps(data_hashes(args.data), indent=1))
    (args.out / 'transitions.json').write_text(json.dumps(corpus.transitions(documents)))
    rates, warm = [g['lr'] for g in optim.param_groups] if step == 0 else [config['encoder_rate'], config['head_rate']], int(config['warmup'] * len(plan))
    model.train(); began, saved, sums, done = time.time(), time.time(), {}, 0
    while step < len(plan):
        scale = min(1, (step + 1) / warm) * min(1, (len(plan) - step) / (len(plan) - warm))
        for group, rate in zip(optim.param_groups, rates): group['lr'] = rate * scale
        parts = losses(model, plan[step], inventory)
        sum(config['loss'][k] * v for k, v in parts.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0); optim.step(); optim.zero_grad(set_to_none=True)
        step += 1; done += 1
        for k, v in parts.items(): sums[k] = sums.get(k, 0) + v.item()
        if step % 50 == 0 or step == len(plan):
            left = (time.time() - began) / done * (len(plan) - step)
            print(f'{step}/{len(plan)}  ' + '  '.join(f'{k} {v / min(50, done):.3f}' for k, v in sums.items()) + f'  {left / 60:.0f} min left', flush=True); sums = {}
        if time.time() - saved > 60 * config['checkpoint_minutes'] or step == len(plan): save(args.out, model, optim, step, config, inventory); saved = time.time()


def epoch_batches(documents, wordpiece, config, epoch):
    """The same batches for the same seed and epoch, so that a resumed run goes on where it was."""
    rng = random.Random(config['seed'] * 1000 + epoch)
    cut = corpus.windows(documents, wordpiece, config['longest_window'], rng, config)
    return corpus.batches(cut, config['pieces_per_batch'], rng)


if __name__ == '__main__': main()
