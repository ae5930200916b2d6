// The panel beside the phones: stories, weather, what is inside. On a narrow screen it comes up from below.

import { el, fill, icon } from "./dom.js";
import { insidePanel } from "./inside.js";
import { say } from "./state.js";
import { storiesPanel } from "./stories.js";
import { weatherPanel } from "./weather.js";
import { t } from "./words.js";

const PANELS = [["stories", "story", storiesPanel], ["weather", "weather", weatherPanel], ["inside", "inside", insidePanel]];

export class Side {
  constructor(room) {
    this.room = room;
    this.node = document.getElementById("side");
    this.bottom = document.getElementById("bottom");
    this.open = null;
  }

  draw() {
    fill(this.bottom, PANELS.map(([id, name]) => el("button", {
      type: "button", "aria-pressed": String(this.open === id), onclick: () => this.toggle(id),
    }, icon(name), el("span", {}, t(`panel-${id}`)))));
    const panel = PANELS.find(([id]) => id === this.open);
    this.leave?.();
    this.leave = null;
    this.node.hidden = !panel;
    document.body.dataset.side = this.open ?? "";
    if (!panel) { fill(this.node); return; }
    const body = el("div.panel");
    fill(this.node, el("div.panel-head", {}, el("h2", {}, t(`panel-${panel[0]}`)),
      el("button.round", { type: "button", "aria-label": t("close"), title: t("close"), onclick: () => this.toggle(panel[0]) }, icon("close"))), body);
    this.leave = panel[2](body, this.room);
  }

  toggle(id) { this.show(this.open === id ? null : id); }

  show(id) {
    this.open = id;
    this.draw();
    say("hotline"); // what stands above the phones depends on what stands beside them
  }
}
