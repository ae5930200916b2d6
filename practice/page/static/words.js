// The page's own words, in three languages. What the phones show comes from the bot in the bot's languages.

export const LANGUAGES = ["ru", "ky", "en"];
const NAMES = { ru: "Русский", ky: "Кыргызча", en: "English" };
let words = {};
export let language = "ru";

export const languageName = (code) => NAMES[code] ?? code;

export function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, remembered(), ...navigator.languages.map((one) => one.slice(0, 2))];
  return wanted.find((one) => LANGUAGES.includes(one)) ?? "ru";
}

export async function speak(code) {
  const answer = await fetch(`words/${code}.json`);
  if (!answer.ok) throw new Error(`no words in ${code}`);
  words = await answer.json();
  language = code;
  document.documentElement.lang = code;
  document.title = t("title");
  try { localStorage.setItem("kalkan-practice-language", code); } catch { /* a browser that remembers nothing */ }
}

function remembered() {
  try { return localStorage.getItem("kalkan-practice-language"); } catch { return null; }
}

/** t("due-in", { time: "2 min" }) */
export function t(id, values = {}) {
  const pattern = words[id];
  if (pattern === undefined) {
    console.error(`no words for ${id}`);
    return id;
  }
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

export const has = (id) => id in words;

const ZONE = "Asia/Bishkek";
const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, weekday: "short", day: "2-digit", month: "2-digit", year: "numeric",
  hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});

export function parts(ms) {
  return Object.fromEntries(PARTS.formatToParts(ms).map((one) => [one.type, one.value]));
}

export const clockTime = (ms) => { const p = parts(ms); return `${p.hour}:${p.minute}`; };

export function day(ms) {
  const p = parts(ms);
  return t("day", { weekday: t(`weekday-${p.weekday.toLowerCase()}`), day: Number(p.day), month: t(`month-${Number(p.month)}`) });
}

/** "2 min", "3 h 20 min", "5 d": short forms that no language has to inflect. */
export function span(ms) {
  const minutes = Math.max(0, Math.round(ms / 60000));
  if (ms < 60000) return t("seconds", { n: Math.max(0, Math.round(ms / 1000)) });
  if (minutes < 60) return t("minutes", { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t("hours", { n: hours }) + (minutes % 60 ? ` ${t("minutes", { n: minutes % 60 })}` : "");
  return t("days", { n: Math.round(hours / 24) });
}
