"""Both sides of every limit, as sections 2 to 16 of the instrument definitions draw them."""

import pytest

from sjogren_desktop.scoring import score_case
from sjogren_desktop.scoring.essdai import DOMAINS


def level(domain, **findings):
    return score_case("ESSDAI_LEVEL", {"domain": domain, **findings})["level"]


LEVELS = [
    ("constitutional", {}, 0),
    ("constitutional", {"max_temp_c": 37.4}, 0),
    ("constitutional", {"max_temp_c": 37.5}, 1),
    ("constitutional", {"max_temp_c": 38.5}, 1),
    ("constitutional", {"max_temp_c": 38.6}, 2),
    ("constitutional", {"max_temp_c": 40, "infection": True}, 0),
    ("constitutional", {"weight_loss_pct": 4.9}, 0),
    ("constitutional", {"weight_loss_pct": 5}, 1),
    ("constitutional", {"weight_loss_pct": 10}, 1),
    ("constitutional", {"weight_loss_pct": 10.1}, 2),
    ("constitutional", {"weight_loss_pct": 12, "voluntary": True}, 0),
    # Infection takes the fever out, not the weight; intended loss the weight, not the fever.
    ("constitutional", {"max_temp_c": 40, "infection": True, "weight_loss_pct": 6}, 1),
    ("constitutional", {"max_temp_c": 38, "voluntary": True, "weight_loss_pct": 12}, 1),
    ("lymphadenopathy", {"node_noninguinal_cm": 0.9}, 0),
    ("lymphadenopathy", {"node_noninguinal_cm": 1}, 1),
    ("lymphadenopathy", {"node_noninguinal_cm": 1.9}, 1),
    ("lymphadenopathy", {"node_noninguinal_cm": 2}, 2),
    ("lymphadenopathy", {"node_inguinal_cm": 1.9}, 0),
    ("lymphadenopathy", {"node_inguinal_cm": 2}, 1),
    ("lymphadenopathy", {"node_inguinal_cm": 2.9}, 1),
    ("lymphadenopathy", {"node_inguinal_cm": 3}, 2),
    ("lymphadenopathy", {"splenomegaly": True}, 2),
    ("lymphadenopathy", {"bcell_malignancy_current": True}, 3),
    ("glandular", {"parotid_cm": 0}, 0),
    ("glandular", {"parotid_cm": 3}, 1),
    ("glandular", {"parotid_cm": 3.1}, 2),
    ("articular", {"arthralgia_stiffness_min": 30}, 0),
    ("articular", {"arthralgia_stiffness_min": 31}, 1),
    ("articular", {"synovitis_28": 0, "arthralgia_stiffness_min": 45}, 1),
    ("articular", {"synovitis_28": 1}, 2),
    ("articular", {"synovitis_28": 5}, 2),
    ("articular", {"synovitis_28": 6}, 3),
    ("pulmonary", {"nyha": 3, "dlco_pct": 30}, 0),
    ("pulmonary", {"ild_hrct": True}, 1),
    ("pulmonary", {"ild_hrct": True, "nyha": 1}, 1),
    ("pulmonary", {"ild_hrct": True, "nyha": 2}, 2),
    ("pulmonary", {"ild_hrct": True, "nyha": 3}, 3),
    ("pulmonary", {"ild_hrct": True, "nyha": 4}, 3),
    ("pulmonary", {"ild_hrct": True, "dlco_pct": 70}, 1),
    ("pulmonary", {"ild_hrct": True, "dlco_pct": 69.9}, 2),
    ("pulmonary", {"ild_hrct": True, "dlco_pct": 40}, 2),
    ("pulmonary", {"ild_hrct": True, "dlco_pct": 39.9}, 3),
    ("pulmonary", {"ild_hrct": True, "fvc_pct": 80}, 1),
    ("pulmonary", {"ild_hrct": True, "fvc_pct": 79.9}, 2),
    ("pulmonary", {"ild_hrct": True, "fvc_pct": 60}, 2),
    ("pulmonary", {"ild_hrct": True, "fvc_pct": 59.9}, 3),
    ("renal", {}, 0),
    ("renal", {"tubular_acidosis": True, "gfr_ml_min": 60}, 1),
    ("renal", {"tubular_acidosis": True, "gfr_ml_min": 59.9}, 2),
    ("renal", {"glomerular": True, "proteinuria_g_day": 0.49}, 0),
    ("renal", {"glomerular": True, "proteinuria_g_day": 0.5}, 1),
    ("renal", {"glomerular": True, "proteinuria_g_day": 1}, 1),
    ("renal", {"glomerular": True, "proteinuria_g_day": 1.01}, 2),
    ("renal", {"glomerular": True, "proteinuria_g_day": 1.5}, 2),
    ("renal", {"glomerular": True, "proteinuria_g_day": 1.51}, 3),
    ("renal", {"glomerular": True, "proteinuria_g_day": 0.6, "haematuria": True}, 3),
    ("renal", {"glomerular": True, "proteinuria_g_day": 0.6, "gfr_ml_min": 60}, 1),
    ("renal", {"glomerular": True, "proteinuria_g_day": 0.6, "gfr_ml_min": 59}, 3),
    # Histology decides wherever there is a biopsy, upwards and downwards.
    ("renal", {"histology": "extra_membranous", "glomerular": True, "proteinuria_g_day": 4}, 2),
    ("renal", {"histology": "interstitial_infiltrate"}, 2),
    ("renal", {"histology": "proliferative", "glomerular": True, "proteinuria_g_day": 0.6}, 3),
    ("renal", {"histology": "cryoglobulin_related"}, 3),
    ("muscular", {"ck_x_uln": 9}, 0),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 1.01}, 1),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 2}, 1),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 2.01}, 2),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 4}, 2),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 4.01}, 3),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 1, "power_mrc": 4}, 2),
    ("muscular", {"myositis_proven": True, "ck_x_uln": 1, "power_mrc": 3}, 3),
    # Proven myositis with nothing measurable is not described: left to the rater.
    ("muscular", {"myositis_proven": True, "ck_x_uln": 1, "power_mrc": 5}, None),
    ("haematological", {"neutrophils_per_mm3": 1500}, 0),
    ("haematological", {"neutrophils_per_mm3": 1499}, 1),
    ("haematological", {"neutrophils_per_mm3": 1001}, 1),
    ("haematological", {"neutrophils_per_mm3": 1000}, 2),
    ("haematological", {"neutrophils_per_mm3": 500}, 2),
    ("haematological", {"neutrophils_per_mm3": 499}, 3),
    ("haematological", {"hb_g_dl": 12}, 0),
    ("haematological", {"hb_g_dl": 11.9}, 1),
    ("haematological", {"hb_g_dl": 10.1}, 1),
    ("haematological", {"hb_g_dl": 10}, 2),
    ("haematological", {"hb_g_dl": 8}, 2),
    ("haematological", {"hb_g_dl": 7.9}, 3),
    ("haematological", {"platelets_per_mm3": 150_000}, 0),
    ("haematological", {"platelets_per_mm3": 149_999}, 1),
    ("haematological", {"platelets_per_mm3": 100_001}, 1),
    ("haematological", {"platelets_per_mm3": 100_000}, 2),
    ("haematological", {"platelets_per_mm3": 50_000}, 2),
    ("haematological", {"platelets_per_mm3": 49_999}, 3),
    ("haematological", {"lymphocytes_per_mm3": 1000}, 0),
    ("haematological", {"lymphocytes_per_mm3": 999}, 1),
    ("haematological", {"lymphocytes_per_mm3": 501}, 1),
    ("haematological", {"lymphocytes_per_mm3": 500}, 2),
    ("haematological", {"lymphocytes_per_mm3": 10}, 2),
    ("haematological", {"hb_g_dl": 7, "attributable": False}, 0),
    ("biological", {"igg_g_l": 15.9}, 0),
    ("biological", {"igg_g_l": 16}, 1),
    ("biological", {"igg_g_l": 20}, 1),
    ("biological", {"igg_g_l": 20.1}, 2),
    ("biological", {"low_complement": True}, 1),
    ("biological", {"clonal_component": True}, 1),
    ("biological", {"cryoglobulinaemia": True, "clonal_component": True}, 2),
    ("biological", {"recent_hypogammaglobulinaemia": True}, 2),
]


@pytest.mark.parametrize(
    ("domain", "findings", "expected"), LEVELS, ids=[f"{d}-{f}" for d, f, _ in LEVELS]
)
def test_that_findings_give_the_level_of_the_definition(domain, findings, expected):
    assert level(domain, **findings) == expected


def test_that_a_domain_of_the_rater_alone_is_said():
    for domain in ("cutaneous", "pns", "cns"):
        assert score_case("ESSDAI_LEVEL", {"domain": domain}) == {
            "level": None,
            "error": "rater_alone",
        }
    assert score_case("ESSDAI_LEVEL", {"domain": "spleen"})["error"] == "unknown_domain"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("extra_membranous", 2),
        ("Extra-membranous glomerulonephritis", 2),
        ("interstitial_infiltrate", 2),
        ("marked interstitial lymphoid infiltrate", 2),
        ("proliferative", 3),
        ("Membranoproliferative GN", 3),
        ("cryoglobulin_related", 3),
        ("cryoglobulinaemic glomerulonephritis", 3),
    ],
)
def test_that_a_biopsy_is_rated_by_its_words(words, expected):
    assert level("renal", histology=words, glomerular=True, proteinuria_g_day=0.6) == expected


@pytest.mark.parametrize(
    "words", ["tubulitis", "mild interstitial infiltrate", "no proliferative lesion"]
)
def test_that_words_without_a_level_leave_a_biopsy_to_the_rater(words):
    unknown = score_case("ESSDAI_LEVEL", {"domain": "renal", "histology": words})
    assert unknown == {"level": None, "error": "unknown_histology"}


def levels(**given):
    return {"levels": {**{d.key: 0 for d in DOMAINS}, **given}}


@pytest.mark.parametrize(
    ("given", "total", "activity"),
    [
        ({"glandular": 2}, 4, "low"),
        ({"cns": 2, "glandular": 1, "biological": 1}, 13, "moderate"),
        ({"cns": 2, "glandular": 2}, 14, "high"),
        ({"pulmonary": 1}, 5, "moderate"),
    ],
)
def test_that_activity_changes_at_5_and_14(given, total, activity):
    scored = score_case("ESSDAI", levels(**given))

    assert (scored["total"], scored["activity"]) == (total, activity)


def test_that_clinessdai_has_weights_of_its_own():
    # instruments.md section 3: articular moderate is ESSDAI 4 (low), ClinESSDAI 6 (moderate)
    assert score_case("ESSDAI", levels(articular=2))["activity"] == "low"
    scored = score_case("CLINESSDAI", levels(articular=2, biological=None))
    assert (scored["total"], scored["activity"], scored["missing"]) == (6, "moderate", [])


def test_that_several_impossible_levels_name_the_first_and_list_all():
    scored = score_case("ESSDAI", levels(biological=3, constitutional=3, renal=None))

    assert scored["error"] == "invalid_level"
    assert scored["domain"] == "constitutional"
    assert scored["invalid"] == ["constitutional", "biological"]
    assert scored["total"] is None
    assert scored["activity"] is None
    assert scored["missing"] == ["renal"]


def test_that_the_entry_score_ignores_a_missing_domain_outside_the_eight():
    scored = score_case("ESSDAI8_ENTRY", levels(renal=1, pulmonary=None))

    assert (scored["total8"], scored["eligible"], scored["essdai_total"]) == (5, True, None)


def test_that_response_by_essdai_takes_the_threshold_given():
    def responds(fall, **more):
        return score_case("ESSDAI_RESPONSE", {"baseline": 10, "followup": 10 - fall, **more})

    assert responds(3)["responder"] is True
    assert responds(2)["responder"] is False
    assert responds(3, threshold=4)["responder"] is False
    assert responds(5)["low_disease_activity"] is False
    assert responds(6)["low_disease_activity"] is True
    unseen = score_case("ESSDAI_RESPONSE", {"baseline": None, "followup": 4})
    assert unseen == {"change": None, "responder": None, "low_disease_activity": True}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((0, 0, 0), {"score": 0, "pass": True}),
        ((10, 10, 10), {"score": 10, "pass": False}),
        ((5, 5, 5), {"pass": False}),
        ((4.9, 5, 5.1), {"pass": False}),
        ((4.9, 5, 5), {"pass": True}),
        ((10.1, 5, 5), {"error": "out_of_range", "item": "dryness", "score": None}),
        ((5, -0.1, 5), {"error": "out_of_range", "item": "fatigue", "score": None}),
        ((5, 5, 11), {"error": "out_of_range", "item": "pain"}),
        ((None, 5, 5), {"score": None, "pass": None, "missing": ["dryness"]}),
        ((None, None, 5), {"missing": ["dryness", "fatigue"]}),
    ],
)
def test_that_esspri_keeps_its_range_and_lists_what_is_missing(items, expected):
    given = dict(zip(("dryness", "fatigue", "pain"), items, strict=True))

    scored = score_case("ESSPRI", given)

    assert {k: scored[k] for k in expected} == expected


def test_that_esspri_response_refuses_an_impossible_item():
    scored = score_case(
        "ESSPRI_RESPONSE", {"baseline": {"dryness": 11, "fatigue": 5, "pain": 5}, "followup": 4}
    )

    assert scored["error"] == "out_of_range"
    assert scored["item"] == "baseline.dryness"
    assert scored["responder"] is None


def test_that_esspri_response_needs_every_item_of_both_visits():
    full = {"dryness": 6, "fatigue": 5, "pain": 5}

    part = score_case("ESSPRI_RESPONSE", {"baseline": full, "followup": {**full, "pain": None}})

    assert part == {"change": None, "responder": None}


# ------------------------------------------------------------------ eyes, saliva, ultrasound


@pytest.mark.parametrize(
    ("dots", "grade"), [(0, 0), (1, 1), (5, 1), (6, 2), (30, 2), (31, 3), (200, 3)]
)
def test_that_corneal_dots_have_their_bands(dots, grade):
    scored = score_case("OSS", {"cornea_dots": dots, "nasal_dots": 0, "temporal_dots": 0})

    assert (scored["cornea"], scored["total"]) == (grade, grade)


@pytest.mark.parametrize(
    ("dots", "grade"), [(0, 0), (9, 0), (10, 1), (32, 1), (33, 2), (100, 2), (101, 3)]
)
def test_that_conjunctival_dots_have_their_bands(dots, grade):
    scored = score_case("OSS", {"cornea_dots": 0, "nasal_dots": dots, "temporal_dots": dots})

    assert (scored["nasal"], scored["temporal"], scored["total"]) == (grade, grade, 2 * grade)


def test_that_staining_is_positive_from_5_and_missing_without_a_part():
    full = {"cornea_dots": 31, "confluent": 1, "nasal_dots": 10, "temporal_dots": 0}

    assert score_case("OSS", full)["acr_eular_positive"] is True
    assert score_case("OSS", {**full, "nasal_dots": 9})["acr_eular_positive"] is False
    part = score_case("OSS", {**full, "temporal_dots": None})
    assert (part["total"], part["acr_eular_positive"]) == (None, None)
    assert part["missing"] == ["temporal"]
    assert score_case("OSS", {**full, "confluent": None})["total"] is None


@pytest.mark.parametrize(
    ("right", "left", "mean", "star", "criteria"),
    [
        (5, 5, 5.0, False, True),
        (4, 5, 4.5, True, True),
        (6, 6, 6.0, False, False),
        (3, None, None, None, True),
        (8, None, None, None, None),
        (None, None, None, None, None),
    ],
)
def test_that_schirmer_has_two_readings(right, left, mean, star, criteria):
    scored = score_case("SCHIRMER", {"right_mm": right, "left_mm": left})

    assert scored["mean_mm"] == mean
    assert scored["star_abnormal"] is star
    assert scored["acr_eular_positive"] is criteria


@pytest.mark.parametrize(
    ("volume", "minutes", "expected"),
    [
        (0, 5, {"rate_ml_min": 0, "abnormal": True}),
        (0.5, 5, {"rate_ml_min": 0.1, "abnormal": True}),
        (0.51, 5, {"abnormal": False}),
        (-1, 5, {"error": "out_of_range", "item": "volume_ml", "rate_ml_min": None}),
        (1, 0, {"error": "out_of_range", "item": "minutes", "rate_ml_min": None}),
        (None, 5, {"rate_ml_min": None, "abnormal": None, "missing": ["volume_ml"]}),
    ],
)
def test_that_flow_is_volume_by_time(volume, minutes, expected):
    scored = score_case("UWS", {"volume_ml": volume, "minutes": minutes})

    assert {k: scored[k] for k in expected} == expected


ECHO = ("echogenicity", "inhomogeneity", "hypoechoic_areas", "hyperechoic_reflections", "borders")
FOUR = ("parotid_r", "parotid_l", "submandibular_r", "submandibular_l")


def ultrasound(**changes):
    glands = {gland: dict.fromkeys(ECHO, 0) for gland in FOUR}
    for place, grade in changes.items():
        gland, item = place.split("__")
        glands[gland][item] = grade
    return score_case("HOCEVAR", {"glands": glands})


@pytest.mark.parametrize(
    ("place", "highest"),
    [
        ("parotid_r__echogenicity", 1),
        ("submandibular_l__echogenicity", 1),
        ("parotid_l__inhomogeneity", 3),
        ("submandibular_r__hypoechoic_areas", 3),
        ("parotid_r__hyperechoic_reflections", 3),
        ("submandibular_r__hyperechoic_reflections", 1),
        ("submandibular_l__borders", 3),
    ],
)
def test_that_each_ultrasound_item_has_its_maximum(place, highest):
    assert ultrasound(**{place: highest})["total"] == highest
    for wrong in (highest + 1, -1, 0.5):
        scored = ultrasound(**{place: wrong})
        gland, item = place.split("__")
        assert (scored["error"], scored["gland"], scored["item"]) == ("out_of_range", gland, item)
        assert scored["total"] is None
        assert scored["positive"] is None


def test_that_ultrasound_without_a_grade_is_missing_and_says_which():
    scored = ultrasound(parotid_l__borders=None)

    assert (scored["total"], scored["missing"]) == (None, ["parotid_l.borders"])


@pytest.mark.parametrize(
    ("points", "positive", "strict"), [(16, False, False), (17, True, False), (18, True, True)]
)
def test_that_17_is_positive_unless_chosen_otherwise(points, positive, strict):
    cells = [(gland, item) for gland in FOUR for item in ECHO]  # each may be 1
    glands = {gland: dict.fromkeys(ECHO, 0) for gland in FOUR}
    for gland, item in cells[:points]:
        glands[gland][item] = 1

    scored = score_case("HOCEVAR", {"glands": glands})
    other = score_case("HOCEVAR", {"glands": glands}, conventions={"C8": ">"})

    assert scored["total"] == points
    assert scored["positive"] is positive
    assert other["positive"] is strict


def test_that_one_gland_of_grade_2_is_pathological_whatever_is_missing():
    def scan(*grades):
        return score_case("OMERACT_SGUS", {"glands": dict(zip(FOUR, grades, strict=True))})

    assert scan(1, 1, 1, 1)["pathological"] is False
    assert scan(0, 0, 0, 2) == {
        "sum": 2,
        "max_grade": 2,
        "pathological": True,
        "missing": [],
    }
    assert (scan(2, None, 0, 0)["pathological"], scan(2, None, 0, 0)["sum"]) == (True, None)
    assert scan(1, None, 0, 0)["pathological"] is None
    wrong = scan(0, 4, 0, 0)
    assert (wrong["error"], wrong["gland"]) == ("out_of_range", "parotid_l")


# ------------------------------------------------------------------ questionnaires and criteria


def test_that_facit_prorates_from_7_answers():
    seven = [0, 1, 2, 3, 4, 0, 3, None, None, None, None, None, None]

    scored = score_case("FACIT_F", {"responses": seven})

    # Reversed: 4+3+2+1+0+4 = 14, item 7 as it is: 3; 17 x 13 / 7
    assert scored["score"] == pytest.approx(17 * 13 / 7, rel=1e-12)
    assert scored["n_answered"] == 7
    six = score_case("FACIT_F", {"responses": [*seven[:6], *[None] * 7]})
    assert six == {"score": None, "n_answered": 6}


@pytest.mark.parametrize(("item", "wrong"), [(1, 5), (7, -1), (13, 2.5)])
def test_that_facit_names_the_impossible_item_from_1(item, wrong):
    answers = [2] * 13
    answers[item - 1] = wrong

    scored = score_case("FACIT_F", {"responses": answers})

    assert (scored["error"], scored["item"], scored["score"]) == ("out_of_range", item, None)


ITEMS = ("eye_dryness", "mouth_dryness", "skin_dryness", "physical_fatigue", "joint_muscle_pain")


def diary(sex, days, **conventions):
    return score_case("SSSD", {"sex": sex, "days": days}, conventions=conventions)


def test_that_a_week_needs_four_valid_days():
    day = dict.fromkeys(ITEMS, 4)

    assert diary("M", [day] * 4 + [None] * 3)["weekly"] == 4
    assert diary("M", [day] * 3 + [None] * 4) == {"weekly": None, "n_valid_days": 3}
    assert diary("M", [day] * 3 + [None] * 4, C6="3")["weekly"] == 4


def test_that_women_rate_six_items_and_men_five():
    men = dict.fromkeys(ITEMS, 3)
    women = {**men, "genital_dryness": 9}

    assert diary("F", [women] * 7)["weekly"] == 4  # (5 x 3 + 9) / 6
    assert diary("M", [women] * 7)["weekly"] == 3
    assert diary("F", [men] * 7) == {"weekly": None, "n_valid_days": 0}
    assert diary("F", [{**women, "skin_dryness": None}] + [women] * 6)["n_valid_days"] == 6


def test_that_an_impossible_rating_names_day_and_item():
    day = dict.fromkeys(ITEMS, 3)

    scored = diary("M", [day, {**day, "skin_dryness": 11}, *[day] * 5])

    assert (scored["error"], scored["item"]) == ("out_of_range", "day 2: skin_dryness")
    assert scored["weekly"] is None
    assert diary(None, [day] * 7)["error"] == "unknown_sex"


def criteria(**given):
    return score_case("ACR_EULAR_2016", {"dryness_symptom": True, **given})


@pytest.mark.parametrize(
    ("given", "score"),
    [
        ({"anti_ssa": True}, 3),
        ({"focus_score": 1}, 3),
        ({"focus_score": 0.99}, 0),
        ({"oss_eyes": [4, 5]}, 1),
        ({"oss_eyes": [4, 4]}, 0),
        ({"vbs_eyes": [None, 4]}, 1),
        ({"vbs_eyes": [3, 3]}, 0),
        ({"oss_eyes": [5, 5], "vbs_eyes": [4, 4]}, 1),
        ({"schirmer_eyes": [5, 20]}, 1),
        ({"schirmer_eyes": [6, 6]}, 0),
        ({"uws_ml_min": 0.1}, 1),
        ({"uws_ml_min": 0.101}, 0),
    ],
)
def test_that_each_item_of_the_criteria_has_its_points(given, score):
    assert criteria(**given)["score"] == score


def test_that_the_criteria_need_an_entry_and_no_exclusion():
    four = {"anti_ssa": True, "uws_ml_min": 0}

    assert criteria(**four)["classified"] is True
    assert criteria(**four, exclusions=["sarcoidosis"])["classified"] is False
    no_entry = score_case("ACR_EULAR_2016", {**four, "essdai_suspicion": False})
    assert (no_entry["score"], no_entry["classified"]) == (4, False)
    assert score_case("ACR_EULAR_2016", {**four, "essdai_suspicion": True})["classified"] is True
