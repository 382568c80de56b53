"""Abbreviations that are written with a full stop, in the languages that the API speaks."""

# A sentence may end behind one of them, too. Then it is taken together with the next one, which is not heard. Those that are
# written with several stops, and those of a single letter, need no list.
_TITLES = """
    mr mrs ms mx dr prof rev fr sr jr st mt ft hon gen col maj capt cpt cmdr lt sgt gov sen rep pres supt insp messrs
    frl hr hrn mme mlle mm mgr sra srta dra ud uds lic sig sigg dott ing avv arch egr spett dhr mevr mgr inż bc
    ds kand др проф
"""
_MONTHS = "jan feb apr jun jul aug sep sept oct okt nov dec dez mon tue tues wed thu thur thurs fri"
_OTHERS = """
    vs etc ca cf eg ie viz approx dept est inc ltd co corp bros nos nr vol vols ed eds fig figs ch sec pp pg ave blvd rd hwy
    bzw usw ggf evtl inkl exkl zzgl vgl abs abb bd str tel mio mrd jh geb gest hrsg env av boul chap éd pág págs núm avda gral
    ecc pag cap tzv bijv enz blz np tzn itd itp ul tj atd apod osv jfr mfl dvs resp vb vd bkz örn
    гг стр им ул руб тыс млн млрд см рис πχ δηλ κος κα
"""  # noqa: RUF001  # Cyrillic is meant

ABBREVIATIONS = frozenset(f"{_TITLES} {_MONTHS} {_OTHERS}".split())
