"""The language model: BERT's lower layers and one small head for each layer of annotation, over one pass."""
import math
import torch
from torch import nn
from torch.nn import functional as F


# What anchors a frame, and the frame: a predicate its roles, a cue the speech, an act its sides.
ANCHORS = {'predicates': 'roles', 'cues': 'speech', 'acts': 'sides'}


class Layer(nn.Module):
    def __init__(self, width=768, heads=12, inner=3072, dropout=0.1):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.attended = (nn.Linear(width, width) for _ in range(4))
        self.attended_norm, self.narrow_norm = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.widen, self.narrow, self.dropout = nn.Linear(width, inner), nn.Linear(inner, width), nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, w = x.shape
        split = lambda t: t.view(b, n, self.heads, w // self.heads).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(w // self.heads) + mask
        mixed = (self.dropout(scores.softmax(-1)) @ v).transpose(1, 2).reshape(b, n, w)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.narrow_norm(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """[batch, pieces] ids -> the outputs of every layer, each [batch, pieces, 768]. `inner`: neurons of each layer's feed-forward part."""
    def __init__(self, layers, inner=3072, vocabulary=28996, width=768):
        super().__init__()
        self.pieces, self.positions = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.norm, self.dropout = nn.LayerNorm(width, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, inner=inner) for _ in range(layers))

    def forward(self, ids, mask):
        x = self.pieces(ids) + self.positions.weight[:ids.shape[1]] + self.segment
        x, out = self.dropout(self.norm(x)), []
        for layer in self.layers: x = layer(x, mask); out.append(x)
        return out


class Mix(nn.Module):
    """A learned weighted mean of layers (Peters et al. 2018)."""
    def __init__(self, layers):
        super().__init__(); self.weights = nn.Parameter(torch.zeros(layers))

    def forward(self, outputs):
        return sum(w * x for w, x in zip(self.weights.softmax(0), outputs[-len(self.weights):]))


class Tagger(nn.Module):
    """Scores of labels for each word; with `hidden` over one hidden layer."""
    def __init__(self, width, labels, dropout=0.2, hidden=None):
        super().__init__()
        self.inner = nn.Identity() if hidden is None else nn.Sequential(nn.Linear(width, hidden), nn.GELU())
        self.dropout, self.out = nn.Dropout(dropout), nn.Linear(hidden or width, labels)

    def forward(self, words): return self.out(self.dropout(self.inner(words)))


class Parser(nn.Module):
    """Biaffine arcs and labels (Dozat & Manning 2017). Head 0 is the root, head j the j-th word of the window."""
    def __init__(self, width, labels, arc_dim, label_dim, dropout):
        super().__init__()
        side = lambda d: nn.Sequential(nn.Linear(width, d), nn.GELU(), nn.Dropout(dropout))
        self.arc_dep, self.arc_head, self.label_dep, self.label_head = side(arc_dim), side(arc_dim), side(label_dim), side(label_dim)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc, self.arc_bias = nn.Parameter(torch.zeros(arc_dim, arc_dim)), nn.Parameter(torch.zeros(arc_dim))
        self.label = nn.Parameter(torch.randn(label_dim, labels, label_dim) * 0.01)
        self.label_of_dep, self.label_of_head = nn.Linear(label_dim, labels), nn.Linear(label_dim, labels)
        nn.init.eye_(self.arc)

    def sides(self, words):
        heads = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        return self.arc_dep(words), self.arc_head(heads), self.label_dep(words), self.label_head(heads)

    def arcs(self, dep, head): return (dep @ self.arc + self.arc_bias) @ head.transpose(1, 2)

    def labels_of(self, dep, head):
        """Label scores of chosen pairs: two [m, d] -> [m, labels]."""
        d, r, _ = self.label.shape
        return (dep @ self.label.reshape(d, -1)).view(-1, r, d).matmul(head.unsqueeze(-1)).squeeze(-1) + self.label_of_dep(dep) + self.label_of_head(head)

    def best_labels(self, dep, head):
        """The best label of every pair: [b, w, d], [b, w + 1, d] -> [b, w, w + 1]."""
        d, r, _ = self.label.shape
        b, w = dep.shape[0], dep.shape[1]
        left = (dep @ self.label.reshape(d, -1)).reshape(b, w * r, d)
        scores = (left @ head.transpose(1, 2)).reshape(b, w, r, -1) + self.label_of_dep(dep).unsqueeze(-1) + self.label_of_head(head).transpose(1, 2).unsqueeze(1)
        return scores.argmax(2)


class Frames(nn.Module):
    """Stretches that belong to an anchor word, as BIO scores of every word for every anchor: the roles of a predicate, the speaker and
    content of a cue, the sides of an act. What anchor and word are to each other goes through dilated convolutions over the words
    (Strubell et al. 2017), so that a word knows what its neighbours are to the same anchor; all layers share them."""
    FAR = 32
    APART = (1, 2, 4)

    def __init__(self, width, labels, dim, dropout):
        """`labels`: how many of each layer, by its name."""
        super().__init__()
        self.anchor, self.word, self.anchor_times, self.word_times = (nn.Linear(width, dim) for _ in range(4))
        self.distance, self.norm, self.dropout = nn.Embedding(2 * self.FAR + 1, dim), nn.LayerNorm(dim), nn.Dropout(dropout)
        self.beside = nn.ModuleList(nn.Linear(3 * dim, dim) for _ in self.APART)
        self.out = nn.ModuleDict({k: nn.Linear(dim, n) for k, n in labels.items()})

    def forward(self, anchors, at, words, rows, there):
        """Anchor vectors [m, width], their places [m], words [b, n, width], each anchor's row in `words` [m], which words there are [b, n]
        -> what each word is to each anchor, [m, n, dim]."""
        ahead = (torch.arange(words.shape[1]).unsqueeze(0) - at.unsqueeze(1)).clamp(-self.FAR, self.FAR) + self.FAR
        pick = lambda x: x.index_select(0, rows)
        pair = self.anchor(anchors).unsqueeze(1) + pick(self.word(words)) + self.anchor_times(anchors).unsqueeze(1) * pick(self.word_times(words))
        known = pick(there).unsqueeze(-1)
        x = self.dropout(F.gelu(self.norm(pair + self.distance(ahead)))) * known
        for far, convolve in zip(self.APART, self.beside): x = (x + self.dropout(F.gelu(convolve(neighbours(x, far))))) * known
        return x


def neighbours(x, far):
    """[m, n, dim] -> [m, n, 3 · dim]: each word between those `far` before and after it; a linear layer over it is a dilated convolution that can be quantised."""
    return torch.cat([F.pad(x, (0, 0, far, 0))[:, :-far], x, F.pad(x, (0, 0, 0, far))[:, far:]], -1)


class Reader(nn.Module):
    """The encoder with its heads. `inventory`: the labels of each head; a head without labels is left out."""
    def __init__(self, inventory, config, width=768):
        super().__init__()
        size = lambda head: len(inventory[head])
        self.encoder = Encoder(config['layers'], config.get('inner', 3072))
        self.tag_mix, self.entity_mix, self.parse_mix = (Mix(config['mixed_layers']) for _ in range(3))
        self.ends = Tagger(width, 1)
        self.taggers = nn.ModuleDict({k: Tagger(width, size(k)) for k in ('upos', 'feats', 'lemma')})
        self.entities = Tagger(width, size('entities'), 0.3, 384)
        self.parser = Parser(width, size('labels'), config['arc_dim'], config['label_dim'], config['head_dropout'])
        if 'roles' not in inventory: return
        self.frame_mix = Mix(config['mixed_layers'])
        self.things = nn.ModuleDict({k: Tagger(width, 3, 0.3, 96) for k in inventory['things']})
        self.anchors = nn.ModuleDict({k: Tagger(width, size(k), 0.3, 256) for k in ANCHORS})
        self.rolesets = Tagger(width, size('rolesets'), 0.3)
        self.factuality, self.status = Tagger(width, 1, 0.2, 256), Tagger(width, size('status'), 0.3, 128)
        self.frames = Frames(width, {k: size(k) for k in ANCHORS.values()}, config['frame_dim'], config['frame_dropout'])

    def words(self, ids, mask, first, last):
        """Word vectors for tags, for entities, for the parse and for frames, each [batch, words, width]: the mean of first and last piece."""
        outputs = self.encoder(ids, mask)
        def pooled(x):
            pick = lambda at: x.gather(1, at.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
            return (pick(first) + pick(last)) * 0.5
        mixes = [self.tag_mix, self.entity_mix, self.parse_mix] + ([self.frame_mix] if hasattr(self, 'frame_mix') else [])
        return tuple(pooled(mix(outputs)) for mix in mixes)

    def tags(self, tag, entity):
        """Scores of every tagging head by its name."""
        return {k: head(tag) for k, head in self.taggers.items()} | {'entities': self.entities(entity)}
