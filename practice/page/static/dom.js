// Making elements. Text goes in as text: nothing that a bot or a person wrote is ever parsed as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** el("button.key", { onclick, title }, "text", child, [children]) */
export function el(shape, props = {}, ...children) {
  const [tag, ...classes] = shape.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  add(node, children);
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (name === "style") for (const [key, each] of Object.entries(value)) node.style.setProperty(key, each);
  else if (name in node && !name.startsWith("aria") && name !== "list") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") node.append(child);
  }
}

const REACHED = "button, select, input, textarea, summary";

/** Put these children in the place of the old ones; a key press that drew them anew keeps its place. */
export function fill(node, ...children) {
  const focused = node.contains(document.activeElement) ? [...node.querySelectorAll(REACHED)].indexOf(document.activeElement) : -1;
  node.replaceChildren();
  add(node, children);
  if (focused >= 0) [...node.querySelectorAll(REACHED)].at(focused)?.focus({ preventScroll: true });
  return node;
}

/** The same, but only when `shape` differs from the last one. */
export function refill(node, shape, make) {
  if (node.shape === shape) return;
  node.shape = shape;
  fill(node, make());
}

const PATHS = {
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5z",
  unlock: "M7 11V8a5 5 0 0 1 9.600-2M5 11h14v10H5z",
  signal: "M4 18v2M9 14v6M14 10v10M19 5v15",
  nosignal: "M4 18v2M9 14v6M14 12v8M19 9v11M3 3l18 18",
  hand: "M12 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 21c0-4.500 3.500-7 8-7s8 2.500 8 7M7 5h10",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  menu: "M4 7h16M4 12h16M4 17h16",
  clip: "M20 11.500 12 19.500a5 5 0 0 1-7-7l8.500-8.500a3.400 3.400 0 0 1 4.800 4.800L10 17.200a1.700 1.700 0 0 1-2.400-2.400l7.400-7.300",
  send: "M4 12 21 4l-5 16-4.500-6.500z",
  keys: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10",
  close: "M6 6l12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  pause: "M8 5v14M16 5v14",
  play: "M7 4.500v15l12-7.500z",
  fast: "M4 5v14l8-7zM12 5v14l8-7z",
  next: "M5 5v14l10-7zM18 5v14",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.500 2h-15zM10 21h4",
  bellOff: "M6 17V11a6 6 0 0 1 9.500-4.900M18 11v6l1.500 2h-15M3 3l18 18",
  check: "M4 12.500 9.500 18 20 6.500",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5l3.500 2",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  story: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11",
  weather: "M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9.500 4.200 4.200 0 0 1 17 18zM9 21l1-2M14 21l1-2",
  inside: "M4 6c0-1.700 3.600-3 8-3s8 1.300 8 3-3.600 3-8 3-8-1.300-8-3M4 6v12c0 1.700 3.600 3 8 3s8-1.300 8-3V6M4 12c0 1.700 3.600 3 8 3s8-1.300 8-3",
  people: "M9 5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7M2.500 20c0-3.600 2.800-6 6.500-6s6.500 2.400 6.500 6M16 5.500a3 3 0 0 1 0 6M18 14.500c2.200.8 3.500 2.800 3.500 5.500",
  phone: "M7 3h10v18H7zM11 18h2",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  mic: "M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3M6 11a6 6 0 0 0 12 0M12 17v4",
  photo: "M4 6h4l1.500-2h5L16 6h4v13H4zM12 9a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7",
  place: "M12 21c4-4.500 6.500-7.800 6.500-11a6.500 6.500 0 0 0-13 0c0 3.200 2.500 6.500 6.500 11M12 8a2.200 2.200 0 1 1 0 4.400A2.200 2.200 0 0 1 12 8",
  card: "M3 6h18v13H3zM8.500 9.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4M5.500 17c.4-1.500 1.500-2.200 3-2.200s2.600.7 3 2.200M14.500 10.500h4M14.500 14h4",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2h-2zM14 18h2v2h-2zM18 18h2v2h-2z",
  reply: "M10 5 4 11l6 6M4 11h9c4 0 7 2.500 7 8",
};

/** A line icon; it says nothing by itself, so its button carries the label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A button with an icon alone: its label is read out and shown on hover. */
export function iconButton(name, label, onclick, more = {}) {
  return el("button.round", { type: "button", title: label, "aria-label": label, onclick, ...more }, icon(name));
}
