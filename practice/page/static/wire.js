// The connection to the room. It comes back by itself; after each return the room tells everything anew.

const PATIENCE = [300, 600, 1200, 2500, 5000];

export class Wire {
  constructor(onEvent, onState) {
    this.onEvent = onEvent;
    this.onState = onState;
    this.waiting = new Map();
    this.count = 0;
    this.tries = 0;
    this.open();
  }

  open() {
    const socket = new WebSocket(`ws://${location.host}/live`);
    this.socket = socket;
    socket.onmessage = (message) => this.take(JSON.parse(message.data));
    socket.onopen = () => { this.tries = 0; this.onState(true); };
    socket.onclose = () => {
      for (const { fail } of this.waiting.values()) fail(new Refused("no-room"));
      this.waiting.clear();
      this.onState(false);
      setTimeout(() => this.open(), PATIENCE[Math.min(this.tries++, PATIENCE.length - 1)]);
    };
  }

  take(event) {
    if (event.kind !== "answer") { this.onEvent(event); return; }
    const asked = this.waiting.get(event.to);
    this.waiting.delete(event.to);
    if (!asked) return;
    if (event.refused) asked.fail(new Refused(event.refused, event.line));
    else asked.done(event.got);
  }

  /** Ask the room to do something; resolves with its answer, rejects with a Refused. */
  ask(what, more = {}) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.reject(new Refused("no-room"));
    const n = ++this.count;
    return new Promise((done, fail) => {
      this.waiting.set(n, { done, fail });
      this.socket.send(JSON.stringify({ do: what, n, ...more }));
    });
  }
}

/** Why something was not done: `why` is the id of the words for it, `line` the room's own line. */
export class Refused extends Error {
  constructor(why, line = "") {
    super(why);
    this.why = why;
    this.line = line;
  }
}
