// One message: its text with marks, what it carries, its buttons.

import { el, icon } from "./dom.js";
import { clockTime, t } from "./words.js";

const WRAPS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", spoiler: "span.spoiler",
  blockquote: "blockquote", expandable_blockquote: "blockquote", mention: "span.link", hashtag: "span.link",
  phone_number: "span.link", email: "span.link", url: "span.link", text_link: "span.link",
};

/** Text with its marks; offsets count UTF-16 units, as JavaScript's strings do. */
export function marked(text, entities, onCommand) {
  const edges = new Set([0, text.length]);
  for (const one of entities) { edges.add(one.offset); edges.add(one.offset + one.length); }
  const sorted = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1];
    const over = entities.filter((one) => one.offset <= from && one.offset + one.length >= to);
    return over.reduce((inner, one) => wrapped(one, inner, text.slice(from, to), onCommand), text.slice(from, to));
  });
}

function wrapped(entity, inner, piece, onCommand) {
  if (entity.type === "bot_command") {
    return el("button.command", { type: "button", onclick: () => onCommand(piece) }, inner);
  }
  const shape = WRAPS[entity.type];
  return shape ? el(shape, entity.url ? { title: entity.url } : {}, inner) : inner;
}

const file = (id) => `file/${encodeURIComponent(id)}`;

const CARRIED = {
  photo: (m) => el("img.photo", { src: file(m.photo.at(-1).file_id), alt: t("media-photo"), onerror: noPicture }),
  voice: () => el("div.media", {}, icon("mic"), el("span.wave", {}), el("span", {}, t("media-voice"))),
  document: (m) => el("div.media", {}, icon("file"), el("span", {}, m.document.file_name || t("media-document"))),
  location: (m) => el("div.map", {}, icon("place"), el("small", {}, spot(m.location))),
  venue: (m) => el("div.map", {}, icon("place"), el("small", {}, m.venue.title)),
  contact: (m) => el("div.media", {}, icon("card"), el("span", {}, `${m.contact.first_name} ${m.contact.phone_number}`)),
  sticker: () => el("div.sticker", {}, "🙂"),
};

const OTHERS = ["video", "audio", "animation", "video_note", "poll", "dice", "story"];

const spot = ({ latitude, longitude }) => `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;

function noPicture(event) {
  event.target.replaceWith(el("div.media", {}, icon("photo"), el("span", {}, t("media-photo"))));
}

export function mediaOf(m) {
  return Object.keys(CARRIED).find((kind) => kind in m) ?? OTHERS.find((kind) => kind in m) ?? "";
}

/** What a message is called where there is no room for it. */
export function inShort(m) {
  const text = m.text ?? m.caption ?? "";
  const kind = mediaOf(m);
  return text || (kind ? t(`media-${kind}`) : "");
}

function quoted(m) {
  const reply = m.reply_to_message;
  return reply && el("div.quoted", {}, el("b", {}, reply.from?.first_name ?? ""), el("span", {}, inShort(reply)));
}

function carried(m) {
  const kind = mediaOf(m);
  if (!kind) return null;
  return CARRIED[kind] ? CARRIED[kind](m) : el("div.media", {}, icon("file"), el("span", {}, t(`media-${kind}`)));
}

function foot(one) {
  const marks = [];
  if (one.m.edit_date) marks.push(el("span", {}, t("edited")));
  if (one.bot && one.silent) marks.push(el("span.quiet", { title: t("came-silently") }, icon("bellOff")));
  marks.push(el("time", {}, clockTime(one.at)));
  if (!one.bot) marks.push(el("span.ticks", {}, icon("check")));
  return el("div.foot", {}, marks);
}

/** `acts` has tap(button), command(text), menu(message, node). */
export function bubble(one, acts) {
  const { m } = one;
  const text = m.text ?? m.caption ?? "";
  const entities = m.entities ?? m.caption_entities ?? [];
  const body = el("div.bubble", { dataset: { media: mediaOf(m) } },
    quoted(m), carried(m),
    text && el("div.text", {}, marked(text, entities, acts.command)),
    foot(one),
    el("button.handle", { type: "button", "aria-label": t("message-menu"), onclick: (event) => acts.menu(one, event.currentTarget) }, icon("more")));
  body.addEventListener("contextmenu", (event) => { event.preventDefault(); acts.menu(one, body); });
  const rows = m.reply_markup?.inline_keyboard ?? [];
  return el(`div.message.${one.bot ? "theirs" : "own"}`, { dataset: { id: m.message_id, ...(m.media_group_id && { album: m.media_group_id }) } },
    body, rows.length > 0 && el("div.inline", {}, rows.map((row) => el("div.row", {}, row.map((each) => inline(each, acts))))));
}

function inline(button, acts) {
  const node = el("button.key", { type: "button" }, el("span", {}, button.text));
  node.addEventListener("click", () => acts.tap(button, node));
  return node;
}
