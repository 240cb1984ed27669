"""The release of this code."""

VERSION = "0.1.0"
