"""A second sampler of the model of Berry and Berry (2004): every conditional by a grid.

Shares nothing with the program: no Metropolis step and no conjugate draw. Run once
(about ten minutes); its figures stand in expected.json.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.special import gammaln

Y, N1 = [14, 6, 3, 9], 60
X, N2 = [5, 5, 1, 8], 58
GROUP = [0, 0, 1, 1]
rng = np.random.default_rng(20)
WIDE = np.linspace(-6, 6, 601)
POSITIVE = np.exp(np.linspace(np.log(0.02), np.log(60), 400))
SHARE = (np.arange(400) + 0.5) / 400
SHAPES = 1 + np.exp(np.linspace(np.log(1e-4), np.log(30), 400))


def pick(grid, log_weight):
    weight = np.exp(log_weight - log_weight.max())
    return grid[np.searchsorted(np.cumsum(weight) / weight.sum(), rng.random())]


def binomial(count, size, logit):
    return count * logit - size * np.logaddexp(0, logit)


def normal(value, mean, variance):
    return -0.5 * np.log(variance) - (value - mean) ** 2 / (2 * variance)


def inverse_gamma(variance):
    # density of shape 3, scale 1, times the width of a step of the logarithmic grid
    return -4 * np.log(variance) - 1 / variance + np.log(variance)


def pick_level(values, mean0, tau):
    """Draw the mean and variance of values; return both."""
    variance = pick_level.variance
    mean = pick(WIDE, sum(normal(v, WIDE, variance) for v in values) + normal(WIDE, mean0, tau))
    found = sum(normal(v, mean, POSITIVE) for v in values) + inverse_gamma(POSITIVE)
    return mean, pick(POSITIVE, found)


def main(steps, warm_up=1000):
    j, b = len(Y), max(GROUP) + 1
    gamma, theta = np.full(j, -2.0), np.zeros(j)
    mean = {"gamma": np.full(b, -2.0), "theta": np.zeros(b)}
    variance = {"gamma": np.ones(b), "theta": np.ones(b)}
    mean0, tau = {"gamma": -2.0, "theta": 0.0}, {"gamma": 1.0, "theta": 1.0}
    zero, shapes = np.full(b, 0.5), np.array([2.0, 2.0])
    step = WIDE[1] - WIDE[0]
    higher, equal = np.zeros(j), np.zeros(j)
    for turn in range(steps):
        for i, g in enumerate(GROUP):
            log = binomial(X[i], N2, WIDE) + binomial(Y[i], N1, WIDE + theta[i])
            gamma[i] = pick(WIDE, log + normal(WIDE, mean["gamma"][g], variance["gamma"][g]))
            log = binomial(Y[i], N1, gamma[i] + WIDE) + np.log(1 - zero[g])
            log += normal(WIDE, mean["theta"][g], variance["theta"][g])
            log += np.log(step) - 0.5 * np.log(2 * np.pi)
            # The grid's own zero is moved aside, the last place is the point mass.
            grid = np.append(np.where(WIDE == 0, 1e-9, WIDE), 0.0)
            log = np.append(log, np.log(zero[g]) + binomial(Y[i], N1, gamma[i]))
            theta[i] = pick(grid, log)
        for g in range(b):
            mine = [i for i in range(j) if GROUP[i] == g]
            apart = [i for i in mine if theta[i] != 0]
            for name, values in (("gamma", gamma[mine]), ("theta", theta[apart])):
                pick_level.variance = variance[name][g]
                mean[name][g], variance[name][g] = pick_level(values, mean0[name], tau[name])
            log = (shapes[0] - 1 + len(mine) - len(apart)) * np.log(SHARE)
            zero[g] = pick(SHARE, log + (shapes[1] - 1 + len(apart)) * np.log1p(-SHARE))
        for name in ("gamma", "theta"):
            pick_level.variance = tau[name]
            mean0[name], tau[name] = pick_level(mean[name], 0.0, 10.0)
        logs = np.log(zero).sum(), np.log1p(-zero).sum()
        for k in (0, 1):
            both = (
                [SHAPES, np.full(400, shapes[1])] if k == 0 else [np.full(400, shapes[0]), SHAPES]
            )
            log = b * (gammaln(sum(both)) - gammaln(both[0]) - gammaln(both[1]))
            log += (both[0] - 1) * logs[0] + (both[1] - 1) * logs[1] - both[k] + np.log(SHAPES - 1)
            shapes[k] = pick(SHAPES, log)
        if turn >= warm_up:
            higher += theta > 0
            equal += theta == 0
    kept = steps - warm_up
    posterior = {"higher": higher / kept, "equal": equal / kept}
    data = {"y": Y, "n1": N1, "x": X, "n2": N2, "group": GROUP, "steps": kept}
    return data | {name: values.round(4).tolist() for name, values in posterior.items()}


if __name__ == "__main__":
    found = main(int(sys.argv[1]) if len(sys.argv) > 1 else 61_000)
    Path(__file__).with_name("expected.json").write_text(json.dumps(found, indent=1) + "\n")
    print(found)
