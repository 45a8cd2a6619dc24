"""Provide what every room needs: cancelling, abandonable calls, redaction, logs, locations, atomic files."""
