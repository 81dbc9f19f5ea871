"""The forms of a Spanish noun or adjective as people type them: folded, without accents."""

_SPELLING = {"c": "qu", "g": "gu", "z": "c"}


def inflect(word: str) -> frozenset[str]:
    """Gender, number, diminutive and superlative of a folded noun or adjective given in the masculine singular.

    A word in -o is taken to have a feminine, so that «barato» gives «baratas» and «baratisimo». Some of what comes out
    of a noun is no word («precias»); nobody types it, and it does no harm.
    """
    if word.endswith("o"):
        stem = word[:-1]
        small = stem[:-1] + _SPELLING[stem[-1]] if stem[-1:] in _SPELLING else stem
        endings = [stem + ending for ending in ("o", "a", "os", "as")]
        return frozenset(
            endings + [small + suffix + ending for suffix in ("it", "isim") for ending in ("o", "a", "os", "as")]
        )
    if word[-1:] in "aeiu":
        return frozenset({word, word + "s"})
    if word.endswith("z"):
        return frozenset({word, word[:-1] + "ces"})
    return frozenset({word, word + "es"})
