// Trouble at the push of a button, and the tally that shows whether anything was lost.

import { el, fill } from "./dom.js";
import { on, state } from "./state.js";
import { t } from "./words.js";

const KINDS = ["slow", "limited", "down", "twice"];
const COUNTS = ["sent", "waiting", "arrived", "handled", "parked", "to_send", "lost"];

export function weatherPanel(node, room) {
  const switches = el("div.switches");
  const bot = el("div.buttons");
  const tally = el("dl.tally");
  fill(node, el("p.hint", {}, t("weather-hint")), switches, el("h3", {}, t("bot-process")), bot, el("h3", {}, t("tally")),
    el("p.hint", {}, t("tally-hint")), tally);
  const draw = () => {
    fill(switches, KINDS.map((kind) => {
      const active = state.weather.includes(kind);
      return el("button.switch", {
        type: "button", role: "switch", "aria-checked": String(active), onclick: () => room.try("weather", { what: kind, on: !active }),
      }, el("b", {}, t(`weather-${kind}`)), el("small", {}, t(`weather-${kind}-means`)));
    }));
    const running = state.hotline?.state === "running";
    fill(bot, el("button", { type: "button", disabled: !running, onclick: () => room.try("kill") }, t("kill-bot")),
      el("button", { type: "button", onclick: () => room.try("restart") }, t(running ? "restart-bot" : "start-bot")));
    const counts = state.tally ?? {};
    fill(tally, COUNTS.map((one) => el("div", { dataset: { count: one, bad: one === "lost" && counts[one] > 0 } },
      el("dt", {}, t(`tally-${one}`)), el("dd", {}, counts[one] ?? 0))));
  };
  draw();
  const ends = [on("tally", draw), on("hotline", draw)];
  return () => ends.forEach((end) => end());
}
