"""The grounds on which a person's whereabouts are protected (支援措置の事由).

The one idea: the resident record's own four grounds. What a measure does is decided elsewhere.
"""

from enum import StrEnum


class ProtectionGround(StrEnum):
    """配偶者からの暴力, ストーカー行為等, 児童虐待, これらに準ずる行為."""

    SPOUSE_VIOLENCE = "spouse_violence"
    STALKING = "stalking"
    CHILD_ABUSE = "child_abuse"
    SIMILAR_HARM = "similar_harm"
