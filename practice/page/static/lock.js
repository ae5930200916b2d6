// The lock screen: what anybody reads who only looks at the phone.

import { el, icon } from "./dom.js";
import { now, state } from "./state.js";
import { clockTime, day, t } from "./words.js";

const SHOWN = 3;

export function lockScreen(phone, unlock) {
  const notes = phone.notes;
  const hidden = notes.length - SHOWN;
  return el("div.lock", {},
    el("div.lock-time", {}, clockTime(now())),
    el("div.lock-day", {}, day(now())),
    el("div.notes", {}, notes.slice(-SHOWN).reverse().map(note),
      hidden > 0 && el("div.note.more", {}, t("more-notes", { n: hidden })),
      notes.length === 0 && el("div.quiet-lock", {}, t("no-notes"))),
    el("button.unlock", { type: "button", onclick: unlock }, icon("unlock"), t("unlock")));
}

function note(one) {
  const text = one.text || (one.media ? t(`media-${one.media}`) : "");
  return el("div.note", { dataset: { gone: one.gone } },
    el("div.note-head", {}, el("img", { src: "icon.svg", alt: "" }), el("b", {}, state.bot.first_name),
      el("span.note-bell", { title: t(one.silent ? "came-silently" : "rang") }, icon(one.silent ? "bellOff" : "bell")),
      el("time", {}, clockTime(one.at))),
    el("div.note-text", {}, text),
    one.gone && el("small", {}, t("note-gone")));
}
