"""What people write, and what the upgrade report makes of it: followed, counted as not followed, and nothing wrong.

Each program meets one change: the operation `voices.list` or `tts.generate` goes, or an argument or a field of it.
"""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from cartesia_tools.cli import main
from cartesia_tools.diff.compare import compare
from cartesia_tools.usage.impact import Upgrade, find_impacts

from .test_impact import DOC, drop

HEAD = "import asyncio, functools\nfrom cartesia_client import AsyncCartesia, Cartesia\n"
MADE = HEAD + "client = Cartesia()\n"
VOICE = "from cartesia_client.types import Voice\n"
NEW: dict[str, Any] = {}


def upgrade(what: str, program: str, folder: Path, name: str = "app.py") -> Upgrade:
    if what not in NEW:
        doc = copy.deepcopy(DOC)
        if what == "call":
            del doc["paths"]["/tts/bytes"], doc["paths"]["/voices"]
        elif what == "argument":
            drop("TTSRequest", "language")(doc)
        else:
            drop("Voice", "tagline")(doc)
        NEW[what] = (doc, compare(DOC, doc))
    (folder / name).write_text(program)
    doc, changes = NEW[what]
    return find_impacts(folder, DOC, doc, changes)


# What changes -> programs; each is affected in at least one place.
FOLLOWED: dict[str, list[str]] = {
    "field": [
        "client.voices.list().data[0].tagline",
        "page = client.voices.list()\nfor v in page.data: print(v.tagline)",
        "page = client.voices.list()\nprint([v.tagline for v in page.data])",
        "for page in client.voices.list().iter_pages():\n for v in page: v.tagline",
        "for page in client.voices.list().iter_pages():\n for v in page.data: v.tagline",
        "for v in client.voices.list(): v.tagline",
        "first, *rest = client.voices.list()\nfirst.tagline",
        "page = client.voices.list()\npage.get_next_page().data[0].tagline",
        "next(iter(client.voices.list())).tagline",
        "sorted(client.voices.list(), key=lambda v: v.name)[0].tagline",
        "voices = {v.id: v.tagline for v in client.voices.list()}",
        "v = client.voices.get('v') or None\nv.tagline",
        "get = client.voices.get\nget('v').tagline",
        "def f(): return client.voices.get('v')\nf().tagline",
        "def f(v): return v.tagline\nf(client.voices.get('v'))",
        "def f(c): return c.voices.get('v').tagline\nf(client)",
        "if (v := client.voices.get('v')): v.tagline",
        "getattr(client.voices.get('v'), 'tagline')",
        "client.with_options(timeout=3).voices.get('v').tagline",
        "client.voices.with_raw_response.get('v').parse().tagline",
        "async def f():\n c = AsyncCartesia()\n v = await c.voices.get('v')\n v.tagline",
        "async def f(c: AsyncCartesia):\n t = asyncio.create_task(c.voices.get('v'))\n (await t).tagline",
        "async def f(c: AsyncCartesia):\n t = asyncio.create_task(c.voices.get('v'))\n t.result().tagline",
        "async def f(c: AsyncCartesia):\n a, b = await asyncio.gather(c.get_status(), c.voices.get('v'))\n b.tagline",
        "async def f(c: AsyncCartesia):\n v = await asyncio.wait_for(c.voices.get('v'), 3)\n v.tagline",
        "async def f():\n v = await asyncio.to_thread(client.voices.get, 'v')\n v.tagline",
        "async def f(c: AsyncCartesia):\n async for v in c.voices.list(): v.tagline",
        "async def f(c: AsyncCartesia):\n return [v.tagline async for v in c.voices.list()]",
        "v = client.voices.get('v')\nd = v.to_dict() if v.tagline else {}",
        "match client.voices.get('v').tagline:\n case 'x': pass",
        "match client.voices.get('v'):\n case object(tagline=t): pass",
        "match client.voices.get('v').to_dict():\n case {'tagline': 'x'}: pass",
        "sorted(client.voices.list(), key=lambda v: v.tagline)",
        "list(map(lambda v: v.tagline, client.voices.list()))",
        "from cartesia_client.types import Voice as V\ndef f(v: 'V | None'): return v.tagline",
        "from cartesia_client import types\ndef f(v: types.Voice): return v.tagline",
        "import cartesia_client\ndef f(v: cartesia_client.types.Voice): return v.tagline",
        "from cartesia_api.models import *\ndef f(v: Voice): return v.tagline",
        "cache = {}\ncache['v'] = client.voices.get('v')\ncache['v'].tagline",
        "voices = []\nfor v in client.voices.list(): voices.append(v)\nvoices[0].tagline",
        "voices = {v.id: v for v in client.voices.list()}\nvoices['x'].tagline",
        "voices = [*client.voices.list()]\nvoices[0].tagline",
        "client.voices.get('v').to_dict()['tagline']",
        "client.voices.get('v')['tagline']",
        "client.voices.get('v').model_dump().get('tagline', '')",
        "client.voices.with_raw_response.get('v').json()['tagline']",
        "def f():\n yield from client.voices.list()\nfor v in f(): v.tagline",
        "class A:\n @property\n def v(self): return client.voices.get('v')\nA().v.tagline",
        "v = None\ndef f():\n global v\n v = client.voices.get('v')\nv.tagline",
        "for v, n in zip(client.voices.list(), range(3)): v.tagline",
        "(a, b), c = (client.get_status(), client.voices.get('b')), 3\nb.tagline",
        "client.voices.find('Katie').tagline",
        "import json\njson.loads(client.voices.with_raw_response.get('v').text)['tagline']",
        "tasks = {pool.submit(client.voices.get, i): i for i in 'ab'}\nfor t in as_completed(tasks): t.result().tagline",
        "for v in pool.map(client.voices.get, 'ab'): v.tagline",
        "hasattr(client.voices.get('v'), 'tagline')",
        "def f(*voices): return voices[0].tagline\nf(client.voices.get('v'))",
        "def f(**voices): return voices['v'].tagline\nf(v=client.voices.get('v'))",
        "max(client.voices.list(), key=lambda v: v.name).tagline",
        "import operator\nlist(map(operator.attrgetter('tagline'), client.voices.list()))",
        "match client.voices.list().data:\n case [first, *_]: print(first.tagline)",
        "match client.voices.list().data:\n case [*vs] if vs[0].tagline: ...",
        "match {'v': client.voices.get('v')}:\n case {'v': v}: v.tagline",
        "'tagline' in client.voices.get('v').to_dict()",
        "'tagline' not in client.voices.get('v').to_dict().keys()",
        "d = {**client.voices.get('v').to_dict()}\nd['tagline']",
        "d = client.voices.get('v').to_dict() | {'x': 1}\nd['tagline']",
        "def f(v=client.voices.get('v')): return v.tagline",
        "def f(*, v=client.voices.get('v')): return v.tagline",
        "(lambda v=client.voices.get('v'): v.tagline)()",
        "class A:\n def __init__(self): self.v = client.voices.get('v')\ndef f(a): return a.v.tagline",
        "class It:\n def __iter__(self): return iter(client.voices.list())\nfor v in It(): v.tagline",
        "class It:\n def __iter__(self):\n  yield from client.voices.list()\nprint([v.tagline for v in It()])",
        "class It:\n def __next__(self): return client.voices.get('v')\nnext(It()).tagline",
        "class It:\n def __getitem__(self, k): return client.voices.get(k)\nIt()['a'].tagline",
        "class It:\n def __call__(self, k): return client.voices.get(k)\nit = It()\nit('a').tagline",
        "class It:\n def __enter__(self): return client.voices.get('v')\nwith It() as v: v.tagline",
        VOICE + "class H(NamedTuple):\n v: Voice\ndef f(h: H): return h.v.tagline",
        VOICE + "def f(vs: dict[str, Voice]): return vs['a'].tagline",
        VOICE + "def f(vs: 'dict[str, list[Voice]]'): return [v.tagline for l in vs.values() for v in l]",
        VOICE + "Voices = list[Voice]\ndef f(vs: Voices): return vs[0].tagline",
        VOICE + "Voices: TypeAlias = dict[str, Voice]\ndef f(vs: Voices): return vs['a'].tagline",
        VOICE + "def f(make: Callable[[], Voice]): return make().tagline",
        VOICE + "def f(v):\n if isinstance(v, Voice): return v.tagline",
        VOICE + "typing.cast(Voice, input()).tagline",
        VOICE + "Voice.from_dict({'tagline': 'x'})",
        VOICE + "Voice.model_construct(tagline='x')",
        VOICE + "class Mine(Voice):\n def f(self): return self.tagline",
        VOICE + "class Mine(Voice): pass\ndef f(m: Mine): return m.tagline",
        *([VOICE + "type Voices = list[Voice]\ndef f(vs: Voices): return vs[0].tagline"] if sys.version_info >= (3, 12) else []),
    ],
    "call": [
        "client.voices.list()",
        "c = None\n(c or Cartesia()).voices.list()",
        "c = None or Cartesia()\nc.voices.list()",
        "def f(c=None):\n c = c or Cartesia()\n c.tts.generate(transcript='t')",
        "speak = client.tts.generate\nspeak(transcript='t')",
        "tts = client.tts\ntts.generate(transcript='t')",
        "voices, tts = client.voices, client.tts\ntts.generate(transcript='t')",
        "a, b = Cartesia(), 3\na.voices.list()",
        "class A:\n client = Cartesia()\n def f(self): self.client.voices.list()",
        "class A:\n client: Cartesia\n def f(self): self.client.voices.list()",
        "class A:\n client: 'Cartesia | None' = None\n def f(self): self.client.voices.list()",
        "class A:\n def __init__(self): self.c = Cartesia()\n def f(self): self.c.voices.list()",
        "class A:\n def __init__(self): self.c = Cartesia()\nA().c.voices.list()",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n c: Cartesia\n def f(self): self.c.voices.list()",
        "client.with_options(max_retries=1).voices.list()",
        "c = client.copy(timeout=3)\nc.voices.list()",
        "with Cartesia() as c: c.voices.list()",
        "async def f():\n async with AsyncCartesia() as c: await c.voices.list()",
        "import contextlib\nwith contextlib.ExitStack() as s:\n c = s.enter_context(Cartesia())\n c.voices.list()",
        "functools.partial(client.tts.generate, model_id='m')(transcript='t')",
        "async def f(): await asyncio.to_thread(client.tts.generate, transcript='t')",
        "pool.submit(client.tts.generate, transcript='t')",
        "def make(): return Cartesia()\nmake().voices.list()",
        "def make() -> Cartesia: ...\nc = make()\nc.voices.list()",
        "import pytest\n@pytest.fixture\ndef c():\n with Cartesia() as made: yield made\ndef test(c: Cartesia): c.voices.list()",
        "def test(cartesia_client): cartesia_client.voices.list()",
        "async def test(async_cartesia_client): await async_cartesia_client.tts.generate(transcript='t')",
        "from cartesia_client import Cartesia as C\nC().voices.list()",
        "from cartesia_api.api.voices import voices_list\nvoices_list.sync_detailed(client=client)",
        "from cartesia_api.api.voices.voices_list import sync as find\nfind(client=client)",
        "import pytest\n@pytest.mark.cartesia_fault('status', operation='tts.generate', status=429)\ndef test(): ...",
        "def test(cartesia_journal): assert cartesia_journal.requests(operation='voices.list')",
        "getattr(client, 'voices').list()",
        "getattr(client.voices, 'list')()",
        "client.tts.with_streaming_response.generate(transcript='t')",
        "lambda: client.voices.list()",
        "(lambda c: c.voices.list())(client)",
        "global_client: Cartesia | None = None\ndef f(): global_client.voices.list()",
        "for c in [Cartesia(), Cartesia()]: c.voices.list()",
        "handlers = [client.get_status, client.voices.list]",
        "from unittest.mock import patch\npatch('app.client.voices.list')",
        "import threading\nthreading.Thread(target=client.voices.list)",
        "from unittest.mock import patch\nwith patch('x.Cartesia') as M: M().tts.generate.return_value = b''",
    ],
    "argument": [
        "client.tts.generate(language='en')",
        "o = {}\no['language'] = 'en'\nclient.tts.generate(**o)",
        "o = dict(model_id='m')\no.update(language='en')\nclient.tts.generate(**o)",
        "o = {}\no.update({'language': 'en'})\nclient.tts.generate(**o)",
        "o = {}\no |= {'language': 'en'}\nclient.tts.generate(**o)",
        "o = {}\no.setdefault('language', 'en')\nclient.tts.generate(**o)",
        "o = {'language': 'en'}\nclient.tts.generate(**{**o, 'model_id': 'm'})",
        "speak = functools.partial(client.tts.generate, language='en')\nspeak(transcript='t')",
        "async def f(): await asyncio.to_thread(client.tts.generate, language='en')",
        "speak = client.tts.generate\nspeak(language='en')",
        "client.tts.generate(extra_body={'language': 'en'})",
    ],
}  # fmt: skip
# Programs that use a client where it is not seen: each is counted and named.
NOT_FOLLOWED = [
    "name = input()\ngetattr(client.voices, name)()",
    "getattr(client, input()).list()",
    "from other import helper\nhelper(client)",
    "import other\nother.run(client=client)",
    "clients = {'a': client}\nclients['a'].x",
    "from other import show\nshow(client.voices.get('v'))",
    "import other\nother.register(client.voices)",
    "client.brand_new.method()",
    "exec('client.voices.list()')",
    "from other import pick\npick(client.voices.list())",
    "def f(**given): client.tts.generate(**given)",
    "client.tts.generate(**dict([('language', 'en')]))",
    "key = 'language'\nclient.tts.generate(**{key: 'en'})",
    "o = {}\nfor key in ('language',): o[key] = 'en'\nclient.tts.generate(**o)",
    "'%(name)s' % client.voices.get('v').to_dict()",
    "import other\nother.show(client.voices.list().data)",
    "def f(given=None): client.tts.generate(**(given or {}))",
]  # fmt: skip
CASES = [(what, program) for what, programs in FOLLOWED.items() for program in programs]


def test_the_table_has_eighty_usages() -> None:
    assert len(CASES) + len(NOT_FOLLOWED) >= 80


@pytest.mark.parametrize(("what", "program"), CASES)
def test_what_people_write_is_followed(what: str, program: str, tmp_path: Path) -> None:
    assert upgrade(what, MADE + program + "\n", tmp_path).impacts != []


@pytest.mark.parametrize(
    ("what", "program"),
    [
        ("field", "max(client.voices.list(), key=lambda v: len(v.name)).name"),
        ("field", "hasattr(object(), 'tagline') or client.voices.get('v').name"),
        ("field", "'tagline' in input()\nclient.voices.get('v').name"),
        (
            "field",
            "class It:\n def __iter__(self): return iter(())\nfor v in It(): v.tagline\nclient.voices.get('v').name",
        ),
        ("field", VOICE + "class Mine(Voice):\n def f(self): return self.name"),
        ("field", "TEXT = 'Hello there, Cartesia'\ndef f(x: TEXT): return x.tagline\nclient.voices.get('v').name"),
        ("field", "NAME = 'Voice'\ndef f(x: NAME): return x.tagline\nclient.voices.get('v').name"),
        ("field", "import operator\nsorted([], key=operator.attrgetter('tagline'))\nclient.voices.list()"),
    ],
)
def test_what_looks_like_a_use_is_none(what: str, program: str, tmp_path: Path) -> None:
    result = upgrade(what, MADE + program + "\n", tmp_path)
    assert result.impacts == []
    assert result.unfollowed == []
    assert result.unreadable == []


@pytest.mark.parametrize("program", NOT_FOLLOWED)
def test_what_is_not_followed_is_counted_and_named(program: str, tmp_path: Path) -> None:
    result = upgrade("field", MADE + program + "\n", tmp_path)
    assert result.unfollowed != []
    assert all(each.line > 3 and each.code for each in result.unfollowed)


def test_the_cells_of_a_notebook_are_read(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# client.voices.list("]},
        {
            "cell_type": "code",
            "source": ["%pip install x\n", "from cartesia_client import Cartesia\n", "c = Cartesia()"],
        },
        {"cell_type": "code", "source": "%%bash\nfor x in *; do echo $x; done"},
        {"cell_type": "code", "source": "!ls\nfiles = !ls\nc?\n%time v = c.voices.get('v')\nv.tagline"},
    ]
    assert upgrade("field", json.dumps({"cells": cells}), tmp_path, "app.ipynb").impacts != []


def test_nothing_is_only_said_when_everything_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, app = tmp_path / "old.json", tmp_path / "new.json", tmp_path / "app"
    doc = copy.deepcopy(DOC)
    drop("Dataset", "name")(doc)
    old.write_text(json.dumps(DOC))
    new.write_text(json.dumps(doc))
    app.mkdir()
    command = ["changes", str(old), str(new), "--used-by", str(app)]
    (app / "a.py").write_text(MADE + "client.voices.list()\n")
    assert main(command) == 0
    assert "None: nothing that affects the 1 operations" in capsys.readouterr().out
    (app / "b.py").write_text(MADE + "from other import helper\nhelper(client)\n")
    assert main(command) == 0
    output = capsys.readouterr().out
    assert "None" not in output
    assert "Not followed, so look there yourself: 1 place." in output
    assert "b.py:5 `helper(client)`" in output
    for name, raw in (("c.py", b"def f(:\n"), ("d.py", b"\xff"), ("e.ipynb", b"{"), ("f.py", b"x = " + b"(" * 500)):
        (app / name).write_bytes(raw)
        assert main(command) == 2
        printed = capsys.readouterr()
        assert name in printed.err
        assert "Not read: 1 of the files." in printed.out
        (app / name).unlink()
