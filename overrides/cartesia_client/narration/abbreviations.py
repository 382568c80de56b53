"""Abbreviations that are written with a full stop, in the languages that the API speaks."""

# A sentence may end behind one of them, too. Then it is taken together with the next one, which is not heard. Those that are
# written with several stops, and those of a single letter, need no list.
_TITLES = """
    mr mrs ms mx dr prof rev fr sr jr st mt ft hon gen col maj capt cpt cmdr lt sgt gov sen rep pres supt insp messrs
    frl hr hrn mme mlle mm mgr sra srta dra ud uds lic sig sigg dott ing avv arch egr spett dhr mevr mgr inż bc
    ds kand др проф
    profa engo enga exmo exma srs dras vd vds pbro arq ee uu ff aa rr hh jj oo cc ss
    ks ifj özv płk gen phdr mudr judr rndr paeddr csc dl dna gđa gđica doç yrd öğr gör bb gng ts ths gs pgs bs tp bpk hj drs sdr
    kh pn tn jln jl мл акад доц инж гр св κκ δρ καθ
"""  # noqa: RUF001  # Cyrillic is meant
_MONTHS = "jan feb apr jun jul aug sep sept oct okt nov dec dez mon tue tues wed thu thur thurs fri"
_OTHERS = """
    vs etc ca cf eg ie viz approx dept est inc ltd co corp bros nos nr vol vols ed eds fig figs ch sec pp pg ave blvd rd hwy
    bzw usw ggf evtl inkl exkl zzgl vgl abs abb bd str tel mio mrd jh geb gest hrsg env av boul chap éd pág págs núm avda gral
    ecc pag cap tzv bijv enz blz np tzn itd itp ul tj atd apod osv jfr mfl dvs resp vb vd bkz örn
    гг стр им ул руб тыс млн млрд см рис πχ δηλ κος κα
    bspw sog ing pl ev mw pr ej aprox fdo dpto éd ex eks evt kl jf tex napr např npr popř resp čl odst atď esim ks ym jne puh
    dvs str art alin jud nám náb čís ún kb dll dkk tgl hlm mah cad sok apt
    пр просп пл пер наб обл корп напр др гл ред изд коп чел вул див грн тис буд бул πρβλ αρ σελ τηλ βλ λεωφ οδ κτλ
"""  # noqa: RUF001  # Cyrillic is meant
# Marathi, Gujarati and the south of India end sentences with a full stop, too, often behind a word of a single letter. So their
# titles are named, and their initials, which are the names of Latin letters.
_INDIAN = """
    डॉ प्रो प्रा श्री सौ कु पं रु स्व मा चि ए बी सी डी ई एफ जी एच आय आई जे के एल एम एन ओ पी क्यू आर एस टी यू व्ही वी डब्ल्यू
    ડૉ ડો પ્રો શ્રી શ્રીમતી રૂ એ બી સી ડી ઈ એફ જી એચ આઈ જે કે એલ એમ એન ઓ પી આર એસ ટી યુ વી
    டாக்டர் திரு திருமதி பேரா ரூ ஏ பி சி டி எஃப் ஜி எச் ஜே கே எல் எம் என் ஆர் எஸ் யு வி
    డా శ్రీ శ్రీమతి ప్రొ రూ బి సి డి ఎఫ్ జి హెచ్ జె కె ఎల్ ఎమ్ ఎం ఎన్ పి ఆర్ ఎస్ టి యు వి
    ಡಾ ಶ್ರೀ ಶ್ರೀಮತಿ ಪ್ರೊ ರೂ ಬಿ ಸಿ ಡಿ ಎಫ್ ಜಿ ಎಚ್ ಜೆ ಕೆ ಎಲ್ ಎಂ ಎನ್ ಪಿ ಆರ್ ಎಸ್ ಟಿ ಯು ವಿ
    ഡോ ശ്രീ ശ്രീമതി പ്രൊഫ രൂ ബി സി ഡി എഫ് ജി എച്ച് ജെ കെ എൽ എം എൻ പി ആർ എസ് ടി യു വി
    ডা ডঃ ড মো মোঃ মি প্রফেসর অধ্যাপক রু টা ডি এম কে আর এস পি টি বি সি জি এল এন এইচ
    ਡਾ ਸ ਸ੍ਰ ਪ੍ਰੋ ਸ੍ਰੀ ਰੁ ਐਮ ਕੇ ਆਰ ਐਸ ਪੀ ਟੀ ਬੀ ਸੀ ਡੀ ਜੀ ਐਲ ਐਨ ਐਚ ਜੇ
    ଡା ଡଃ ଶ୍ରୀ ପ୍ରୋ ପ୍ରଫେସର ଟ ଏମ କେ ଆର ଏସ ପି ଟି ବି ସି ଡି ଜି ଏଲ ଏନ ଏଚ
"""

ABBREVIATIONS = frozenset(f"{_TITLES} {_MONTHS} {_OTHERS} {_INDIAN}".split())
