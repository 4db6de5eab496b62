/**
 * Tables whose rows one can sort, filter and copy. Their cells keep to the contract in views.js.
 *
 *   <div class="tools"></div>      optional, before the table: where field and buttons go; room is kept for them
 *   <table data-sort>              each head becomes a button that sorts; a field filters; a button copies
 *
 * `arrange(table, words)` does the same for a table made by a script. After each change of what is shown the table tells
 * so by the event `rows`. Without this module the table is what it was.
 */

import { fromTable } from "./model.js";
import { brought, element, filled, folded } from "./terms.js";

const PATIENCE = 120; // ms without a key before rows are filtered

/** Make a table sortable and filterable, and let its rows be copied. */
export function arrange(table, words, room = roomBefore(table)) {
  const rows = [...table.tBodies[0].rows];
  const columns = fromTable(table, rows);
  const texts = rows.map((row) => folded(row.textContent));
  const count = element("output", { class: "soft", role: "status" });
  let waiting;
  const field = element("input", { type: "search", autocomplete: "off" });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, PATIENCE);
  });
  const changed = () => table.dispatchEvent(new Event("rows"));
  const filter = () => {
    const wanted = folded(field.value).split(/\s+/u).filter(Boolean);
    rows.forEach((row, place) => (row.hidden = !wanted.every((word) => texts[place].includes(word))));
    const left = rows.filter((row) => !row.hidden).length;
    count.textContent = wanted.length ? filled(words.table_left, { n: left, all: rows.length }) : "";
    changed();
  };
  const copied = async () => {
    const lines = [[...table.tHead.rows[0].cells], ...shownRows(table).map((row) => [...row.cells])];
    const text = lines.map((cells) => cells.map((cell) => cell.textContent.trim().replace(/\s+/gu, " ")).join("\t")).join("\n");
    const done = await copy(text);
    count.textContent = done ? filled(words.table_copied, { n: lines.length - 1 }) : words.table_not_copied;
  };
  room.replaceChildren(
    element("label", { class: "filter" }, `${words.table_filter} `, field),
    element("button", { type: "button", click: copied }, words.table_copy),
    count,
  );
  [...table.tHead.rows[0].cells].forEach((head, place) => {
    const name = head.textContent.trim();
    head.dataset.name ??= name;
    head.classList.toggle("number", columns[place].type === "number");
    const button = element("button", { type: "button", class: "sort", title: words.table_sort }, name);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const order = sorted(columns[place], down);
      table.tBodies[0].append(...order.map((at) => rows[at]));
      changed();
    });
    head.replaceChildren(button);
  });
}

/** Return the rows of a table that are shown, in their order. */
export function shownRows(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden);
}

/** Put a text on the clipboard; tell whether that worked. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Return places of rows in order; empty cells come last in both directions, equal ones stay as they were. */
function sorted(column, down) {
  const value = (place) => (column.type === "number" ? Number(column.cells[place].value) : column.cells[place].text);
  const compared = (left, right) => (column.type === "number" ? left - right : left.localeCompare(right, undefined, { numeric: true }));
  return column.cells
    .map((_, place) => place)
    .sort((left, right) => {
      const [one, other] = [column.cells[left], column.cells[right]];
      if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1) || left - right;
      return (down ? -1 : 1) * compared(value(left), value(right)) || left - right;
    });
}

function roomBefore(table) {
  const box = table.closest(".scroll") ?? table;
  if (!box.previousElementSibling?.classList.contains("tools")) box.before(element("div", { class: "tools row" }));
  return box.previousElementSibling;
}

for (const table of document.querySelectorAll("table[data-sort]")) arrange(table, brought("views-words"));
