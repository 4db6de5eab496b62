/**
 * What the editor proposes: the prefixes of the project, and at each place what this very store holds there.
 *
 * At a predicate: its properties, those first that the things of the subject's class have. After `a`: its classes. After a
 * property whose values are concepts: these. After `<` and some letters: things by their names. Nothing is asked of other
 * hosts; the completers that would ask are never switched on.
 */

import { element, filled, folded } from "./terms.js";

const MOST = 80;
const TYPED = /[\p{L}\p{N}_:.%-]*$/u;
const LOCAL = /^[A-Za-z_][\w-]*$/u;

/** Have an editor propose; `store` is a promise of what /completions answers. */
export function propose(Yasqe, store, names, words) {
  const known = { terms: null };
  store.then((terms) => (known.terms = terms));
  let place = null;
  let entries = new Map();
  Yasqe.defaults.autocompleters = ["prefixes", "variables", "store"];
  Yasqe.forkAutocompleter("prefixes", {
    name: "prefixes",
    persistenceId: null,
    get: () => names.prefixes.map(([prefix, iri]) => `${prefix}: <${iri}>`).sort(),
  });
  Yasqe.registerAutocompleter({
    name: "store",
    bulk: false,
    isValidCompletionPosition: (yasqe) => (place = placed(yasqe)) !== null,
    get: async (yasqe) => {
      place = placed(yasqe);
      if (!place) return [];
      const found = place.kind === "thing" ? await things(place.typed) : ranked(yasqe, place, known.terms ?? (await store), names);
      entries = new Map(found.map((entry) => [entry.text, entry]));
      return [...entries.keys()];
    },
    postprocessHints: (yasqe, hints) =>
      hints.map((hint) => {
        const entry = entries.get(hint.text);
        const { line, ch } = yasqe.getDoc().getCursor();
        return { text: hint.text, from: { line, ch: place.from }, to: { line, ch }, render: (item) => item.append(...shownEntry(entry, words)) };
      }),
  }, true);
}

/** Return what may be completed at the cursor, null if nothing: `{ kind, typed, from, property }`. */
function placed(yasqe) {
  const { line, ch } = yasqe.getDoc().getCursor();
  const before = yasqe.getDoc().getLine(line).slice(0, ch);
  const named = /<(\p{L}[^<>"{}|^`\\:]*)$/u.exec(before);
  if (named) return { kind: "thing", typed: named[1], from: named.index };
  const typed = TYPED.exec(before)[0];
  const from = ch - typed.length;
  if (/[?$@^<"'#/]$/u.test(before.slice(0, from))) return null;
  const token = yasqe.getTokenAt({ line, ch: from }, true);
  if (/comment|string(?!-2)/u.test(token.type ?? "") || token.state.inPrefixDecl || token.state.inLiteral) return null;
  const expected = token.state.possibleNext ?? [];
  if (expected.includes("a")) return { kind: "property", typed, from };
  const property = token.state.lastProperty;
  if (!property) return null;
  return { kind: ["a", "rdf:type", "rdfs:domain", "rdfs:range"].includes(property) ? "class" : "value", typed, from, property };
}

/** Return the entries for a place, the likeliest first. */
function ranked(yasqe, { kind, typed, property }, terms, names) {
  const prefixes = { ...terms.prefixes, ...yasqe.getPrefixesFromQuery() };
  const counts = {
    class: () => terms.classes,
    property: () => terms.properties,
    value: () => terms.of_property[expanded(property, prefixes)] ?? {},
  }[kind]();
  const near = kind === "property" ? terms.of_class[subjectClass(yasqe, prefixes)] ?? {} : {};
  const wanted = folded(typed);
  const found = [];
  for (const [iri, n] of Object.entries(counts)) {
    const text = written(iri, prefixes);
    const label = terms.labels[iri] ?? "";
    const fit = fits(wanted, folded(text), folded(iri.replace(/^.*[#/]/u, "")), folded(label));
    if (fit) found.push({ text, label, note: near[iri] ?? n, rank: [iri in near ? 1 : 0, fit, near[iri] ?? n] });
  }
  const compared = (left, right) => right.rank.map((value, at) => value - left.rank[at]).find((step) => step) ?? 0;
  return found.sort((left, right) => compared(left, right) || left.text.localeCompare(right.text)).slice(0, MOST);
}

/** Return how well a term fits what is typed: 3 its beginning, 2 a word of its label, 1 something in it, 0 not at all. */
function fits(wanted, text, local, label) {
  if (!wanted || text.startsWith(wanted) || local.startsWith(wanted)) return 3;
  if (label.split(/[\s'-]+/u).some((word) => word.startsWith(wanted)) || label.startsWith(wanted)) return 2;
  return text.includes(wanted) || label.includes(wanted) ? 1 : 0;
}

async function things(typed) {
  if (typed.trim().length < 2) return [];
  const answer = await fetch(`/search?${new URLSearchParams({ q: typed.trim(), format: "json" })}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return [];
  const { found } = await answer.json();
  return found.filter((thing) => thing.iri).map(({ iri, label, context }) => ({ text: `<${iri}>`, label, note: context ?? "" }));
}

/** Return an IRI as a query writes it. */
function written(iri, prefixes) {
  for (const [prefix, start] of Object.entries(prefixes)) {
    if (iri.startsWith(start) && LOCAL.test(iri.slice(start.length))) return `${prefix}:${iri.slice(start.length)}`;
  }
  return `<${iri}>`;
}

function expanded(name, prefixes) {
  if (name.startsWith("<")) return name.slice(1, -1);
  const [prefix, local] = name.split(/:(.*)/su);
  return (prefixes[prefix] ?? "") + (local ?? "");
}

/** Return the class that the query gives to the subject of the triple under the cursor, "" if none. */
function subjectClass(yasqe, prefixes) {
  const bare = (text) => text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gu, '""').replace(/(^|\s)#.*$/gmu, "$1");
  const doc = yasqe.getDoc();
  const before = bare(doc.getRange({ line: 0, ch: 0 }, doc.getCursor())).replace(/<[^<>\s]*>/gu, "<>");
  const subject = /^[\s]*(?:OPTIONAL\s*)?([?$]\w+)/iu.exec(before.split(/\.(?=\s)|[{}]/u).at(-1))?.[1];
  if (!subject) return "";
  const typed = new RegExp(`\\${subject}\\s+(?:a|rdf:type)\\s+(<[^>]*>|[\\w-]*:[\\w-]+)`, "u").exec(bare(doc.getValue()));
  return typed ? expanded(typed[1], prefixes) : "";
}

function shownEntry({ text, label, note }, words) {
  const beside = typeof note === "number" ? filled(words.editor_used, { n: note }) : note;
  return [element("code", {}, text), element("span", { class: "beside" }, [label, beside].filter(Boolean).join(" · "))];
}
