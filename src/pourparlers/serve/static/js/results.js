/** What the editor shows of an answer: a table with its pictures, the files, the raw answer. */

import { arrange } from "./tables.js";
import { element, filled, shown } from "./terms.js";
import { mount } from "./views.js";

const FORMATS = {
  rows: { csv: "CSV", tsv: "TSV", json: "JSON", xml: "XML" },
  boolean: { json: "JSON", xml: "XML" },
  triples: { turtle: "Turtle", jsonld: "JSON-LD", ntriples: "N-Triples", rdfxml: "RDF/XML" },
};
const ENDINGS = { turtle: "ttl", ntriples: "nt", rdfxml: "rdf" };
const PROOF = ["evidence", "evidenceArticle", "evidenceBegin", "evidenceEnd", "evidenceLink"];
const ADDRESS = 6000; // characters of an address that every server and browser takes
const RAW = 100_000; // characters of the raw answer that are shown

/** Show an answer in a place. `asked` is what was asked: URLSearchParams of the endpoint. */
export function show(place, answer, asked, { names, words, pictures }) {
  const parts = [files(answer.kind, asked, words)];
  if (answer.kind !== "boolean" && answer.rows.length) {
    const table = tabled(answer, names, words);
    const box = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.editor_table }, table);
    parts.push(element("div", { class: "views" }), element("div", { class: "tools row" }), box);
    place.replaceChildren(...parts, raw(answer.kind, asked, words));
    arrange(table, pictures);
    mount(table, pictures);
    table.addEventListener("rows", () => mount(table, pictures));
  } else {
    place.replaceChildren(...parts, raw(answer.kind, asked, words));
  }
}

/** Return what is said of an answer in one sentence. */
export function told(answer, seconds, words) {
  if (answer.kind === "boolean") return answer.value ? words.editor_yes : words.editor_no;
  if (!answer.rows.length) return words.editor_none;
  const phrase = answer.more ? words.editor_more : answer.kind === "rows" ? words.editor_rows : words.editor_triples;
  return filled(phrase, { n: answer.rows.length, time: seconds.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 }) });
}

function tabled(answer, names, words) {
  const titles = answer.kind === "triples" ? ["editor_subject", "editor_predicate", "editor_object"].map((name) => words[name]) : answer.columns;
  // The five columns of the proof are one here: the words, which lead to the article, and where they stand in it.
  const proof = answer.columns.length - PROOF.length;
  const proved = PROOF.every((name, place) => answer.columns[proof + place] === name);
  const own = proved ? answer.columns.slice(0, proof) : answer.columns;
  const heads = own.map((name, place) => element("th", { scope: "col", "data-name": name }, shown(titles[place])));
  if (proved) heads.push(element("th", { scope: "col", "data-name": "evidence" }, words.editor_proof));
  const rows = answer.rows.map((row) => {
    const cells = own.map((_, place) => celled(row[place], answer.things, names));
    if (proved) cells.push(proofCell(row.slice(proof), names));
    return element("tr", {}, ...cells);
  });
  return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
}

function proofCell([told, file, begin, end, link], names) {
  if (!told) return element("td");
  const quoted = element("bdi", { "data-text": true, class: "words" }, `« ${shown(told.value)} »`);
  const href = link?.iri ? names.link(link.iri) : null;
  const where = element("span", { class: "soft small" }, ` ${shown(file.value)}, ${begin.value}–${end.value}`);
  return element("td", {}, href ? element("a", { href, rel: "noreferrer nofollow" }, quoted) : quoted, where);
}

function celled(cell, things, names) {
  if (cell === null) return element("td");
  if (!("iri" in cell)) {
    const type = cell.datatype ? names.short(cell.datatype) : null;
    const number = /#(integer|decimal|double|float|nonNegativeInteger)$/u.test(cell.datatype ?? "");
    const text = element("bdi", { lang: cell.language ?? null, title: type, "data-text": true }, shown(cell.value));
    const beside = cell.language ? element("span", { class: "lang" }, ` ${cell.language}`) : null;
    return element("td", { class: number ? "number" : null }, text, beside);
  }
  const { label, at } = things[cell.iri] ?? {};
  const text = element("bdi", {}, shown(label ?? names.short(cell.iri)));
  const href = names.link(cell.iri);
  const shownAs = href ? element("a", { href, rel: "noreferrer nofollow", title: shown(cell.iri) }, text) : text;
  return element("td", { "data-iri": cell.iri, "data-at": at ? at.join(",") : null }, shownAs);
}

function files(kind, asked, words) {
  const links = Object.entries(FORMATS[kind]).map(([format, name]) => {
    const address = addressed(asked, format);
    const file = `pourparlers.${ENDINGS[format] ?? format}`;
    const click = address.length > ADDRESS ? (event) => byPost(event, asked, format, file) : null;
    const link = element("a", { class: "button", href: address, download: file }, name);
    if (click) link.addEventListener("click", click);
    return link;
  });
  return element("div", { class: "row files", role: "group", "aria-label": words.editor_download }, element("span", { class: "soft" }, words.editor_download), ...links);
}

function addressed(asked, format) {
  const all = new URLSearchParams(asked);
  all.set("format", format);
  return `/sparql?${all}`;
}

/** Fetch a file whose query is too long for an address. */
async function byPost(event, asked, format, name) {
  event.preventDefault();
  const body = new URLSearchParams(asked);
  body.set("format", format);
  const answer = await fetch(`/sparql?${new URLSearchParams({ format })}`, { method: "POST", body });
  const address = URL.createObjectURL(await answer.blob());
  const link = element("a", { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

function raw(kind, asked, words) {
  const text = element("pre", { tabindex: "0" });
  const details = element("details", { class: "raw" }, element("summary", {}, words.editor_raw), text);
  details.addEventListener("toggle", async () => {
    if (!details.open || text.textContent) return;
    const headers = { Accept: kind === "triples" ? "text/turtle" : "application/sparql-results+json" };
    const stop = new AbortController();
    const answer = await fetch("/sparql", { method: "POST", headers, body: new URLSearchParams(asked), signal: stop.signal });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let found = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      found += part.value;
      if (found.length > RAW) break;
    }
    const cut = found.length > RAW;
    if (cut) stop.abort();
    text.textContent = shown(found.slice(0, RAW)).replaceAll("⟦U+000A⟧", "\n") + (cut ? `\n${words.editor_raw_cut}` : "");
  });
  return details;
}
