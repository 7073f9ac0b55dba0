"""R and SAS code of imputation, responders, times to an event and pooled studies.

R: packages rbmi (reference-based imputation), survival, metafor, and stats for the
Cochran-Mantel-Haenszel test and logistic regression. SAS: PROC FREQ, LOGISTIC and
LIFETEST. What is random, such as imputation, agrees within its Monte Carlo error.
"""

from __future__ import annotations

from collections.abc import Callable

from sjogren_desktop import __version__
from sjogren_desktop.export.code_text import (
    FLAGGED_R,
    alpha,
    arm_variable,
    card,
    level,
    many,
    one_line,
    ordered_arms,
    r_conditions,
    r_parameter,
    r_periods,
    r_text,
    r_vector,
    sas_conditions,
    sas_list,
    sas_periods,
    sas_text,
    text_of,
)
from sjogren_desktop.results import Result, Table

_STRATEGIES = ("MAR", "JR", "CR", "CIR", "LMCF")
"""Names of the strategies, which are those of rbmi."""


def _title(result: Result) -> str:
    return f"{one_line(f'{result.title} ({result.study})')}, as in Sjögren Desktop {__version__}"


# -- reference-based imputation and tipping points


def _r_draws(result: Result) -> list[str]:
    arms, visit = ordered_arms(result), r_text(text_of(result, "visit"))
    response, _, right = (part.strip() for part in card(result, "Imputation model").partition("~"))
    terms = [t.replace(" ", "") for t in right.split(" + ") if t != "TRTP"]
    used = dict.fromkeys(name for term in terms for name in term.split("*"))
    own = [name for name in used if name not in ("TRTP", "AVISIT")]
    same = "FALSE" if result.options.get("covariance_by_arm") else "TRUE"
    number = text_of(result, "imputations")
    method = {
        # Unstructured by nature in rbmi before 1.5, by default since.
        "bayes": f"method_bayes(n_samples = {number}, same_cov = {same})",
        "approximate": f'method_approxbayes(n_samples = {number}, covariance = "us", '
        f"same_cov = {same})",
        "jackknife": f'method_condmean(type = "jackknife", covariance = "us", same_cov = {same})',
        "bmlmi": f'method_bmlmi(B = {number}, D = 2, covariance = "us", same_cov = {same})',
    }[text_of(result, "method")]
    shown = list(result.course.visits) if result.course else []
    conditions = [*r_conditions(result), "AVISIT %in% shown"]
    people = [c for c in r_conditions(result) if c != FLAGGED_R]
    baseline = [
        "# Without visits after baseline, the value stands in the baseline record only.",
        "people$BASE <- ifelse(is.na(people$BASE) & people$AVISITN <= 0, people$AVAL, people$BASE)",
    ]
    return [
        f"# {_title(result)}.",
        "library(rbmi)",
        "# bds: the data set of the parameter, with the flags and "
        f"{arm_variable(result)} (here TRTP) of ADSL.",
        "# Values that do not count after an intercurrent event are taken out beforehand.",
        *r_periods(result),
        f"arms <- {r_vector(arms)}",
        "# Everybody of the population at every visit, observed or not.",
        "people <- subset(bds, "
        + " &\n                   ".join([*people, "TRTP %in% arms"])
        + ")",
        *(baseline if "BASE" in own else []),
        f"people <- people[, {r_vector(['USUBJID', 'TRTP', *own])}]",
        "people <- people[complete.cases(people), ]",
        "people <- people[!duplicated(people$USUBJID), ]",
        f"shown <- {r_vector(shown)}",
        "seen <- subset(bds, " + " &\n                 ".join(conditions) + ")",
        "d <- merge(merge(people, data.frame(AVISIT = shown)),",
        f"           seen[, {r_vector(['USUBJID', 'AVISIT', response])}], all.x = TRUE)",
        "d$TRTP <- factor(d$TRTP, levels = arms)",
        "d$AVISIT <- factor(d$AVISIT, levels = shown)",
        "d$USUBJID <- factor(d$USUBJID)",
        "d <- d[order(d$USUBJID, d$AVISIT), ]",
        "# The event of a subject is at the first visit after the last value that counts.",
        "event <- function(x, strategy) {",
        f"  after <- max(0, which(!is.na(x${response}))) + 1",
        "  if (after <= nrow(x))",
        "    data.frame(USUBJID = x$USUBJID[1], AVISIT = x$AVISIT[after], strategy = strategy)",
        "}",
        f'vars <- set_vars(subjid = "USUBJID", visit = "AVISIT", outcome = "{response}",',
        f'                 group = "TRTP", covariates = {r_vector(terms)})',
        f"method <- {method}",
        "# All arms in one model; the ancova of rbmi took two arms only before version 1.7.",
        "compare <- function(data, ...) {",
        f"  fit <- lm({_analysis(result)}, data[data$AVISIT == {visit}, ])",
        '  named <- setNames(paste0("TRTP", arms[-1]), arms[-1])',
        "  lapply(named, function(n) list(est = coef(fit)[[n]], se = sqrt(vcov(fit)[n, n]),",
        "                                 df = df.residual(fit)))",
        "}",
        f"set.seed({text_of(result, 'seed')})",
    ]


def _analysis(result: Result) -> str:
    """Return the formula of the analysis at the visit, which stands behind its name."""
    return card(result, "Analysis").rpartition(": ")[2]


def _references(result: Result) -> str:
    arms = ordered_arms(result)
    return "c(" + ", ".join(f"{r_text(a)} = {r_text(arms[0])}" for a in arms) + ")"


def _r_sensitivity(result: Result) -> str:
    wanted = [a for a in many(result, "assumptions") if a in _STRATEGIES]
    if not wanted or not card(result, "Imputation model"):
        return ""
    lines = [
        *_r_draws(result),
        f"for (strategy in {r_vector(wanted)}) {{",
        "  ice <- do.call(rbind, lapply(split(d, d$USUBJID), event, strategy = strategy))",
        "  drawn <- draws(data = d, data_ice = ice, vars = vars, method = method)",
        f"  imputed <- impute(drawn, references = {_references(result)})",
        "  analysed <- analyse(imputed, fun = compare)",
        "  cat(strategy, fill = TRUE)",
        f"  print(pool(analysed, conf.level = {level(result)}))",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _r_tipping(result: Result) -> str:
    if not card(result, "Imputation model"):
        return ""
    start, visit = text_of(result, "start"), r_text(text_of(result, "visit"))
    lines = [
        *_r_draws(result),
        "ice <- do.call(rbind, lapply(split(d, d$USUBJID), event, "
        f"strategy = {r_text(start if start in _STRATEGIES else 'MAR')}))",
        "drawn <- draws(data = d, data_ice = ice, vars = vars, method = method)",
        f"imputed <- impute(drawn, references = {_references(result)})",
        "# Every imputed value of the visit is shifted by one number an arm.",
        f"shifted <- function(active, reference, arm = {r_text(text_of(result, 'active'))}) {{",
        "  shift <- delta_template(imputed)",
        f"  missing <- shift$is_missing & shift$AVISIT == {visit}",
        "  shift$delta <- ifelse(!missing, 0, ifelse(shift$TRTP == arm, active,",
        f"    ifelse(shift$TRTP == {r_text(ordered_arms(result)[0])}, reference, 0)))",
        "  analysed <- analyse(imputed, fun = compare, delta = shift)",
        f"  pool(analysed, conf.level = {level(result)})",
        "}",
        "for (active in 0:10) print(shifted(active, reference = 0))",
    ]
    return "\n".join(lines) + "\n"


# -- responders


def _r_rule(result: Result, rule: str) -> str:
    fall = "-d$CHG" if text_of(result, "direction") == "lower" else "d$CHG"
    if rule == "below5":
        return "d$AVAL < 5"
    if rule == "fall1or15":
        return f"{fall} >= 1 | ({fall} > 0 & {fall} >= 0.15 * d$BASE)"
    points = text_of(result, "threshold") if rule == "threshold" else rule.removeprefix("fall")
    return f"{fall} >= {float(points):g}"


def _r_responders(result: Result) -> str:
    arms, strata = ordered_arms(result), _strata(result)
    parts = ", ".join(f"two${name}" for name in strata)
    stratum = f"interaction({parts}, drop = TRUE)" if strata else "rep(1, nrow(two))"
    conditions = [*r_conditions(result), f"AVISIT == {r_text(text_of(result, 'visit'))}"]
    records = {*r_parameter(result), FLAGGED_R}
    people = [c for c in r_conditions(result) if c not in records]
    lines = [
        f"# {_title(result)}: missing values are non-response.",
        "# adsl: one row a subject, with "
        f"{arm_variable(result)} as TRTP and the strata; bds: the data set of the",
        "# parameter. Values that do not count after an intercurrent event are taken out before.",
        *r_periods(result),
        f"arms <- {r_vector(arms)}",
        "values <- subset(bds, " + " &\n                   ".join(conditions) + ")",
        "people <- subset(adsl, "
        + " & ".join([*people, "TRTP %in% arms"])
        + ", select = c("
        + ", ".join(["USUBJID", "TRTP", *strata])
        + "))",
        f"base <- unique(subset(bds, {' & '.join(r_parameter(result))} & "
        "!is.na(BASE), c(USUBJID, BASE)))",
        "d <- merge(merge(people, base, all.x = TRUE),",
        '           values[, c("USUBJID", "AVAL", "CHG")], all.x = TRUE)',
        "responds <- list(",
        ",\n".join(f"  {rule} = {_r_rule(result, rule)}" for rule in many(result, "rules")),
        ")",
        "for (rule in names(responds)) {",
        "  d$RESPONSE <- as.integer(!is.na(responds[[rule]]) & responds[[rule]])",
        "  for (arm in arms[-1]) {",
        "    two <- subset(d, TRTP %in% c(arms[1], arm))",
        "    two$TRTP <- factor(two$TRTP, levels = c(arms[1], arm))",
        "    cat(rule, arm, fill = TRUE)",
        "    print(table(two$TRTP, two$RESPONSE))",
        f"    print(mantelhaen.test(table(two$TRTP, two$RESPONSE, {stratum}), correct = FALSE))",
        "  }",
        "  d$TRTP <- factor(d$TRTP, levels = arms)",
        f"  fit <- glm(RESPONSE ~ {' + '.join(['TRTP', 'BASE', *strata])}, binomial, d)",
        f"  print(exp(cbind(ratio = coef(fit), confint.default(fit, level = {level(result)}))))",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _sas_responders(result: Result) -> str:
    arms, strata = ordered_arms(result), _strata(result)
    conditions = [*sas_conditions(result), f"AVISIT = {sas_text(text_of(result, 'visit'))}"]
    lines = [
        f"* {_title(result)}: missing values are non-response;",
        "* d: one row a subject of the population, with "
        f"{arm_variable(result)} as TRTP, strata and BASE, and",
        f"  RESPONSE (1 or 0) from the records of bds where {' and '.join(conditions)};",
        *sas_periods(result),
    ]
    for arm in arms[1:]:
        lines += [
            "proc freq data=d;",
            f"  where TRTP in ({sas_list([arms[0], arm])});",
            f"  tables {'*'.join([*strata, 'TRTP', 'RESPONSE'])} / cmh;",
            "run;",
        ]
    lines += [
        "proc logistic data=d;",
        f"  class {' '.join([f'TRTP(ref={sas_text(arms[0])})', *strata])} / param=ref;",
        f"  model RESPONSE(event='1') = {' '.join(['TRTP', 'BASE', *strata])}"
        f" / clodds=wald alpha={alpha(result)};",
        "run;",
    ]
    return "\n".join(lines) + "\n"


def _strata(result: Result) -> list[str]:
    """Return the strata that were used: with pooled studies the study is one too."""
    used = card(result, "Strata")
    return [] if used in ("", "none") else used.split(", ")


# -- time to an event

_CONF_TYPE = {"log-log": "log-log", "log": "log", "plain": "plain"}
_SAS_CONF_TYPE = {"log-log": "loglog", "log": "log", "plain": "linear"}


def _r_time(result: Result) -> str:
    kind = _CONF_TYPE.get(text_of(result, "conf_form"))
    if kind is None:
        return ""
    competing = card(result, "Competing event") not in ("", "None")
    lines = [
        f"# {_title(result)}.",
        f"# {card(result, 'Event')}.",
        "library(survival)",
        "# times: one row a subject with TRTA, TIME in days and EVENT (1: event, 0: censored"
        + (", 2: died before)." if competing else ")."),
        f"times$TRTA <- factor(times$TRTA, levels = {r_vector(many(result, 'arms'))})",
        f'km <- survfit(Surv(TIME, EVENT == 1) ~ TRTA, times, conf.type = "{kind}",',
        f"              conf.int = {level(result)})",
        "summary(km)",
        "quantile(km, c(0.25, 0.5, 0.75))",
        "survdiff(Surv(TIME, EVENT == 1) ~ TRTA, times)",
    ]
    if competing:
        lines += [
            "# Death before the event as competing (Aalen-Johansen); Gray's test: cmprsk::cuminc.",
            "summary(survfit(Surv(TIME, factor(EVENT)) ~ TRTA, times, "
            f"conf.int = {level(result)}))",
        ]
    return "\n".join(lines) + "\n"


def _sas_time(result: Result) -> str:
    kind = _SAS_CONF_TYPE.get(text_of(result, "conf_form"))
    if kind is None:
        return ""
    lines = [
        f"* {_title(result)};",
        "* times: one row a subject with TRTA, TIME in days and EVENT (1: event, 0: censored,",
        "  2: died before, where death is a competing event);",
        f"proc lifetest data=times conftype={kind} alpha={alpha(result)};",
        "  time TIME*EVENT(0, 2);",
        "  strata TRTA / test=logrank;",
        "run;",
    ]
    if card(result, "Competing event") not in ("", "None"):
        lines += [
            "proc lifetest data=times;",
            "  time TIME*EVENT(0) / eventcode=1;",
            "  strata TRTA;",
            "run;",
        ]
    return "\n".join(lines) + "\n"


# -- studies pooled in two stages


def _r_evidence(result: Result) -> str:
    table = next((t for t in result.tables if t.key == "evidence"), None)
    if table is None or not card(result, "Two-stage"):
        return ""
    lines = [
        f"# {_title(result)}: two-stage, from the estimates of the studies.",
        "library(metafor)",
    ]
    found = False
    for (arm, reference), rows in _by_comparison(table).items():
        if len(rows) < 2:
            continue
        found = True
        lines += [
            f"# {arm} minus {reference}",
            f"d <- data.frame(study = {r_vector([study for study, _, _ in rows])},",
            f"                yi = c({', '.join(repr(estimate) for _, estimate, _ in rows)}),",
            f"                sei = c({', '.join(repr(error) for _, _, error in rows)}))",
            f'fixed <- rma(yi, sei = sei, data = d, method = "FE", level = {level(result)})',
            'random <- rma(yi, sei = sei, data = d, method = "REML", test = "knha",',
            f"              level = {level(result)})",
            "print(fixed)",
            "print(random)",
        ]
    return "\n".join(lines) + "\n" if found else ""


def _by_comparison(table: Table) -> dict[tuple[str, str], list[tuple[str, float, float]]]:
    """Return study, estimate and standard error of each comparison in studies of their own."""
    found: dict[tuple[str, str], list[tuple[str, float, float]]] = {}
    for row in table.rows:
        if row.key.get("MODEL") != "MMRM":
            continue
        for cell in row.cells:
            values = {s.name: s.value for s in cell.stats} if cell else {}
            estimate, error = values.get("estimate"), values.get("std_error")
            if isinstance(estimate, float) and isinstance(error, float):
                key = (str(row.key["ARM"]), str(row.key["REFERENCE"]))
                found.setdefault(key, []).append((str(row.key["STUDYID"]), estimate, error))
    return found


R_CODE: dict[str, Callable[[Result], str]] = {
    "sensitivity": _r_sensitivity,
    "tipping_point": _r_tipping,
    "responders": _r_responders,
    "ae_time": _r_time,
    "evidence": _r_evidence,
}
"""What writes R code, by the key of the analysis."""

SAS_CODE: dict[str, Callable[[Result], str]] = {
    "responders": _sas_responders,
    "ae_time": _sas_time,
}
