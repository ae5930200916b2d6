// The rows as somebody sees them who has the disk, and beside each what the key opens.

import { el, fill, refill } from "./dom.js";
import { state } from "./state.js";
import { clockTime, has, language, parts, t } from "./words.js";

const LOOK_EVERY_MS = 2000;
const FIRST_TIMES = 1.5e12; // numbers above are taken for UTC milliseconds, and those from LAST_TIMES on are not
const LAST_TIMES = 4e12;
const MOST_NESTED = 240;
const FIRST = ["cases", "events", "people", "journal", "outbox", "messages", "timers", "facts", "staff", "invites", "audit"];

const place = ({ name }) => { const at = FIRST.indexOf(name); return at < 0 ? FIRST.length : at; };

export function diskView(node, room) {
  const names = el("div.tables");
  const rows = el("div.rows", { tabIndex: 0 });
  let chosen = null;
  fill(node, el("p.hint", {}, t("disk-hint")), names, rows);
  const choose = (name) => { chosen = name; look(); };
  const look = async () => {
    const found = await room.ask("tables").catch(() => null);
    if (!found) return;
    found.tables.sort((a, b) => place(a) - place(b));
    chosen ??= found.tables[0]?.name ?? null;
    refill(names, JSON.stringify([found.tables, chosen]), () => found.tables.map((one) => el("button.chip", {
      type: "button", "aria-pressed": String(one.name === chosen), onclick: () => choose(one.name),
    }, el("code", {}, one.name), ` ${one.rows}`)));
    if (!chosen) return;
    const name = chosen;
    const table = await room.ask("table", { name }).catch(() => null);
    if (!table || name !== chosen) return;
    const gone = goneFrom(table);
    const draw = (opened) => refill(rows, JSON.stringify([language, table, gone, opened]), () => tableOf(table, gone, opened));
    if (rows.dataset.table !== name) { rows.dataset.table = name; draw(null); } // the key may have to be fetched first
    const opened = await room.ask("opened", { name })
      .catch((refused) => state.hotline?.ready && { refused: refused.line || t(`refused-${refused.why}`) });
    if (name === chosen) draw(opened || null);
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

// --- what has gone

const seen = new Map();

/** How many rows of a table were once seen here and are no longer on the disk. */
function goneFrom({ name, rows, keys, total }) {
  const id = `${state.room} ${name}`;
  if (!seen.has(id)) seen.set(id, new Set());
  const now = new Set(rows.map((row) => keys.map((at) => row[at].of ?? row[at].text).join()));
  if (total > rows.length) return 0; // not all are shown: one that is not here may be further down
  for (const one of now) seen.get(id).add(one);
  return seen.get(id).size - now.size;
}

// --- drawing

function tableOf(table, gone, opened) {
  return [has(`table-${table.name}`) && el("p", {}, t(`table-${table.name}`)),
    gone > 0 && el("p.gone", { role: "status" }, t("disk-gone", { n: gone })),
    opened?.refused && el("p.gone", { role: "alert" }, opened.refused),
    !table.rows.length && el("p.hint", {}, t("table-empty")),
    table.rows.map((row) => card(table.columns, row, opened)),
    table.total > table.rows.length && el("p.hint", {}, t("disk-newest", { n: table.rows.length, of: table.total }))];
}

function card(columns, row, opened) {
  const sealed = new Set(opened?.sealed ?? []);
  const cells = row.map((cell, at) => field(columns[at], "hex" in cell ? bytes(cell, sealed.has(columns[at])) : told(columns[at], cell.text)));
  const said = row.map((cell, at) => sealed.has(columns[at]) && saidOf(columns[at], cell, opened.opened, sealed.size > 1)).filter(Boolean);
  const two = sealed.size > 0 || !opened;
  return el("article.row-card", { dataset: { two } },
    el("div.half", {}, el("h4", {}, t("disk-raw")), el("dl", {}, cells)),
    two && el("div.half.said", {}, el("h4", {}, t("disk-said")), opened ? said : el("p", {}, t("disk-opening"))));
}

const field = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));

const bytes = (cell, isSealed) => [el("code", { dataset: { sealed: isSealed } }, cell.hex), isSealed && el("small", {}, t("bytes", { n: cell.bytes }))];

/** What stands in clear: a time as a time. */
function told(name, text) {
  if (!text) return "–";
  const ms = Number(text);
  return /^(due|delete_at|committed)$/.test(name) && isTime(ms) ? moment(ms) : text;
}

function saidOf(column, cell, values, named) {
  const value = "hex" in cell ? values[cell.of] : undefined;
  const what = named && el("h5", {}, column);
  if (!("hex" in cell)) return el("p.shut", {}, what, t("disk-destroyed"));
  if (value === undefined) return el("p", {}, what, t("disk-opening"));
  if (value === null) return el("p.shut", {}, what, t("disk-shut"));
  if (typeof value !== "object" || Array.isArray(value)) return el("p", {}, what, nested(value));
  if (Object.keys(value).join() === "key") return el("p", {}, what, t("disk-key", { id: value.key }));
  const fields = Object.entries(value).filter(([, each]) => !empty(each));
  return [what, el("dl", {}, fields.map(([name, each]) => field(name, nested(each))))];
}

const isTime = (value) => typeof value === "number" && value > FIRST_TIMES && value < LAST_TIMES;

const empty = (value) => value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** A value in one line, cut; what is empty inside it is left out. */
function nested(value) {
  if (isTime(value)) return moment(value);
  if (typeof value !== "object") return String(value);
  const text = JSON.stringify(value, (_, each) => (each !== value && empty(each) ? undefined : isTime(each) ? moment(each) : each)).replace(/"(\w+)":/g, "$1: ").replaceAll(",", ", ");
  return el("code", {}, text.length > MOST_NESTED ? `${text.slice(0, MOST_NESTED)}…` : text);
}

function moment(ms) {
  const { day, month } = parts(ms);
  return `${day}.${month} ${clockTime(ms)}`;
}
