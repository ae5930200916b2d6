// What a button answers with: a toast that goes by itself, or an alert that has to be closed.

import { el, fill } from "./dom.js";
import { state } from "./state.js";

const TOAST_MS = 3500;

export function toast(view, text) {
  const node = el("div.toast", { role: "status" }, text);
  fill(view.toasts, node);
  setTimeout(() => node.remove(), TOAST_MS);
}

export function alertBox(view, text) {
  const back = document.activeElement;
  const close = () => { node.remove(); view.drawTaken(); back?.focus?.(); };
  const ok = el("button.ok", { type: "button", onclick: close }, "OK");
  const node = el("div.alert", { role: "alertdialog", "aria-modal": "true", "aria-label": state.bot.first_name },
    el("div.alert-box", {}, el("b", {}, state.bot.first_name), el("p", {}, text), ok));
  node.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  view.screen.append(node);
  view.drawTaken();
  ok.focus();
}
