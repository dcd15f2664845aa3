"""A word-piece tokenizer like BERT's, small enough to be built in a test."""

from string import ascii_lowercase, digits, punctuation

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

SPECIAL = ["[PAD]", *(f"[unused{number}]" for number in range(1, 100)), "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
"""At the places where BERT has them: [CLS] is 101, [SEP] is 102."""

LETTERS = [*ascii_lowercase, *(f"##{letter}" for letter in ascii_lowercase), *digits, *punctuation, *"“”‘’—…"]


def word_pieces(*words: str) -> Tokenizer:
    """Knows these words whole, spells out every other in letters, and has no piece for anything else."""
    vocabulary = {piece: number for number, piece in enumerate(dict.fromkeys([*SPECIAL, *LETTERS, *words]))}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer
