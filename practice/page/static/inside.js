// Under the hood: the rows as a seized disk shows them, the calls between the bot and Telegram, and string ids for translators.

import { el, fill } from "./dom.js";
import { showIds } from "./ids.js";
import { on, state } from "./state.js";
import { clockTime, has, t } from "./words.js";

const LOOK_EVERY_MS = 2000;

export function insidePanel(node, room) {
  const body = el("div.inside");
  const tabs = [["disk", diskView], ["calls", callsView], ["strings", stringsView]];
  let leave = () => {};
  const bar = el("div.subtabs", { role: "tablist" }, tabs.map(([id, view]) => el("button", {
    type: "button", role: "tab", dataset: { id }, onclick: () => open(id, view),
  }, t(`inside-${id}`))));
  const open = (id, view) => {
    leave();
    for (const tab of bar.children) tab.setAttribute("aria-selected", String(tab.dataset.id === id));
    leave = view(body, room) ?? (() => {});
  };
  fill(node, bar, body);
  open(...tabs[0]);
  return () => leave();
}

function diskView(node, room) {
  const names = el("div.tables");
  const rows = el("div.rows", { tabIndex: 0 });
  let chosen = null;
  let names_shown = "";
  fill(node, el("p.hint", {}, t("disk-hint")), names, rows);
  const look = async () => {
    const found = await room.ask("tables").catch(() => null);
    if (!found) return;
    chosen ??= found.tables.find((one) => one.name === "cases")?.name ?? found.tables[0]?.name ?? null;
    const shape = JSON.stringify([found.tables, chosen]);
    if (shape !== names_shown) {
      names_shown = shape;
      fill(names, found.tables.map((one) => el("button.chip", {
        type: "button", "aria-pressed": String(one.name === chosen), onclick: () => { chosen = one.name; look(); },
      }, el("code", {}, one.name), ` ${one.rows}`)));
    }
    if (!chosen) return;
    const table = await room.ask("table", { name: chosen }).catch(() => null);
    if (table) fill(rows, has(`table-${chosen}`) && el("p", {}, t(`table-${chosen}`)), tableOf(table));
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

function tableOf({ columns, rows }) {
  if (!rows.length) return el("p.hint", {}, t("table-empty"));
  return rows.map((row) => el("dl.row-card", {}, row.map((cell, at) => el("div", {},
    el("dt", {}, columns[at]), el("dd", {}, "sealed" in cell ? sealed(cell) : cell.text)))));
}

const sealed = (cell) => [el("code", {}, cell.sealed), el("small", {}, t("bytes", { n: cell.bytes }))];

function callsView(node, room) {
  const list = el("div.calls");
  fill(node, el("p.hint", {}, t("calls-hint")), list);
  const add = (call) => list.prepend(callOf(call));
  state.calls.forEach(add);
  room.ask("watch", { on: true }).catch(() => {});
  const end = on("call", (call) => { add(call); while (list.children.length > 100) list.lastChild.remove(); });
  const again = on("hello", () => room.ask("watch", { on: true }).catch(() => {}));
  return () => { end(); again(); room.ask("watch", { on: false }).catch(() => {}); };
}

function callOf(call) {
  const who = state.phones.get(call.chat)?.name ?? "";
  return el("details.call", { dataset: { bad: call.status !== 200 } },
    el("summary", {}, el("code", {}, call.method), who && el("span", {}, `→ ${who}`), el("time", {}, clockTime(call.at)),
      el("b", {}, call.status || "–")),
    el("pre", {}, [call.error, call.params].filter(Boolean).join("\n")));
}

function stringsView(node) {
  const draw = () => fill(node, el("p.hint", {}, t("strings-hint")),
    el("button.switch", {
      type: "button", role: "switch", "aria-checked": String("ids" in document.body.dataset),
      onclick: () => { showIds(!("ids" in document.body.dataset)); draw(); },
    }, el("b", {}, t("strings-switch")), el("small", {}, t("strings-key"))));
  draw();
}
