"""Writes the trained reader as ONNX: fp32 for comparison, int8 to ship, and the labels and vocabulary beside them.

    python -m reader.export --run work/run --encoder work/encoder --out ../models/reader"""
import argparse, hashlib, json, shutil, warnings
from pathlib import Path
import onnx, onnxruntime, torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import nn
from . import corpus, frames
from .evaluate import outputs
from .network import ANCHORS, Reader
from .wordpiece import WordPiece


class Exported(nn.Module):
    """One window: pieces [1, p], each word's first and last piece [1, w] -> what `OUTPUTS` names.

    `wanted` [w]: 1 where roles are asked for whatever the model takes for a predicate. `frames_at`: the words that a layer takes for its
    anchors, and always the first word, for an empty tensor cannot be quantised; which layer a word anchors is in `predicates`, `cues` and `acts`."""
    def __init__(self, reader):
        super().__init__(); self.reader = reader

    def forward(self, pieces, first, last, wanted):
        r = self.reader
        tag, entity, parse, frame = r.words(pieces, torch.zeros(1), first, last)
        arc_dep, arc_head, label_dep, label_head = r.parser.sides(parse)
        best = {k: head(tag)[0].argmax(-1).int() for k, head in r.taggers.items()}
        things = torch.stack([head(entity)[0] for head in r.things.values()], 1)
        scores = {k: head(frame)[0].softmax(-1) for k, head in r.anchors.items()}
        chosen = (wanted > 0) | torch.stack([scores[k][:, 0] < 1 - least for k, least in LEAST.items()]).any(0)
        at = torch.cat([torch.ones_like(chosen[:1]), chosen[1:]]).nonzero()[:, 0]
        anchors = frame[0].index_select(0, at)
        pairs = r.frames(anchors, at, frame, torch.zeros_like(at), torch.ones_like(first, dtype=frame.dtype))
        return (torch.sigmoid(r.ends(tag)[0, :, 0]), best['upos'], best['feats'], best['lemma'], r.entities(entity)[0], things,
                r.parser.arcs(arc_dep, arc_head)[0], r.parser.best_labels(label_dep, label_head)[0].int(),
                scores['predicates'][:, 1], scores['cues'][:, 1], scores['acts'], r.factuality(frame)[0, :, 0], r.status(frame)[0],
                r.rolesets(anchors), at.int(), *(r.frames.out[k](pairs) for k in ANCHORS.values()))


# The least probability of being an anchor from which a word's frame is given.
LEAST = {'predicates': 0.4, 'cues': 0.4, 'acts': 0.3}
WORDS = ['ends', 'upos', 'feats', 'lemma', 'entities', 'things', 'predicates', 'cues', 'acts', 'factuality', 'status']
OUTPUTS = ['ends', 'upos', 'feats', 'lemma', 'entities', 'things', 'arcs', 'best_labels', 'predicates', 'cues', 'acts', 'factuality', 'status', 'rolesets',
           'frames_at', *ANCHORS.values()]


def guard(path, wordpiece, sentences):
    """What fp32 says of a few sentences: the program's test holds int8 on its own processor against it."""
    session = onnxruntime.InferenceSession(path)
    rows = []
    for documents in sentences:
        w = corpus.windows([documents], wordpiece, 128)[0]
        out = outputs(session, w)
        rows.append({'words': w.words, 'upos': out['upos'].tolist(), 'predicates': [round(float(x), 3) for x in out['predicates']], 'factuality': [round(float(x), 2) for x in out['factuality']]})
    return rows


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('--run', type=Path, required=True); ask.add_argument('--encoder', type=Path, required=True); ask.add_argument('--out', type=Path, required=True); ask.add_argument('--own', type=Path, required=True, help='our sentences, from sentences/words.ts')
    args = ask.parse_args(); args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.run / 'checkpoint.pt', weights_only=False, map_location='cpu')
    reader = Reader(state['inventory'], state['config']); reader.load_state_dict(state['model'] | (state['average'] or {})); reader.eval()
    for parameter in reader.parameters(): parameter.requires_grad = False
    pieces, first = torch.randint(1000, 2000, (1, 40)), torch.arange(1, 31).unsqueeze(0)
    wanted = torch.zeros(30); wanted[3] = 1
    names = ['pieces', 'first', 'last', 'wanted']
    axes = {'pieces': {1: 'p'}, 'first': {1: 'w'}, 'last': {1: 'w'}, 'wanted': {0: 'w'}} | {k: {0: 'w'} for k in WORDS} | {k: {0: 'w', 1: 'h'} for k in ('arcs', 'best_labels')}
    axes |= {'frames_at': {0: 'a'}, 'rolesets': {0: 'a'}} | {k: {0: 'a', 1: 'w'} for k in ANCHORS.values()}
    plain, full, small = args.run / 'plain.onnx', args.run / 'reader.fp32.onnx', args.out / 'reader.int8.onnx'
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        torch.onnx.export(Exported(reader), (pieces, first, first, wanted), plain, input_names=names, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False)
    # A sum and a layer norm apart take a third of the time of onnxruntime's one operator for both.
    fusing = FusionOptions('bert'); fusing.enable_skip_layer_norm = fusing.enable_bias_skip_layer_norm = False
    optimize_model(str(plain), model_type='bert', num_heads=12, hidden_size=768, opt_level=0, optimization_options=fusing).save_model_to_file(str(full))
    # Without reduced range, int8 breaks silently on processors without VNNI; activations are scaled per run, and a run is one window.
    quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=['MatMul', 'Attention', 'Gather', 'EmbedLayerNormalization'], extra_options={'MatMulConstBOnly': True, 'DefaultTensorType': onnx.TensorProto.FLOAT})
    shutil.copy(args.encoder / 'vocab.txt', args.out / 'vocab.txt')
    sentences = frames.own_sentences(args.own)['test'][::30][:12]
    (args.out / 'guard.json').write_text('[\n' + ',\n'.join(json.dumps(r, ensure_ascii=False) for r in guard(full, WordPiece(args.encoder / 'vocab.txt'), sentences)) + '\n]\n')
    described = {'version': hashlib.sha256(small.read_bytes()).hexdigest()[:12], 'step': state['step'], 'config': state['config'],
                 'transitions': json.loads((args.run / 'transitions.json').read_text()), 'labels': state['inventory'], 'data': json.loads((args.run / 'data.json').read_text())}
    (args.out / 'reader.json').write_text(json.dumps(described, indent=1, ensure_ascii=False) + '\n')
    print({p.name: f'{p.stat().st_size / 1e6:.1f} MB' for p in (full, small)}, 'operators', sorted({n.op_type for n in onnx.load(small).graph.node}))


if __name__ == '__main__': main()
