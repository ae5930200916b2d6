// A phone: a status line, the chat, the keyboard under it. It asks the room to do things and draws what it is told.

import { attachMenu } from "./attach.js";
import { bubble, inShort } from "./bubble.js";
import { Composer } from "./composer.js";
import { el, fill, icon, iconButton, refill } from "./dom.js";
import { lockScreen } from "./lock.js";
import { closeMenu, openMenu } from "./menu.js";
import { CARDS, openCard, messageMenu, phoneMenu } from "./menus.js";
import { alertBox, toast } from "./popups.js";
import { now, state } from "./state.js";
import { clockTime, language, t } from "./words.js";

const STAFF = new Set(["lawyer", "coordinator"]);

const textOf = (node) => node.querySelector(".text")?.textContent ?? "";

export class PhoneView {
  constructor(id, room) {
    this.id = id;
    this.room = room; // ask(what, more), notice(words), shown(id)
    this.nodes = new Map();
    this.acts = {
      tap: (button, node) => this.tap(button, node),
      command: (text) => this.ask("send", { text }),
      menu: (one, at) => messageMenu(this, one, at),
    };
    this.build();
    this.drawAll();
  }

  get phone() { return state.phones.get(this.id); }

  build() {
    this.composer = new Composer(this);
    this.clock = el("time.clock");
    this.marks = el("span.marks");
    this.title = el("div.who");
    this.tools = el("div.tools");
    this.taken = el("div.taken-note");
    this.pinned = el("button.pinned", { type: "button", hidden: true });
    this.list = el("div.list", { role: "log", "aria-live": "off", tabIndex: 0 });
    this.list.addEventListener("load", () => { if (this.atEnd()) this.toEnd(); }, true); // a picture has come
    this.over = el("div.over");
    this.first = el("div.first");
    this.toasts = el("div.toasts");
    this.screen = el("div.screen", {},
      el("div.status", {}, this.clock, this.marks),
      el("div.chat-head", {}, el("span.avatar", {}, el("img", { src: "icon.svg", alt: "" })),
        el("span.chat-name", {}, el("b", {}, state.bot.first_name), el("small", {}, t("bot")))),
      this.pinned, this.list, this.composer.node, this.toasts, this.over);
    this.node = el("article.phone", { dataset: { chat: this.id }, tabIndex: -1 },
      el("header.caption", {}, this.title, this.tools), this.taken, el("div.body", {}, this.screen));
  }

  // --- drawing

  drawAll() {
    this.nodes.clear();
    const messages = [...this.phone.messages.values()].map((one) => this.made(one));
    fill(this.list, messages);
    this.drawAround();
    this.toEnd();
  }

  drawAround() {
    const { phone } = this;
    if (!phone) return;
    this.node.dataset.taken = phone.taken;
    this.node.dataset.role = phone.role;
    this.node.setAttribute("aria-label", `${phone.name}, ${this.role()}`);
    fill(this.title, el("b", {}, phone.name), el("span", {}, this.role()));
    this.drawTools();
    this.drawMarks();
    this.drawPinned();
    this.drawTaken();
    this.drawEmpty();
    this.drawWaiting();
    this.composer.draw(phone);
    this.over.hidden = !phone.locked;
    if (phone.locked) fill(this.over, lockScreen(phone, () => this.ask("lock", { on: false })));
  }

  role() {
    const { role, region } = this.phone;
    return region ? `${t(`role-${role}`)}, ${t(`region-${region}`)}` : t(`role-${role}`);
  }

  drawTools() {
    const { phone } = this;
    const tool = (name, on, [off, onWord], what, more) =>
      iconButton(name, t(on ? onWord : off), () => this.ask(what, more), { "aria-pressed": String(on) });
    refill(this.tools, [language, phone.locked, phone.offline, phone.taken].join(), () => [
      tool(phone.locked ? "lock" : "unlock", phone.locked, ["lock", "unlock"], "lock", { on: !phone.locked }),
      tool(phone.offline ? "nosignal" : "signal", phone.offline, ["network-off", "network-on"], "network", { on: phone.offline }),
      tool("hand", phone.taken, ["take-phone", "give-back"], "taken", { on: !phone.taken }),
      iconButton("more", t("phone-menu"), (event) => phoneMenu(this, event.currentTarget)),
    ]);
  }

  drawMarks() {
    const { phone } = this;
    fill(this.marks, phone.rings > 0 && el("span.rings", { title: t("rang-times", { n: phone.rings }) }, icon("bell"), phone.rings),
      icon(phone.offline ? "nosignal" : "signal"));
    this.tick();
  }

  tick() { this.clock.textContent = clockTime(now()); }

  drawPinned() {
    const id = this.phone.pinned.at(-1);
    const one = this.phone.messages.get(id);
    this.pinned.hidden = !one;
    if (one) fill(this.pinned, icon("pin"), el("span", {}, inShort(one.m)));
    this.pinned.onclick = () => this.nodes.get(id)?.scrollIntoView({ block: "center" });
  }

  drawTaken() {
    const { phone } = this;
    this.taken.hidden = !phone.taken;
    if (!phone.taken) return;
    const count = phone.messages.size + this.screen.querySelectorAll(".alert").length;
    const id = phone.locked ? "taken-locked" : count ? "taken-reads" : "taken-nothing";
    fill(this.taken, icon("hand"), el("span", {}, el("b", {}, t("taken")), " ", t(id, { n: count })));
  }

  drawEmpty() {
    const { about, link, role, messages, waiting } = this.phone;
    if (messages.size || waiting.length) { this.first.remove(); return; }
    if (!this.first.isConnected) this.list.append(this.first);
    refill(this.first, JSON.stringify([language, about, link]), () => [
      el("b", {}, t("what-can-bot-do")), el("p", {}, about || t("no-about")), el("small", {}, `t.me/${state.bot.username}`),
      link && el("p.invited", {}, t("has-link")),
      !STAFF.has(role) && CARDS.map((region) => el("button.card", { type: "button", onclick: () => openCard(this, region) },
        icon("qr"), el("span", {}, t("open-card", { region: t(`region-${region}`) }))))]);
  }

  drawWaiting() {
    this.later?.remove();
    if (!this.phone.waiting.length) return;
    this.later = el("div", {}, this.phone.waiting.map((one) =>
      el("div.message.own.waiting", {}, el("div.bubble", {}, one.text && el("div.text", {}, one.text),
        one.media && el("div.media", {}, t(`media-${one.media}`)),
        el("div.foot", {}, el("span", { title: t("sent-later") }, icon("clock")), el("time", {}, clockTime(one.at)))))));
    this.list.append(this.later);
    this.toEnd();
  }

  made(one) {
    const node = bubble(one, this.acts);
    this.nodes.set(one.m.message_id, node);
    return node;
  }

  put(id, fresh) {
    const one = this.phone.messages.get(id);
    if (!one) return;
    const atEnd = this.atEnd();
    const before = this.list.scrollTop;
    const old = this.nodes.get(id);
    const node = this.made(one);
    const same = old && textOf(old) === textOf(node); // a mark was set: what one looks at must not move
    if (old) {
      const focused = old.contains(document.activeElement);
      old.replaceWith(node);
      if (focused) this.list.focus({ preventScroll: true });
      if (!fresh) node.classList.add("edited");
    } else {
      this.insert(node, id);
      node.classList.add("fresh");
    }
    if (same) this.list.scrollTop = before;
    else if (atEnd || fresh) this.toEnd();
  }

  insert(node, id) {
    const ids = [...this.phone.messages.keys()];
    const after = ids.slice(ids.indexOf(id) + 1).find((one) => this.nodes.has(one));
    if (after) this.nodes.get(after).before(node);
    else this.list.append(node);
  }

  drop(id) {
    const node = this.nodes.get(id);
    this.nodes.delete(id);
    if (!node) return;
    node.classList.add("leaving");
    node.inert = true;
    setTimeout(() => node.remove(), 260);
  }

  ring(loud) {
    this.node.classList.remove("rang", "hummed");
    void this.node.offsetWidth; // lets the animation begin again
    this.node.classList.add(loud ? "rang" : "hummed");
  }

  /** Whether the newest message is in view, however little of it. */
  atEnd() {
    const newest = [...this.nodes.values()].at(-1);
    return !newest?.isConnected || newest.offsetTop < this.list.scrollTop + this.list.clientHeight;
  }

  /** To the newest message: its end, or where it does not fit its beginning, for one reads before one taps. */
  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    const newest = [...this.list.querySelectorAll(".message:not(.leaving)")].at(-1);
    if (newest && newest.offsetHeight > this.list.clientHeight) this.list.scrollTop = newest.offsetTop - 8;
  }

  // --- doing

  /** Ask the room; what is refused is said on this phone. Resolves with the answer, or undefined. */
  async ask(what, more = {}) {
    try {
      return (await this.room.ask(what, { chat: this.id, ...more })) ?? null;
    } catch (refused) {
      this.toast(refused.line || t(`refused-${refused.why}`));
      return undefined;
    }
  }

  async tap(button, node) {
    if (button.url) { this.toast(button.url); return; }
    if (button.callback_data === undefined) return;
    const message = Number(node.closest(".message").dataset.id);
    node.classList.add("busy");
    const popup = await this.ask("tap", { message, data: button.callback_data });
    node.classList.remove("busy");
    if (popup?.text) (popup.alert ? alertBox : toast)(this, popup.text);
  }

  toast(text) { toast(this, text); }

  attach(at) { openMenu(this.screen, at, attachMenu(this)); }

  leave() { closeMenu(); this.node.remove(); }
}
