"""Validates the marked sentences and prints what they hold; other programs read them through `read`.

    python3 training/sentences/check.py [--json] [FILE ...]

With --json: one object a line, every stretch as [start, end) in characters. Exit status 1 when a mark is wrong."""
import json, re, sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
ENTITIES = set('PER ORG LOC MIL WPN DOC NAT TTL'.split())
ROLES = {f'A{n}' for n in range(6)} | set('TMP LOC MNR CAU PRP DIR GOL EXT ADV MOD NEG DIS PRD COM REC'.split())
STATUS = set('happened ongoing planned hypothetical denied habitual'.split())
MODES = {
    'AGREE': '', 'CONSULT': 'visit third-party multilateral phone', 'SUPPORT': '', 'CONCEDE': '', 'COOPERATE': '', 'AID': '',
    'RETREAT': 'withdraw release disarm ceasefire access resign', 'REQUEST': 'assist change yield meet', 'ACCUSE': 'disapprove investigate allege',
    'REJECT': 'assist change yield meet', 'THREATEN': 'restrict arrest relations expel territory violence',
    'PROTEST': 'demo riot strike hunger boycott obstruct vandalize', 'SANCTION': 'convict expel withdraw discontinue',
    'MOBILIZE': 'troops weapons police militia',
    'COERCE': 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
    'ASSAULT': 'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
}
MODES = {k: set(v.split()) for k, v in MODES.items()}


class Wrong(Exception): pass


def occurrences(sentence, words):
    """Where the words stand with a word's edge on both sides."""
    left = r'(?<!\w)' if words[:1].isalnum() else ''
    right = r'(?!\w)' if words[-1:].isalnum() else ''
    return [m.span() for m in re.finditer(left + re.escape(words) + right, sentence)]


def stretch(sentence, mark):
    """[start, end) of a mark's words."""
    words, at, number = mark.strip().rpartition('@') if re.search(r'@\d+$', mark.strip()) else (mark.strip(), '', '1')
    if not words: raise Wrong('an empty stretch')
    head, cut, tail = words.partition(' ... ')
    places = occurrences(sentence, head)
    if len(places) < int(number): raise Wrong(f'"{head}" does not stand {number} time(s) in the sentence')
    start, end = places[int(number) - 1]
    if cut:
        ends = [e for s, e in occurrences(sentence, tail) if s >= end]
        if not ends: raise Wrong(f'"{tail}" does not follow "{head}"')
        end = ends[0]
    return [start, end]


def side(sentence, text):
    return [] if text.strip() in ('-', '') else [stretch(sentence, part) for part in text.split(' + ')]


def predicate(sentence, value):
    head, *roles = value.split(' | ')
    word, _, roleset = head.partition(' = ')
    if not re.fullmatch(r"[a-z][a-z_'-]*(\.\d\d)?", roleset.strip()): raise Wrong(f'"{roleset}" is no roleset (verb.01)')
    if not roles or not re.fullmatch(r'[+−-]?[0-3](\.\d+)?', roles[0].strip()): raise Wrong('factuality (−3 … 3) must follow the roleset')
    out = {'word': stretch(sentence, word), 'roleset': roleset.strip(), 'factuality': float(roles[0].strip().replace('−', '-')), 'roles': []}
    for role in roles[1:]:
        name, _, words = role.strip().partition(' ')
        if name not in ROLES: raise Wrong(f'"{name}" is no role')
        out['roles'].append([name, *stretch(sentence, words)])
    return out


COOPERATIVE = {'CONSULT', 'SUPPORT', 'COOPERATE', 'AID'}


def told(type_, mode, status):
    """PLOVER's type of what is to come: a cooperative act is promised, a withdrawal conceded. Writers may mark the act's own type."""
    if status != 'planned': return type_, mode
    if type_ in COOPERATIVE: return 'AGREE', ''
    if type_ == 'RETREAT' and mode != 'resign': return 'CONCEDE', ''
    return type_, mode


def event(sentence, value):
    fields = value.split(' | ')
    if len(fields) != 4: raise Wrong('EVENT word | TYPE mode | status | actor > recipient')
    type_, _, mode = fields[1].strip().partition(' ')
    if type_ not in MODES: raise Wrong(f'"{type_}" is no type')
    if mode and mode not in MODES[type_]: raise Wrong(f'"{mode}" is no mode of {type_}')
    if fields[2].strip() not in STATUS: raise Wrong(f'"{fields[2]}" is no status')
    type_, mode = told(type_, mode, fields[2].strip())
    actor, arrow, recipient = (' ' + fields[3] + ' ').partition(' > ')
    if not arrow: raise Wrong('sides are written actor > recipient')
    return {'word': stretch(sentence, fields[0]), 'type': type_, 'mode': mode or None, 'status': fields[2].strip(), 'actors': side(sentence, actor), 'recipients': side(sentence, recipient)}


def block(lines):
    """One marked sentence; raises Wrong with the line that is wrong."""
    sentence = lines[0]
    out = {'text': sentence, 'entities': [], 'predicates': [], 'statements': [], 'events': [], 'none': []}
    for line in lines[1:]:
        if not line.startswith('  '): raise Wrong(f'a mark is indented by two spaces: {line}')
        mark, _, value = line.strip().partition(' ')
        try:
            if mark in ENTITIES: out['entities'] += [[mark, *stretch(sentence, w)] for w in value.split(' | ')]
            elif mark == 'PRED': out['predicates'].append(predicate(sentence, value))
            elif mark == 'SAID':
                parts = value.split(' | ')
                if len(parts) != 3: raise Wrong('SAID speaker | cue | content')
                out['statements'].append({k: None if w.strip() == '-' else stretch(sentence, w) for k, w in zip(('speaker', 'cue', 'content'), parts)})
            elif mark == 'EVENT': out['events'].append(event(sentence, value))
            elif mark == 'NOT': out['none'] += [stretch(sentence, w) for w in value.split(' | ')]
            else: raise Wrong(f'"{mark}" is no mark')
        except Wrong as wrong: raise Wrong(f'{line.strip()}\n    {wrong}') from None
    return out


def read(path):
    """(sentences, errors, header) of a file."""
    header, blocks, lines = {}, [], []
    for number, line in enumerate([*path.read_text(encoding='utf8').split('\n'), ''], 1):
        said = re.match(r'# (written|read) by: (.+)', line)
        if said: header[said[1]] = said[2]
        if line.startswith('#'): continue
        if line.strip(): lines.append((number, line))
        elif lines: blocks.append(lines); lines = []
    sentences, errors = [], []
    for lines in blocks:
        try: sentences.append(block([line for _, line in lines]) | {'file': path.stem, 'line': lines[0][0]})
        except Wrong as wrong: errors.append(f'{path}:{lines[0][0]}: {wrong}')
    return sentences, errors, header


def part_of(path):
    """'test' and 'dev' by the folder, else 'train'."""
    return path.parent.name if path.parent.name in ('test', 'dev') else 'train'


def files(): return sorted(p for p in HERE.rglob('*.txt'))


def main():
    named = [Path(a) for a in sys.argv[1:] if a != '--json']
    total, seen, wrong = Counter(), {}, 0
    for path in named or files():
        sentences, errors, header = read(path)
        for s in sentences:
            if s['text'] in seen: errors.append(f'{path}:{s["line"]}: the sentence stands in {seen[s["text"]]} too')
            seen[s['text']] = f'{path.name}:{s["line"]}'
            if '--json' in sys.argv: print(json.dumps(s | {'part': part_of(path), 'reader': header.get('read')}, ensure_ascii=False))
        for e in errors: print(e, file=sys.stderr)
        wrong += len(errors)
        total.update({'sentences': len(sentences), 'read by a second reader': len(sentences) * ('read' in header), 'in test': len(sentences) * (part_of(path) == 'test'), 'in dev': len(sentences) * (part_of(path) == 'dev'), **{k: sum(len(s[k]) for s in sentences) for k in ('entities', 'predicates', 'statements', 'events', 'none')}})
        total.update(f'{e["type"]}' for s in sentences for e in s['events'])
    if '--json' not in sys.argv: print('\n'.join(f'{n:6} {k}' for k, n in total.items()))
    sys.exit(1 if wrong else 0)


if __name__ == '__main__': main()
