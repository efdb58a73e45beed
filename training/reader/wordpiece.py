"""BERT's cased word pieces for words that are already told apart; `src/engines/wordpiece.ts` does the same."""
import unicodedata


def is_punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith('P')


def is_ideograph(c):
    o = ord(c)
    return 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0xF900 <= o <= 0xFAFF or 0x20000 <= o <= 0x2FA1F


class WordPiece:
    def __init__(self, path):
        self.vocabulary = {w: i for i, w in enumerate(open(path, encoding='utf8').read().split('\n')) if w}
        self.start, self.end, self.unknown, self.pad, self.mask = (self.vocabulary[f'[{w}]'] for w in ('CLS', 'SEP', 'UNK', 'PAD', 'MASK'))

    def pieces(self, word):
        """Piece ids of one word, never none."""
        return [i for run in self.runs(word) for i in self.greedy(run)] or [self.unknown]

    def runs(self, word):
        run = ''
        for c in word:
            if c.isspace() or ord(c) in (0, 0xFFFD) or unicodedata.category(c) in ('Cc', 'Cf'): continue
            if is_punctuation(c) or is_ideograph(c):
                if run: yield run
                yield c; run = ''
            else: run += c
        if run: yield run

    def greedy(self, run):
        if len(run) > 100: return [self.unknown]
        out, at = [], 0
        while at < len(run):
            end = len(run)
            while end > at:
                found = self.vocabulary.get(('##' if at else '') + run[at:end])
                if found is not None: break
                end -= 1
            else: return [self.unknown]
            out.append(found); at = end
        return out
