// The fields of a form: a calendar beside each date, and an address without empty parameters.

import { element } from "./terms.js";

/** Put a calendar beside a field that takes a day, a month or a year; it fills in a day. */
function calendar(field) {
  const day = element("input", { type: "date", tabindex: "-1", "aria-hidden": "true" });
  if (!("showPicker" in day)) return;
  const open = () => {
    day.value = /^\d{4}-\d{2}-\d{2}$/u.test(field.value.trim()) ? field.value.trim() : "";
    day.showPicker();
  };
  day.addEventListener("change", () => {
    if (!day.value) return;
    field.value = day.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  const name = `${field.dataset.date} : ${field.labels[0]?.firstChild?.textContent.trim() ?? ""}`;
  field.after(element("button", { type: "button", "aria-label": name, title: field.dataset.date, click: open }), day);
}

document.querySelectorAll("input[data-date]").forEach(calendar);

for (const form of document.querySelectorAll("form.asked")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}
