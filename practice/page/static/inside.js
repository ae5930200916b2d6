// Under the hood: the rows on the disk with and without the key, the calls between the bot and Telegram, and string ids for translators.

import { diskView } from "./disk.js";
import { el, fill } from "./dom.js";
import { showIds } from "./ids.js";
import { on, state } from "./state.js";
import { clockTime, t } from "./words.js";

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
