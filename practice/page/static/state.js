// What the page knows. Events change it; views are told what has changed and draw only that.

export const state = {
  room: null, bot: null, clock: null, clockAt: 0, connected: false,
  phones: new Map(), dues: [], tally: null, weather: [], hotline: null, story: null, stories: [], calls: [],
};

const listeners = new Map();

/** Listen; returns what ends it. */
export function on(kind, listener) {
  if (!listeners.has(kind)) listeners.set(kind, new Set());
  listeners.get(kind).add(listener);
  return () => listeners.get(kind).delete(listener);
}

export function say(kind, detail) {
  for (const listener of listeners.get(kind) ?? []) listener(detail);
}

/** Practice time now, in UTC milliseconds. */
export function now() {
  if (!state.clock) return Date.now();
  return state.clock.now_ms + (performance.now() - state.clockAt) * state.clock.rate;
}

function keep(phone) {
  phone.messages = new Map(phone.messages.map((one) => [one.m.message_id, one]));
  phone.unread = state.phones.get(phone.id)?.unread ?? 0;
  state.phones.set(phone.id, phone);
}

function setClock(clock) {
  state.clock = clock;
  state.clockAt = performance.now();
}

const TAKE = {
  hello(event) {
    const other = state.room !== null && state.room !== event.room;
    Object.assign(state, { room: event.room, bot: event.bot, stories: event.stories, phones: new Map(), calls: other ? [] : state.calls });
    setClock(event.clock);
    event.phones.forEach(keep);
    for (const one of event.beside) if (one.kind === "story") state.story = one;
    say("hello", { other });
    event.beside.forEach(take);
  },
  phone({ phone }) { keep(phone); say("phone", phone.id); },
  removed({ chat }) { state.phones.delete(chat); say("removed", chat); },
  around({ chat, around }) {
    const phone = state.phones.get(chat);
    if (phone) { Object.assign(phone, around); say("around", chat); }
  },
  message({ chat, fresh, around, m, bot, silent, at }) {
    const phone = state.phones.get(chat);
    if (!phone) return;
    Object.assign(phone, around);
    phone.messages.set(m.message_id, { m, bot, silent, at });
    phone.messages = new Map([...phone.messages].sort(([a], [b]) => a - b));
    say("message", { chat, id: m.message_id, fresh, rang: fresh && bot && !silent, bot });
  },
  deleted({ chat, id, around }) {
    const phone = state.phones.get(chat);
    if (!phone) return;
    Object.assign(phone, around);
    phone.messages.delete(id);
    say("deleted", { chat, id });
  },
  clock({ clock }) { setClock(clock); say("clock"); },
  due({ dues }) { state.dues = dues; say("due"); },
  tally({ tally, weather }) { state.tally = tally; state.weather = weather; say("tally"); },
  hotline(event) { state.hotline = event; say("hotline"); },
  story(event) { state.story = event; say("story"); },
  call(event) {
    state.calls.push(event);
    if (state.calls.length > 200) state.calls.shift();
    say("call", event);
  },
  problem({ text }) { console.warn("problem", text); },
};

export function take(event) {
  TAKE[event.kind]?.(event);
}
