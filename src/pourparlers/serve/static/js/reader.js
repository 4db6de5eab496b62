// The reader: a fact leads to its words, words lead to their facts.
//
// The page works without this: facts link to `#char=B,E`, underlined words to `#fact-N`. Here all the words of a fact
// light up, words in several passages show all their facts, and the arrows go from words to words.

const text = document.querySelector(".reader .body");
const panel = document.getElementById("facts");
const status = document.getElementById("told");
const back = document.getElementById("back");

const pieces = [...text.querySelectorAll("a.on")];
/** Those one can stop at: not the blanks between two passages. */
const stops = pieces.filter((piece) => piece.href);
const begins = pieces.map((piece) => Number(piece.dataset.b));
/** Where the reader came from when he followed a link inside the page; Escape goes back there. */
let from = null;

/** The first piece that begins at `place` or after it. */
function after(place) {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces inside a passage "B,E". A page that begins inside a passage has its later pieces. */
function inside(passage) {
  const [begin, end] = passage.split(",").map(Number);
  return pieces.slice(after(begin), after(end));
}

function clear() {
  for (const one of document.querySelectorAll(".lit, .chosen")) one.classList.remove("lit", "chosen");
  panel.classList.remove("some");
  status.textContent = "";
  back.hidden = true;
}

/** One piece is reached by Tab; the others by the arrows. */
function tab(piece) {
  if (!piece?.href) return;
  for (const one of text.querySelectorAll('a.on[tabindex="0"]')) one.tabIndex = -1;
  piece.tabIndex = 0;
}

function show(element, block) {
  element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
}

/** All the words of a fact light up; those of `passage` most, and the page goes there. */
function light(fact, passage) {
  clear();
  fact.classList.add("chosen");
  const passages = fact.dataset.p.split(" ");
  for (const one of passages) for (const piece of inside(one)) piece.classList.add("lit");
  const chosen = inside(passage ?? passages[0]);
  for (const piece of chosen) piece.classList.add("chosen");
  if (chosen.length) {
    tab(chosen.find((piece) => piece.href));
    show(chosen[0], "center");
  }
  return chosen.find((piece) => piece.href);
}

/** The facts of a piece stand alone in the panel. */
function facts(piece) {
  clear();
  piece.classList.add("chosen");
  const found = piece.dataset.f.split(" ").map((number) => document.getElementById(`fact-${number}`)).filter(Boolean);
  for (const fact of found) {
    fact.classList.add("chosen");
    for (const one of fact.dataset.p.split(" ")) for (const other of inside(one)) other.classList.add("lit");
  }
  panel.classList.add("some");
  status.textContent = `${status.dataset.found} ${found.length}`;
  back.hidden = false;
  return found[0];
}

/** The address names words, a fact, or nothing of ours. Words that another page of the article holds are asked for. */
function arrive() {
  const fragment = decodeURIComponent(location.hash.slice(1));
  const words = /^char=(\d+),(\d+)$/.exec(fragment);
  if (!words) {
    const fact = /^fact-\d+$/.test(fragment) ? document.getElementById(fragment) : null;
    if (fact) light(fact);
    return;
  }
  clear();
  const passage = `${words[1]},${words[2]}`;
  const chosen = inside(passage);
  for (const piece of chosen) piece.classList.add("lit", "chosen");
  for (const fact of panel.querySelectorAll("li")) {
    if (fact.dataset.p.split(" ").includes(passage)) fact.classList.add("chosen");
  }
  const address = new URL(location.href);
  if (chosen.length) {
    tab(chosen[0]);
    show(chosen[0], "center");
    const fact = panel.querySelector("li.chosen");
    if (fact && getComputedStyle(panel).position === "sticky") panel.scrollTop = fact.offsetTop - panel.clientHeight / 3;
  } else if (address.searchParams.get("at") !== words[1] && !document.getElementById(fragment)) {
    address.searchParams.set("at", words[1]);
    location.replace(address);
  }
}

text.addEventListener("click", (event) => {
  const piece = event.target.closest("a.on");
  if (!piece?.href || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const first = facts(piece);
  tab(piece);
  from = piece;
  const go = first?.querySelector(".go");
  // By keyboard the facts are where one goes on; by pointer the eye does.
  if (event.detail === 0) go?.focus({ preventScroll: true });
  if (go && getComputedStyle(panel).position !== "sticky") show(panel, "start");
  else panel.scrollTop = 0;
});

panel.addEventListener("click", (event) => {
  const go = event.target.closest("a.go");
  if (!go || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const first = light(go.closest("li"), go.hash.replace("#char=", ""));
  history.replaceState(history.state, "", go.hash);
  from = go;
  if (event.detail === 0) first?.focus({ preventScroll: true });
});

back.addEventListener("click", () => {
  clear();
  from?.focus();
});

text.addEventListener("keydown", (event) => {
  const piece = event.target.closest("a.on");
  if (!piece || event.altKey || event.ctrlKey || event.metaKey) return;
  const place = stops.indexOf(piece);
  const next = {
    ArrowRight: place + 1,
    ArrowDown: place + 1,
    ArrowLeft: place - 1,
    ArrowUp: place - 1,
    Home: 0,
    End: stops.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const other = stops[Math.min(Math.max(next, 0), stops.length - 1)];
  tab(other);
  other.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const chosen = document.querySelector(".body .chosen, .found .chosen");
  if (!chosen) return;
  clear();
  history.replaceState(history.state, "", location.pathname + location.search);
  from?.focus();
});

for (const piece of stops) piece.tabIndex = -1;
if (stops.length) stops[0].tabIndex = 0;
window.addEventListener("hashchange", arrive);
arrive();
document.documentElement.dataset.reader = "ready";
