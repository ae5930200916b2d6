// Where one writes: the reply keyboard, the command menu, attachments, replying and correcting.

import { el, fill, icon, iconButton } from "./dom.js";
import { inShort } from "./bubble.js";
import { commandMenu } from "./menus.js";
import { t } from "./words.js";

export class Composer {
  constructor(view) {
    this.view = view;
    this.replying = null;
    this.editing = null;
    this.showKeys = true;
    this.input = el("textarea", { rows: 1, maxLength: 4096, onkeydown: (event) => this.key(event), oninput: () => this.grow() });
    this.above = el("div.above", { hidden: true });
    this.line = el("form.line", { onsubmit: (event) => { event.preventDefault(); this.send(); } });
    this.keys = el("div.keys");
    this.node = el("div.composer", {}, this.above, this.line, this.keys);
    this.shape = "";
  }

  draw(phone) {
    const started = phone.messages.size > 0 || phone.waiting.length > 0;
    const shape = phone.blocked ? "blocked" : phone.link ? "link" : started ? `write${phone.keyboard ? "+" : ""}` : "start";
    if (shape !== this.shape) {
      this.shape = shape;
      if (shape.startsWith("write")) this.drawLine(phone);
      else fill(this.line, this.big(shape));
    }
    this.drawKeys(phone);
  }

  big(shape) {
    const [word, what, more] = {
      blocked: ["unblock", "block", { on: false }], link: ["open-link", "link", {}], start: ["start", "start", {}],
    }[shape];
    return el("button.big", { type: "button", onclick: () => this.view.ask(what, more) }, t(word));
  }

  drawLine(phone) {
    this.input.placeholder = t("write");
    this.input.setAttribute("aria-label", t("write"));
    fill(this.line,
      iconButton("menu", t("commands"), (event) => commandMenu(this.view, event.currentTarget)),
      this.input,
      iconButton("clip", t("attach"), (event) => this.view.attach(event.currentTarget)),
      phone.keyboard && iconButton("keys", t("keyboard"), () => { this.showKeys = !this.showKeys; this.drawKeys(this.view.phone); }),
      el("button.round.send", { type: "submit", title: t("send"), "aria-label": t("send") }, icon("send")));
  }

  drawKeys(phone) {
    const rows = this.shape === "write+" && this.showKeys ? phone.keyboard.keyboard : [];
    this.keys.hidden = rows.length === 0;
    const shown = JSON.stringify(rows);
    if (shown === this.shownKeys) return;
    this.shownKeys = shown;
    fill(this.keys, rows.map((row) => el("div.row", {}, row.map((one) => this.replyKey(one)))));
  }

  replyKey(one) {
    const label = typeof one === "string" ? one : one.text;
    return el("button.key", { type: "button", onclick: () => this.view.ask("press", { label }) }, el("span", {}, label));
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    if (event.key === "Escape") this.forget();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 110)}px`;
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const { replying, editing } = this;
    this.input.value = "";
    this.grow();
    this.forget();
    const done = editing
      ? await this.view.ask("edit", { message: editing.m.message_id, text })
      : await this.view.ask("send", { text, reply_to: replying?.m.message_id });
    if (done === undefined) this.input.value = text; // it was not taken: the words stay
  }

  reply(one) { this.replying = one; this.editing = null; this.tell(t("replying"), one); }

  edit(one) {
    this.editing = one;
    this.replying = null;
    this.input.value = one.m.text ?? one.m.caption ?? "";
    this.tell(t("editing"), one);
  }

  tell(word, one) {
    this.above.hidden = false;
    fill(this.above, el("span", {}, el("b", {}, word), " ", inShort(one.m)), iconButton("close", t("close"), () => this.forget()));
    this.input.focus();
    this.grow();
  }

  forget() {
    this.replying = this.editing = null;
    this.above.hidden = true;
  }
}
