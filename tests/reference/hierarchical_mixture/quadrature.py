"""The model of Berry and Berry (2004) for pairs of one group, by numerical integration.

No simulation: given mean and variance of the log odds of the second arm and of the log
odds ratios, pairs are independent, and each is a double integral; means, variances and the
share of pairs without difference are integrated outside. Gauss rules; with two thirds of
the nodes the probabilities move by less than 5e-4. Its figures stand in quadrature.json.
"""

import json
from itertools import product
from pathlib import Path

import numpy as np
from numpy.polynomial.legendre import leggauss
from scipy import stats
from scipy.special import beta, expit, roots_genlaguerre, roots_laguerre

CASES = ({"y": [9], "x": [3], "n": 40}, {"y": [9, 7, 2], "x": [3, 4, 2], "n": 40})


def integrate(y, n1, x, n2):
    """Return the probabilities of a higher risk and of none different, of each pair."""
    # Variances are inverse gamma with shape 3 and scale 1, of means and of pairs alike.
    precision, weight = roots_genlaguerre(24, 2.0)
    weight, variance = weight / weight.sum(), 1 / precision
    node, share = leggauss(160)
    mean, width = 14 * node, 14 * share
    # The overall mean has variance 10, the mean of the group one more about it.
    prior = weight @ stats.norm.pdf(mean, 0, np.sqrt(10 + variance)[:, None]) * width
    outer = (weight[:, None] * prior).ravel()
    node, share = leggauss(240)
    at, step = 16 * node, 16 * share
    spread = np.sqrt(variance)[:, None, None]
    inner = (stats.norm.pdf(at, mean[:, None], spread) * step).reshape(outer.size, -1)

    second = [stats.binom.pmf(b, n2, expit(at)) for b in x]
    null = [inner @ (stats.binom.pmf(a, n1, expit(at)) * s) for a, s in zip(y, second, strict=True)]
    joint = [
        stats.binom.pmf(a, n1, expit(at[:, None] + at)) * s[:, None]
        for a, s in zip(y, second, strict=True)
    ]
    apart = [inner @ j @ inner.T for j in joint]
    above = [inner @ (j * (at > 0)) @ inner.T for j in joint]

    excess, share = roots_laguerre(40)  # shapes of the prior of no difference, less 1
    a, b, both = 1 + excess[:, None], 1 + excess, share[:, None] * share
    total, equal, higher = 0.0, np.zeros(len(y)), np.zeros(len(y))
    for zero in product((True, False), repeat=len(y)):
        count = sum(zero)
        chance = (both * beta(a + count, b + len(y) - count) / beta(a, b)).sum()

        def mass(special=None, zero=zero, chance=chance):
            left, full = outer.copy(), np.ones((outer.size, outer.size))
            for i, nothing in enumerate(zero):
                if nothing:
                    left = left * null[i]
                else:
                    full = full * (above[i] if i == special else apart[i])
            return chance * left @ full @ outer / outer.sum() ** all(zero)

        whole = mass()
        total += whole
        for i, nothing in enumerate(zero):
            equal[i] += whole if nothing else 0.0
            higher[i] += 0.0 if nothing else mass(i)
    return higher / total, equal / total


if __name__ == "__main__":
    made = []
    for case in CASES:
        higher, equal = integrate(case["y"], case["n"], case["x"], case["n"])
        made.append(case | {"higher": higher.tolist(), "equal": equal.tolist()})
    Path(__file__).with_name("quadrature.json").write_text(json.dumps(made, indent=1) + "\n")
