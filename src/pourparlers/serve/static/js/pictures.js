/**
 * The pictures: which columns each needs, and what is drawn. Pure functions; views.js puts them on the page.
 *
 * `roles(columns)` returns for each role the columns that may play it, the likeliest first (null: nobody need play it),
 * or null if the picture cannot be drawn. `draw(chosen, { words, style, parts })` returns the option of the chart, its
 * `counts` for the spoken description, how many parts are `shown` and `left` out, and its height in pixels, if any.
 */

import { bounds } from "./edtf.js";
import { shown } from "./terms.js";

const of = (columns, ...types) => columns.filter((column) => types.includes(column.type));
const rows = (column) => column.cells.map((_, place) => place);
const weight = (column, place) => (column ? Number(column.cells[place]?.value ?? 0) : 1);
const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const label = (cell, length = 40) => cut(shown(cell.text), length);
const key = (cell) => cell.iri ?? cell.text;

const different = (column) => new Set(column.cells.filter(Boolean).map((cell) => cell.text)).size;

function base(style) {
  return {
    textStyle: { fontFamily: style.font, color: style.ink },
    // Rich text is drawn, never parsed as markup.
    tooltip: { renderMode: "richText", confine: true, backgroundColor: style.surface, borderColor: style.edge, textStyle: { color: style.ink } },
  };
}

function axis(style, more) {
  const line = { lineStyle: { color: style.rule } };
  return { axisLine: { lineStyle: { color: style.edge } }, axisLabel: { color: style.soft, fontFamily: style.font }, splitLine: line, axisTick: { show: false }, ...more };
}

const chart = {
  roles(columns) {
    const [labels, numbers] = [of(columns, "text", "thing", "place", "date"), of(columns, "number")];
    return labels.length && numbers.length ? { label: labels, value: numbers } : null;
  },
  draw({ label: names, value }, { style, parts }) {
    const bars = new Map();
    for (const place of rows(names)) {
      const cell = names.cells[place];
      if (!cell || !value.cells[place]) continue;
      const bar = bars.get(key(cell)) ?? { name: label(cell), value: 0, href: cell.href };
      bar.value += weight(value, place);
      bars.set(key(cell), bar);
    }
    const all = [...bars.values()];
    const kept = all.slice(0, Math.min(parts, 60));
    return {
      counts: { n: all.length, label: names.label, value: value.label },
      shown: kept.length,
      left: all.length - kept.length,
      height: 70 + 24 * Math.max(kept.length, 3),
      option: {
        ...base(style),
        grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
        xAxis: axis(style, { type: "value", minInterval: Number.isInteger(Math.max(...kept.map((one) => one.value))) ? 1 : 0 }),
        yAxis: axis(style, { type: "category", inverse: true, data: kept.map((bar) => bar.name), axisLabel: { color: style.ink, width: 220, overflow: "truncate" } }),
        series: [{ type: "bar", data: kept, itemStyle: { color: style.institution }, label: { show: true, position: "right", color: style.ink }, barMaxWidth: 18 }],
      },
    };
  },
};

const network = {
  zoom: { type: "graphRoam", seriesIndex: 0 },
  roles(columns) {
    const things = of(columns, "thing", "place");
    if (things.length < 2) return null;
    return { from: things, to: [...things.slice(1), things[0]], weight: [...of(columns, "number"), null] };
  },
  draw({ from, to, weight: by }, { words, style, parts }) {
    const [nodes, links] = [new Map(), new Map()];
    for (const place of rows(from)) {
      const [one, other] = [from.cells[place], to.cells[place]];
      if (!one || !other || key(one) === key(other)) continue;
      const name = [key(one), key(other)].join("\u0001");
      const link = links.get(name) ?? { ends: [one, other], value: 0 };
      link.value += weight(by, place);
      links.set(name, link);
    }
    const strongest = [...links.values()].sort((left, right) => right.value - left.value);
    const kept = strongest.slice(0, Math.min(parts, 200));
    for (const { ends, value } of kept) {
      for (const cell of ends) {
        const node = nodes.get(key(cell)) ?? { id: key(cell), name: label(cell), value: 0, href: cell.href, iri: cell.iri };
        node.value += value;
        nodes.set(key(cell), node);
      }
    }
    const most = Math.max(1, ...[...nodes.values()].map((node) => node.value));
    const heaviest = Math.max(1, ...kept.map((link) => link.value));
    const data = [...nodes.values()].map((node) => ({
      ...node,
      symbolSize: 8 + 24 * Math.sqrt(node.value / Math.max(most, 4)),
      itemStyle: { color: /\/person\//u.test(node.iri ?? "") ? style.person : style.institution },
    }));
    const edges = kept.map(({ ends: [one, other], value }) => ({
      source: key(one), target: key(other), value, lineStyle: { width: 1 + (5 * value) / heaviest },
      name: `${label(one)} — ${label(other)} : ${value}`,
    }));
    const spread = data.length > 60 ? 120 : data.length > 15 ? 260 : 700;
    return {
      counts: { n: data.length, m: edges.length },
      shown: edges.length,
      left: strongest.length - kept.length,
      option: {
        ...base(style),
        series: [{
          type: "graph", layout: "force", data, links: edges, roam: "move", draggable: true,
          force: { initLayout: "circular", repulsion: spread, edgeLength: [40, 140], gravity: 0.12, layoutAnimation: false },
          label: { show: true, position: "right", color: style.ink, fontFamily: style.font, textBorderColor: style.surface, textBorderWidth: 2 },
          labelLayout: { hideOverlap: true },
          lineStyle: { color: style.edge, opacity: 0.6, curveness: 0.08 },
          emphasis: { focus: "adjacency", lineStyle: { opacity: 1 } },
          tooltip: { formatter: ({ dataType, data: one }) => (dataType === "edge" ? one.name : `${one.name} : ${one.value} ${words.view_links}`) },
        }],
      },
    };
  },
};

const LANES = 6;

const timeline = {
  roles(columns) {
    const dates = of(columns, "date");
    if (!dates.length) return null;
    const labels = various(columns.filter((column) => column.type !== "date" && column.type !== "number"));
    return { date: dates, label: labels.length ? labels : dates, lane: [...parting(labels), null] };
  },
  draw({ date, label: names, lane }, { style, parts }) {
    const events = rows(date)
      .filter((place) => date.cells[place])
      .map((place) => ({ span: bounds(date.cells[place].value), date: date.cells[place].text, cell: names.cells[place], lane: lane?.cells[place]?.text ?? "", sort: lane?.cells[place]?.iri }))
      .sort((left, right) => left.span[0] - right.span[0] || left.span[1] - right.span[1]);
    const kept = events.slice(-parts);
    const lanes = [...new Set(kept.map((event) => event.lane))];
    const ends = new Map();
    const [first, last] = [kept[0]?.span[0] ?? 0, Math.max(...kept.map((event) => event.span[1]), 0)];
    const room = Math.max((last - first) / 60, 86_400_000);
    // Events of one lane that would lie on each other are put on lines of their own, LANES at most.
    for (const event of kept) {
      const lines = ends.get(event.lane) ?? [];
      let line = lines.findIndex((end) => end < event.span[0]);
      if (line < 0) line = lines.length < LANES ? lines.length : lines.indexOf(Math.min(...lines));
      lines[line] = Math.max(event.span[1], event.span[0] + room);
      ends.set(event.lane, lines);
      event.line = line;
    }
    const before = new Map();
    let total = 0;
    for (const name of lanes) {
      before.set(name, total);
      total += ends.get(name).length;
    }
    const colours = [style.meeting, style.statement, style.treaty, style.institution, style.person, style.place];
    const data = kept.map((event) => ({
      value: [event.span[0], event.span[1], before.get(event.lane) + event.line],
      name: event.cell ? label(event.cell, 90) : "", date: shown(event.date), lane: shown(event.lane), href: event.cell?.href,
      itemStyle: { color: own(style, event.sort) ?? colours[lanes.indexOf(event.lane) % colours.length] },
    }));
    const named = new Map(lanes.map((name) => [before.get(name), cut(shown(name), 24)]));
    return {
      counts: { n: events.length, first: kept[0]?.date ?? "", last: kept.at(-1)?.date ?? "" },
      shown: kept.length,
      left: events.length - kept.length,
      height: Math.max(350, 110 + 15 * total),
      option: {
        ...base(style),
        grid: { left: 14 + 6.6 * Math.max(4, ...[...named.values()].map((name) => name.length)), right: 24, top: 8, bottom: 60 },
        xAxis: axis(style, { type: "time", min: first - room, max: last + room }),
        yAxis: axis(style, { type: "category", inverse: true, data: Array.from({ length: Math.max(total, 1) }, (_, place) => named.get(place) ?? ""), splitLine: { show: false }, axisLabel: { interval: 0, color: style.ink } }),
        dataZoom: [{ type: "slider", height: 20, bottom: 8, borderColor: style.edge, textStyle: { color: style.soft }, showDetail: false }, { type: "inside", zoomOnMouseWheel: "ctrl" }],
        series: [{
          type: "custom", data, encode: { x: [0, 1], y: 2 }, clip: true,
          renderItem: (_, api) => bar(api),
          tooltip: { formatter: ({ data: one }) => [one.date, one.lane, one.name].filter(Boolean).join("\n") },
        }],
      },
    };
  },
};

function bar(api) {
  const [left, y] = api.coord([api.value(0), api.value(2)]);
  const [right] = api.coord([api.value(1), api.value(2)]);
  const height = Math.min(14, api.size([0, 1])[1] * 0.6);
  const width = Math.max(right - left, 7);
  return { type: "rect", shape: { x: left, y: y - height / 2, width, height, r: 3 }, style: { fill: api.visual("color") } };
}

/** Return the colour of a class of things: the same on all pages. */
function own(style, iri) {
  const name = /#(Meeting|Statement|Treaty|Person|Institution|Place|Article)/u.exec(iri ?? "")?.[1];
  return name ? style[name.toLowerCase()] : undefined;
}

/** Return columns sorted by how many different things they hold, things before mere texts: the first tells most. */
function various(columns) {
  const rank = (column) => (column.type === "text" ? 0.5 : 1) * different(column);
  return [...columns].sort((left, right) => rank(right) - rank(left));
}

/** Return the columns with few enough different values to part a timeline into lanes. */
function parting(columns) {
  const few = (column) => different(column) > 1 && different(column) <= Math.min(12, column.cells.length / 3);
  return columns.filter(few).sort((left, right) => different(left) - different(right));
}

const map = {
  map: true,
  zoom: { type: "geoRoam", componentType: "geo", geoIndex: 0 },
  roles(columns) {
    const places = of(columns, "place");
    return places.length ? { place: places, weight: [...of(columns, "number"), null] } : null;
  },
  draw({ place: where, weight: by }, { style }) {
    const found = new Map();
    let nowhere = 0;
    for (const row of rows(where)) {
      const cell = where.cells[row];
      if (!cell?.at) {
        nowhere += cell ? 1 : 0;
        continue;
      }
      const spot = found.get(key(cell)) ?? { name: label(cell), value: [cell.at[1], cell.at[0], 0], href: cell.href };
      spot.value[2] += weight(by, row);
      found.set(key(cell), spot);
    }
    const most = Math.max(1, ...[...found.values()].map((spot) => spot.value[2]));
    const data = [...found.values()].sort((left, right) => right.value[2] - left.value[2]);
    return {
      counts: { n: data.length },
      shown: data.length,
      left: nowhere,
      option: {
        ...base(style),
        geo: { map: "world", roam: "move", ...frame(data), scaleLimit: { min: 1, max: 16 }, silent: true, top: 4, bottom: 4, left: 4, right: 4, itemStyle: { areaColor: style.sunken, borderColor: style.edge, borderWidth: 0.5 } },
        series: [{
          type: "scatter", coordinateSystem: "geo", data,
          symbolSize: ([, , n]) => 6 + 22 * Math.sqrt(n / Math.max(most, 6)),
          itemStyle: { color: style.meeting, opacity: 0.85, borderColor: style.surface, borderWidth: 1 },
          label: { show: true, position: "right", formatter: "{b}", color: style.ink, fontFamily: style.font, textBorderColor: style.surface, textBorderWidth: 2 },
          labelLayout: { hideOverlap: true },
          tooltip: { formatter: ({ data: one }) => `${one.name} : ${one.value[2]}` },
        }],
      },
    };
  },
};

/** Return the part of the world that holds all the spots, with room around them; the whole world where there are none. */
function frame(spots) {
  if (!spots.length) return {};
  const [longs, lats] = [0, 1].map((at) => spots.map((spot) => spot.value[at]));
  const [west, east, south, north] = [Math.min(...longs), Math.max(...longs), Math.min(...lats), Math.max(...lats)];
  const zoom = Math.min(360 / (1.5 * (east - west) + 45), 140 / (1.5 * (north - south) + 18));
  return zoom > 1.2 ? { center: [(west + east) / 2, (south + north) / 2], zoom } : {};
}

/** In the order in which they are offered. */
export const PICTURES = { timeline, network, map, chart };
