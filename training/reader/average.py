"""The weighted mean of two checkpoints' weights (Wortsman et al. 2022), where both have them in one shape; else the second's.

    python -m reader.average --first work/run --second work/longer --share 0.6 --out work/averaged"""
import argparse, shutil
from pathlib import Path
import torch


def weights(state): return state['model'] | (state['average'] or {})


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ('--first', '--second', '--out'): ask.add_argument(name, type=Path, required=True)
    ask.add_argument('--share', type=float, default=0.6, help="of the second's weights")
    args = ask.parse_args(); args.out.mkdir(parents=True, exist_ok=True)
    first, state = (torch.load(p / 'checkpoint.pt', weights_only=False) for p in (args.first, args.second))
    one, two = weights(first), weights(state)
    mean = {k: torch.lerp(one[k], v, args.share) if k in one and one[k].shape == v.shape else v for k, v in two.items()}
    torch.save({**state, 'model': mean, 'average': None, 'optim': None}, args.out / 'checkpoint.pt')
    for name in ('data.json', 'transitions.json'): shutil.copy(args.second / name, args.out / name)


if __name__ == '__main__': main()
