"""The weights of an exported int8 model as torch tensors again: a teacher, or a start, that the repository itself holds.

An exported matrix keeps the name of its node (`/encoder/layers.0/query/MatMul_quant`); vectors keep their own names; the weights of
layer mixes are constants of Split nodes, in the order tag, entity, parse, frame."""
import json
from pathlib import Path
import numpy as np, onnx, torch
from onnx import numpy_helper
from .frames import THINGS
from .network import ANCHORS, Reader

# Nodes without a module of their own.
ODD = {'/MatMul': 'parser.arc', '/MatMul_2': 'parser.label'}
MIXES = ['tag_mix', 'entity_mix', 'parse_mix', 'frame_mix']
# Modules that the export names without the list which holds them.
LISTS = {'taggers': ('upos', 'feats', 'lemma'), 'things': tuple(THINGS), 'anchors': tuple(ANCHORS), 'frames.out': tuple(ANCHORS.values())}


def weights(path):
    """name in `network.Reader` -> tensor."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    whole = lambda name: (arrays[f'{name}_quantized'].astype(np.float32) - arrays[f'{name}_zero_point'].astype(np.float32)) * arrays[f'{name}_scale']
    out = {k[len('reader.'):]: v for k, v in arrays.items() if k.startswith('reader.') and v.dtype == np.float32 and not k.endswith('_scale')}
    out |= {name: whole(f'reader.{name}') for name in ('encoder.pieces.weight', 'frames.distance.weight')}
    for node in graph.node:
        if node.op_type != 'MatMulInteger': continue
        array, name = whole(node.input[1].removesuffix('_quantized')), node.name.removesuffix('_quant')
        if name in ODD: out[ODD[name]] = array
        else: out[f'{module_of(name)}.weight'] = array.T
    mixes = sorted(i for i in arrays if i.startswith('onnx::Split'))
    out |= {f'{mix}.weights': np.log(arrays[name]) for mix, name in zip(MIXES, mixes)}
    # Up to version 0318a98fded5 the convolutions of frames stood as [out, 3, in] beside the matrices.
    convolutions = sorted(i for i in arrays if i.startswith('onnx::Flatten'))
    out |= {f'frames.beside.{i}.weight': arrays[name].reshape(arrays[name].shape[0], -1) for i, name in enumerate(convolutions)}
    return {k: torch.tensor(np.ascontiguousarray(v), dtype=torch.float32) for k, v in out.items()}


def module_of(node):
    """`/entities/inner/inner.0/MatMul` -> `entities.inner.0`; heads stand below `taggers` and `parser` in the network."""
    parts = node.strip('/').split('/')[:-1]
    parts = [p for i, p in enumerate(parts) if i + 1 == len(parts) or not parts[i + 1].startswith(p + '.')]
    path = '.'.join(parts)
    held = next((held for held, names in LISTS.items() if parts[0] in names), None)
    if held: return f'{held}.{path}'
    return f'parser.{path}' if path.startswith(('arc_', 'label_')) else path


def reader(folder):
    """The exported model as a `network.Reader` with its inventory and configuration. Heads that the export lacks are left out."""
    card = json.loads((Path(folder) / 'reader.json').read_text())
    model = Reader(card['labels'], card['config'])
    found = weights(Path(folder) / 'reader.int8.onnx')
    own = model.state_dict()
    missing = sorted(set(own) - set(found))
    if missing: raise SystemExit(f'the export lacks {missing}')
    model.load_state_dict({k: found[k].view(v.shape) for k, v in own.items()})
    return model.eval(), card['labels'], card['config']
