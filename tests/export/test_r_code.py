"""The R code beside a result is run, and gives the result.

Needs Rscript with the packages named; skipped where they are not installed. Last run
with R 4.2.2, emmeans 1.8.4, nlme 3.1.162, survival 3.5.3 and metafor 3.8.1 (Debian 12).
mmrm and rbmi are on CRAN only: the code for mmrm is compared with its reference (0.3.14),
that for rbmi is run on functions of the same arguments and demands, without imputing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from statsmodels.formula.api import ols

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.export.code_text import ordered_arms
from sjogren_desktop.export.program_code import r_code
from sjogren_desktop.results import Result, Table
from sjogren_desktop.study.data import StudyData
from tests.analyses.test_ae_time import study_with_events
from tests.studies import small_study


@cache
def _has(packages: tuple[str, ...]) -> bool:
    wanted = ", ".join(f'"{package}"' for package in packages)
    code = f"quit(status = !all(sapply(c({wanted}), requireNamespace, quietly = TRUE)))"
    return subprocess.run(["Rscript", "-e", code], capture_output=True, check=False).returncode == 0


def run_r(code: str, folder: Path, *packages: str) -> str:
    """Return what R prints, with all digits; skip where it cannot run."""
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    if packages and not _has(packages):
        pytest.skip(f"R lacks one of {', '.join(packages)}")
    program = folder / "program.R"
    program.write_text(f"options(digits = 15, width = 200)\n{code}", encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", str(program)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def write_data(study: StudyData, folder: Path) -> str:
    """Write the data as the code expects them; return the lines that read them."""
    adsl = study.adsl.rename(columns={"TRT01P": "TRTP"})
    (bds,) = [d.frame for d in study.datasets if d.kind == "BDS"]
    flags = [c for c in adsl.columns if c not in bds.columns or c == "USUBJID"]
    bds.merge(adsl[flags], on="USUBJID").to_csv(folder / "bds.csv", index=False)
    adsl.to_csv(folder / "adsl.csv", index=False)
    return 'bds <- read.csv("bds.csv")\nadsl <- read.csv("adsl.csv")\n'


def table_of(result: Result, key: str) -> Table:
    return next(t for t in result.tables if t.key == key)


@pytest.mark.parametrize("study_id", ["S2", "Pooled"])
def test_that_r_gives_the_analysis_of_covariance(study_id: str, tmp_path: Path) -> None:
    study = small_study()
    result = catalogue.run(
        catalogue.find("ancova_visit"), study, {"study": study_id, "visit": "Week 12"}
    )
    out = '\nwrite.csv(summary(differences, infer = TRUE), "out.csv")\n'

    run_r(write_data(study, tmp_path) + r_code(result) + out, tmp_path, "emmeans")

    given = pd.read_csv(tmp_path / "out.csv")
    printed = [s for t in result.tables for _, _, s in t.numbers()]
    for name, column in (("estimate", "estimate"), ("std_error", "SE"), ("p_value", "p.value")):
        known = [float(str(s.value)) for s in printed if s.name == name and s.value is not None]
        for value in given[column]:
            assert any(value == pytest.approx(k, rel=1e-6) for k in known), (name, value)


@pytest.mark.parametrize("study_id", ["S2", "Pooled"])
def test_that_r_gives_tests_and_odds_ratios_of_responders(study_id: str, tmp_path: Path) -> None:
    study = small_study()
    options = {"study": study_id, "visit": "Week 12", "rules": ("fall3",), "strata": ("SEX",)}
    result = catalogue.run(catalogue.find("responders"), study, options)

    said = run_r(write_data(study, tmp_path) + r_code(result), tmp_path)

    row = next(r for r in table_of(result, "responders").rows if r.key["HANDLING"] == "nri")
    stats = [s for cell in row.cells if cell for s in cell.stats]
    ours = [float(str(s.value)) for s in stats if s.name == "p_value"]
    theirs = [float(p) for p in re.findall(r"p-value = ([0-9.e-]+)", said)]
    compared = len(ordered_arms(result)) - 1
    assert len(theirs) == compared
    for p in theirs:
        assert any(p == pytest.approx(own, rel=1e-6) for own in ours), (p, ours)
    number = r"([0-9.e+-]+)"
    pattern = rf"^TRTP\S.*?\s{number}\s+{number}\s+{number}$"
    ratios = [float(found[0]) for found in re.findall(pattern, said, re.MULTILINE)]
    own = [float(str(s.value)) for s in stats if s.name in ("estimate", "odds_ratio")]
    assert len(ratios) == compared
    for ratio in ratios:
        # Both stop their iterations when the likelihood is flat to about this.
        assert any(ratio == pytest.approx(o, rel=1e-5) for o in own), (ratio, own)


def test_that_r_gives_curves_and_log_rank_test(tmp_path: Path) -> None:
    study = study_with_events()
    result = catalogue.run(catalogue.find("ae_time"), study, {"study": "S1", "event": "any"})
    # Times by hand: treated 100 days; subjects 1 and 1002 have the event on day 10 and day 1,
    # 1003 an event without a date, which is no event.
    safe = study.adsl.loc[(study.adsl["STUDYID"] == "S1") & (study.adsl["SAFFL"] == "Y")]
    times = safe[["USUBJID"]].assign(TRTA=safe["TRT01A"], TIME=100.0, EVENT=0)
    for subject, day in (("S1-0001", 10.0), ("S1-1002", 1.0)):
        times.loc[times["USUBJID"] == subject, ["TIME", "EVENT"]] = [day, 1]
    times.to_csv(tmp_path / "times.csv", index=False)
    out = (
        "s <- summary(km, times = 84)\n"
        "write.csv(data.frame(surv = s$surv, lower = s$lower, upper = s$upper), 'out.csv')\n"
        "cat('chi', survdiff(Surv(TIME, EVENT == 1) ~ TRTA, times)$chisq)\n"
    )

    said = run_r(f'times <- read.csv("times.csv")\n{r_code(result)}{out}', tmp_path, "survival")

    row = next(r for r in table_of(result, "time_estimates").rows if r.key["TIME"] == 84.0)
    cells = [c for c in row.cells if c and c.stats[0].name == "estimate"]
    given = pd.read_csv(tmp_path / "out.csv")
    for cell, (_, line) in zip(cells, given.iterrows(), strict=True):
        ours = [s.value for s in cell.stats]
        theirs = [100 * line["surv"], 100 * line["lower"], 100 * line["upper"]]
        assert ours == pytest.approx(theirs, rel=1e-6)
    (chi,) = re.findall(r"chi ([0-9.]+)", said)
    (test,) = table_of(result, "time_tests").rows
    (statistic,) = [s.value for c in test.cells if c for s in c.stats if s.name == "statistic"]
    assert statistic == pytest.approx(float(chi), rel=1e-6)


def test_that_r_pools_the_studies_alike(tmp_path: Path) -> None:
    result = catalogue.run(catalogue.find("evidence"), small_study(), {})
    out = (
        "write.csv(data.frame(b = c(fixed$b, random$b), se = c(fixed$se, random$se),"
        " p = c(fixed$pval, random$pval)), 'out.csv')\n"
    )

    run_r(r_code(result) + out, tmp_path, "metafor")

    given = pd.read_csv(tmp_path / "out.csv")
    table = table_of(result, "evidence")
    for (_, line), model in zip(
        given.iterrows(), ("Two-stage, fixed effect", "Two-stage, random effects"), strict=True
    ):
        row = next(r for r in table.rows if r.key["MODEL"] == model)
        stats = {s.name: s.value for c in row.cells if c for s in c.stats}
        # REML of metafor stops at a change of 1e-5 in tau2.
        assert stats["estimate"] == pytest.approx(line["b"], rel=1e-5)
        assert stats["std_error"] == pytest.approx(line["se"], rel=1e-4)


def test_that_gls_gives_the_means_of_the_mixed_model(tmp_path: Path) -> None:
    study = small_study(per_arm=30)
    result = catalogue.run(catalogue.find("mmrm_change"), study, {"study": "S2"})
    head = r_code(result).partition("fit <- mmrm(")[0].replace("library(mmrm)\n", "")
    code = (
        "library(nlme)\n"
        "d$TIME <- as.integer(d$AVISIT)\n"
        "fit <- gls(CHG ~ TRTP * AVISIT + BASE * AVISIT, d, method = 'REML', "
        "correlation = corSymm(form = ~ TIME | USUBJID), weights = varIdent(form = ~ 1 | AVISIT), "
        "control = glsControl(tolerance = 1e-10, msTol = 1e-12, maxIter = 500, msMaxIter = 500))\n"
        "means <- emmeans(fit, ~ TRTP | AVISIT, mode = 'asymptotic', data = d)\n"
        "write.csv(as.data.frame(means), 'out.csv')\n"
    )

    run_r(write_data(study, tmp_path) + head + code, tmp_path, "nlme", "emmeans")

    given = pd.read_csv(tmp_path / "out.csv")
    printed = [s for t in result.tables for _, _, s in t.numbers() if s.name == "estimate"]
    known = [float(str(s.value)) for s in printed if s.value is not None]
    assert len(given) == 9
    for value in given["emmean"]:
        # gls maximises numerically without derivatives.
        assert any(value == pytest.approx(k, rel=2e-5) for k in known), value


RBMI = """
method_bayes <- function(covariance = "us", same_cov = TRUE, n_samples = 20, prior_cov = "default",
                         control = list(), burn_in = NULL, burn_between = NULL)
  list(kind = "bayes", n = n_samples)
method_approxbayes <- function(covariance = "us", threshold = 0.01, same_cov = TRUE, REML = TRUE,
                               n_samples = 20) list(kind = "approxbayes", n = n_samples)
method_condmean <- function(covariance = "us", threshold = 0.01, same_cov = TRUE, REML = TRUE,
                            n_samples = NULL, type = c("bootstrap", "jackknife"))
  list(kind = match.arg(type), n = n_samples)
method_bmlmi <- function(covariance = "us", threshold = 0.01, same_cov = TRUE, REML = TRUE,
                         B = 20, D = 2) list(kind = "bmlmi", n = B)
set_vars <- function(subjid = "subjid", visit = "visit", outcome = "outcome", group = "group",
                     covariates = character(0), strata = group, strategy = "strategy")
  as.list(environment())
draws <- function(data, data_ice = NULL, vars, method, ncores = 1, quiet = FALSE) {
  named <- unique(unlist(strsplit(vars$covariates, "[*:]")))
  stopifnot(is.factor(data[[vars$subjid]]), is.factor(data[[vars$visit]]),
            is.factor(data[[vars$group]]), is.numeric(data[[vars$outcome]]),
            !anyNA(data[named]), !anyDuplicated(data[c(vars$subjid, vars$visit)]),
            all(table(data[[vars$subjid]], data[[vars$visit]]) == 1),
            all(c(vars$subjid, vars$visit, vars$strategy) %in% names(data_ice)),
            !anyDuplicated(data_ice[[vars$subjid]]),
            all(data_ice[[vars$visit]] %in% levels(data[[vars$visit]])))
  list(data = data, ice = data_ice, vars = vars)
}
impute <- function(draws, references = NULL, update_strategy = NULL, strategies = list()) {
  stopifnot(setequal(names(references), levels(draws$data[[draws$vars$group]])))
  draws
}
delta_template <- function(imputations, delta = NULL, dlag = NULL, missing_only = TRUE) {
  found <- imputations$data[c("USUBJID", "AVISIT", "TRTP")]
  found$is_missing <- is.na(imputations$data[[imputations$vars$outcome]])
  found$delta <- 0
  found
}
analyse <- function(imputations, fun, delta = NULL, ..., ncores = 1, .validate = TRUE) {
  data <- imputations$data
  gone <- is.na(data$CHG)
  data$CHG[gone] <- data$BASE[gone] / 10
  if (!is.null(delta)) data$CHG <- data$CHG + delta$delta[
    match(paste(data$USUBJID, data$AVISIT), paste(delta$USUBJID, delta$AVISIT))]
  found <- fun(data, ...)
  for (one in found) stopifnot(identical(names(one), c("est", "se", "df")))
  write.csv(data, "imputed.csv", row.names = FALSE)
  write.csv(imputations$ice, "ice.csv", row.names = FALSE)
  found
}
pool <- function(results, conf.level = 0.95, alternative = "two.sided", type = "percentile") {
  as.data.frame(do.call(rbind, lapply(names(results), function(n)
    c(arm = n, unlist(results[[n]])))))
}
"""
"""Functions of rbmi 1.7 with its arguments and its demands on the data, without imputing.

From its reference, pkgs.rdrr.io/rbmi: a missing change is set to a tenth of the baseline.
"""


@pytest.mark.parametrize("method", ["bayes", "approximate", "jackknife", "bmlmi"])
def test_that_the_code_for_rbmi_keeps_its_terms_and_compares_every_arm(
    method: str, tmp_path: Path
) -> None:
    whole = small_study(per_arm=20)
    adsl = whole.adsl
    first, second = adsl["USUBJID"][adsl["STUDYID"] == "S2"].iloc[:2]

    def known(frame: pd.DataFrame) -> pd.DataFrame:
        """Leave out visits: of one all after baseline, of another the first of these.

        And add one that only a third had, which is not planned.
        """
        nothing = (frame["USUBJID"] == first) & (frame["AVISITN"] > 0)
        gap = (frame["USUBJID"] == second) & (frame["AVISIT"] == "Week 4")
        extra = frame.loc[(frame["AVISIT"] == "Week 4") & (frame["AVAL"] % 3 == 0)]
        extra = extra.assign(AVISIT="Unscheduled 4.1", AVISITN=4.1)
        return pd.concat([frame.loc[~(nothing | gap)], extra], ignore_index=True)

    study = replace(
        whole,
        datasets=tuple(
            replace(d, frame=known(d.frame)) if d.kind == "BDS" else d for d in whole.datasets
        ),
    )
    given = {"study": "S2", "method": method, "imputations": 20, "assumptions": ("MAR", "JR")}
    result = catalogue.run(catalogue.find("sensitivity"), study, given)
    code = r_code(result).replace("library(rbmi)\n", RBMI)

    printed = run_r(write_data(study, tmp_path) + code, tmp_path)

    imputed, ice = pd.read_csv(tmp_path / "imputed.csv"), pd.read_csv(tmp_path / "ice.csv")
    people = adsl[(adsl["STUDYID"] == "S2") & (adsl["FASFL"] == "Y")]
    assert set(imputed["USUBJID"]) == set(people["USUBJID"])
    missing = f"of {3 * len(people)}"
    assert missing in dict(result.method)["Values missing"]
    assert ice.set_index("USUBJID").loc[first].tolist() == ["Week 4", "JR"]
    assert second not in set(ice["USUBJID"])
    assert set(imputed["AVISIT"]) == {"Week 4", "Week 8", "Week 12"}
    last = imputed[imputed["AVISIT"] == "Week 12"]
    fit = ols("CHG ~ C(TRTP, Treatment('Placebo')) + BASE", last).fit()
    for arm in ("Drug monthly", "Drug every 3 months"):
        name = f"C(TRTP, Treatment('Placebo'))[T.{arm}]"
        assert printed.count(arm) >= 2
        assert f"{fit.params[name]:.8g}"[:8] in printed
        assert f"{fit.bse[name]:.8g}"[:8] in printed


@pytest.mark.parametrize("study_id", ["S2", "Pooled"])
def test_that_the_code_for_rbmi_shifts_what_was_imputed_in_one_arm(
    study_id: str, tmp_path: Path
) -> None:
    study = small_study(per_arm=20)
    given = {"study": study_id, "imputations": 20, "active": "Drug monthly"}
    result = catalogue.run(catalogue.find("tipping_point"), study, given)
    code = r_code(result).replace("library(rbmi)\n", RBMI)

    run_r(write_data(study, tmp_path) + code, tmp_path)

    imputed = pd.read_csv(tmp_path / "imputed.csv")
    records = next(d for d in study.datasets if d.kind == "BDS").frame
    seen = records.loc[records["CHG"].notna(), ["USUBJID", "AVISIT", "CHG"]]
    both = imputed.merge(seen, on=["USUBJID", "AVISIT"], how="left", suffixes=("", "_SEEN"))
    gone = both["CHG_SEEN"].isna()
    moved = gone & (both["TRTP"] == "Drug monthly") & (both["AVISIT"] == "Week 12")
    assert moved.any()
    assert (both["CHG"] - both["BASE"] / 10)[moved].tolist() == pytest.approx([10.0] * moved.sum())
    assert both["CHG"][~gone].tolist() == pytest.approx(both["CHG_SEEN"][~gone].tolist())
