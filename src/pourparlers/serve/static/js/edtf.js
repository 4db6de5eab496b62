/** Dates as the graph writes them (EDTF), as far as a picture needs them: first and last day. */

const DAY = 86_400_000;
const ONE = /^(-?\d{4}|\d{2}[\dX]X|\d{3}X)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T.*)?[?~%]?$/u;
const SEASONS = { 21: [2, 4], 22: [5, 7], 23: [8, 10], 24: [11, 13] };

/** Tell whether a text is a date, and more than a mere number of four digits. */
export function isDate(text) {
  return bounds(text) !== null;
}

/** Return the first and the last moment of an EDTF date in milliseconds, null if it is none. An open end is the other one. */
export function bounds(text) {
  const parts = String(text).split("/");
  if (parts.length > 2 || text === "") return null;
  const found = parts.map((part) => (part === ".." || part === "" ? undefined : single(part)));
  if (found.includes(null) || found.every((part) => part === undefined)) return null;
  const [first, last] = [found[0] ?? found.at(-1), found.at(-1) ?? found[0]];
  return [first[0], last[1]];
}

function single(text) {
  const match = ONE.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  const early = Number(year.replaceAll("X", "0"));
  const late = Number(year.replaceAll("X", "9"));
  if (!month || month === "XX") return [at(early, 0, 1), at(late + 1, 0, 1) - 1];
  if (month in SEASONS) return [at(early, SEASONS[month][0], 1), at(late, SEASONS[month][1] + 1, 1) - 1];
  const place = Number(month) - 1;
  if (place > 11) return null;
  if (!day || day === "XX") return [at(early, place, 1), at(late, place + 1, 1) - 1];
  const start = at(early, place, Number(day));
  return [start, start + DAY - 1];
}

function at(year, month, day) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, day);
  return moment.getTime();
}
