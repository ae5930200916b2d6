// A small menu at a button: arrow keys, Escape, a click elsewhere.

import { el } from "./dom.js";

let open = null;

export function closeMenu() {
  open?.node.remove();
  const back = open?.back;
  open = null;
  return back;
}

export function openMenu(inside, at, items) {
  const again = open?.at === at;
  closeMenu();
  if (again) return;
  const choose = (act) => { closeMenu()?.focus?.(); act(); };
  const buttons = items.filter(Boolean).map(({ label, detail, act }) =>
    el("button.choice", { type: "button", role: "menuitem", onclick: () => choose(act) }, el("span", {}, label), detail && el("small", {}, detail)));
  const node = el("div.menu", { role: "menu" }, buttons);
  node.addEventListener("keydown", (event) => move(event, buttons));
  inside.append(node);
  place(node, inside, at);
  open = { node, at, back: document.activeElement };
  buttons[0]?.focus();
}

function place(node, inside, at) {
  const frame = inside.getBoundingClientRect();
  const mark = at.getBoundingClientRect();
  const below = mark.bottom - frame.top + 4;
  const fits = below + node.offsetHeight <= frame.height;
  const top = fits ? below : Math.max(4, mark.top - frame.top - node.offsetHeight - 4);
  const left = Math.min(Math.max(4, mark.left - frame.left), frame.width - node.offsetWidth - 4);
  node.style.top = `${top}px`;
  node.style.left = `${Math.max(4, left)}px`;
}

function move(event, buttons) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") { event.stopPropagation(); closeMenu()?.focus?.(); }
  if (!step) return;
  event.preventDefault();
  const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
  buttons[next].focus();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.node.contains(event.target) && !open.at.contains(event.target)) closeMenu();
});
