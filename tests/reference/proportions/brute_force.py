"""Miettinen-Nurminen limits of a risk difference with 40 digits, by brute force.

Run by hand: ``python brute_force.py > brute_force.json`` (mpmath 1.3.0). No
closed form is used: the restricted likelihood is maximised by bisection of its
derivative, and the limits are found by bisection of the score statistic.
"""

import json

from mpmath import mp, mpf, sqrt

mp.dps = 40
Z = mpf("1.959963984540054235524594430520551527955")
TABLES = [
    (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
    (10, 10, 0, 20), (10, 10, 0, 10), (0, 20, 0, 20), (20, 20, 20, 20), (1, 1, 0, 1), (1, 2, 1, 2),
    (1, 300, 0, 275), (299, 300, 275, 275), (15, 40, 8, 42), (0, 25, 4, 26), (7, 400, 12, 120),
    (2, 5, 90, 100), (120, 137, 61, 138), (3, 1000, 9, 1000),
]  # fmt: skip


def derivative(p2, delta, x1, n1, x2, n2):
    p1 = p2 + delta
    total = mpf(0)
    for x, n, p in ((x1, n1, p1), (x2, n2, p2)):
        if x:
            total += x / p
        if n - x:
            total -= (n - x) / (1 - p)
    return total


def restricted(delta, x1, n1, x2, n2):
    low, high = max(mpf(0), -delta), min(mpf(1), 1 - delta)
    for _ in range(140):
        middle = (low + high) / 2
        if derivative(middle, delta, x1, n1, x2, n2) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def z(delta, x1, n1, x2, n2):
    p2 = restricted(delta, x1, n1, x2, n2)
    p1 = p2 + delta
    variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * mpf(n1 + n2) / (n1 + n2 - 1)
    score = mpf(x1) / n1 - mpf(x2) / n2 - delta
    return score / sqrt(variance) if score else mpf(0)


def limit(bound, table):
    low, high = mpf(-1), mpf(1)
    for _ in range(80):
        middle = (low + high) / 2
        if z(middle, *table) > bound:
            low = middle
        else:
            high = middle
    return float((low + high) / 2)


if __name__ == "__main__":
    found = [{"table": t, "limits": [limit(Z, t), limit(-Z, t)]} for t in TABLES]
    print(json.dumps(found, indent=1))
