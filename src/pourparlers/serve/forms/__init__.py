"""The saved queries as forms: a field for each parameter, the rows below it.

listing   the catalogue by topic
page      one query: its fields, what is wrong with them, its rows
filled    (in a worker) what the fields stand for, and the rows
tabled    what a reader sees of the rows: things by their names, proof as a quotation
"""
