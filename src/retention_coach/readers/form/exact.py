"""Numbers written so that reading them gives the same number again."""

_DIGITS = 12
"""As many digits as can be told apart in a float and read without being taken for an identifier."""


def exact(value: float) -> str:
    """A number from 0 in Ecuadorian notation, with up to twelve digits and no trailing zeros: «1.234,5».

    Three decimals after at most three digits would read as thousands («1,234»), hence a zero more («1,2340»).
    """
    decimals = _DIGITS - len(str(int(value)))
    written = f"{value:,.{max(decimals, 1)}f}".translate(str.maketrans(",.", ".,"))
    whole, _, fraction = written.partition(",")
    fraction = fraction.rstrip("0")
    if len(fraction) == 3 and "." not in whole:
        fraction += "0"
    return f"{whole},{fraction}" if fraction else whole
