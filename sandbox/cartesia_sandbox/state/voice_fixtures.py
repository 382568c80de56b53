"""The voices of a fresh sandbox."""

from __future__ import annotations

from typing import NamedTuple

from ..voice.sound import Timbre

OWNER = "user_31"
"""The account of all clients of a sandbox."""
OWN_VOICE = "2f1d3c4b-5a69-4788-9f0e-1d2c3b4a5968"
TRAINED_VOICE = "8d7c6b5a-4f3e-4d2c-9b1a-0f9e8d7c6b5a"


class VoiceFixture(NamedTuple):
    """A voice that exists from the start. `accents` are separated by spaces, the native one first."""

    id: str
    name: str
    tagline: str
    description: str
    gender: str
    accents: str
    timbre: Timbre


# First the names and ids that documentation and examples use; everything else is invented, the timbres too.
PUBLIC_VOICES = (
    VoiceFixture("f786b574-daa5-4673-aa0c-cbe3e8534c02", "Katie", "Friendly fixer", "An even, friendly voice for support.", "feminine", "general-american", Timbre(1.0, 1.0)),
    VoiceFixture("a5136bf9-224c-4d76-b823-52bd5efcffcc", "Jameson", "Easygoing pal", "A low, relaxed voice for small talk.", "masculine", "general-american", Timbre(0.72, 0.95)),
    VoiceFixture("694f9389-aac1-45b6-b726-9d9369183238", "Clara", "Calm narrator", "A measured voice for long texts.", "feminine", "california", Timbre(0.93, 0.88)),
    VoiceFixture("a0e99841-438c-4a64-b679-ae501e7d6091", "Barrett", "Newsreader", "A firm voice for announcements.", "masculine", "midwestern-american", Timbre(0.78, 1.05)),
    VoiceFixture("bf0a246a-8642-498a-9950-80c35e9276b5", "Sophie", "Bright helper", "A light, quick voice for assistants.", "feminine", "british", Timbre(1.12, 1.08)),
    VoiceFixture("78ab82d5-25be-4f7d-82b3-7ad64e5b85b2", "Savannah", "Warm host", "A warm voice with a southern touch.", "feminine", "southern-us", Timbre(1.06, 0.9)),
    VoiceFixture("e07c00bc-4134-4eae-9ea4-1a55fb45746b", "Brooke", "Big sister", "A young, lively voice for games.", "feminine", "australian", Timbre(1.2, 1.12)),
    VoiceFixture("6ccbfb76-1fc6-48f7-b71d-91ac6298247b", "Tessa", "Kind companion", "A gentle voice for quiet moments.", "feminine", "irish", Timbre(1.03, 0.84)),
    VoiceFixture("db6b0ed5-d5d3-463d-ae85-518a07d3c2b4", "Skylar", "Neutral guide", "A voice that is neither high nor low.", "gender_neutral", "canadian-english", Timbre(0.86, 1.0)),
    VoiceFixture("3f1c8a52-0b7d-4c19-9a54-5d2e6f7a8b01", "Héloïse", "Conteuse", "A French voice for stories.", "feminine", "parisian british", Timbre(1.08, 0.96)),
    VoiceFixture("5b2d9c63-1c8e-4d2a-8b65-6e3f7a8b9c02", "Jürgen", "Sachlich", "A German voice for plain facts.", "masculine", "high-german", Timbre(0.7, 1.04, -0.3)),
    VoiceFixture("7c3eab74-2d9f-4e3b-9c76-7f4a8b9cad03", "Inés", "Cercana", "A Spanish voice for everyday talk.", "feminine", "castilian mexican", Timbre(1.1, 1.04, 0.3)),
    VoiceFixture("1a4d6f80-3b25-4c7e-8d91-0e2f3a4b5c04", "Marcus", "Trailer voice", "A dark, slow voice for big moments.", "masculine", "african-american", Timbre(0.68, 0.86, -0.5)),
    VoiceFixture("2b5e7091-4c36-4d8f-9ea2-1f304b5c6d05", "Dolores", "New York aunt", "A quick, bright voice with no time to lose.", "feminine", "new-york", Timbre(1.02, 1.15, 0.5)),
    VoiceFixture("3c6f81a2-5d47-4e90-8fb3-20415c6d7e06", "Alistair", "Old professor", "A dry voice for lectures.", "masculine", "british", Timbre(0.75, 0.85, 0.4)),
    VoiceFixture("4d7092b3-6e58-4fa1-90c4-31526d7e8f07", "Priya", "Clear teacher", "A clear voice for lessons and exercises.", "feminine", "indian-english hindi", Timbre(1.15, 0.98, 0.2)),
    VoiceFixture("5e81a3c4-7f69-40b2-81d5-42637e8f9008", "Mei", "Receptionist", "A Mandarin voice, polite and quick.", "feminine", "mandarin", Timbre(1.25, 1.05, 0.3)),
    VoiceFixture("6f92b4d5-807a-41c3-92e6-53748f90a109", "Haruto", "Station voice", "A Japanese voice for platforms and lifts.", "masculine", "japanese", Timbre(0.84, 1.1, 0.4)),
    VoiceFixture("70a3c5e6-918b-42d4-83f7-648590a1b20a", "Yui", "Cheerful clerk", "A Japanese voice for shops.", "feminine", "japanese", Timbre(1.28, 1.0, 0.5)),
    VoiceFixture("81b4d6f7-a29c-43e5-9408-7596a1b2c30b", "Min-jun", "Late radio", "A Korean voice for the hours after midnight.", "masculine", "korean", Timbre(0.8, 0.88, -0.4)),
    VoiceFixture("92c5e708-b3ad-44f6-8519-86a7b2c3d40c", "Ananya", "Health line", "A Hindi voice, patient and kind.", "feminine", "hindi indian-english", Timbre(1.05, 0.94, -0.3)),
    VoiceFixture("a3d6f819-c4be-4507-962a-97b8c3d4e50d", "Arjun", "Sports caster", "A Hindi voice that does not stay calm.", "masculine", "hindi", Timbre(0.88, 1.16, 0.3)),
    VoiceFixture("b4e7092a-d5cf-4618-873b-a8c9d4e5f60e", "Giulia", "Gallery guide", "An Italian voice for pictures.", "feminine", "italian", Timbre(1.0, 0.9, 0.5)),
    VoiceFixture("c5f81a3b-e6d0-4729-984c-b9dae5f6070f", "Matteo", "Espresso bar", "An Italian voice, loud and near.", "masculine", "italian", Timbre(0.82, 1.14, 0.1)),
    VoiceFixture("d6092b4c-f7e1-483a-895d-caebf6071810", "Beatriz", "Travel desk", "A Brazilian voice for airports and beaches.", "feminine", "brazilian-portuguese", Timbre(1.13, 0.9, -0.2)),
    VoiceFixture("e71a3c5d-08f2-494b-9a6e-dbfc07182911", "Tiago", "Fado night", "A Portuguese voice with a little weight.", "masculine", "european-portuguese", Timbre(0.76, 0.92, -0.2)),
    VoiceFixture("f82b4d6e-1903-4a5c-8b7f-ec0d18293a12", "Camille", "Standardiste", "Une voix française pour le téléphone.", "feminine", "parisian", Timbre(1.16, 1.1, -0.3)),
    VoiceFixture("093c5e7f-2a14-4b6d-9c80-fd1e293a4b13", "Étienne", "Conférencier", "Une voix française pour les longues phrases.", "masculine", "parisian canadian-french", Timbre(0.74, 1.1, 0.0)),
    VoiceFixture("1a4d6f90-3b25-4c7e-8d91-0e2f3a4b5c14", "Lena", "Hotline", "Eine deutsche Stimme für die Warteschleife.", "feminine", "high-german", Timbre(0.97, 1.08, -0.4)),
    VoiceFixture("2b5e70a1-4c36-4d8f-9ea2-1f304b5c6d15", "Sofía", "Guía de museo", "Una voz mexicana, tranquila y clara.", "feminine", "mexican", Timbre(1.18, 0.88, 0.0)),
    VoiceFixture("3c6f81b2-5d47-4e90-8fb3-20415c6d7e16", "Diego", "Locutor", "Una voz para anuncios.", "masculine", "castilian", Timbre(0.79, 0.96, 0.5)),
    VoiceFixture("4d7092c3-6e58-4fa1-90c4-31526d7e8f17", "Zofia", "Bajarka", "A Polish voice for bedtime.", "feminine", "polish", Timbre(0.95, 0.82, 0.3)),
    VoiceFixture("5e81a3d4-7f69-40b2-81d5-42637e8f9018", "Daan", "Fietsmaker", "A Dutch voice, plain and quick.", "masculine", "randstad", Timbre(0.85, 0.92, 0.2)),
    VoiceFixture("6f92b4e5-807a-41c3-92e6-53748f90a119", "Astrid", "Weather", "A Swedish voice for rain.", "feminine", "stockholm", Timbre(1.09, 0.86, 0.4)),
    VoiceFixture("70a3c5f6-918b-42d4-83f7-648590a1b21a", "Emre", "Ferry captain", "A Turkish voice with wind in it.", "masculine", "istanbul", Timbre(0.73, 1.0, -0.5)),
    VoiceFixture("81b4d607-a29c-43e5-9408-7596a1b2c31b", "Irina", "Chess club", "A Russian voice that waits for your move.", "feminine", "russian", Timbre(0.91, 0.98, -0.5)),
    VoiceFixture("92c5e718-b3ad-44f6-8519-86a7b2c3d41c", "Layla", "Bookshop", "An Arabic voice for poems and prices.", "feminine", "modern-standard-arabic", Timbre(1.04, 1.05, -0.1)),
    VoiceFixture("a3d6f829-c4be-4507-962a-97b8c3d4e51d", "Noam", "Start-up", "A Hebrew voice that has an idea.", "masculine", "israeli arabic-english", Timbre(0.89, 1.06, -0.2)),
    VoiceFixture("b4e7093a-d5cf-4618-873b-a8c9d4e5f61e", "Kavya", "Temple guide", "A Tamil voice for visitors.", "feminine", "central-tamil", Timbre(1.22, 0.94, -0.4)),
    VoiceFixture("c5f81a4b-e6d0-4729-984c-b9dae5f6071f", "Robin", "All-rounder", "A neutral voice for any text.", "gender_neutral", "new-zealand", Timbre(0.92, 1.14, 0.5)),
)  # fmt: skip
OWNED_VOICES = (
    VoiceFixture(OWN_VOICE, "My voice", "Mine", "Me, on a good day.", "feminine", "general-american british parisian", Timbre(0.96, 1.02, 0.15)),
    VoiceFixture(TRAINED_VOICE, "Narrator", "", "For audio books.", "masculine", "general-american", Timbre(0.81, 0.84, 0.1)),
)  # fmt: skip
