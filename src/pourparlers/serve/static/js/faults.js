/** Faults of a query, under the cursor: what the editor sees while one writes, and what the server says. */

import { element, filled } from "./terms.js";

const PATIENCE = 500; // ms without a key before a fault is told in words
const FEW = 8;

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
      const token = yasqe.getLineTokens(line, true).find((one) => /error/u.test(one.type ?? ""));
      const found = token?.string.trim() ?? yasqe.getDoc().getLine(line).trim();
      const expected = state.errorMsg ? [state.errorMsg] : (state.possibleCurrent ?? []).slice(0, FEW);
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
    this.say(detail);
    this.shown = true;
    if (!line) return;
    const [at, ch] = [line - 1, Math.max((column ?? 1) - 1, 0)];
    const token = this.yasqe.getTokenAt({ line: at, ch: ch + 1 });
    this.mark(at, ch, Math.max(token.end, ch + 1), detail);
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
