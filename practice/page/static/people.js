// Adding somebody: who they are, what language their phone speaks, and for a lawyer the region.

import { el } from "./dom.js";
import { LANGUAGES, languageName, language, t } from "./words.js";

const ROLES = ["person", "relative", "lawyer", "coordinator"];
const REGIONS = ["bishkek", "chuy", "osh", "jalal-abad", "batken", "issyk-kul", "naryn", "talas"];
const NAMES = ["Айгүл", "Бакыт", "Венера", "Данияр", "Елена", "Жаныбек", "Кубан", "Мээрим", "Рустам", "Сезим"];

const select = (name, options, chosen) =>
  el("select", { name }, options.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));

export function addPerson(room) {
  const role = select("role", ROLES.map((one) => [one, t(`role-${one}`)]), "person");
  const region = select("region", REGIONS.map((one) => [one, t(`region-${one}`)]), "bishkek");
  const speaks = select("language", LANGUAGES.map((one) => [one, languageName(one)]), language);
  const name = el("input", { name: "name", maxLength: 40, value: NAMES[Math.floor(Math.random() * NAMES.length)] });
  const where = el("label", { hidden: true }, t("region"), region);
  role.addEventListener("change", () => { where.hidden = role.value !== "lawyer"; });
  const form = el("form", { method: "dialog" },
    el("h2", {}, t("add-person")),
    el("label", {}, t("name"), name), el("label", {}, t("role"), role), where, el("label", {}, t("phone-language"), speaks),
    el("p.hint", {}, t("add-hint")),
    el("div.buttons", {}, el("button", { type: "button", onclick: () => dialog.close() }, t("cancel")), el("button.primary", { value: "add" }, t("add"))));
  const dialog = el("dialog", { "aria-label": t("add-person") }, form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue === "add") {
      room.try("add", { role: role.value, region: region.value, language: speaks.value, name: name.value.trim() });
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
