"""Institutions: where they stand in the text, and whether a state's name means the state or the place.

`extract.actors` reads them together with the people, since each helps to tell the other.
"""
