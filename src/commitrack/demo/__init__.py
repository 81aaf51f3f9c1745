"""The demo: a store built from ``data/`` through the real intake and the real actions."""

from commitrack.demo.building import Built, build_demo

__all__ = ["Built", "build_demo"]
