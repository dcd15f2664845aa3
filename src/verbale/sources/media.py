"""Content-Type as HTTP and WARC have it: `text/html; charset=windows-1251`."""

from email.message import Message


def media_and_charset(value: str | None) -> tuple[str, str | None]:
    """The media type in lower case ("" where there is none), and the encoding where it is declared."""
    header = Message()
    header["Content-Type"] = "".join(filter(str.isprintable, value or ""))
    charset = header.get_param("charset")
    return (header.get_content_type() if value else ""), charset if isinstance(charset, str) else None
