// The menus of a phone: at a message, at the phone itself, at the commands.

import { openMenu } from "./menu.js";
import { LANGUAGES, languageName, t } from "./words.js";

/** The regions in which printed cards are handed out here. */
export const CARDS = ["bishkek", "osh"];

export const openCard = (view, region) => view.ask("start", { payload: `r_${region}` });

export function messageMenu(view, one, at) {
  const id = one.m.message_id;
  openMenu(view.screen, at, [
    { label: t("reply"), act: () => view.composer.reply(one) },
    !one.bot && (one.m.text || one.m.caption) && { label: t("edit"), act: () => view.composer.edit(one) },
    { label: t("delete-both"), act: () => view.ask("delete", { message: id }) },
    { label: t("delete-here"), act: () => view.ask("delete", { message: id, both: false }) },
  ]);
}

export function phoneMenu(view, at) {
  const { phone } = view;
  openMenu(view.node, at, [
    { label: t(phone.blocked ? "unblock" : "block"), act: () => view.ask("block", { on: !phone.blocked }) },
    { label: t("clear-chat"), act: () => view.ask("clear") },
    ...CARDS.map((region) => ({ label: t("open-card", { region: t(`region-${region}`) }), act: () => openCard(view, region) })),
    ...LANGUAGES.filter((code) => code !== phone.language).map((code) =>
      ({ label: t("phone-speaks", { language: languageName(code) }), act: () => view.ask("language", { code }) })),
    { label: t("remove-phone"), act: () => view.room.ask("remove", { chat: view.id }) },
  ]);
}

export function commandMenu(view, at) {
  const items = Object.entries(view.phone.commands);
  if (!items.length) { view.toast(t("no-commands")); return; }
  openMenu(view.screen, at, items.map(([command, text]) =>
    ({ label: text, detail: `/${command}`, act: () => view.ask("send", { text: `/${command}` }) })));
}
