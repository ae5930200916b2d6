// For translators: while Alt is held (or the switch is on) each text shows which strings it is made of and where they live.

import { el } from "./dom.js";

const LATER_MS = 250;
let ask = null;
let kept = false;
let watching = null;

export function prepareIds(asking) {
  ask = asking;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Alt" && !event.repeat) { event.preventDefault(); if (!kept) begin(); }
  });
  document.addEventListener("keyup", (event) => { if (event.key === "Alt" && !kept) end(); });
  window.addEventListener("blur", () => { if (!kept) end(); });
}

export function showIds(on) {
  kept = on;
  if (on) begin(); else end();
}

function begin() {
  document.body.dataset.ids = "";
  mark();
  let later = 0;
  watching ??= new MutationObserver((changes) => {
    if (changes.every((one) => [...one.addedNodes].every((node) => node.classList?.contains("ids")))) return;
    clearTimeout(later);
    later = setTimeout(mark, LATER_MS);
  });
  watching.observe(document.getElementById("phones"), { childList: true, subtree: true });
}

function end() {
  delete document.body.dataset.ids;
  watching?.disconnect();
  for (const node of document.querySelectorAll(".ids")) node.remove();
}

const places = () => [...document.querySelectorAll(".theirs .text, .phone .key > span, .first p, .note-text, .toast, .alert-box p")]
  .filter((node) => !node.nextElementSibling?.classList.contains("ids"));

async function mark() {
  const nodes = places();
  if (!nodes.length || !ask) return;
  const found = await ask("ids", { texts: nodes.map((node) => node.textContent) }).catch(() => null);
  if (!found || !("ids" in document.body.dataset)) return;
  nodes.forEach((node, at) => {
    const strings = found.ids[at] ?? [];
    if (strings.length && !node.nextElementSibling?.classList.contains("ids")) node.after(el("span.ids", {}, strings.map(one)));
  });
}

const one = ({ id, file, line }) => el("span", { title: `${file}:${line}` }, el("b", {}, id), el("small", {}, `${file}:${line}`));
