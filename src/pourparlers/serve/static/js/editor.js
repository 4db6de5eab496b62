/** The query editor: yasqe at a desk, with this store's own proposals, faults under the cursor, and results. */

import { propose } from "./completion.js";
import { Faults } from "./faults.js";
import { show, told } from "./results.js";
import { copy } from "./tables.js";
import { brought, element, filled, Names } from "./terms.js";

const words = brought("editor-words");
const known = brought("editor-known");
const pictures = brought("views-words");
const names = new Names(known);
const at = (id) => document.getElementById(id);
const form = at("query-form");
const { Yasqe } = window;

const completions = fetch("/completions").then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
const nothing = { prefixes: known.prefixes, labels: {}, classes: {}, properties: {}, of_class: {}, of_property: {} };
propose(Yasqe, completions.catch(() => nothing), names, words);

const yasqe = desk();
declare(yasqe);
yasqe.on("changes", () => declare(yasqe));
const faults = new Faults(yasqe, at("query-trouble"), words);
let running = null;

/** Put the editor in the place of the text field. */
function desk() {
  const field = at("query-text");
  const text = field.value;
  const place = at("query-place");
  // What the library would ask itself goes to an endpoint far away, unless told otherwise; Tab leaves the editor as it
  // leaves any field.
  const keys = { "Ctrl-Enter": () => run(), "Cmd-Enter": () => run(), Tab: false, "Shift-Tab": false, "Ctrl-S": false };
  Yasqe.defaults.extraKeys = { ...Yasqe.defaults.extraKeys, ...keys };
  Yasqe.defaults.requestConfig = { ...Yasqe.defaults.requestConfig, endpoint: new URL("/sparql", location.href).href };
  const made = new Yasqe(place, {
    value: text, persistenceId: null, consumeShareLink: null, createShareableLink: null, showQueryButton: false,
    resizeable: false, editorHeight: null, lineWrapping: true, collapsePrefixesOnLoad: false, autofocus: false,
  });
  made.showNotification = () => {};
  made.on("autocompletionShown", (_, widget) => {
    widget.hints.setAttribute("aria-label", words.editor_proposals);
    widget.hints.tabIndex = 0; // its own scrolling is reached, too
  });
  const input = made.getInputField();
  input.id = "query-input";
  input.setAttribute("aria-label", words.editor_query);
  input.setAttribute("aria-describedby", "query-trouble");
  field.remove();
  form.querySelector("label[for=query-text]").htmlFor = "query-input";
  for (const hidden of document.querySelectorAll(".scripted")) hidden.hidden = false;
  return made;
}

/** Declare the project's prefixes that a query uses: the server needs no declaration, other tools and the editor do. */
function declare(editor) {
  const bare = editor.getValue().replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#.*$/gmu, " ");
  const declared = editor.getPrefixesFromQuery();
  const used = new Set([...bare.matchAll(/(?<![\w:?$@-])([A-Za-z][\w-]*):(?=[A-Za-z_])/gu)].map(([, prefix]) => prefix));
  const missing = names.prefixes.filter(([prefix]) => used.has(prefix) && !(prefix in declared));
  if (missing.length) editor.addPrefixes(Object.fromEntries(missing.reverse()));
}

/** Return what is asked of the endpoint: the query, and whether with proof. */
function asked() {
  const params = new URLSearchParams({ query: yasqe.getValue() });
  if (form.elements.evidence.checked) params.set("evidence", "1");
  return params;
}

async function run() {
  running?.abort();
  if (yasqe.getQueryMode() === "update") return faults.show({ detail: words.editor_update });
  const [params, stop, began] = [asked(), new AbortController(), performance.now()];
  running = stop;
  history.replaceState(null, "", `/editor?${params}`);
  busy(true, words.editor_running);
  const body = new URLSearchParams(params);
  if (form.elements.timeout.value) body.set("timeout", form.elements.timeout.value);
  try {
    const headers = { Accept: "application/json" };
    const answer = await fetch("/editor/answer", { method: "POST", headers, body, signal: stop.signal });
    const found = await answer.json();
    if (!answer.ok) {
      busy(false, "");
      at("results").hidden = true;
      return faults.show(found);
    }
    if (!yasqe.queryValid) faults.check();
    else faults.say("");
    show(at("results-shown"), found, params, { names, words, pictures });
    busy(false, told(found, (performance.now() - began) / 1000, words));
  } catch (error) {
    if (running !== stop) return undefined; // a newer question is being answered
    at("results-shown").replaceChildren();
    busy(false, error.name === "AbortError" ? words.editor_stopped : words.editor_failed);
  }
  return undefined;
}

function busy(now, phrase) {
  at("results").hidden = false;
  at("results").setAttribute("aria-busy", String(now));
  at("results-told").textContent = phrase;
  at("query-stop").hidden = !now;
  if (!now) running = null;
}

/** Put a text at the cursor. */
function insert(text) {
  yasqe.getDoc().replaceSelection(text);
  yasqe.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
at("query-stop").addEventListener("click", () => running?.abort());
at("query-format").addEventListener("click", () => yasqe.autoformat());
at("query-share").addEventListener("click", async () => {
  const address = `/editor?${asked()}`;
  history.replaceState(null, "", address);
  const done = await copy(new URL(address, location.href).href);
  faults.say("");
  at("query-trouble").textContent = done ? words.editor_shared : words.editor_not_shared;
});
at("insert-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const iri = String(new FormData(event.target).get("iri") ?? "").trim();
  if (/^\w+:[^\s<>"{}|^`\\]+$/u.test(iri)) insert(`<${iri}> `);
});
for (const link of document.querySelectorAll("a[data-saved]")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const answer = await fetch(`/editor/saved/${link.dataset.saved}`);
    if (!answer.ok) return;
    yasqe.setValue(await answer.text());
    history.replaceState(null, "", link.getAttribute("href"));
    yasqe.focus();
  });
}
