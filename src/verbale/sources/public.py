"""Which addresses anybody can reach: what a stranger names must not lead into the network of who runs Verbale."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from verbale.errors import SourceError

_REMEDY = "save the page from your browser and read the file"
_NAT64 = ip_network("64:ff9b::/96")


def public_addresses(name: str, port: int) -> list[str]:
    """The addresses of a server. Raises `SourceError` where there are none, or one of them isn't public."""
    found = _resolved(name, port)
    if not found:
        raise SourceError("there is no server of that name", remedy="check the address")
    if not all(is_public(one) for one in found):
        raise SourceError("the address is of a network that isn't public", remedy=_REMEDY)
    return found


def is_public(address: str) -> bool:
    """Whether anybody can reach it: not this machine, nor a private, local, reserved or multicast address."""
    try:
        one = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, IPv6Address):
        carried = _carried(one)
        if carried is not None:
            return is_public(str(carried))
        if one.is_site_local:
            return False
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified)


def _carried(one: IPv6Address) -> IPv4Address | None:
    """The older address to which one of the newer kind leads, by any of the ways of the passage."""
    if one in _NAT64:
        return IPv4Address(int(one) & 0xFFFFFFFF)
    return one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)


def _resolved(name: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(one[4][0]) for one in found))
