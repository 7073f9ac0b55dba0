"""The same model in R and in SAS: code to run beside a result, and to compare with it.

The code is made from the options and the method card of a result, so it says
what was fitted, not what could have been. It reads the data sets by the names
they have here and holds no data of patients.

Sources: packages mmrm and emmeans for R; PROC MIXED for SAS. Code of other kinds
of models stands in :mod:`.code_more`. Kenward-Roger: what is called linear here is
``ddfm=kr`` of SAS and ``vcov = "Kenward-Roger-Linear"`` of mmrm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sjogren_desktop import __version__
from sjogren_desktop.export.code_more import R_CODE, SAS_CODE
from sjogren_desktop.export.code_text import (
    alpha,
    arm_variable,
    card,
    level,
    one_line,
    ordered_arms,
    r_conditions,
    r_periods,
    r_text,
    r_vector,
    sas_conditions,
    sas_list,
    sas_periods,
    sas_text,
    text_of,
    visits,
)
from sjogren_desktop.results import Result

_R_DF = {
    "kenward-roger-linear": 'method = "Kenward-Roger", vcov = "Kenward-Roger-Linear"',
    "kenward-roger": 'method = "Kenward-Roger", vcov = "Kenward-Roger"',
    "satterthwaite": 'method = "Satterthwaite"',
    "between-within": 'method = "Between-Within"',
    # Without being told, mmrm takes the sandwich for these degrees of freedom.
    "residual": 'method = "Residual", vcov = "Asymptotic"',
}
_SAS_DF = {
    "kenward-roger-linear": "kr",
    "kenward-roger": "kr",
    "satterthwaite": "satterthwaite",
    "between-within": "bw",
    "residual": "residual",
}
_SAS_COVARIANCE = {
    "us": "un",
    "toep": "toep",
    "toeph": "toeph",
    "ar1": "ar(1)",
    "ar1h": "arh(1)",
    "cs": "cs",
    "csh": "csh",
    "adh": "ante(1)",
}


def r_code(result: Result) -> str:
    """Return R code that fits the model of a result, "" where there is none to give."""
    if result.analysis in R_CODE:
        return R_CODE[result.analysis](result)
    if not _is_described(result):
        return ""
    return _r_mmrm(result) if result.analysis == "mmrm_change" else _r_ancova(result)


def sas_code(result: Result) -> str:
    """Return SAS code that fits the model of a result, "" where there is none to give."""
    if result.analysis in SAS_CODE:
        return SAS_CODE[result.analysis](result)
    if not _is_described(result):
        return ""
    return _sas_mmrm(result) if result.analysis == "mmrm_change" else _sas_ancova(result)


def _is_described(result: Result) -> bool:
    """Say whether options and method card of a result say all that the code needs."""
    needed = {"parameter", "arms", "reference", "level", "weights"}
    if not needed <= set(result.options):
        return False
    if result.analysis == "mmrm_change":
        return bool(card(result, "Model")) and text_of(result, "df_method") in _R_DF
    return result.analysis == "ancova_visit" and bool(card(result, "Formula"))


def _r_mmrm(result: Result) -> str:
    formula, covariance = card(result, "Model"), _structure(result)
    lines = [
        *_r_head(result, ("mmrm", "emmeans")),
        f"fit <- mmrm({formula} + {covariance}(AVISIT | USUBJID),",
        f"            data = d, reml = TRUE, {_R_DF[text_of(result, 'df_method')]})",
        "summary(fit)",
        f"means <- emmeans(fit, ~ TRTP | AVISIT, weights = {r_text(text_of(result, 'weights'))})",
        *_r_contrasts(result),
    ]
    return "\n".join(lines) + "\n"


def _r_ancova(result: Result) -> str:
    lines = [
        *_r_head(result, ("emmeans",)),
        f"fit <- lm({card(result, 'Formula')}, data = d)",
        "summary(fit)",
        f"means <- emmeans(fit, ~ TRTP, weights = {r_text(text_of(result, 'weights'))})",
        *_r_contrasts(result),
    ]
    if result.options.get("robust"):
        lines.append("# Robust standard errors: emmeans(..., vcov. = sandwich::vcovHC(fit))")
    return "\n".join(lines) + "\n"


def _r_head(result: Result, packages: Sequence[str]) -> list[str]:
    arms, shown = ordered_arms(result), visits(result)
    conditions = [*r_conditions(result), f"AVISIT %in% {r_vector(shown)}"]
    return [
        f"# {result.title} ({result.study}), as Sjögren Desktop {__version__} fitted it.",
        *(f"library({package})" for package in packages),
        "# bds: the data set of the parameter, with the flags and "
        f"{arm_variable(result)} (here TRTP) of ADSL.",
        *r_periods(result),
        "d <- subset(bds, " + " &\n              ".join(conditions) + ")",
        f"d$TRTP <- factor(d$TRTP, levels = {r_vector(arms)})",
        f"d$AVISIT <- factor(d$AVISIT, levels = {r_vector(shown)})",
        "d$USUBJID <- factor(d$USUBJID)",
    ]


def _r_contrasts(result: Result) -> list[str]:
    at = level(result)
    pairs = "pairwise" if result.options.get("all_pairs") else "trt.vs.ctrl1"
    return [
        f"confint(means, level = {at})",
        f'differences <- contrast(means, method = "{pairs}", adjust = "none")',
        f"summary(differences, infer = TRUE, level = {at})",
    ]


def _sas_mmrm(result: Result) -> str:
    structure = _structure(result)
    response, terms = _terms(card(result, "Model"))
    kind = _SAS_COVARIANCE.get(structure)
    lines = [*_sas_head(result)]
    if kind is None:
        kind = "ante(1)"
        lines.append("* PROC MIXED has no ante-dependence with equal variances: nearest structure;")
    if text_of(result, "df_method") == "kenward-roger":
        lines.append("* ddfm=kr has no second derivatives for this structure: figures may differ;")
    reference = sas_text(text_of(result, "reference"))
    lines += [
        "proc mixed data=d method=reml;",
        f"  class USUBJID TRTP(ref={reference}) AVISIT{_pooled(terms)};",
        "  * add covariates that are categories to the class statement;",
        f"  model {response} = {' '.join(terms)} / ddfm={_SAS_DF[text_of(result, 'df_method')]};",
        f"  repeated AVISIT / subject=USUBJID type={kind};",
        f"  lsmeans TRTP*AVISIT / diff cl alpha={alpha(result)}{_sas_weights(result)};",
        "run;",
    ]
    return "\n".join(lines) + "\n"


def _sas_ancova(result: Result) -> str:
    response, terms = _terms(card(result, "Formula"))
    lines = [
        *_sas_head(result),
        "proc mixed data=d;",
        f"  class TRTP(ref={sas_text(text_of(result, 'reference'))}){_pooled(terms)};",
        "  * add covariates that are categories to the class statement;",
        f"  model {response} = {' '.join(terms)} / ddfm=residual;",
        f"  lsmeans TRTP / diff cl alpha={alpha(result)}{_sas_weights(result)};",
        "run;",
    ]
    return "\n".join(lines) + "\n"


def _sas_head(result: Result) -> list[str]:
    conditions = [
        *sas_conditions(result),
        f"AVISIT in ({sas_list(visits(result))})",
        f"TRTP in ({sas_list(ordered_arms(result))})",
    ]
    return [
        f"* {one_line(f'{result.title} ({result.study})')}, as fitted by Sjögren Desktop"
        f" {__version__};",
        "* bds: the data set of the parameter, with the flags and "
        f"{arm_variable(result)} (here TRTP) of ADSL;",
        *sas_periods(result),
        "data d;",
        "  set bds;",
        "  where " + "\n    and ".join(conditions) + ";",
        "run;",
    ]


def _terms(formula: str) -> tuple[str, list[str]]:
    """Return response and terms of a formula, crossings written out, each once."""
    response, _, right = formula.partition("~")
    found: list[str] = []
    for part in right.split("+"):
        names = [name.strip() for name in re.split(r"[*:]", part)]
        if "*" in part:
            found += names
        found.append("*".join(names))
    order = sorted(dict.fromkeys(found), key=lambda term: term.count("*"))
    return response.strip(), order


def _structure(result: Result) -> str:
    """Return the covariance that was fitted, which may be one that was fallen back to."""
    fitted = re.search(r"\b([a-z]+1?h?)\(AVISIT \| USUBJID\)", card(result, "Covariance"))
    return fitted.group(1) if fitted else text_of(result, "covariance")


def _pooled(terms: Sequence[str]) -> str:
    return " STUDYID" if "STUDYID" in terms else ""


def _sas_weights(result: Result) -> str:
    return " om" if text_of(result, "weights") == "proportional" else ""
