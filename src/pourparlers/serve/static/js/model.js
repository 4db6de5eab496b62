/**
 * A table as pictures see it: columns of cells, each column of one type.
 *
 * Cell: { text, value, iri, href, at } or null. `text` is read, `value` computed with, `at` is [latitude, longitude].
 * Column: { name, label, type, cells }; `type` is "place", "thing", "number", "date" or "text".
 */

import { bounds } from "./edtf.js";

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
const YEAR = /^\d{4}$/u;
const DATED = /date|first|last|issued|since|until|year|day|month|earliest|latest|begin|end/iu;

/** Return the model of some rows of a `<table>` that keeps to the contract in views.js; of those shown if none are given. */
export function fromTable(table, given) {
  const heads = [...table.tHead.rows[0].cells];
  const all = given ?? [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden);
  const rows = all.filter((row) => row.cells.length === heads.length);
  return heads.map((head, place) =>
    column(head.dataset.name || head.textContent.trim(), head.textContent.trim(), rows.map((row) => cell(row.cells[place]))),
  );
}

/** Return a column whose type is that of all its cells. */
export function column(name, label, cells) {
  return { name, label, cells, type: typed(name, cells.filter(Boolean)) };
}

function cell(td) {
  const text = (td.querySelector("[data-text]") ?? td).textContent.trim();
  if (!text && !td.dataset.iri && !td.dataset.value) return null;
  const at = td.dataset.at ? td.dataset.at.split(",").map(Number) : null;
  const href = td.querySelector("a[href]")?.getAttribute("href") ?? null;
  return { text, value: td.dataset.value ?? text, iri: td.dataset.iri ?? null, href, at };
}

function typed(name, cells) {
  if (!cells.length) return "text";
  if (cells.some((one) => one.at)) return "place";
  if (cells.every((one) => one.iri)) return "thing";
  const values = cells.map((one) => one.value);
  const years = values.every((value) => YEAR.test(value));
  if ((!years || DATED.test(name)) && values.every((value) => bounds(value))) return "date";
  return values.every((value) => NUMBER.test(value)) ? "number" : "text";
}
