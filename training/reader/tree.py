"""The best tree over head scores (Chu and Liu 1965, Edmonds 1967) with one word under the root; `src/engines/tree.ts` does the same."""
import numpy as np


def best_tree(scores):
    """`scores` [n, n + 1], column 0 the root -> the head of each word, 1-based."""
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), -np.inf); square[1:] = scores; np.fill_diagonal(square, -np.inf)
    heads = branching(square)
    if (heads[1:] == 0).sum() == 1: return heads[1:].tolist()
    best, total = None, -np.inf
    for root in range(1, n + 1):
        forced = square.copy(); forced[1:, 0] = -1e9; forced[root] = -1e9; forced[root, 0] = square[root, 0]; np.fill_diagonal(forced, -np.inf)
        tree = branching(forced); value = forced[np.arange(1, n + 1), tree[1:]].sum()
        if value > total: best, total = tree, value
        if n > 60: break
    return best[1:].tolist()


def branching(scores):
    n = len(scores); heads = scores.argmax(1); heads[0] = 0
    cycle = cycle_in(heads)
    if cycle is None: return heads
    outside = [v for v in range(n) if v not in set(cycle)]; c = len(outside)
    small = np.full((c + 1, c + 1), -np.inf); small[:c, :c] = scores[np.ix_(outside, outside)]
    gain = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None] + scores[cycle, heads[cycle]].sum()
    enters, leaves = gain.argmax(0), scores[np.ix_(outside, cycle)].argmax(1)
    small[c, :c] = gain.max(0); small[1:c, c] = scores[np.ix_(outside, cycle)].max(1)[1:]; np.fill_diagonal(small, -np.inf)
    inner = branching(small)
    for i, v in enumerate(outside):
        if v: heads[v] = cycle[leaves[i]] if inner[i] == c else outside[inner[i]]
    heads[cycle[enters[inner[c]]]] = outside[inner[c]]
    return heads


def cycle_in(heads):
    done = set()
    for start in range(1, len(heads)):
        path, v = [], start
        while v and v not in done and v not in path: path.append(v); v = heads[v]
        if v in path: return path[path.index(v):]
        done.update(path)
    return None
