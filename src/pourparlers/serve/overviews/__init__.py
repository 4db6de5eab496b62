"""Overviews of the whole graph: what happened when, who met whom, where, and who reports it.

Each is a handler that a worker runs (`events`, `network`, `places`, `coverage`) and a page (`page`). A handler returns
tables; the page shows them, and a script draws a picture of what stands in them.
"""
