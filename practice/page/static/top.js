// The head of the page: that this is practice, what time it is there and how fast it runs, and what will happen by itself.

import { el, fill, icon } from "./dom.js";
import { now, on, state } from "./state.js";
import { clockTime, day, has, language, LANGUAGES, languageName, span, t } from "./words.js";

const RATES = [[0, "pause"], [1, "play"], [60, "fast"]];
const SHOWN = 8;
const NARROW = window.matchMedia("(max-width: 760px)");

export class Top {
  constructor(room) {
    this.room = room;
    this.node = document.getElementById("top");
    this.time = el("div.time");
    this.strip = el("div.due", { role: "list", tabIndex: 0 });
    for (const kind of ["clock", "hotline"]) on(kind, () => this.draw());
    NARROW.addEventListener("change", () => this.draw());
    on("due", () => this.drawDue());
    on("tick", () => this.tick());
  }

  draw() {
    fill(this.node,
      el("div.banner", {}, el("img", { src: "icon.svg", alt: "" }), el("h1", {}, t("title")), el("span.practice", {}, t("banner")),
        this.health(), this.languages()),
      el("div.timing", {}, this.time, this.speeds(), this.strip));
    this.strip.setAttribute("aria-label", t("due"));
    this.tick();
    this.drawDue();
  }

  health() {
    if (!state.connected) return el("span.health.bad", { role: "alert" }, t("no-connection"));
    const { state: how, line, trouble, ready } = state.hotline ?? { state: "starting" };
    if (trouble) return el("span.health.bad", { role: "alert", title: trouble }, t("room-trouble", { line: trouble }));
    if (how === "dead") return el("span.health.bad", { role: "alert" }, t("bot-dead"), line && `: ${line}`);
    if (how === "starting" || !ready) return el("span.health.wait", {}, t(how === "starting" ? "bot-starting" : "staff-joining"));
    return el("span.health.good", { title: t("bot-running") }, el("span", {}, t("bot-running")));
  }

  languages() {
    const choose = el("select", { "aria-label": t("page-language"), onchange: () => this.room.speak(choose.value) },
      LANGUAGES.map((code) => el("option", { value: code, selected: code === language }, NARROW.matches ? code.toUpperCase() : languageName(code))));
    return choose;
  }

  speeds() {
    const rate = state.clock?.rate ?? 1;
    return el("div.speeds", { role: "group", "aria-label": t("time") },
      RATES.map(([value, name]) => el("button", {
        type: "button", "aria-pressed": String(value === rate), title: t(`rate-${value}`),
        "aria-label": value ? `×${value}: ${t(`rate-${value}`)}` : t("rate-0"),
        onclick: () => this.room.try("rate", { rate: value }),
      }, value ? `×${value}` : icon(name))),
      el("button.jump", { type: "button", onclick: () => this.room.try("next") }, icon("next"), el("span", {}, t("to-next"))));
  }

  tick() {
    const ms = now();
    fill(this.time, el("b", {}, clockTime(ms)), el("span", {}, day(ms)));
    for (const node of this.strip.querySelectorAll("[data-at]")) node.textContent = this.until(Number(node.dataset.at));
  }

  until(at) {
    const left = at - now();
    return left <= 0 ? t("due-now") : t("due-in", { time: span(left) });
  }

  drawDue() {
    const { dues } = state;
    const words = (kind) => (has(`due-${kind}`) ? t(`due-${kind}`) : t("due-other"));
    fill(this.strip, dues.length === 0 && el("span.none", {}, t("nothing-due")),
      dues.slice(0, SHOWN).map((one) => el("span.chip", { role: "listitem", dataset: { urgent: one.urgent, kind: one.kind } },
        el("b", { dataset: { at: one.at } }, this.until(one.at)), " ", words(one.kind))),
      dues.length > SHOWN && el("span.chip", { role: "listitem" }, t("and-more", { n: dues.length - SHOWN })));
  }
}
