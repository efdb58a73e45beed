"""Trains the reader; writes a checkpoint every few minutes and goes on from it when started again.

    python -m reader.train --data DATA --own work/sentences.jsonl --start work/encoder12/encoder.safetensors --out work/teacher --config config.teacher.json
    python -m reader.train --data DATA --own work/sentences.jsonl --rewritten work/rewritten.jsonl --teacher work/teacher/checkpoint.pt --start work/before --out work/run --config config.json"""
import argparse, hashlib, json, random, time
from pathlib import Path
import torch
from safetensors.torch import load_file
from torch.nn import functional as F
from . import corpus, frames
from .from_export import reader as exported
from .network import ANCHORS, Reader
from .wordpiece import WordPiece

IGNORED = -100


def tensors(batch, inventory):
    """A batch of windows as padded tensors: inputs first, then the gold of each head, IGNORED where not annotated."""
    index = {k: {v: i for i, v in enumerate(inventory[k])} for k in inventory}
    p, n, b = max(len(w.pieces) for w in batch), max(len(w.words) for w in batch), len(batch)
    ids, mask = torch.zeros(b, p, dtype=torch.long), torch.full((b, 1, 1, p), -1e4)
    first, last = torch.zeros(b, n, dtype=torch.long), torch.zeros(b, n, dtype=torch.long)
    gold = {k: torch.full((b, n), IGNORED) for k in ('upos', 'feats', 'lemma', 'entities', 'heads', 'labels', 'ends', 'rolesets', 'status', *ANCHORS, *inventory['things'])}
    gold['factuality'] = torch.full((b, n), float('nan'))
    gold['candidates'] = {}
    home, there, frames = torch.full((b, n), -1), torch.zeros(b, n), {k: [] for k in ANCHORS.values()}
    for r, w in enumerate(batch):
        ids[r, :len(w.pieces)] = torch.tensor(w.pieces); mask[r, ..., :len(w.pieces)] = 0
        there[r, :len(w.words)] = 1
        first[r, :len(w.words)] = torch.tensor(w.first); last[r, :len(w.words)] = torch.tensor(w.last)
        for j, (s, i) in enumerate(w.gold):
            if s.upos:
                gold['upos'][r, j] = index['upos'][s.upos[i]]
                gold['feats'][r, j] = index['feats'].get(s.feats[i], IGNORED)
                if not w.shouted: gold['lemma'][r, j] = index['lemma'].get(corpus.lemma_script(s.words[i], s.lemmas[i]), IGNORED)
            if s.entities[i] is not None: gold['entities'][r, j] = index['entities'][s.entities[i]]
            for k, tags in s.things.items(): gold[k][r, j] = 'OBI'.index(tags[i])
            if i in s.factuality: gold['factuality'][r, j] = s.factuality[i]
            gold['ends'][r, j] = 0
        for number, (start, end) in enumerate(w.sentences):
            gold['ends'][r, end - 1] = 1
            home[r, start:end] = number
            s = w.gold[start][0]
            for j in range(start, end) if s.heads else ():
                i = w.gold[j][1]
                gold['heads'][r, j] = 0 if s.heads[i] == 0 else start + s.heads[i]
                gold['labels'][r, j] = index['labels'][s.labels[i]]
            for layer, frame in ANCHORS.items(): add_frames(gold, frames[frame], layer, index, s, r, start, end)
            add_candidates(gold['candidates'], inventory['rolesets_of'], index['rolesets'], s, r, start)
    return ids, mask, first, last, home, there, gold, frames


def add_frames(gold, frames, layer, index, sentence, row, start, end):
    """Anchors of one sentence, and (row, anchor, first word, BIO of the sentence's words) of each frame."""
    anchors = getattr(sentence, layer)
    if anchors is None: return
    gold[layer][row, start:end] = 0
    for i in sentence.not_anchors.get(layer, ()): gold[layer][row, start + i] = IGNORED
    spans = index[ANCHORS[layer]]
    for f in anchors:
        at = start + f.at
        if f.at not in sentence.not_anchors.get(layer, ()): gold[layer][row, at] = index['acts'][f.label] if layer == 'acts' else 1
        if layer == 'predicates': gold['rolesets'][row, at] = index['rolesets'].get(f.label, IGNORED)
        if layer == 'acts': gold['status'][row, at] = index['status'][f.status]
        bio = [0] * (end - start)
        for label, a, b in f.spans:
            if f'B-{label}' in spans: bio[a:b] = [spans[f'B-{label}']] + [spans[f'I-{label}']] * (b - a - 1)
        frames.append((row, at, start, bio[:end - start]))


def add_candidates(candidates, known, index, sentence, row, start):
    """(row, word) of a predicate -> the rolesets of its lemma, where the right one is among them."""
    for p in sentence.predicates or ():
        lemma = sentence.lemmas[p.at] if sentence.lemmas else p.label.split('.')[0]
        own = [index[r] for r in known.get(lemma, ())]
        if index.get(p.label) in own: candidates[row, start + p.at] = own


def arc_mask(home):
    """0 where the head is the root or a word of the same sentence, else a large negative number."""
    same = (home.unsqueeze(1) == home.unsqueeze(2)) & (home.unsqueeze(2) >= 0)
    return F.pad(torch.where(same, 0.0, -1e4), (1, 0))


def class_loss(scores, gold):
    """Mean cross-entropy over what is annotated, 0 where nothing is."""
    total = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction='sum')
    return total / (gold != IGNORED).sum().clamp(min=1)


def word_vectors(model, *inputs):
    """The encoder in bfloat16 where the processor has it (half the time), the heads in full precision."""
    with torch.autocast('cpu', torch.bfloat16): return tuple(x.float() for x in model.words(*inputs))


def losses(model, batch, inventory, weights, teacher=None):
    """The loss of every head by `weights`; with a teacher also how far the heads are from the teacher's, weighted alike (`taught`)."""
    ids, mask, first, last, home, there, gold, frames = tensors(batch, inventory)
    tag, entity, parse, frame = word_vectors(model, ids, mask, first, last)
    tags = model.tags(tag, entity)
    out = {k: class_loss(scores, gold[k]) for k, scores in tags.items()}
    ends = gold['ends'].flatten(); known = ends >= 0
    out['ends'] = F.binary_cross_entropy_with_logits(model.ends(tag).flatten()[known], ends[known].float())
    arc_dep, arc_head, label_dep, label_head = model.parser.sides(parse)
    arcs = model.parser.arcs(arc_dep, arc_head) + arc_mask(home)
    out['arcs'] = class_loss(arcs, gold['heads'])
    r, j = (gold['heads'] >= 0).nonzero(as_tuple=True)
    if len(r): out['labels'] = F.cross_entropy(model.parser.labels_of(label_dep[r, j], label_head[r, gold['heads'][r, j]]), gold['labels'][r, j])
    out['things'] = sum(class_loss(head(entity), gold[k]) for k, head in model.things.items())
    out |= {k: class_loss(head(frame), gold[k]) for k, head in model.anchors.items()}
    out |= {'rolesets': roleset_loss(model.rolesets, frame, gold), 'status': class_loss(model.status(frame), gold['status'])}
    r, j = (~gold['factuality'].isnan()).nonzero(as_tuple=True)
    if len(r): out['factuality'] = F.smooth_l1_loss(model.factuality(frame[r, j])[:, 0], gold['factuality'][r, j])
    out |= frame_losses(model.frames, frame, there, frames)
    if teacher:
        with torch.no_grad(): theirs = word_vectors(teacher, ids, mask, first, last)
        far = distances(model, teacher, (tag, entity, parse, frame), theirs, home, there)
        out['taught'] = sum(weights[k] * v for k, v in far.items())
    return out


def roleset_loss(head, words, gold):
    """Among all rolesets, and among those of the lemma, which is what is asked in use."""
    r, j = (gold['rolesets'] != IGNORED).nonzero(as_tuple=True)
    if not len(r): return words.sum() * 0
    scores, right = head(words[r, j]), gold['rolesets'][r, j]
    among = torch.zeros_like(scores)
    for m, place in enumerate(zip(r.tolist(), j.tolist())):
        own = gold['candidates'].get(place)
        if own: among[m] = -1e4; among[m, own] = 0
    return 0.5 * F.cross_entropy(scores, right) + F.cross_entropy(scores + among, right)


def frame_losses(head, words, there, frames):
    """The loss of each layer of frames; an anchor of several layers is looked at once."""
    anchors = sorted({f[:2] for some in frames.values() for f in some})
    if not anchors: return {}
    place = {a: m for m, a in enumerate(anchors)}
    rows, at = (torch.tensor(x) for x in zip(*anchors))
    pairs, out = head(words[rows, at], at, words, rows, there), {}
    for layer, some in frames.items():
        if not some: continue
        gold = torch.full((len(some), words.shape[1]), IGNORED)
        for m, (_, _, start, bio) in enumerate(some): gold[m, start:start + len(bio)] = torch.tensor(bio)
        out[layer] = class_loss(head.out[layer](pairs[torch.tensor([place[f[:2]] for f in some])]), gold)
    return out


def distances(model, teacher, own, theirs, home, there):
    """How far each head is from the teacher's: Kullback–Leibler divergence (Hinton et al. 2015) over the words of whole sentences, of frames over the
    words of the sentence of each anchor that the teacher sees; not of rolesets, whose rare ones a teacher of few rounds knows less well. `own`,
    `theirs`: word vectors for tags, entities, parse and frames."""
    known = home >= 0
    far = lambda mine, their: F.kl_div(mine.log_softmax(-1), their.softmax(-1), reduction='batchmean') if len(mine) else mine.sum()
    with torch.no_grad(): scores, sides = word_scores(teacher, theirs), teacher.parser.sides(theirs[2])
    mine, (dep, head, label_dep, label_head) = word_scores(model, own), model.parser.sides(own[2])
    out = {k: far(mine[k][known], v[known]) for k, v in scores.items() if not k.startswith('things.') and k != 'status'}
    out['things'] = sum(far(mine[k][known], v[known]) for k, v in scores.items() if k.startswith('things.'))
    with torch.no_grad(): their_arcs = teacher.parser.arcs(*sides[:2]) + arc_mask(home)
    out['arcs'] = far((model.parser.arcs(dep, head) + arc_mask(home))[known], their_arcs[known])
    r, j = known.nonzero(as_tuple=True); best = their_arcs[r, j].argmax(-1)
    with torch.no_grad(): their_labels = teacher.parser.labels_of(sides[2][r, j], sides[3][r, best])
    out['labels'] = far(model.parser.labels_of(label_dep[r, j], label_head[r, best]), their_labels)
    anchored = {k: (scores[k].argmax(-1) > 0) & known for k in ANCHORS}
    at = anchored['predicates']
    with torch.no_grad(): certain = teacher.factuality(theirs[3][at])
    out['status'] = far(mine['status'][anchored['acts']], scores['status'][anchored['acts']])
    if at.any(): out['factuality'] = F.smooth_l1_loss(model.factuality(own[3][at]), certain)
    for layer, frame in ANCHORS.items():
        rows, places = anchored[layer].nonzero(as_tuple=True)
        if not len(rows): continue
        same = home[rows] == home[rows, places].unsqueeze(1)
        of = lambda reader, vectors: reader.frames.out[frame](reader.frames(vectors[rows, places], places, vectors, rows, there))[same]
        with torch.no_grad(): their_frames = of(teacher, theirs[3])
        out[frame] = far(of(model, own[3]), their_frames)
    return out


def word_scores(reader, vectors):
    """Scores of every head that says something of each word by itself."""
    tag, entity, _, frame = vectors
    return reader.tags(tag, entity) | {f'things.{k}': head(entity) for k, head in reader.things.items()} | {k: head(frame) for k, head in reader.anchors.items()} | {'status': reader.status(frame)}


def optimiser(model, config):
    model.encoder.pieces.weight.requires_grad = False
    for layer in model.encoder.layers[:config.get('frozen_layers', 0)]: layer.requires_grad_(False)
    groups = [{'params': [p for n, p in model.named_parameters() if p.requires_grad and n.startswith('encoder.') == inside], 'lr': config[rate]}
              for inside, rate in ((True, 'encoder_rate'), (False, 'head_rate'))]
    return torch.optim.AdamW(groups, weight_decay=config['weight_decay'], betas=(0.9, 0.98), fused=True)


def weights_of(path):
    """What an earlier run learned, an exported model in its folder, or the bare encoder (`encoder_weights.py`)."""
    if path.is_dir(): return exported(path)[0].state_dict()
    if path.suffix == '.safetensors': return {f'encoder.{k}': v for k, v in load_file(path).items()}
    state = torch.load(path, weights_only=False)
    return state['model'] | (state.get('average') or {})


def begin_with(model, weights):
    """Loads what an earlier run learned; new heads keep their random start and are named."""
    own = model.state_dict()
    left = sorted(k for k in own if k not in weights or weights[k].shape != own[k].shape)
    model.load_state_dict({k: v for k, v in weights.items() if k in own and k not in left}, strict=False)
    print('begin anew:', ', '.join(left), flush=True)


def data_hashes(data):
    return {str(p.relative_to(data)): hashlib.sha256(p.read_bytes()).hexdigest() for d in ('ud-ewt', 'uner-ewt', 'propbank-ewt', 'uds-ih2') for p in sorted((data / d).glob('*')) if p.suffix in ('.conllu', '.iob2', '.jsonl')}


class Average:
    """A moving average of the weights, which generalises better than the last ones (Polyak & Juditsky 1992); starts a third into the run."""
    def __init__(self, decay): self.decay, self.weights = decay, None

    def update(self, model):
        own = {k: v for k, v in model.state_dict().items() if k != 'encoder.pieces.weight'}
        if self.weights is None: self.weights = {k: v.clone() for k, v in own.items()}
        for k, v in own.items(): self.weights[k].lerp_(v, 1 - self.decay)


def save(out, model, optim, average, step, config, inventory):
    """Model, average and optimiser, written aside and moved into place: a kill leaves the last whole checkpoint."""
    temporary = out / 'checkpoint.tmp'
    torch.save({'model': model.state_dict(), 'average': average.weights, 'optim': optim.state_dict(), 'step': step, 'config': config, 'inventory': inventory}, temporary)
    temporary.replace(out / 'checkpoint.pt')


def training_documents(data, own):
    """EWT with all its layers, the inventory of all heads, and our own sentences where there are any."""
    documents = corpus.load(data, 'train')
    frames.add_propbank(documents, data / 'propbank-ewt/ewt-pb-train.jsonl')
    frames.add_factuality(documents, data / 'uds-ih2/train.jsonl')
    inventory = corpus.inventory(documents) | frames.inventory(documents)
    return documents, inventory, frames.own_sentences(own)['train'] if own else []


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('--data', type=Path, required=True); ask.add_argument('--encoder', type=Path, default=Path('work/encoder'), help='where vocab.txt is')
    ask.add_argument('--start', type=Path, required=True, help='whose weights to begin with, where shapes agree: a checkpoint, the folder of an exported model, or the bare encoder'); ask.add_argument('--out', type=Path, required=True)
    ask.add_argument('--own', type=Path, help='our sentences, from sentences/words.ts'); ask.add_argument('--teacher', type=Path, help='a checkpoint to learn from')
    ask.add_argument('--rewritten', type=Path, help='sentences that only the teacher labels, from rewrite.py')
    ask.add_argument('--config', type=Path, default=Path(__file__).parent.parent / 'config.json'); ask.add_argument('--threads', type=int, default=2)
    args = ask.parse_args()
    config = json.loads(args.config.read_text()); args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads); torch.manual_seed(config['seed'])
    wordpiece = WordPiece(args.encoder / 'vocab.txt')
    documents, inventory, own = training_documents(args.data, args.own)
    teacher = taught_by(args.teacher, inventory)
    model = Reader(inventory, config); optim = optimiser(model, config); average = Average(config['average'])
    rewritten = corpus.rewritten(args.rewritten) if args.rewritten else []
    plan = [batch for epoch in range(config['epochs']) for batch in epoch_batches(documents, own, rewritten, wordpiece, config, epoch)]
    step, path = 0, args.out / 'checkpoint.pt'
    if path.exists():
        state = torch.load(path, weights_only=False)
        model.load_state_dict(state['model']); optim.load_state_dict(state['optim']); step = state['step']; average.weights = state['average']
    else:
        begin_with(model, weights_of(args.start))
    (args.out / 'data.json').write_text(json.dumps(data_hashes(args.data) | ({'training/sentences': hashlib.sha256(args.own.read_bytes()).hexdigest()} if args.own else {}), indent=1))
    (args.out / 'transitions.json').write_text(json.dumps(corpus.transitions(documents)))
    rates, warm = (config['encoder_rate'], config['head_rate']), int(config['warmup'] * len(plan))
    model.train(); began, saved, sums, done = time.time(), time.time(), {}, 0
    while step < len(plan):
        scale = min(1, (step + 1) / warm) * min(1, (len(plan) - step) / (len(plan) - warm))
        for group, rate in zip(optim.param_groups, rates): group['lr'] = rate * scale
        parts = losses(model, plan[step], inventory, config['loss'], teacher)
        sum(config['loss'][k] * v for k, v in parts.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0); optim.step(); optim.zero_grad(set_to_none=True)
        step += 1; done += 1
        if step > len(plan) // 3 and step % 4 == 0: average.update(model)
        for k, v in parts.items(): sums[k] = sums.get(k, 0) + v.item()
        if step % 50 == 0 or step == len(plan):
            left = (time.time() - began) / done * (len(plan) - step)
            print(f'{step}/{len(plan)}  ' + '  '.join(f'{k} {v / min(50, done):.3f}' for k, v in sums.items()) + f'  {left / 60:.0f} min left', flush=True); sums = {}
        if time.time() - saved > 60 * config['checkpoint_minutes'] or step == len(plan): save(args.out, model, optim, average, step, config, inventory); saved = time.time()


def taught_by(path, inventory):
    """The teacher, whose heads must name the same labels in the same order."""
    if path is None: return None
    state = torch.load(path, weights_only=False)
    wrong = [k for k in inventory if state['inventory'][k] != inventory[k]]
    if wrong: raise SystemExit(f'the teacher in {path} has other labels for {", ".join(wrong)}; train it on the same data')
    teacher = Reader(inventory, state['config']); teacher.load_state_dict(state['model'] | (state['average'] or {}))
    for p in teacher.parameters(): p.requires_grad = False
    return teacher.eval()


def epoch_batches(documents, own, rewritten, wordpiece, config, epoch):
    """A share of EWT and of rewritten sentences and all of our own; the same batches for the same seed and epoch, so that a resumed run goes on where it was."""
    rng = random.Random(config['seed'] * 1000 + epoch)
    some = lambda of, share: rng.sample(of, round(config.get(share, 1) * len(of)))
    cut = corpus.windows(some(documents, 'ewt_share') + own + some(rewritten, 'rewritten_share'), wordpiece, config['longest_window'], rng, config)
    return corpus.batches(cut, config['pieces_per_batch'], rng)


if __name__ == '__main__': main()
