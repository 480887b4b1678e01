"""Certificates for the TLS modes: one that is right under a test authority, and three that are wrong."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path

DAY = timedelta(days=1)


def make_certificates(folder: Path) -> None:
    """Write ca.pem, and with their keys good.pem, by_name.pem (for parley.test) and the wrong ones."""
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = _certificate("Parley test authority", authority_key, authority_key, "Parley test authority", ca=True)
    (folder / "ca.pem").write_bytes(authority.public_bytes(Encoding.PEM))
    now = datetime.now(UTC)
    for name, address, until, self_signed in (
        ("good", "127.0.0.1", now + DAY, False),
        ("by_name", "parley.test", now + DAY, False),
        ("self_signed", "127.0.0.1", now + DAY, True),
        ("expired", "127.0.0.1", now - DAY, False),
        ("wrong_host", "192.0.2.1", now + DAY, False),
    ):
        key = ec.generate_private_key(ec.SECP256R1())
        issuer = name if self_signed else "Parley test authority"
        signer = key if self_signed else authority_key
        certificate = _certificate(name, key, signer, issuer, address=address, until=until)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / f"{name}.pem").write_bytes(private + certificate.public_bytes(Encoding.PEM))


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    signer: ec.EllipticCurvePrivateKey,
    issuer: str,
    *,
    address: str | None = None,
    until: datetime | None = None,
    ca: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 3 * DAY)
        .not_valid_after(until or now + DAY)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if address:
        builder = builder.add_extension(x509.SubjectAlternativeName([_subject(address)]), critical=False)
    return builder.sign(signer, hashes.SHA256())


def _subject(address: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(address))
    except ValueError:
        return x509.DNSName(address)
