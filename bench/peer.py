"""Reads a JSON list of sentences from standard input with spaCy's en_core_web_sm; prints sentences a second, the middle of three passes, one process."""
import json, resource, sys, time
import spacy

name = sys.argv[1] if len(sys.argv) > 1 else 'en_core_web_sm'
nlp = spacy.load(name); texts = json.load(sys.stdin); seconds = []
for _ in range(4):
    began = time.time()
    for _ in nlp.pipe(texts, batch_size=32): pass
    seconds.append(time.time() - began)
print(json.dumps({'perSecond': round(len(texts) / sorted(seconds[1:])[1], 1), 'peakMB': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
