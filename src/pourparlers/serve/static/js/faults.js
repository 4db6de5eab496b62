/** Faults of a query, under the cursor: what the editor sees while one writes, and what the server says. */

import { element, filled } from "./terms.js";

const PATIENCE = 500; // ms without a key before a fault is told in words
const FEW = 8;

// How the grammar calls its words, and how a person would write them.
const WORDS = {
  VAR1: "?x", VAR2: "?x", IRI_REF: "<…>", PNAME_LN: "pp:…", PNAME_NS: "pp:", BLANK_NODE_LABEL: "_:x", ANON: "[]", NIL: "()",
  INTEGER: "1", DECIMAL: "1", DOUBLE: "1", INTEGER_POSITIVE: "1", INTEGER_NEGATIVE: "1", DECIMAL_POSITIVE: "1",
  DECIMAL_NEGATIVE: "1", DOUBLE_POSITIVE: "1", DOUBLE_NEGATIVE: "1", STRING_LITERAL1: '"…"', STRING_LITERAL2: '"…"',
  STRING_LITERAL_LONG1: '"…"', STRING_LITERAL_LONG2: '"…"',
};

function expectedAt(state) {
  const found = [...new Set((state.possibleCurrent ?? []).map((name) => WORDS[name] ?? name))];
  return found.length > FEW ? [...found.slice(0, FEW), "…"] : found;
}

/** Marks and tells the faults of one editor. */
export class Faults {
  /** @param told the element that says in words what is wrong */
  constructor(yasqe, told, words) {
    Object.assign(this, { yasqe, told, words, marks: [] });
    this.shown = false;
    // The editor's own check speaks English only, and only to those who see its sign.
    yasqe.checkSyntax = () => this.check();
    yasqe.on("changes", () => this.changed());
    this.check();
  }

  /** Find the first line the grammar does not allow; say so when nobody is writing. */
  check() {
    const { yasqe } = this;
    clearTimeout(this.waiting);
    this.clear();
    yasqe.queryValid = true;
    for (let line = 0; line < yasqe.getDoc().lineCount(); line++) {
      const { state } = yasqe.getTokenAt({ line, ch: yasqe.getDoc().getLine(line).length }, true);
      yasqe.setOption("queryType", state.queryType);
      if (state.OK !== false) continue;
      yasqe.queryValid = false;
      const token = yasqe.getLineTokens(line, true).find((one) => one.state.OK === false && one.type !== "ws");
      const found = token?.string.trim() ?? yasqe.getDoc().getLine(line).trim();
      const expected = state.errorMsg ? [state.errorMsg] : expectedAt(state);
      const phrase = filled(this.words.editor_unexpected, { line: line + 1, found, expected: expected.join(" ") || "—" });
      this.mark(line, token?.start ?? 0, token?.end, phrase);
      this.waiting = setTimeout(() => this.say(phrase), PATIENCE);
      return;
    }
    if (!this.shown) this.say("");
  }

  /** Show what the server says is wrong, and go there. */
  show({ detail, line, column }) {
    this.clear();
    clearTimeout(this.waiting);
    this.say(detail.split("\n")[0]); // the rest draws the place, which stands in the editor
    this.shown = true;
    if (!line) return;
    // The parser may stop behind the end of a line: the last thing it read is what it did not like.
    const at = Math.min(line - 1, this.yasqe.getDoc().lastLine());
    const end = this.yasqe.getDoc().getLine(at).trimEnd().length;
    const ch = Math.min(Math.max((column ?? 1) - 1, 0), Math.max(end - 1, 0));
    const token = this.yasqe.getTokenAt({ line: at, ch: ch + 1 });
    this.mark(at, token.start, Math.max(token.end, ch + 1), detail);
    this.yasqe.getDoc().setCursor({ line: at, ch });
    this.yasqe.scrollIntoView({ line: at, ch }, 60);
    this.yasqe.focus();
  }

  changed() {
    if (!this.shown) return;
    this.shown = false;
    this.say("");
  }

  say(phrase) {
    this.told.textContent = phrase;
    this.told.classList.toggle("bad", phrase !== "");
  }

  mark(line, from, to, phrase) {
    const { yasqe } = this;
    const end = to ?? yasqe.getDoc().getLine(line).length;
    this.marks.push(yasqe.getDoc().markText({ line, ch: from }, { line, ch: end }, { className: "query-fault", title: phrase }));
    this.line = yasqe.addLineClass(line, "background", "query-fault-line");
    yasqe.setGutterMarker(line, "gutterErrorBar", element("span", { class: "query-fault-sign", title: phrase }, "!"));
  }

  clear() {
    this.marks.forEach((mark) => mark.clear());
    this.marks = [];
    if (this.line) this.yasqe.removeLineClass(this.line, "background", "query-fault-line");
    this.line = null;
    this.yasqe.clearGutter("gutterErrorBar");
  }
}
