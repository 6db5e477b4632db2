"""Signing in through the municipality's OpenID Connect provider."""
