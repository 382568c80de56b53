"""Where long texts are split."""

# ruff: noqa: RUF001  # the marks of other scripts are meant

from __future__ import annotations

import itertools
import re
import time

import pytest
from cartesia_client.narration.graphemes import is_boundary
from cartesia_client.narration.markup import MARKUP
from cartesia_client.narration.split import _sentences, split
from hypothesis import given
from hypothesis import strategies as st


def texts(text: str, limit: int) -> list[str]:
    return [part.text for part in split(text, limit)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        (
            "Dr. Smith and Mrs. Hale met J. R. Hobbs. All were late.",
            ["Dr. Smith and Mrs. Hale met J. R. Hobbs.", "All were late."],
        ),
        ("It cost $3.50 at 10:30 a.m. in 1,200 shops. Good.", ["It cost $3.50 at 10:30 a.m. in 1,200 shops.", "Good."]),
        (
            "Look at https://example.com/a.b?c=d.e now. Then go.",
            ["Look at https://example.com/a.b?c=d.e now.", "Then go."],
        ),
        ("Write to a.b@example.co.uk today! Please do.", ["Write to a.b@example.co.uk today!", "Please do."]),
        (
            'Wait <break time="1.5s"/> here. <spell>A. B.</spell> is it.',
            ['Wait <break time="1.5s"/> here.', "<spell>A. B.</spell> is it."],
        ),
        ("Am 3. Mai kam z.B. Herr Dr. Weber. Er blieb.", ["Am 3. Mai kam z.B. Herr Dr. Weber.", "Er blieb."]),
        (
            "\u201cWhere?\u201d he asked. \u201cThere.\u201d It rained.",
            ["\u201cWhere?\u201d he asked.", "\u201cThere.\u201d", "It rained."],
        ),
        ("私は学生です。「そう？」はい！", ["私は学生です。", "「そう？」", "はい！"]),
        ("यह एक है। यह दो है॥ तीन।", ["यह एक है।", "यह दो है॥", "तीन।"]),
        ("كيف حالك؟ أنا بخير۔ شكرا.", ["كيف حالك؟", "أنا بخير۔", "شكرا."]),
        ("ሰላም ነው። ደህና።", ["ሰላም ነው።", "ደህና።"]),
        ("One line\n\nAnother one", ["One line", "Another one"]),
        ("你好!你吃了吗?吃了。", ["你好!", "你吃了吗?", "吃了。"]),
        ("円周率は３．１４です。はい。", ["円周率は３．１４です。", "はい。"]),
        ("გამარჯობა. როგორ ხარ? კარგად.", ["გამარჯობა.", "როგორ ხარ?", "კარგად."]),
        ("「行こう。」と彼は言った。「本。」本だ。", ["「行こう。」と彼は言った。", "「本。」", "本だ。"]),
        ("שלום.\u200f מה שלומך?\u200f טוב.", ["שלום.\u200f", "מה שלומך?\u200f", "טוב."]),
        ("It was 3.14. Then 1.000.000.", ["It was 3.14.", "Then 1.000.000."]),
    ],
)
def test_texts_are_split_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert [sentence.strip() for sentence, _ in _sentences(text, 1000)] == parts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Проф. Иванов живее на ул. Витоша.", "Той е тук."),
        ("Проф. Шевченко жив на вул. Хрещатик.", "Він тут."),
        ("Акад. Павлов жил на пр. Мира.", "Да."),
        ("Ο δρ. Παπάς και ο κ. Νίκου ήρθαν.", "Καλά."),
        ("Dl. Popescu și dna. Ionescu sunt pe str. Mare.", "Da."),
        ("Prof. Horvat i gđa. Babić žive u ul. Kralja.", "Da."),
        ("Např. PhDr. Novák a Ing. Horák přišli.", "Ano."),
        ("Napr. Prof. Novák prišiel.", "Áno."),
        ("Pl. Ifj. Kovács jött.", "Igen."),
        ("Esim. Ks. Liite.", "Kyllä."),
        ("F.eks. Evt. Peter og hr. Jensen kom.", "Ja."),
        ("T.ex. Ev. Per kom kl. Fem.", "Ja."),
        ("Bijv. Dhr. Jansen en mw. De Vries kwamen.", "Ja."),
        ("O Sr. Silva e a Profa. Costa vieram.", "Sim."),
        ("En EE. UU. vive la Dra. Ruiz en la Avda. Mayor.", "Sí."),
        ("Mgr. Dupont et le Pr. Martin viennent.", "Oui."),
        ("Bspw. Frau Dipl.-Ing. Weber kam.", "Ja."),
        ("Doç. Ali ve Yrd. Veli geldi.", "Evet."),
        ("TS. Nguyễn và PGS. Trần ở TP. Hồ Chí Minh.", "Đúng."),
        ("Si Gng. Cruz at Bb. Reyes ay narito.", "Oo."),
        ("Bpk. Budi dan Hj. Siti tinggal di Jl. Merdeka.", "Ya."),
        ("Ks. Jan i płk. Nowak mieszkają przy ul. Długiej.", "Tak."),
        ("डॉ. शर्मा और प्रो. वर्मा आए।", "ठीक।"),
        ("एम. के. गांधी आए.", "ते बोलले."),
        ("डॉ. पाटील आले आहे.", "हो."),
        ("டாக்டர். ராமன், திரு. எம். குமார் வந்தார்.", "சரி."),
        ("డా. రావు వచ్చారు.", "సరే."),
        ("ಡಾ. ರಾವ್ ಬಂದರು.", "ಸರಿ."),
        ("ഡോ. രാമൻ വന്നു.", "ശരി."),
        ("ડૉ. પટેલ અહીં છે.", "હા."),
        ("ਡਾ. ਸਿੰਘ ਆਏ।", "ਠੀਕ।"),
        ("ডা. রায় এলেন।", "ঠিক।"),
        ("ଡା. ଦାସ ଆସିଲେ।", "ଠିକ୍।"),
    ],
)
def test_titles_of_all_languages_end_no_sentence(first: str, second: str) -> None:
    assert [sentence.strip() for sentence, _ in _sentences(f"{first} {second}", 1000)] == [first, second]


def test_a_long_sentence_is_split_at_clauses_then_words_then_signs() -> None:
    assert texts("When it rains, we stay at home and read.", 30) == ["When it rains,", "we stay at home and read."]
    assert texts("one two three four", 9) == ["one two", "three", "four"]
    assert texts("a\u0301" * 6, 5) == ["a\u0301" * 2] * 3
    assert texts("我" * 25, 10) == ["我" * 10, "我" * 10, "我" * 5]


@pytest.mark.parametrize(
    "sign",
    ["के", "क्ष", "กี้", "เก", "b\u0301\u0302", "👩🏽\u200d🚀", "🇩🇪", "ᄒ\u1161ᆫ", "\uff76\uff9e", "1\ufe0f\u20e3"],
)
def test_no_cut_is_within_a_sign(sign: str) -> None:
    assert not any(is_boundary(before, behind) for before, behind in itertools.pairwise(sign))
    assert set(texts("x" + sign * 9, 10)) <= {"x" + sign * n for n in range(10)} | {sign * n for n in range(10)}


def test_what_says_nothing_at_length_is_left_out_but_for_its_tags() -> None:
    (part,) = split("Good. " + "- " * 5000 + '<break time="1s"/>' + "=" * 5000, 100)
    assert part.text.startswith("Good. - -")
    assert len(part.text) < 400
    assert '<break time="1s"/>' in part.text


@pytest.mark.parametrize(
    "run",
    [
        "a",
        " ",
        " \t",
        "\n",
        "1",
        "1.",
        "a.",
        ".",
        '."',
        "<",
        "<<",
        "<a",
        "<spell>",
        "a@",
        "www.",
        "https://",
        "我",
        "ก",
    ],
    ids=ascii,
)
def test_long_runs_of_anything_are_split_at_once(run: str) -> None:
    begin = time.process_time()
    parts = texts("Go. " + run * 20_000, 800)
    assert time.process_time() - begin < 0.9
    assert len(max(parts, key=len)) <= 3 * 800 or run == "<spell>"


def test_what_lasts_is_sent_again_with_each_part() -> None:
    parts = split(
        '<speed ratio="1.2"/><emotion value="sad"/>One. <emotion value="angry"/>Two. And then came three.', 47
    )
    assert parts[-1].sent == '<speed ratio="1.2"/><emotion value="angry"/>And then came three.'
    assert [part.text for part in parts][-1] == "And then came three."


def test_what_has_nothing_to_say_stays_with_its_neighbor() -> None:
    assert texts('... <break time="1s"/> Good. * * * -- Fine. !!', 14) == [
        '... <break time="1s"/> Good. * * * --',
        "Fine. !!",
    ]
    assert texts("...", 8) == []


MARKS = ["?", ".", "!", ",", "\n\n", " ", "。"]
SNIPPETS = [
    "Dr.",
    "Hi",
    "3.5",
    "e.g.",
    '<break time="1s"/>',
    "<spell>A. b</spell>",
    "<<h|i>>",
    "字",
    "https://a.b/c",
    *MARKS,
]


@given(st.lists(st.sampled_from(SNIPPETS), max_size=40).map(" ".join), st.integers(12, 60))
def test_nothing_is_lost_and_no_tag_is_cut(text: str, limit: int) -> None:
    parts = texts(text, limit)
    if parts:
        assert re.sub(r"\W", "", "".join(parts)) == re.sub(r"\W", "", text)
        assert MARKUP.findall("\n".join(parts)) == MARKUP.findall(text)
