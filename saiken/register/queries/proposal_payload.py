"""The acts of a proposal as they are kept: plain JSON, and the hash by which any change of it is found.

The one idea: the hash is of the canonical text (sorted keys, no blanks), so that it does not depend on how a database stores JSON.
"""

import hashlib
import json


def hash_of(payload: object) -> str:
    """The fingerprint of the acts as they are kept."""
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
