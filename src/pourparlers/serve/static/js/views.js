/**
 * Pictures of a table: chart, network, timeline, map, as far as its columns allow. Any page may have them.
 *
 * The contract. In the page (`{% from "views.html" import views %}{{ views(words) }}` in the block `head` brings this
 * module and its words):
 *
 *   <div class="views"></div>            optional, before the table: where buttons and picture go; room is kept for them
 *   <table data-view>                    pictures are offered; data-view="network" opens with one
 *     <th data-name="actor">             the name of a column, where its text is not the name
 *     <td data-iri="https://...">        a thing; its text is its label, the link in it is where a click on it leads
 *     <td data-value="2017-02-16">       what to compute with, where the text of the cell is for people
 *     <td data-at="50.85,4.35">          a place: latitude, longitude
 *     <span data-text>                   in a cell with more than its label: the label
 *
 * A picture never says more than its table, which stays below it: the table is how one reads it without seeing it.
 * Rows that are hidden (`<tr hidden>`) are not drawn. For tables made by scripts: `mount(table, words)`, again when its
 * rows change: the event `rows` on the table says so (tables.js sends it).
 */

import { fromTable } from "./model.js";
import { brought, element, filled } from "./terms.js";
import { PICTURES } from "./pictures.js";

const PARTS = 500;
/** So many rows, nodes or bars a picture shows; it says if there are more. */

const drawn = new WeakMap(); // the view that stands before a table

/** Offer the pictures that the columns of a table allow; return whether there are any. */
export function mount(table, words, room = roomBefore(table)) {
  drawn.get(table)?.close();
  drawn.delete(table);
  room.replaceChildren();
  const columns = fromTable(table);
  const offered = Object.entries(PICTURES).filter(([, picture]) => picture.roles(columns));
  if (!offered.length) return false;
  const figure = element("figure", { class: "picture", hidden: true });
  const buttons = element("div", { class: "row switch", role: "group", "aria-label": words.view_choice });
  const show = (name) => {
    drawn.get(table)?.close();
    const current = name === "table" ? null : new View(figure, PICTURES[name], name, columns, words);
    drawn.set(table, current);
    figure.hidden = current === null;
    for (const button of buttons.children) button.setAttribute("aria-pressed", String(button.dataset.view === name));
    table.dataset.view = name;
    current?.draw();
  };
  for (const name of ["table", ...offered.map(([one]) => one)]) {
    const button = { type: "button", "data-view": name, "aria-pressed": "false", click: () => show(name) };
    buttons.append(element("button", button, words[`view_${name}`]));
  }
  room.append(buttons, figure);
  const first = table.dataset.view;
  show(offered.some(([name]) => name === first) ? first : "table");
  return true;
}

/** A picture in its figure: the choice of columns, the drawing, what is left out. */
class View {
  constructor(figure, picture, name, columns, words) {
    Object.assign(this, { figure, picture, name, columns, words });
    this.roles = picture.roles(columns);
    this.chosen = Object.fromEntries(Object.entries(this.roles).map(([role, found]) => [role, found[0]]));
    this.canvas = element("div", { class: `canvas ${name}`, role: "img" });
    this.notice = element("p", { class: "soft small", role: "status" });
    this.caption = element("figcaption", { class: "soft small" }, words[`view_about_${name}`]);
    figure.replaceChildren(this.choices(), this.canvas, this.notice, this.caption);
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.redraw = () => this.draw();
    this.resized = new ResizeObserver(() => this.canvas.clientWidth && this.chart?.resize());
    this.dark.addEventListener("change", this.redraw);
    this.resized.observe(this.canvas);
  }

  choices() {
    const row = element("div", { class: "row" });
    for (const [role, found] of Object.entries(this.roles)) {
      const options = found.map((column, place) => element("option", { value: place }, column ? column.label : "—"));
      if (options.length < 2) continue;
      const change = (event) => {
        this.chosen[role] = found[Number(event.target.value)];
        this.draw();
      };
      row.append(element("label", {}, `${this.words[`view_role_${role}`]} `, element("select", { change }, ...options)));
    }
    // The wheel is left to the page; these are for everybody, with the keyboard too.
    for (const [name, by] of this.picture.zoom ? [["in", 1.5], ["out", 1 / 1.5]] : []) {
      row.append(element("button", { type: "button", "aria-label": this.words[`view_zoom_${name}`], click: () => this.zoom(by) }, name === "in" ? "+" : "−"));
    }
    return row;
  }

  zoom(by) {
    const [originX, originY] = [this.canvas.clientWidth / 2, this.canvas.clientHeight / 2];
    this.chart?.dispatchAction({ ...this.picture.zoom, zoom: by, originX, originY });
  }

  async draw() {
    const told = this.picture.draw(this.chosen, { words: this.words, style: style(this.figure), parts: PARTS });
    this.canvas.setAttribute("aria-label", filled(this.words[`view_told_${this.name}`], told.counts));
    this.notice.textContent = told.left ? filled(this.words.view_left, { n: told.left, parts: told.shown }) : "";
    if (told.height) this.canvas.style.height = `${told.height}px`;
    const echarts = await import("../vendor/echarts/echarts.min.js");
    if (this.picture.map && !echarts.getMap("world")) {
      const answer = await fetch("/static/vendor/world-atlas/world.json");
      echarts.registerMap("world", await answer.json());
    }
    if (this.closed) return;
    this.chart ??= echarts.init(this.canvas, null, { renderer: "svg" });
    this.chart.off("click");
    this.chart.on("click", ({ data }) => data?.href && location.assign(data.href));
    this.chart.setOption({ animation: false, ...told.option }, { notMerge: true });
    this.chart.resize();
  }

  close() {
    this.closed = true;
    this.dark.removeEventListener("change", this.redraw);
    this.resized.disconnect();
    this.chart?.dispose();
    this.figure.replaceChildren();
  }
}

/** Return the colours and letters of the page. */
function style(place) {
  const found = getComputedStyle(place);
  const named = (name) => found.getPropertyValue(`--${name}`).trim();
  const names = ["ink", "soft", "rule", "edge", "surface", "sunken", "person", "institution", "meeting", "treaty", "statement", "place", "article"];
  return { font: found.fontFamily, ...Object.fromEntries(names.map((name) => [name, named(name)])) };
}

function roomBefore(table) {
  const box = table.closest(".scroll") ?? table;
  const near = [box.previousElementSibling, box.previousElementSibling?.previousElementSibling];
  const found = near.find((one) => one?.classList.contains("views"));
  if (found) return found;
  const made = element("div", { class: "views" });
  (near[0]?.classList.contains("tools") ? near[0] : box).before(made);
  return made;
}

for (const table of document.querySelectorAll("table[data-view]")) {
  const words = brought("views-words");
  mount(table, words);
  // A filter or another order shows in the picture, too; the one that was chosen stays.
  table.addEventListener("rows", () => mount(table, words));
}
