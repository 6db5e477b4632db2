"""A small OpenID Connect provider in a process of its own: sign-in page, codes, RS256 tokens, keys, claims.

The one idea: it does the protocol for one client with real signatures, so that what is tested is what a municipality's provider would do.
Whom it signs in stands in its own sign-in address (`login_as`); run as `python -m tests.support.openid_provider PORT`.
"""

import hashlib
import json
import secrets
import sys
import time
from base64 import urlsafe_b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, KEY_ID = "saiken-test", "a-secret-of-the-test", "key-1"


class Provider(ThreadingHTTPServer):
    """Keeps the key, the codes given out, and whom the next sign-in is for."""

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.login_as = ""
        self.signs_wrongly = False
        self.codes: dict[str, dict[str, str]] = {}
        self.tokens: dict[str, str] = {}


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        """The next person (`/next`), the sign-in, the keys, the claims."""
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path == "/next":
            self.server.login_as, self.server.signs_wrongly = asked["name"], asked.get("wrong") == "1"
            self._json({})
        elif address.path == "/authorize":
            self._authorize(asked)
        elif address.path == "/keys":
            public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.server.key.public_key()))
            self._json({"keys": [public | {"kid": KEY_ID, "alg": "RS256", "use": "sig"}]})
        else:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            self._json({"sub": "1", "preferred_username": self.server.tokens[token]})

    def do_POST(self) -> None:
        """A code for a token, once; the verifier must fit."""
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        asked = self.server.codes.pop(sent["code"][0])
        challenge = urlsafe_b64encode(hashlib.sha256(sent["code_verifier"][0].encode()).digest()).decode().rstrip("=")
        assert (sent["client_id"][0], sent["client_secret"][0]) == (CLIENT, SECRET)
        assert asked["code_challenge"] == challenge
        access = secrets.token_urlsafe()
        self.server.tokens[access] = asked["name"]
        now = int(time.time())
        claims = {"iss": "test", "sub": "1", "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked["nonce"]}
        key = self.server.stranger if self.server.signs_wrongly else self.server.key
        token = jwt.encode(claims, key, algorithm="RS256", headers={"kid": KEY_ID})
        self._json({"access_token": access, "id_token": token, "token_type": "Bearer"})

    def _authorize(self, asked: dict[str, str]) -> None:
        code = secrets.token_urlsafe()
        self.server.codes[code] = asked | {"name": self.server.login_as}
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")
        self.end_headers()

    def _json(self, answer: dict[str, Any]) -> None:
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_said: object) -> None:
        """Nothing on the terminal."""


if __name__ == "__main__":
    Provider(int(sys.argv[1])).serve_forever()
