// The page: connects to the room, keeps the phones in a row, and puts the rest around them.

import { el, fill, icon, refill } from "./dom.js";
import { prepareIds } from "./ids.js";
import { PhoneView } from "./phone.js";
import { addPerson } from "./people.js";
import { Side } from "./side.js";
import { on, say, state, take } from "./state.js";
import { Coach } from "./stories.js";
import { Top } from "./top.js";
import { firstLanguage, language, speak, t } from "./words.js";
import { Wire } from "./wire.js";

const views = new Map();
const narrow = window.matchMedia("(max-width: 760px)");
let shown = null; // the phone in front on a narrow screen, and the one last chosen on a wide one
let wire;
let expected = false; // whether the next new room was asked for here

const room = {
  ask: (what, more) => wire.ask(what, more),
  notice,
  /** Ask; what is refused is said at the edge of the page. */
  async try(what, more) {
    try {
      return (await wire.ask(what, more)) ?? null;
    } catch (refused) {
      notice(refused.line || t(`refused-${refused.why}`));
      return undefined;
    }
  },
  show,
  openPanel: (id) => side.show(id),
  /** Begin a story in the language of the page; no id: a new room to play freely in. */
  begin(id) {
    side.show(null);
    expected = true;
    return room.try("story", { id, language });
  },
  async speak(code) { await speak(code); drawEverything(); room.try("speaks", { language }); },
};

function notice(text) {
  const node = el("div.notice", {}, text);
  document.getElementById("notices").append(node);
  setTimeout(() => node.remove(), 6000);
}

// --- the row of phones

const tabs = el("nav.tabs");
const row = el("div.row-of-phones");

function drawPhones() {
  for (const view of views.values()) view.leave();
  views.clear();
  for (const id of inOrder()) addView(id);
  if (!state.phones.has(shown)) shown = inOrder()[0] ?? null;
  drawTabs();
  for (const view of views.values()) view.toEnd(); // a phone that was not in front yet had no height
}

/** The phones of the story first. */
function inOrder() {
  const first = state.story?.story?.phones ?? [];
  const place = (phone) => { const at = first.indexOf(phone.key); return at < 0 ? first.length : at; };
  return [...state.phones.values()].sort((a, b) => place(a) - place(b)).map((phone) => phone.id);
}

function markNow() {
  const now = state.story?.story?.state === "running" ? state.story.story.chat : null;
  for (const [id, view] of views) view.node.dataset.now = id === now;
  for (const node of tabs.children) node.dataset.now = Number(node.dataset.chat) === now;
}

function addView(id) {
  const view = new PhoneView(id, room);
  views.set(id, view);
  row.append(view.node);
}

function drawTabs() {
  tabs.setAttribute("aria-label", t("phones"));
  const order = inOrder().map((id) => state.phones.get(id));
  refill(tabs, JSON.stringify([language, shown, order.map((one) => [one.id, one.unread, one.taken])]), () => [order.map(tab),
    el("button.tab.add", { type: "button", onclick: () => addPerson(room) }, icon("plus"), el("span", {}, t("add-person")))]);
  for (const [id, view] of views) view.node.dataset.shown = id === shown;
  markNow();
}

function tab(phone) {
  return el("button.tab", {
    type: "button", "aria-pressed": String(phone.id === shown), dataset: { taken: phone.taken, chat: phone.id },
    onclick: () => show(phone.id),
  }, el("span", {}, phone.name), phone.unread > 0 && el("span.badge", { "aria-label": t("unread", { n: phone.unread }) }, phone.unread));
}

function show(id) {
  shown = id;
  const phone = state.phones.get(id);
  if (phone) phone.unread = 0;
  drawTabs();
  const view = views.get(id);
  if (!view) return;
  if (!narrow.matches) view.node.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "nearest" });
  view.toEnd();
}

function inSight(view) {
  if (narrow.matches) return view.id === shown;
  const box = view.node.getBoundingClientRect();
  const frame = row.getBoundingClientRect();
  return box.left < frame.right - 40 && box.right > frame.left + 40;
}

function countUnread({ chat, fresh, bot }) {
  const view = views.get(chat);
  if (!fresh || !bot || !view || inSight(view)) return;
  state.phones.get(chat).unread += 1;
  drawTabs();
}

function readWhatIsSeen() {
  let changed = false;
  for (const [id, view] of views) {
    const phone = state.phones.get(id);
    if (phone?.unread && inSight(view)) { phone.unread = 0; changed = true; }
  }
  if (changed) drawTabs();
}

// --- everything

function drawEverything() {
  top.draw();
  side.draw();
  coach.draw();
  if (state.bot) drawPhones();
}

const top = new Top(room);
const side = new Side(room);
const coach = new Coach(room);
let told = null; // the story and step that was shown last

on("hello", ({ other }) => {
  if (other && !expected) notice(t("new-room"));
  expected = false;
  drawPhones();
  top.draw();
  side.draw();
  coach.draw();
  wire.ask("speaks", { language }).catch(() => {});
});
on("story", () => {
  const story = state.story?.story;
  const step = story ? `${state.room} ${story.id} ${story.step} ${story.chat}` : null;
  if (step === told) return;
  if (story && !told?.startsWith(`${state.room} ${story.id}`)) drawPhones();
  told = step;
  markNow();
  if (story?.chat && views.has(story.chat)) show(story.chat);
});
on("phone", (id) => {
  if (views.has(id)) { views.get(id).drawAll(); drawTabs(); } else { drawPhones(); show(id); }
});
on("removed", (id) => { views.get(id)?.leave(); views.delete(id); if (shown === id) shown = state.phones.keys().next().value ?? null; drawTabs(); });
on("around", (id) => { views.get(id)?.drawAround(); drawTabs(); });
on("message", (event) => {
  const view = views.get(event.chat);
  view?.put(event.id, event.fresh);
  view?.drawAround();
  if (event.fresh && event.bot) view?.ring(event.rang);
  countUnread(event);
});
on("deleted", ({ chat, id }) => { views.get(chat)?.drop(id); views.get(chat)?.drawAround(); });
row.addEventListener("scroll", readWhatIsSeen, { passive: true });

await speak(firstLanguage());
fill(document.getElementById("phones"), coach.node, tabs, row);
if (!narrow.matches) side.show("stories"); // there is nothing to read before one can begin
prepareIds((what, more) => wire.ask(what, more));
setInterval(() => { for (const view of views.values()) view.tick(); say("tick"); }, 1000);
wire = new Wire(take, (connected) => { state.connected = connected; top.draw(); });
