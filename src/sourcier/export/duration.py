"""Lengths of time as ISO 8601 writes them."""

from datetime import timedelta


def iso_duration(delay: timedelta) -> str:
    """Return days, hours, minutes and seconds, such as P1DT2H; a negative one has its sign in front."""
    sign, delay = ("-", -delay) if delay < timedelta() else ("", delay)
    hours, rest = divmod(delay.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    time = "".join(f"{value}{unit}" for value, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if value)
    days = f"{delay.days}D" if delay.days else ""
    return f"{sign}P{days}{'T' + time if time else ''}" if days or time else "PT0S"
