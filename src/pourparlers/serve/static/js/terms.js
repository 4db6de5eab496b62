/** How terms of the graph and words of articles look on a page. Text never becomes markup. */

// What would turn the reading direction of a whole line, or hide: shown by its number instead.
const INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Return a text as it can be shown, invisible signs by their numbers. */
export function shown(text) {
  const number = (sign) => `⟦U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`;
  return String(text).replace(INVISIBLE, number);
}

/** Return an element with attributes (null: none; functions: listeners) and children (texts stay texts). */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Return the data a page brings along in `<script type="application/json" id="...">`. */
export function brought(id) {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent) : {};
}

/** Return a phrase with its blanks filled: `filled("{n} rows", { n: 3 })`. */
export function filled(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (blank, name) => (name in values ? String(values[name]) : blank));
}

/** Return a text without accents, in small letters: what is compared when somebody searches. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

/** Shortens IRIs and says where they lead, as the pages of the server do. */
export class Names {
  /** @param {{bases: string[], ontology: string, prefixes: Object<string, string>}} known what the server knows */
  constructor({ bases, ontology, prefixes }) {
    this.bases = bases;
    this.ontology = ontology;
    this.prefixes = Object.entries(prefixes);
  }

  /** Return an IRI with its prefix, the data's own as `id:`; in full where none fits. */
  short(iri) {
    const base = this.bases.find((start) => iri.startsWith(start));
    if (base) return `id:${iri.slice(base.length)}`;
    const [prefix, start] = this.prefixes.find(([, namespace]) => iri.startsWith(namespace)) ?? [];
    return prefix === undefined ? iri : `${prefix}:${iri.slice(start.length)}`;
  }

  /** Return where an IRI leads: to our page of it, to the web, or null. */
  link(iri) {
    const base = this.bases.find((start) => iri.startsWith(start));
    if (base) return `/id/${path(iri.slice(base.length))}`;
    if (iri.startsWith(this.ontology)) return `/ontology${path(iri.slice(this.ontology.length))}`;
    return /^https?:\/\/[^\s<>"']+$/iu.test(iri) ? iri : null;
  }
}

function path(rest) {
  return encodeURI(rest).replace(/%25/g, "%").replace(/\?/g, "%3F");
}
