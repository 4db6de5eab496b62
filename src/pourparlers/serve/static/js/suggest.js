// Fields that suggest things by their names, with accessible-autocomplete (a combobox by the book of WAI-ARIA).
//
//   <input data-suggest="person,institution">           choosing one puts its IRI into the form, its name into the field
//   <input data-suggest="" data-go>                     choosing one opens its page; no kind: all kinds
//   data-iri="..." data-name="..."                      the thing that the field stands for already
//
// Without this module the same fields take names and IRIs as they are typed.

import { brought, shown } from "./terms.js";

const words = brought("suggest-words");
const PATIENCE = 90; // ms without a key before anything is asked

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Return *text* fit to stand in HTML, invisible signs by their numbers: the library takes suggestions as HTML. */
function markup(text) {
  return shown(text).replace(/[&<>"']/gu, (sign) => SIGNS[sign]);
}

function counted(n) {
  return `${n} ${n === 1 ? words.article_one : words.article_many}`;
}

/** One suggestion as HTML: kind, name, the name that fits, what tells it from its namesakes. */
function line(thing) {
  if (typeof thing === "string") return markup(thing);
  const kind = thing.kind === "state" ? "institution" : thing.kind;
  const alias = thing.name ? ` <span class="alias">« <bdi>${markup(thing.name)}</bdi> »</span>` : "";
  const beside = [thing.context && `<bdi>${markup(thing.context)}</bdi>`, thing.articles && thing.kind !== "article" && counted(thing.articles)];
  return (
    `<span class="badge ${kind}">${markup(words[`kind_${thing.kind}`] ?? thing.kind)}</span> ` +
    `<span class="name"><bdi>${markup(thing.label)}</bdi>${alias}</span>` +
    `<span class="beside">${beside.filter(Boolean).join(" · ")}</span>`
  );
}

/** Return a function that asks the server what was typed may mean; a newer question makes it forget the older one.
 *
 * @param {string} kinds what it may mean, empty for all
 * @param {(now: boolean) => void} failed is told whether the server did not answer
 * @param {() => boolean} choosing whether somebody is among the suggestions: late ones would take the choice away
 */
function asking(kinds, failed, choosing) {
  let timer, open;
  return (typed, show) => {
    clearTimeout(timer);
    open?.abort();
    timer = setTimeout(async () => {
      open = new AbortController();
      const address = new URLSearchParams({ q: typed, format: "json" });
      if (kinds) address.set("kind", kinds);
      try {
        const answer = await fetch(`/search?${address}`, { signal: open.signal, headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        failed(false);
        const { found } = await answer.json();
        if (!choosing()) show(found);
      } catch (error) {
        if (error.name === "AbortError") return;
        failed(true);
        show([]);
      }
    }, PATIENCE);
  };
}

/** Make *input* suggest. */
export function suggest(input) {
  const go = "go" in input.dataset;
  const form = input.form;
  const place = document.createElement("div");
  place.className = "suggest";
  const { id, placeholder } = input;
  const before = input.dataset.name || input.value; // the name of the thing, not its IRI
  const invalid = input.getAttribute("aria-invalid");
  const spoken = input.getAttribute("aria-label");
  let broken = false;
  let moved = false; // whether an arrow key was the last: what it chooses is drawn, and gets the focus, a moment later

  input.replaceWith(place);
  // What the form sends: the words typed, or the IRI of the thing chosen.
  const sent = Object.assign(document.createElement("input"), { type: "hidden", name: input.name, value: input.dataset.iri || input.value });
  place.after(sent);

  window.accessibleAutocomplete({
    element: place,
    id,
    name: "",
    placeholder,
    required: input.required,
    defaultValue: before,
    minLength: 1,
    displayMenu: "overlay",
    confirmOnBlur: false,
    source: asking(input.dataset.suggest, (now) => (broken = now), () => moved),
    templates: { inputValue: (thing) => (typeof thing === "string" ? thing : thing?.label ?? ""), suggestion: line },
    onConfirm: (thing) => {
      if (!thing) return;
      sent.value = typeof thing === "string" ? thing : thing.iri;
      if (go && thing.url) location.assign(thing.url);
    },
    tNoResults: () => (broken ? words.suggestions_failed : words.search_none),
    tStatusQueryTooShort: () => "",
    tStatusNoResults: () => (broken ? words.suggestions_failed : words.search_none),
    tStatusSelectedOption: (_, length, index) => `${index + 1} / ${length}`,
    tStatusResults: (length) => `${length} ${length === 1 ? words.suggestions_one : words.suggestions_many}`,
    tAssistiveHint: () => words.suggestions_help,
  });

  const field = place.querySelector("input");
  if (invalid) field.setAttribute("aria-invalid", invalid);
  if (spoken) field.setAttribute("aria-label", spoken);
  field.spellcheck = false;
  field.addEventListener("input", () => (sent.value = field.value));
  // The library keeps Enter for itself while suggestions are shown; with none chosen it means: search.
  const enter = () => {
    const chosen = moved && place.querySelector(".autocomplete__option--focused");
    if (chosen) chosen.click();
    else form.requestSubmit();
  };
  place.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && event.target === field) {
        event.preventDefault();
        event.stopPropagation();
        if (moved) setTimeout(enter, 30);
        else enter();
      } else moved = event.key === "ArrowDown" || event.key === "ArrowUp";
    },
    { capture: true },
  );
}

document.querySelectorAll("input[data-suggest]").forEach(suggest);
