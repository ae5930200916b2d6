// Stories: the list of them, and the line above the phones that says what to do now.

import { el, fill, icon, iconButton } from "./dom.js";
import { on, state } from "./state.js";
import { language, t } from "./words.js";

const here = (words) => words?.[language] ?? "";

export function storiesPanel(node, room) {
  const draw = () => fill(node, el("p.hint", {}, t("stories-hint")),
    state.stories.map((one) => card(one, room)),
    el("button.quiet-button", { type: "button", onclick: () => room.begin("") }, t("play-freely")));
  draw();
  return on("story", draw);
}

function card(story, room) {
  const current = state.story?.story?.id === story.id;
  return el("article.story", { dataset: { current } },
    el("h3", {}, here(story.title)), el("p", {}, here(story.about)),
    el("div.story-foot", {}, el("small", {}, t("story-minutes", { n: story.minutes })),
      el("button.primary", { type: "button", onclick: () => room.begin(story.id) }, t(current ? "story-again" : "story-begin"))));
}

/** What to do now: a step of the story, its end, or an invitation to begin one. */
export class Coach {
  constructor(room) {
    this.room = room;
    this.node = el("section.coach", { hidden: true });
    this.hinted = -1;
    this.away = false;
    on("story", () => this.draw());
    on("hotline", () => this.draw());
  }

  draw() {
    const story = state.story?.story;
    const shape = JSON.stringify([story, language, state.hotline?.ready, this.hinted, this.away, document.body.dataset.side]);
    if (shape === this.shape) return;
    this.shape = shape;
    this.node.setAttribute("aria-label", t("panel-stories"));
    if (!story) this.drawIdle();
    else if (story.state === "stuck") this.drawStuck(story);
    else if (!state.hotline?.ready) this.drawPreparing(story);
    else if (story.step >= story.steps) this.drawEnd(story);
    else this.drawStep(story);
  }

  drawIdle() {
    this.node.hidden = this.away || document.body.dataset.side === "stories" || !state.hotline;
    this.node.dataset.kind = "idle";
    fill(this.node, el("p", {}, t("welcome")),
      el("div.coach-acts", {}, el("button.primary", { type: "button", onclick: () => this.room.openPanel("stories") }, t("choose-story")),
        iconButton("close", t("close"), () => { this.away = true; this.draw(); })));
  }

  drawPreparing(story) {
    this.node.hidden = false;
    this.node.dataset.kind = "wait";
    fill(this.node, el("p", { role: "status" }, el("b", {}, here(story.title)), " ", t("story-preparing")));
  }

  drawStuck(story) {
    this.node.hidden = false;
    this.node.dataset.kind = "stuck";
    fill(this.node, el("p", { role: "alert" }, t("story-stuck", { line: story.reason })),
      el("div.coach-acts", {}, el("button.primary", { type: "button", onclick: () => this.room.begin(story.id) }, t("story-again"))));
  }

  drawStep(story) {
    this.node.hidden = false;
    this.node.dataset.kind = "step";
    const phone = state.phones.get(story.chat);
    const shown = this.hinted === story.step;
    const hint = shown ? el("p.coach-hint", { id: "coach-hint" }, here(story.hint)) : null;
    fill(this.node,
      el("div.coach-main", { role: "status" },
        el("span.coach-count", {}, t("story-step", { n: story.step + 1, of: story.steps })),
        phone && el("button.coach-phone", { type: "button", title: t("to-this-phone"), onclick: () => this.room.show(story.chat) }, icon("phone"), phone.name),
        el("p", {}, here(story.say)), hint),
      el("div.coach-acts", {},
        el("button", { type: "button", "aria-expanded": String(shown), onclick: () => { this.hinted = shown ? -1 : story.step; this.draw(); } }, t("hint")),
        iconButton("close", t("story-leave"), () => this.room.try("leave"))));
  }

  drawEnd(story) {
    this.node.hidden = false;
    const done = story.state === "done";
    this.node.dataset.kind = done ? "done" : "wait";
    fill(this.node,
      el("div.coach-main", { role: "status" }, el("p", {}, el("b", {}, done ? t("story-done") : t("story-checking")), " ", done && here(story.ending)),
        el("ul.checks", {}, story.checks.map((one) => el("li", { dataset: { ok: one.ok } }, icon(one.ok ? "check" : "clock"), here(one.say))))),
      el("div.coach-acts", {},
        el("button.primary", { type: "button", onclick: () => this.room.openPanel("stories") }, t("more-stories")),
        iconButton("close", t("story-leave"), () => this.room.try("leave"))));
  }
}
