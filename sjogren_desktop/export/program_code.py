"""The same model in R and in SAS: code to run beside a result, and to compare with it.

The code is made from the options and the method card of a result, so it says
what was fitted, not what could have been. It reads the data sets by the names
they have here and holds no data of patients.

Sources: packages mmrm, emmeans and rbmi for R; PROC MIXED, PROC GLM and PROC MI
for SAS. Kenward-Roger: what is called linear here is ``ddfm=kr`` of SAS and
``vcov = "Kenward-Roger-Linear"`` of mmrm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sjogren_desktop import __version__
from sjogren_desktop.results import Result

_POOLED = "Pooled"
_R_DF = {
    "kenward-roger-linear": 'method = "Kenward-Roger", vcov = "Kenward-Roger-Linear"',
    "kenward-roger": 'method = "Kenward-Roger", vcov = "Kenward-Roger"',
    "satterthwaite": 'method = "Satterthwaite"',
    "between-within": 'method = "Between-Within"',
    "residual": 'method = "Residual"',
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
    if not _is_described(result):
        return ""
    return _r_mmrm(result) if result.analysis == "mmrm_change" else _r_ancova(result)


def sas_code(result: Result) -> str:
    """Return SAS code that fits the model of a result, "" where there is none to give."""
    if not _is_described(result):
        return ""
    return _sas_mmrm(result) if result.analysis == "mmrm_change" else _sas_ancova(result)


def _is_described(result: Result) -> bool:
    """Say whether options and method card of a result say all that the code needs."""
    needed = {"parameter", "arms", "reference", "level", "weights"}
    if not needed <= set(result.options):
        return False
    if result.analysis == "mmrm_change":
        return bool(_card(result, "Model")) and _text(result, "df_method") in _R_DF
    return result.analysis == "ancova_visit" and bool(_card(result, "Formula"))


def _r_mmrm(result: Result) -> str:
    formula, covariance = _card(result, "Model"), _structure(result)
    lines = [
        *_r_head(result, ("mmrm", "emmeans")),
        f"fit <- mmrm({formula} + {covariance}(AVISIT | USUBJID),",
        f"            data = d, reml = TRUE, {_R_DF[_text(result, 'df_method')]})",
        "summary(fit)",
        f"means <- emmeans(fit, ~ TRTP | AVISIT, weights = {_r(_text(result, 'weights'))})",
        *_r_contrasts(result),
    ]
    return "\n".join(lines) + "\n"


def _r_ancova(result: Result) -> str:
    lines = [
        *_r_head(result, ("emmeans",)),
        f"fit <- lm({_card(result, 'Formula')}, data = d)",
        "summary(fit)",
        f"means <- emmeans(fit, ~ TRTP, weights = {_r(_text(result, 'weights'))})",
        *_r_contrasts(result),
    ]
    if result.options.get("robust"):
        lines.append("# Robust standard errors: emmeans(..., vcov. = sandwich::vcovHC(fit))")
    return "\n".join(lines) + "\n"


def _r_head(result: Result, packages: Sequence[str]) -> list[str]:
    arms = _ordered_arms(result)
    visits = _visits(result)
    conditions = [f"PARAMCD == {_r(_text(result, 'parameter'))}"]
    if _text(result, "population"):
        conditions.append(f'{_text(result, "population")} == "Y"')
    if _text(result, "records").startswith("flagged"):
        conditions.append('ANL01FL == "Y"')
    if _studies(result):
        conditions.append(f"STUDYID %in% {_r_vector(_studies(result))}")
    conditions.append(f"AVISIT %in% {_r_vector(visits)}")
    conditions.append(f"TRTP %in% {_r_vector(arms)}")
    return [
        f"# {result.title} ({result.study}), as Sjögren Desktop {__version__} fitted it.",
        *(f"library({package})" for package in packages),
        "# bds: the data set of the parameter, with the flags and TRT01P (here TRTP) of ADSL.",
        "d <- subset(bds, " + " &\n              ".join(conditions) + ")",
        f"d$TRTP <- factor(d$TRTP, levels = {_r_vector(arms)})",
        f"d$AVISIT <- factor(d$AVISIT, levels = {_r_vector(visits)})",
        "d$USUBJID <- factor(d$USUBJID)",
    ]


def _r_contrasts(result: Result) -> list[str]:
    level = _level(result)
    pairs = "pairwise" if result.options.get("all_pairs") else "trt.vs.ctrl1"
    return [
        f"confint(means, level = {level})",
        f'differences <- contrast(means, method = "{pairs}", adjust = "none")',
        f"summary(differences, infer = TRUE, level = {level})",
    ]


def _sas_mmrm(result: Result) -> str:
    structure = _structure(result)
    response, terms = _terms(_card(result, "Model"))
    kind = _SAS_COVARIANCE.get(structure)
    lines = [*_sas_head(result)]
    if kind is None:
        kind = "ante(1)"
        lines.append("* PROC MIXED has no ante-dependence with equal variances: nearest structure;")
    if _text(result, "df_method") == "kenward-roger":
        lines.append("* ddfm=kr has no second derivatives for this structure: figures may differ;")
    lines += [
        "proc mixed data=d method=reml;",
        f"  class USUBJID TRTP(ref={_sas(_text(result, 'reference'))}) AVISIT{_pooled(terms)};",
        "  * add covariates that are categories to the class statement;",
        f"  model {response} = {' '.join(terms)} / ddfm={_SAS_DF[_text(result, 'df_method')]};",
        f"  repeated AVISIT / subject=USUBJID type={kind};",
        f"  lsmeans TRTP*AVISIT / diff cl alpha={_alpha(result)}{_sas_weights(result)};",
        "run;",
    ]
    return "\n".join(lines) + "\n"


def _sas_ancova(result: Result) -> str:
    response, terms = _terms(_card(result, "Formula"))
    lines = [
        *_sas_head(result),
        "proc mixed data=d;",
        f"  class TRTP(ref={_sas(_text(result, 'reference'))}){_pooled(terms)};",
        "  * add covariates that are categories to the class statement;",
        f"  model {response} = {' '.join(terms)} / ddfm=residual;",
        f"  lsmeans TRTP / diff cl alpha={_alpha(result)}{_sas_weights(result)};",
        "run;",
    ]
    return "\n".join(lines) + "\n"


def _sas_head(result: Result) -> list[str]:
    conditions = [f"PARAMCD = {_sas(_text(result, 'parameter'))}"]
    if _text(result, "population"):
        conditions.append(f"{_text(result, 'population')} = 'Y'")
    if _text(result, "records").startswith("flagged"):
        conditions.append("ANL01FL = 'Y'")
    if _studies(result):
        conditions.append(f"STUDYID in ({_sas_list(_studies(result))})")
    conditions.append(f"AVISIT in ({_sas_list(_visits(result))})")
    conditions.append(f"TRTP in ({_sas_list(_ordered_arms(result))})")
    return [
        f"* {_one_line(f'{result.title} ({result.study})')}, as fitted by Sjögren Desktop"
        f" {__version__};",
        "* bds: the data set of the parameter, with the flags and TRT01P (here TRTP) of ADSL;",
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
    fitted = re.search(r"\b([a-z]+1?h?)\(AVISIT \| USUBJID\)", _card(result, "Covariance"))
    return fitted.group(1) if fitted else _text(result, "covariance")


def _card(result: Result, name: str) -> str:
    return dict(result.method).get(name, "")


def _text(result: Result, name: str) -> str:
    return str(result.options.get(name, ""))


def _many(result: Result, name: str) -> list[str]:
    value = result.options.get(name, ())
    return [str(v) for v in value] if isinstance(value, tuple | list) else [str(value)]


def _visits(result: Result) -> list[str]:
    return _many(result, "visits" if "visits" in result.options else "visit")


def _ordered_arms(result: Result) -> list[str]:
    """Return the arms, that which the others are compared with first."""
    reference = _text(result, "reference")
    return [reference, *(arm for arm in _many(result, "arms") if arm != reference)]


def _studies(result: Result) -> list[str]:
    """Return the study, none where all are pooled."""
    study = _text(result, "study")
    return [] if study in ("", _POOLED) else [study]


def _level(result: Result) -> str:
    return f"{float(_text(result, 'level')) / 100:g}"


def _alpha(result: Result) -> str:
    return f"{1 - float(_text(result, 'level')) / 100:g}"


def _pooled(terms: Sequence[str]) -> str:
    return " STUDYID" if "STUDYID" in terms else ""


def _sas_weights(result: Result) -> str:
    return " om" if _text(result, "weights") == "proportional" else ""


def _r(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _r_vector(texts: Sequence[str]) -> str:
    return f"c({', '.join(map(_r, texts))})"


def _sas(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sas_list(texts: Sequence[str]) -> str:
    return ", ".join(map(_sas, texts))


def _one_line(text: str) -> str:
    """Return a text that cannot end a SAS comment."""
    return " ".join(text.split()).replace(";", ",")
