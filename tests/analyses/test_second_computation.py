"""The demonstration study's results, computed a second time from its files.

Nothing of the program's statistics is used here: records are read by pandas, and the
numbers come from NumPy, SciPy and statsmodels, or from formulas written out.
"""
# reason: one second computation of one study, whose records all tests read

from __future__ import annotations

import zipfile
from functools import cache

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from numpy.typing import NDArray
from scipy import optimize, stats
from statsmodels.duration.survfunc import survdiff
from statsmodels.stats.contingency_tables import StratifiedTable

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import Result, Value
from sjogren_desktop.study.demo import demo_files
from tests.demo_study import demo_study

Floats = NDArray[np.float64]

PLACEBO = "Placebo"
MONTHLY = "Ianalumab 300 mg monthly"
QUARTERLY = "Ianalumab 300 mg every 3 months"
ARMS = (PLACEBO, MONTHLY, QUARTERLY)
WEEKS = list(range(4, 49, 4))
Z = 1.959963984540054


@cache
def read(name: str) -> pd.DataFrame:
    """Return a data set of both studies; not to be changed."""
    with zipfile.ZipFile(demo_files()) as zipped:
        parts = []
        for study in ("NEPTUNUS-1", "NEPTUNUS-2"):
            with zipped.open(f"{study}/{name}.csv") as file:
                parts.append(pd.read_csv(file, dtype={"SITEID": str}, low_memory=False))
    return pd.concat(parts, ignore_index=True)


@cache
def _run(key: str, given: tuple[tuple[str, object], ...]) -> Result:
    return catalogue.run(catalogue.find(key), demo_study(), dict(given))


def run(key: str, /, **given: object) -> Result:
    return _run(key, tuple(given.items()))


def rows(result: Result, key: str) -> dict[tuple[str, ...], list[tuple[Value, ...]]]:
    """Return {labels: [the numbers of each cell]} of a table."""
    table = next(t for t in result.tables if t.key == key)
    return {
        row.labels: [tuple(s.value for s in c.stats) if c else () for c in row.cells]
        for row in table.rows
    }


def people(population: str, arms: tuple[str, ...] = ARMS, study: str = "") -> pd.DataFrame:
    adsl = read("adsl")
    take = (adsl[population] == "Y") & adsl["TRT01P"].isin(arms)
    if study:
        take &= adsl["STUDYID"] == study
    return adsl[take].set_index("USUBJID")


def values(name: str, code: str, column: str, subjects: pd.Index) -> pd.DataFrame:
    """Return one row a subject and one column a visit number."""
    records = read(name)
    records = records[(records["PARAMCD"] == code) & (records["ANL01FL"] == "Y")]
    wide = records.pivot_table(index="USUBJID", columns="AVISITN", values=column, aggfunc="first")
    return wide.reindex(subjects)


# ------------------------------------------------------------------ proportions


def stratified_score(
    events: Floats, totals: Floats, events_0: Floats, totals_0: Floats
) -> list[float]:
    """Return difference and limits of Miettinen and Nurminen, by brute force.

    Restricted estimates come from a bounded search of the likelihood, limits from a root
    search of the score; Mantel-Haenszel weights.
    """
    weight = totals * totals_0 / (totals + totals_0)
    weight = weight / weight.sum()
    difference = float(weight @ (events / totals - events_0 / totals_0))

    def score(shift: float) -> float:
        variance = 0.0
        for x, n, x_0, n_0, w in zip(events, totals, events_0, totals_0, weight, strict=True):

            def against(q: float, data: tuple[float, ...] = (x, n, x_0, n_0)) -> float:
                a, m, b, k = data
                return -float(stats.binom.logpmf(a, m, q + shift) + stats.binom.logpmf(b, k, q))

            ends = (max(0.0, -shift) + 1e-13, min(1.0, 1.0 - shift) - 1e-13)
            q = optimize.minimize_scalar(
                against, bounds=ends, method="bounded", options={"xatol": 1e-13}
            ).x
            p = q + shift
            part = p * (1 - p) / n + q * (1 - q) / n_0
            variance += w**2 * part * (n + n_0) / (n + n_0 - 1)
        return (difference - shift) / float(np.sqrt(variance))

    low = optimize.brentq(lambda s: score(s) - Z, difference - 0.3, difference - 1e-9)
    high = optimize.brentq(lambda s: score(s) + Z, difference + 1e-9, difference + 0.3)
    return [difference, low, high]


def per_study(subjects: set[str], first: str, second: str) -> tuple[Floats, ...]:
    """Return events and totals by study of two arms, where a study has both."""
    safe = people("SAFFL").reset_index()
    common = [s for s, g in safe.groupby("STUDYID") if {first, second} <= set(g["TRT01A"])]

    def counts(arm: str) -> tuple[Floats, Floats]:
        mine = [safe[(safe["STUDYID"] == s) & (safe["TRT01A"] == arm)] for s in common]
        events = np.array([m["USUBJID"].isin(subjects).sum() for m in mine], dtype=float)
        return events, np.array([len(m) for m in mine], dtype=float)

    return (*counts(first), *counts(second))


def responders(study: str) -> tuple[pd.DataFrame, dict[str, pd.Series]]:
    """Return the patients of the common arms, and who met each rule at week 48."""
    found = people("FASFL", (PLACEBO, MONTHLY), study)
    change = values("adqs", "ESSDAI", "CHG", found.index)[48]
    value = values("adqs", "ESSDAI", "AVAL", found.index)[48]
    met = {
        "Falls by at least 3": change <= -3,
        "Falls by at least 4": change <= -4,
        "Falls by at least 5": change <= -5,
        "Value below 5": value < 5,
    }
    return found.assign(SEEN=change.notna()), met


SEARCHED = ("Falls by at least 3", "Value below 5")
"""Rules whose limits are searched for; a search takes a second."""
HANDLING = ("Missing as non-response", "Observed values only")


@pytest.mark.slow
@pytest.mark.parametrize("handling", HANDLING)
@pytest.mark.parametrize("study", ["NEPTUNUS-1", ""])
def test_that_responders_are_counted_and_compared_alike(study: str, handling: str) -> None:
    result = run("responders", study=study or "Pooled", imputations=10)
    shown, adjusted = rows(result, "responders"), rows(result, "adjusted")
    found, rules = responders(study)
    for rule, met in rules.items():
        cells = shown[rule, handling]
        use = found if handling == HANDLING[0] else found[found["SEEN"]]
        hit = met[use.index].astype(int)
        active = use["TRT01P"] == MONTHLY
        assert cells[0][:2] == (hit[~active].sum(), (~active).sum())
        assert cells[1][:2] == (hit[active].sum(), active.sum())
        tables = [
            np.array([[y.sum(), len(y) - y.sum()] for y in (hit[g][active], hit[g][~active])])
            for g in use.groupby(["STUDYID", "STRAT1"]).groups.values()
        ]
        counts = np.array(tables, dtype=float)
        n, n_0 = counts[:, 0].sum(axis=1), counts[:, 1].sum(axis=1)
        if rule in SEARCHED:
            wanted = stratified_score(counts[:, 0, 0], n, counts[:, 1, 0], n_0)
            # The root search of the second computation stops near 1e-10.
            assert np.array(cells[2]) == pytest.approx(100 * np.array(wanted), abs=1e-6)
        test = StratifiedTable(tables).test_null_odds(correction=False)
        assert cells[4][0] == pytest.approx(test.pvalue, rel=1e-9)
        model = logistic(use, hit)
        wanted_ratio = np.exp([model.params["ACTIVE"], *model.conf_int().loc["ACTIVE"]])
        assert np.array(cells[5]) == pytest.approx(wanted_ratio, rel=1e-7)
        means, gradients = [], []
        for arm in (0.0, 1.0):
            moved = model.model.exog.copy()
            moved[:, 1] = arm
            chance = 1 / (1 + np.exp(-moved @ model.params.to_numpy()))
            means.append(chance.mean())
            gradients.append((chance * (1 - chance)) @ moved / len(moved))
        gap, slope = means[1] - means[0], gradients[1] - gradients[0]
        error = np.sqrt(slope @ model.cov_params().to_numpy() @ slope)
        wanted_gap = [100 * v for v in (gap, gap - Z * error, gap + Z * error)]
        found_gap = adjusted[rule, handling]
        assert [c[0] for c in found_gap[:2]] == pytest.approx([100 * m for m in means], rel=1e-7)
        assert found_gap[2] == pytest.approx(wanted_gap, rel=1e-7)
        assert found_gap[3][0] == pytest.approx(2 * stats.norm.sf(abs(gap / error)), rel=1e-6)


def logistic(use: pd.DataFrame, hit: pd.Series) -> sm.regression.linear_model.RegressionResults:
    """Fit response on arm, baseline, stratum and study."""
    design = pd.DataFrame(
        {
            "CONST": 1.0,
            "ACTIVE": (use["TRT01P"] == MONTHLY).astype(float),
            "BASE": use["BLESSDAI"].astype(float),
            "STRATUM": (use["STRAT1"] == use["STRAT1"].iloc[0]).astype(float),
        }
    )
    if (use["STUDYID"] != use["STUDYID"].iloc[0]).any():
        design["STUDY"] = (use["STUDYID"] == "NEPTUNUS-2").astype(float)
    model = sm.GLM(hit, design, family=sm.families.Binomial())
    return model.fit(tol=1e-12, maxiter=100)


def test_that_star_and_cress_are_earned_by_the_published_rules() -> None:
    # Seror 2022, Table 3; Arends 2021.
    found = people("FASFL", (PLACEBO, MONTHLY))

    def pair(name: str, code: str) -> tuple[pd.Series, pd.Series]:
        wide = values(name, code, "AVAL", found.index)
        return wide[0], wide[48]

    clin_0, clin = pair("adqs", "CLINESSD")
    complaint_0, complaint = pair("adqs", "ESSPRI")
    schirmer_0, schirmer = pair("adeyesal", "SCHIRM")
    stain_0, stain = pair("adeyesal", "OSS")
    flow_0, flow = pair("adeyesal", "UWS")
    factor_0, factor = pair("adlb", "RF")
    igg_0, igg = pair("adlb", "IGG")
    noise = 1e-9
    complaints = (complaint_0 - complaint >= 1 - noise) | (
        (complaint <= 0.85 * complaint_0 + noise) & (complaint_0 > 0)
    )
    wet = np.where(schirmer_0 < 5, schirmer - schirmer_0 >= 5, schirmer >= 5)
    wet = wet & schirmer_0.notna() & schirmer.notna()
    smooth = np.where(stain_0 >= 3, stain_0 - stain >= 2, stain < 3)
    smooth = smooth & stain_0.notna() & stain.notna()
    tears = wet | smooth
    saliva = (flow >= 1.25 * flow_0 - noise) & (flow > 0)
    serum = (factor <= 0.75 * factor_0 + noise) | (igg <= 0.9 * igg_0 + noise)
    rest = tears.astype(int) + saliva + serum
    star = 3 * (clin_0 - clin >= 3) + 3 * complaints + rest >= 5
    cress = (clin < 5).astype(int) + complaints + rest >= 3

    result = run("composite_responders", study="Pooled")

    for key, reached in (("star", star), ("cress", cress)):
        cells = rows(result, key)[("Responders",)]
        for cell, arm in zip(cells, (PLACEBO, MONTHLY), strict=True):
            mine = found["TRT01P"] == arm
            assert cell[:2] == (reached[mine].sum(), mine.sum())


# ------------------------------------------------------------------ other endpoints


@pytest.mark.parametrize(
    ("parameter", "published", "p"),
    [("PAGA", (-6.6, -11.4, -1.8), 0.007), ("PHGA", (-5.5, -10.1, -0.9), 0.018)],
)
def test_that_global_assessments_are_the_published_ones(
    parameter: str, published: tuple[float, ...], p: float
) -> None:
    # NEPTUNUS-1, week 48; source in resources/demo/README.md. The study was calibrated with
    # degrees of freedom of Satterthwaite; those of Kenward and Roger move the last digit.
    last = rows(run("mmrm_change", study="NEPTUNUS-1", parameter=parameter), "differences")
    estimate, limits, _, p_value = last[("Week 48",)]

    assert (estimate[0], *limits) == pytest.approx(published, abs=0.06)
    assert p_value[0] == pytest.approx(p, abs=1e-3)


def test_that_salivary_flow_has_the_difference_of_the_restricted_likelihood() -> None:
    found = people("FASFL", (PLACEBO, MONTHLY), "NEPTUNUS-1")
    change = values("adeyesal", "SWS", "CHG", found.index)[[24, 48]].to_numpy()
    base = values("adeyesal", "SWS", "AVAL", found.index)[0].to_numpy(dtype=float)
    active = (found["TRT01P"] == MONTHLY).to_numpy()
    subject, visit = np.nonzero(np.isfinite(change))
    columns = []
    for late in (visit == 0, visit == 1):
        columns += [late * ~active[subject], late * active[subject], late * base[subject]]
    beta = restricted_fit(np.column_stack(columns), change[subject, visit], subject, visit)

    shown = rows(run("mmrm_change", study="NEPTUNUS-1", parameter="SWS"), "differences")

    # The search of the second computation stops at a gradient of 1e-7.
    assert shown[("Week 48",)][0][0] == pytest.approx(beta[4] - beta[3], rel=1e-5)


def restricted_fit(
    design: Floats, y: Floats, subject: NDArray[np.intp], visit: NDArray[np.intp]
) -> Floats:
    """Return the coefficients at the largest restricted likelihood of two visits."""
    groups = [np.flatnonzero(subject == s) for s in np.unique(subject)]

    def parts(theta: Floats) -> tuple[float, Floats]:
        root = np.array([[np.exp(theta[0]), 0.0], [theta[1], np.exp(theta[2])]])
        sigma = root @ root.T
        left = np.zeros((design.shape[1],) * 2)
        right = np.zeros(design.shape[1])
        total = 0.0
        for rows_ in groups:
            own = sigma[np.ix_(visit[rows_], visit[rows_])]
            inverse = np.linalg.inv(own)
            x = design[rows_]
            total += np.linalg.slogdet(own)[1] + y[rows_] @ inverse @ y[rows_]
            left += x.T @ inverse @ x
            right += x.T @ inverse @ y[rows_]
        beta = np.linalg.solve(left, right)
        return float(total - right @ beta + np.linalg.slogdet(left)[1]), beta

    scale = np.log(np.std(y))
    found = optimize.minimize(
        lambda t: parts(t)[0], [scale, 0.0, scale], method="BFGS", options={"gtol": 1e-7}
    )
    return parts(found.x)[1]


# ------------------------------------------------------------------ what was pooled, who is counted


def test_that_who_is_in_the_comparison_is_counted_from_the_files() -> None:
    table = rows(run("evidence", visits=("Week 24", "Week 48"), covariance="cs"), "denominators")

    adsl = read("adsl")
    adqs = read("adqs")
    change = adqs[(adqs["PARAMCD"] == "ESSDAI") & (adqs["ANL01FL"] == "Y") & adqs["CHG"].notna()]
    model = change[change["AVISITN"].isin([24, 48])]
    assert len(table) == 5
    for (name, arm), found in table.items():
        randomised = adsl[(adsl["STUDYID"] == name) & (adsl["TRT01P"] == arm)]
        full = randomised[randomised["FASFL"] == "Y"]
        inside = full[full["USUBJID"].isin(model["USUBJID"])]
        last = set(model.loc[model["AVISITN"] == 48, "USUBJID"]) & set(full["USUBJID"])
        lost = len(randomised) - len(last)
        assert [c[0] for c in found[:4]] == [len(randomised), len(full), len(inside), len(last)]
        assert found[4] == pytest.approx((lost, 100 * lost / len(randomised)), rel=1e-12)
        base = inside["BLESSDAI"]
        assert found[5] == pytest.approx((base.mean(), base.std()), rel=1e-10)
    assert sum(c[0][0] for (name, _), c in table.items() if name == "NEPTUNUS-1") == 275
    assert sum(c[0][0] for (name, _), c in table.items() if name == "NEPTUNUS-2") == 504


@pytest.mark.parametrize("study", ["NEPTUNUS-1", "NEPTUNUS-2", "Pooled"])
def test_that_the_flow_is_counted_from_the_files(study: str) -> None:
    result = run("participant_flow", study=study)

    adsl = read("adsl")
    mine = adsl if study == "Pooled" else adsl[adsl["STUDYID"] == study]
    seen = values("adqs", "ESSDAI", "AVAL", pd.Index(mine["USUBJID"]))[48].notna().to_numpy()
    full = mine["FASFL"] == "Y"
    wanted = {
        "Randomised": mine["RANDFL"] == "Y",
        "Received treatment": mine["TRTSDT"].notna(),
        "Did not receive treatment": mine["TRTSDT"].isna(),
        "Completed the study": mine["EOSSTT"] == "COMPLETED",
        "Discontinued the study": mine["EOSSTT"] == "DISCONTINUED",
        "Analysed: Full analysis set": full,
        "Not in: Full analysis set": ~full,
        "With ESSDAI at Week 48": full & seen,
        "Without ESSDAI at Week 48": full & ~seen,
    }
    reasons = mine.loc[wanted["Discontinued the study"], "DCSREAS"].unique()
    wanted |= {r.capitalize(): mine["DCSREAS"] == r for r in reasons}
    arms = [a for a in ARMS if (mine["TRT01P"] == a).any()]
    table = {labels[0]: cells for labels, cells in rows(result, "flow").items()}
    assert set(table) == set(wanted)
    for label, hit in wanted.items():
        counts = [int((hit & (mine["TRT01P"] == a)).sum()) for a in arms]
        assert [c[0] for c in table[label]] == [*counts, sum(counts)], label


def test_that_every_step_of_pooling_is_least_squares_at_one_visit() -> None:
    steps = rows(run("evidence", visits=("Week 48",)), "steps_1")

    frame = people("FASFL")[["STUDYID", "TRT01P", "BLESSDAI"]]
    frame = frame.assign(Y=values("adqs", "ESSDAI", "CHG", frame.index)[48]).dropna()
    frame = frame.assign(
        M=(frame["TRT01P"] == MONTHLY) * 1.0,
        Q=(frame["TRT01P"] == QUARTERLY) * 1.0,
        S=(frame["STUDYID"] == "NEPTUNUS-2") * 1.0,
        ONE=1.0,
    )
    both = frame[frame["Q"] == 0].assign(SB=lambda f: f["S"] * f["BLESSDAI"])

    def fitted(part: pd.DataFrame, *columns: str) -> list[float]:
        fit = sm.OLS(part["Y"], part[["M", "ONE", *columns]]).fit()
        return [fit.params["M"], fit.bse["M"], fit.pvalues["M"]]

    def two_stage(part: pd.DataFrame, *columns: str) -> list[float]:
        found = np.array(
            [fitted(g, *(c for c in columns if g[c].any()))[:2] for _, g in part.groupby("STUDYID")]
        )
        weight = found[:, 1] ** -2
        estimate, error = weight @ found[:, 0] / weight.sum(), weight.sum() ** -0.5
        return [estimate, error, 2 * stats.norm.sf(abs(estimate / error))]

    wanted = {
        "Two-stage, fixed effect": two_stage(frame, "Q", "BLESSDAI"),
        f"Two-stage, without {QUARTERLY}": two_stage(both, "BLESSDAI"),
        "One model, everything by study": two_variances(both, ["M", "ONE", "S", "BLESSDAI", "SB"]),
        "One model, one covariance": fitted(both, "S", "BLESSDAI", "SB"),
        "One model, study as factor": fitted(both, "S", "BLESSDAI"),
        "One model, study ignored": fitted(both, "BLESSDAI"),
    }
    assert [labels[0] for labels in steps] == list(wanted)
    found = {labels[0]: cells for labels, cells in steps.items()}
    before = None
    for label, (estimate, error, p) in wanted.items():
        cells = found[label]
        assert [cells[0][0], cells[1][0], cells[3][0]] == pytest.approx(
            [estimate, error, p], rel=1e-6
        ), label
        if before is not None:
            assert cells[2][0] == pytest.approx(estimate - before, abs=1e-7)
        before = estimate


def two_variances(frame: pd.DataFrame, columns: list[str]) -> list[float]:
    """Return effect of M, its error and p value, with a residual variance for each study.

    Fisher scoring of the restricted likelihood; error and degrees of freedom by Kenward and
    Roger (Biometrics 1997;53:983-997), written out for a covariance that is linear in its
    parameters, with the observed information.
    """
    x, y = frame[columns].to_numpy(), frame["Y"].to_numpy()
    of = [(frame["S"] == s).to_numpy().astype(float) for s in (0, 1)]
    pairs = [(i, j) for i in (0, 1) for j in (0, 1)]
    theta = np.array([y[d == 1].var() for d in of])
    for _ in range(30):
        inverse = of[0] / theta[0] + of[1] / theta[1]
        weighted = inverse[:, None] * x
        phi = np.linalg.inv(x.T @ weighted)
        projected = np.diag(inverse) - weighted @ phi @ weighted.T
        r = projected @ y
        score = np.array([np.diag(projected) @ d - r @ (d * r) for d in of])
        hessian, expected = np.empty((2, 2)), np.empty((2, 2))
        for i, j in pairs:
            expected[i, j] = (projected**2 * of[i][:, None] * of[j]).sum()
            hessian[i, j] = 2 * r @ (of[i] * (projected @ (of[j] * r))) - expected[i, j]
        step = np.linalg.solve(expected, score)
        if np.abs(step).max() < 1e-11 * theta.min():
            break
        theta = theta - step
    beta = phi @ weighted.T @ y
    p = [-(weighted.T @ (d[:, None] * weighted)) for d in of]
    q = [x.T @ ((d * inverse**3)[:, None] * x) for d in of]
    w = 2 * np.linalg.inv(hessian)
    more = sum(w[i, j] * ((q[i] if i == j else 0.0) - p[i] @ phi @ p[j]) for i, j in pairs)
    slope = np.array([(phi @ m @ phi)[0, 0] for m in p])
    df = 2 * phi[0, 0] ** 2 / (slope @ w @ slope)
    error = float(np.sqrt((phi + 2 * phi @ more @ phi)[0, 0]))
    return [float(beta[0]), error, float(2 * stats.t.sf(abs(beta[0]) / error, df))]


# ------------------------------------------------------------------ estimands and missing values


class Trial:
    """NEPTUNUS-1: change in ESSDAI of all patients at all visits."""

    def __init__(self) -> None:
        self.people = people("FASFL", (PLACEBO, MONTHLY), "NEPTUNUS-1")
        self.change = values("adqs", "ESSDAI", "CHG", self.people.index)[WEEKS].to_numpy()
        self.base = self.people["BLESSDAI"].to_numpy(dtype=float)
        self.active = (self.people["TRT01P"] == MONTHLY).to_numpy().astype(int)
        adqs = values("adqs", "ESSDAI", "ADT", self.people.index)[WEEKS]
        self.day = adqs.apply(pd.to_datetime).to_numpy()

    def event(self) -> NDArray[np.datetime64]:
        """Return the first intercurrent event of each patient."""
        who = self.people
        dates = [
            pd.to_datetime(who[date]).where(who[flag] == value)
            for flag, value, date in (
                ("EOTSTT", "DISCONTINUED", "TRTEDT"),
                ("RESCFL", "Y", "RESCDT"),
                ("PROHFL", "Y", "PROHDT"),
                ("DTHFL", "Y", "DTHDT"),
            )
        ]
        return pd.concat(dates, axis=1).min(axis=1).to_numpy()

    def after(self) -> NDArray[np.bool_]:
        """Return which visits come after it; one that was missed has its planned day."""
        planned = pd.to_datetime(self.people["TRTSDT"]).to_numpy()[:, None] + np.array(
            [np.timedelta64(7 * w, "D") for w in WEEKS]
        )
        day = np.where(np.isnat(self.day), planned, self.day)
        return np.asarray(day > self.event()[:, None])

    def difference(self, last: Floats) -> tuple[float, float, float]:
        """Return difference of the analysis of covariance, its error and p value."""
        use = np.isfinite(last)
        design = np.column_stack([np.ones(use.sum()), self.active[use], self.base[use]])
        fit = sm.OLS(last[use], design).fit()
        return float(fit.params[1]), float(fit.bse[1]), float(fit.pvalues[1])

    def imputed(self, change: Floats, assumption: str) -> Floats:
        """Return the last visit, missing values by their mean given the values seen."""
        placebo, active, slope, sigma = self._means(change)
        last = change[:, -1].copy()
        for i in np.flatnonzero(np.isnan(last)):
            seen = np.flatnonzero(np.isfinite(change[i]))
            since = seen[-1] + 1 if seen.size else 0
            own = (active if self.active[i] else placebo) + slope * self.base[i]
            reference = placebo + slope * self.base[i]
            mean = own.copy()
            if assumption == "JR":
                mean[since:] = reference[since:]
            elif assumption == "CR":
                mean = reference
            elif assumption == "CIR":
                step = own[since - 1] - reference[since - 1] if since else 0.0
                mean[since:] = reference[since:] + step
            elif assumption == "LMCF" and since:
                mean[since:] = own[since - 1]
            last[i] = mean[-1]
            if seen.size:
                weight = np.linalg.solve(sigma[np.ix_(seen, seen)], sigma[seen, -1])
                last[i] += weight @ (change[i, seen] - mean[seen])
        return last

    def _means(self, change: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Return means by visit of each arm at baseline 0, slopes, and the covariance.

        Expectation and maximisation, with the correction of the restricted likelihood:
        the spread of the coefficients is added to that of the residuals.
        """
        n, visits = change.shape
        size = 3 * visits
        sigma = np.diag(np.nanvar(change, axis=0))
        patterns = [np.flatnonzero(np.isfinite(row)) for row in change]
        designs = []
        for i, seen in enumerate(patterns):
            x = np.zeros((visits, size))
            x[range(visits), np.arange(visits) + visits * self.active[i]] = 1.0
            x[range(visits), np.arange(visits) + 2 * visits] = self.base[i]
            designs.append((x, seen))
        for _ in range(2000):
            left, right = np.zeros((size, size)), np.zeros(size)
            for (x, seen), row in zip(designs, change, strict=True):
                inverse = np.linalg.inv(sigma[np.ix_(seen, seen)])
                left += x[seen].T @ inverse @ x[seen]
                right += x[seen].T @ inverse @ row[seen]
            spread = np.linalg.inv(left)
            beta = spread @ right
            total = np.zeros((visits, visits))
            for (x, seen), row in zip(designs, change, strict=True):
                gain = sigma[:, seen] @ np.linalg.inv(sigma[np.ix_(seen, seen)])
                residual = gain @ (row[seen] - x[seen] @ beta)
                hat = gain @ x[seen]
                total += (
                    np.outer(residual, residual) + hat @ spread @ hat.T + sigma - gain @ sigma[seen]
                )
            moved = np.abs(total / n - sigma).max()
            sigma = total / n
            if moved < 1e-9:
                break
        return beta[:visits], beta[visits : 2 * visits], beta[2 * visits :], sigma


@pytest.fixture(scope="module")
def trial() -> Trial:
    return Trial()


ASSUMPTIONS = {
    "MAR": "Missing at random (MAR)",
    "JR": "Jump to reference (J2R)",
    "CR": "Copy reference (CR)",
    "CIR": "Copy increments in reference (CIR)",
    "LMCF": "Last mean carried forward (LMCF)",
}


@pytest.mark.slow
def test_that_assumptions_on_missing_values_give_the_difference_of_their_means(
    trial: Trial,
) -> None:
    found = rows(
        run(
            "sensitivity",
            study="NEPTUNUS-1",
            method="jackknife",
            assumptions=("OBSERVED", *ASSUMPTIONS),
        ),
        "sensitivity",
    )

    observed = trial.difference(trial.change[:, -1])
    cells = found[("Observed values only (ANCOVA)",)]
    assert (*cells[0], *cells[3]) == pytest.approx(observed, rel=1e-9)
    for key, label in ASSUMPTIONS.items():
        wanted = trial.difference(trial.imputed(trial.change, key))[0]
        # Expectation and maximisation stops when no covariance moves by 1e-9.
        assert found[(label,)][0][0] == pytest.approx(wanted, rel=1e-7), key


@pytest.mark.parametrize("strategy", ["hypothetical", "composite", "while"])
def test_that_strategies_for_events_change_the_values_they_name(
    trial: Trial, strategy: str
) -> None:
    kinds = ("stopped", "rescue", "prohibited", "immunosuppressant", "death")
    events = {f"event_{kind}": strategy for kind in kinds}
    given = {"study": "NEPTUNUS-1", "method": "jackknife", "assumptions": ("MAR",), **events}
    found = rows(run("sensitivity", **given), "sensitivity")[(ASSUMPTIONS["MAR"],)]

    after = trial.after()
    change = np.where(after, np.nan, trial.change)
    if strategy == "composite":
        change = np.where(after, 0.0, trial.change)
    if strategy == "while":
        # Who has no value before the event stays without one, and is imputed.
        carried = pd.DataFrame(change).ffill(axis=1).to_numpy()
        change = np.where(after, carried, change)
    wanted = trial.difference(trial.imputed(change, "MAR"))[0]
    assert found[0][0] == pytest.approx(wanted, rel=1e-7)


def test_that_shifts_move_the_difference_by_their_share(trial: Trial) -> None:
    found = rows(run("tipping_point", study="NEPTUNUS-1", imputations=10), "points")
    missing = np.isnan(trial.change[:, -1]).astype(float)

    points = [cells for cells in found.values() if len(cells[2]) == 2]
    assert len(points) == 4
    for shift, shift_0, difference, *_ in points:
        moved = missing * np.where(trial.active, float(str(shift[0])), float(str(shift_0[0])))
        # The difference is linear in the values: shifts alone are analysed in their place.
        wanted = float(str(points[0][2][0])) + trial.difference(moved)[0]
        assert difference[0] == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize("population", ["PPROTFL", "COMPLFL"])
def test_that_other_populations_are_those_of_their_flags(trial: Trial, population: str) -> None:
    result = run("ancova_visit", study="NEPTUNUS-1", population=population)

    inside = (trial.people[population] == "Y").to_numpy()
    wanted = trial.difference(np.where(inside, trial.change[:, -1], np.nan))
    cells = rows(result, "differences")[("Week 48",)]
    assert (*cells[0], *cells[3]) == pytest.approx(wanted, rel=1e-9)


def test_that_arms_dealt_anew_within_strata_give_the_same_p(trial: Trial) -> None:
    cells = rows(run("rerandomisation", study="NEPTUNUS-1"), "rerandomisation")
    ((_, _, statistic, p_value, error, _),) = cells.values()
    use = np.isfinite(trial.change[:, -1])
    y, base = trial.change[use, -1], trial.base[use]
    stratum = (trial.people["STRAT1"] == trial.people["STRAT1"].iloc[0]).to_numpy()
    fixed = np.column_stack([np.ones(use.sum()), base, stratum[use]])
    # The statistic grows with the partial correlation, for which two projections serve.
    projection = np.eye(len(y)) - fixed @ np.linalg.pinv(fixed)
    residual = projection @ y
    rng = np.random.default_rng(7)

    def correlation(arm: NDArray[np.int64]) -> float:
        left = projection @ arm[use]
        return float(left @ residual / np.sqrt((left @ left) * (residual @ residual)))

    seen = correlation(trial.active)
    draws = 4000
    hits = 0
    for _ in range(draws):
        arm = trial.active.copy()
        for group in (stratum, ~stratum):
            arm[group] = rng.permutation(arm[group])
        hits += abs(correlation(arm)) >= abs(seen) - 1e-12
    df = len(y) - 4
    assert statistic[0] == pytest.approx(seen * np.sqrt(df / (1 - seen**2)), rel=1e-9)
    share = hits / draws
    both = np.hypot(float(str(error[0])), np.sqrt(share * (1 - share) / draws))
    assert abs(float(str(p_value[0])) - share) < 4 * both


def test_that_missing_values_are_those_without_a_record() -> None:
    found = people("FASFL", (PLACEBO, MONTHLY))
    absent = values("adqs", "ESSDAI", "AVAL", found.index)[WEEKS].isna().to_numpy()
    later = np.logical_or.accumulate(~absent[:, ::-1], axis=1)[:, ::-1]
    active = (found["TRT01P"] == MONTHLY).to_numpy()

    shown = rows(run("missingness", study="Pooled"), "visits")

    for place, week in enumerate(WEEKS):
        cells = shown[(f"Week {week}",)]
        for cell, gap, arm in zip(cells[::2], cells[1::2], (~active, active), strict=True):
            assert cell[0] == absent[arm, place].sum()
            assert gap[0] == (absent[arm, place] & later[arm, place]).sum()


def product_limit(time: Floats, event: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return the times of events and the share without one after each."""
    at = np.unique(time[event])
    left = [1 - (event & (time == t)).sum() / (time >= t).sum() for t in at]
    return at, np.cumprod(left)


def test_that_staying_in_the_study_is_the_product_of_shares() -> None:
    found = people("FASFL", (PLACEBO, MONTHLY))
    start, end = (pd.to_datetime(found[c]) for c in ("RANDDT", "EOSDT"))
    time = (end - start).dt.days.to_numpy(dtype=float)
    left = (found["EOSSTT"] == "DISCONTINUED").to_numpy()

    result = run("missingness", study="Pooled")

    figure = next(f for f in result.figures if f.key == "staying")
    for series in figure.series:  # type: ignore[union-attr]
        mine = (found["TRT01P"] == series.name).to_numpy()
        at, share = product_limit(time[mine], left[mine])
        shown = dict(zip(series.x, series.y, strict=True))
        assert [shown[t] for t in at] == pytest.approx(list(100 * share), rel=1e-9)


# ------------------------------------------------------------------ safety


def emergent() -> pd.DataFrame:
    adae = read("adae")
    return adae[adae["TRTEMFL"] == "Y"]


def test_that_events_are_counted_once_a_subject_and_each_time() -> None:
    events = emergent()
    which = {
        "Any adverse event": events["AESEQ"] > 0,
        "Serious": events["AESER"] == "Y",
        "Severe": events["AESEV"] == "SEVERE",
        "Related to treatment": events["AEREL"] == "Y",
        "Leading to discontinuation of treatment": events["AEACN"] == "DRUG WITHDRAWN",
        "Leading to death": events["AESDTH"] == "Y",
    }

    overview = rows(run("ae_overview", study="Pooled"), "ae_overview")
    terms = run("ae_terms", study="Pooled").tables[0]

    for label, mask in which.items():
        for cell, arm in zip(overview[(label,)], ARMS, strict=False):
            mine = events[mask & (events["TRTA"] == arm)]
            assert (cell[0], cell[2]) == (mine["USUBJID"].nunique(), len(mine))
    for row in terms.rows[1:]:
        column = "AEDECOD" if row.indent else "AESOC"
        for place, arm in enumerate(ARMS):
            mine = events[(events[column] == row.labels[0].strip()) & (events["TRTA"] == arm)]
            cell = row.cells[place]
            assert cell is not None
            assert cell.stats[0].value == mine["USUBJID"].nunique()


def test_that_rates_are_first_events_by_time_until_them() -> None:
    events = emergent()
    safe = people("SAFFL")
    events = events[events["AESER"] == "Y"]
    start = pd.to_datetime(events["TRTSDT"])
    day = ((pd.to_datetime(events["ASTDT"]) - start).dt.days + 1).groupby(events["USUBJID"]).min()
    first = day.reindex(safe.index)
    # EX.2: an event after the last dose contributes the days up to it.
    years = first.fillna(safe["TRTDURD"]) / 365.25

    cells = rows(run("ae_incidence", study="Pooled"), "ae_incidence")[("Serious",)]

    for place, arm in enumerate(ARMS):
        mine = safe["TRT01A"] == arm
        n, time = int(first[mine].notna().sum()), float(years[mine].sum())
        assert cells[2 * place] == pytest.approx((n, time), rel=1e-9)
        exact = (
            n / time,
            stats.chi2.ppf(0.025, 2 * n) / 2 / time,
            stats.chi2.ppf(0.975, 2 * n + 2) / 2 / time,
        )
        assert cells[2 * place + 1] == pytest.approx([100 * v for v in exact], rel=1e-9)


GROUPS = {
    "Infections": ("AESOC", ("Infections",)),
    "Injection site reactions": ("AESOC", ("Injection site",)),
    "Hypersensitivity": ("AEDECOD", ("Hives",)),
    "Neutropenia": ("AEDECOD", ("Neutrophil count low", "White cell count low")),
    "Liver events": ("AEDECOD", ("Liver enzymes high",)),
}


@pytest.mark.parametrize("label", GROUPS)
def test_that_differences_within_studies_have_score_limits(label: str) -> None:
    column, terms = GROUPS[label]
    events = emergent()
    subjects = set(events.loc[events[column].isin(terms), "USUBJID"])

    cells = rows(run("ae_special", study="Pooled"), "ae_special")[(label,)]

    for place, arm in enumerate((MONTHLY, QUARTERLY)):
        wanted = stratified_score(*per_study(subjects, arm, PLACEBO))
        # The root search of the second computation stops near 1e-10.
        assert cells[3 + place] == pytest.approx([100 * v for v in wanted], abs=1e-6)


def test_that_one_death_and_none_have_exact_limits() -> None:
    cells = rows(run("deaths_sae", study="Pooled"), "deaths")[("Deaths from any cause",)]

    for count, limits, n, x in ((cells[0], cells[1], 307, 1), (cells[2], cells[3], 305, 0)):
        exact = stats.binomtest(x, n).proportion_ci(method="exact")
        assert count[0] == x
        assert limits == pytest.approx((100 * exact.low, 100 * exact.high), rel=1e-9)
    # 0 of 305: 1 - 0.025 ** (1 / 305).
    assert cells[3][1] == pytest.approx(100 * (1 - 0.025 ** (1 / 305)), rel=1e-9)
    safe = people("SAFFL")
    died = set(safe.index[safe["DTHFL"] == "Y"])
    wanted = stratified_score(*per_study(died, MONTHLY, PLACEBO))
    assert cells[6] == pytest.approx([100 * v for v in wanted], abs=1e-6)


def test_that_the_time_to_a_serious_infection_is_kaplan_meier() -> None:
    events = emergent()
    events = events[(events["AESOC"] == "Infections") & (events["AESER"] == "Y")]
    day = (pd.to_datetime(events["ASTDT"]) - pd.to_datetime(events["TRTSDT"])).dt.days + 1
    safe = people("SAFFL")
    first = day.groupby(events["USUBJID"]).min().reindex(safe.index)
    time = first.fillna(safe["TRTDURD"]).to_numpy(dtype=float)
    had = first.notna().to_numpy()

    result = run("ae_time", study="Pooled", event="group:infection_serious")

    shown = rows(result, "time_estimates")
    death = (pd.to_datetime(safe["DTHDT"]) - pd.to_datetime(safe["TRTSDT"])).dt.days + 1
    assert not (~had & (death.to_numpy() <= time)).any()  # nothing competes here
    for place, arm in enumerate(ARMS):
        mine = (safe["TRT01A"] == arm).to_numpy()
        at, share = product_limit(time[mine], had[mine])
        for (label,), cells in shown.items():
            until = np.flatnonzero(at <= float(label))
            without = share[until[-1]] if until.size else 1.0
            assert cells[2 * place + 1][0] == pytest.approx(100 * without, rel=1e-9)
    chi2, p_value = survdiff(time, had, safe["TRT01A"], strata=safe["STUDYID"])
    test = rows(result, "time_tests")[("Log-rank",)]
    assert (test[0][0], test[2][0]) == pytest.approx((chi2, p_value), rel=1e-8)


def test_that_mean_numbers_of_events_are_sums_of_events_by_subjects_at_risk() -> None:
    events = emergent().copy()
    start = pd.to_datetime(events["TRTSDT"])
    events["DAY"] = ((pd.to_datetime(events["ASTDT"]) - start).dt.days + 1).clip(lower=1)
    events = events[events["DAY"].notna()]
    safe = people("SAFFL")
    last = events.groupby("USUBJID")["DAY"].max().reindex(safe.index)
    # TE.6: who has an event after the last dose leaves at its last event.
    until = np.fmax(safe["TRTDURD"], last)

    shown = rows(run("ae_time", study="Pooled", event="any"), "mean_number")

    assert len(shown) > 4
    for place, arm in enumerate(ARMS):
        mine = safe.index[safe["TRT01A"] == arm]
        days, counts = np.unique(
            events.loc[events["USUBJID"].isin(mine), "DAY"], return_counts=True
        )
        steps = [k / (until[mine] >= t).sum() for t, k in zip(days, counts, strict=True)]
        for (label,), cells in shown.items():
            wanted = sum(s for s, t in zip(steps, days, strict=True) if t <= float(label))
            assert cells[place][0] == pytest.approx(wanted, rel=1e-9)


# ------------------------------------------------------------------ laboratory


def lab(code: str) -> pd.DataFrame:
    records = read("adlb")
    return records[(records["PARAMCD"] == code) & (records["SAFFL"] == "Y")]


# CTCAE version 5.0, upper bounds of grades 4, 3 and 2 below the lower limit of normal.
CYTOPENIA = {"NEUT": (0.5, 1.0, 1.5), "LYMPH": (0.2, 0.5, 0.8), "PLAT": (25.0, 50.0, 75.0)}


@pytest.mark.parametrize("code", CYTOPENIA)
def test_that_low_cells_have_the_grades_of_the_criteria(code: str) -> None:
    records = lab(code)
    later = records[records["AVISITN"] > 0]
    grade = (later["AVAL"] < later["A1LO"]).astype(int)
    for bound in reversed(CYTOPENIA[code]):
        grade += ((later["AVAL"] < bound) & (later["AVAL"] < later["A1LO"])).astype(int)
    worst = grade.groupby(later["USUBJID"]).max()
    arm = people("SAFFL")["TRT01A"].reindex(worst.index)

    table = next(t for t in run("ctcae_grades", study="Pooled").tables if t.key == "ctcae_grades")

    label = records["PARAM"].iloc[0]
    grades = {**{f"Grade {g}": (g,) for g in range(5)}, "Grade 3 or 4": (3, 4)}
    compared = 0
    for row in table.rows:
        name, term, which = row.labels
        if name != label or "increased" in term or which not in grades:
            continue
        for place, one in enumerate(ARMS):
            cell = row.cells[place]
            assert cell is not None
            wanted = int((worst.isin(grades[which]) & (arm == one)).sum())
            assert cell.stats[0].value == wanted, row.labels
            compared += 1
    assert compared >= 4 * len(ARMS)


def test_that_liver_quadrants_hold_the_peaks_of_the_records() -> None:
    peak = {}
    for code in ("ALT", "AST", "BILI"):
        records = lab(code)
        later = records[records["AVISITN"] > 0]
        peak[code] = (later["AVAL"] / later["A1HI"]).groupby(later["USUBJID"]).max()
    peaks = pd.DataFrame(peak).dropna()
    enzyme = peaks[["ALT", "AST"]].max(axis=1) > 3
    bilirubin = peaks["BILI"] > 2
    arm = people("SAFFL")["TRT01A"].reindex(peaks.index)

    found = rows(run("liver", study="Pooled"), "liver_quadrants")

    for label, mask in {
        "Both high (possible Hy's law)": enzyme & bilirubin,
        "Aminotransferase alone high (Temple's corollary)": enzyme & ~bilirubin,
        "Bilirubin alone high": ~enzyme & bilirubin,
        "Neither high": ~enzyme & ~bilirubin,
    }.items():
        assert [cell[0] for cell in found[(label,)]] == [(mask & (arm == a)).sum() for a in ARMS]


def test_that_immunoglobulins_and_b_cells_fall_and_come_back_as_recorded() -> None:
    safe = people("SAFFL")
    result = run("immune_course", study="Pooled")
    falls, recovery = rows(result, "immune_falls"), rows(result, "immune_recovery")
    for code in ("IGG", "IGM", "CD19"):
        records = lab(code)
        label = (records["PARAM"].iloc[0],)
        dosed = pd.to_datetime(records["USUBJID"].map(safe["TRTSDT"]))
        ended = pd.to_datetime(records["USUBJID"].map(safe["TRTEDT"]))
        drawn = pd.to_datetime(records["ADT"])
        low = records["AVAL"] < records["A1LO"]
        after = drawn > dosed
        lowest = records["AVAL"][after].groupby(records["USUBJID"]).min()
        base = records.drop_duplicates("USUBJID").set_index("USUBJID")["BASE"]
        change = (lowest - base).dropna()
        ever = low[after].groupby(records["USUBJID"]).max()
        until = records[drawn <= ended].sort_values("ADT").drop_duplicates("USUBJID", keep="last")
        at_end = until.set_index("USUBJID").eval("AVAL < A1LO")
        later = ~low[drawn > ended]
        back = later.groupby(records["USUBJID"]).max().reindex(at_end.index[at_end])
        for place, one in enumerate(ARMS):
            arm = safe["TRT01A"] == one
            cells = falls[label][5 * place : 5 * place + 5]
            mine = change[arm.reindex(change.index)]
            assert cells[0][0] == len(lowest[arm.reindex(lowest.index)])
            assert cells[3] == pytest.approx((mine.mean(), mine.std()), rel=1e-9)
            assert cells[4][0] == ever[arm.reindex(ever.index)].sum()
            ends = recovery[label][4 * place : 4 * place + 3]
            returned = back[arm.reindex(back.index)]
            assert ends[0][0] == len(returned)
            assert ends[1][0] == returned.notna().sum()
            assert ends[2][0] == returned.fillna(False).astype(bool).sum()
