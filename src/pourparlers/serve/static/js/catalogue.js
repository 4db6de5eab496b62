// The catalogue of saved queries: `<input data-filter="selector">` hides, while one types, what holds not all its words.

const PATIENCE = 80; // ms without a key before the list changes

function folded(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

for (const input of document.querySelectorAll("input[data-filter]")) {
  const told = input.form.querySelector("output");
  const all = [...document.querySelectorAll(input.dataset.filter)];
  const texts = all.map((one) => folded(`${one.textContent} ${one.querySelector("a")?.getAttribute("href") ?? ""}`));
  let timer;
  const filter = () => {
    const wanted = folded(input.value).split(/\s+/u).filter(Boolean);
    all.forEach((one, place) => (one.hidden = !wanted.every((word) => texts[place].includes(word))));
    for (const section of document.querySelectorAll("main section")) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    told.textContent = all.some((one) => !one.hidden) ? "" : told.dataset.none;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(filter, PATIENCE);
  });
}
