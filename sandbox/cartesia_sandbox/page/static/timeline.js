// The frames of a socket: a lane for each context, and a list of who sent what, when, and after which pause.
import { amount, drawn, duration, element, say } from "./dom.js";

const LANE = 22, WIDTH = 720, NAMES = 130, TOP = 18;
const PAUSE = 0.25;  // seconds; shorter ones are the work of a moment
const MOST = 600;  // entries; a list of thousands is slow, and hard to read

export class Timeline {
  constructor() {
    this.frames = /** @type {any[]} */ ([]);
    this.last = /** @type {any} */ (null);
    this.entries = 0;
    this.lanes = element("div", { class: "lanes" });
    this.list = element("ol", { class: "frames" });
    this.more = element("p", { class: "dim" });
    this.title = element("h3", {}, "Frames");
    this.element = element("div", { class: "timeline" }, this.title, this.lanes, this.list, this.more);
  }

  /** Add newer frames; those that are shown stay as they are. @param {any[]} frames */
  add(frames) {
    for (const frame of frames) {
      this.frames.push(frame);
      this.append(frame);
    }
    say(this.title, this.frames.length ? `Frames (${this.frames.length})` : "No frames yet: the client has sent nothing, and got nothing");
    if (this.frames.length && (frames.length || !this.lanes.firstChild)) this.lanes.replaceChildren(draw(this.frames));
  }

  /** @param {any} frame */
  append(frame) {
    const last = this.last;
    const pause = last ? frame.at - last.frame.at : frame.at;
    const alike = last && ["direction", "type", "context"].every((name) => last.frame[name] === frame[name]) && frame.type === "chunk";
    if (alike && pause < PAUSE) {
      last.count += 1;
      last.size += frame.size;
      last.frame = frame;
      if (last.about) say(last.about, `${last.count} frames, ${amount(last.size)}`);
      return;
    }
    this.last = { frame, count: 1, size: frame.size, about: null };
    this.entries += 1;
    if (this.entries > MOST) {
      say(this.more, `${this.entries - MOST} more entries are not listed; they are in the lanes above and in /__sandbox__/journal.`);
      return;
    }
    if (pause >= PAUSE) this.list.append(element("li", { class: "pause" }, `${duration(pause)} of silence`));
    const who = frame.direction === "received" ? "client →" : "← sandbox";
    const about = element("span", {}, amount(frame.size));
    this.last.about = about;
    const what = `${frame.type ?? (frame.text === null ? "binary" : "message")}${frame.context ? ` ${frame.context}` : ""}`;
    this.list.append(element("li", {}, element("details", {},
      element("summary", {}, element("span", { class: "dim" }, duration(frame.at)), element("span", { class: `from-${frame.direction}` }, who),
        element("code", {}, what), about),
      element("pre", { tabindex: 0 }, frame.text ?? `${amount(frame.size)} of binary data, which the journal does not keep`))));
  }
}

/** @param {any[]} frames */
function draw(frames) {
  const names = [...new Set(frames.map((frame) => frame.context ?? ""))];
  const end = Math.max(0.001, frames[frames.length - 1].at);
  const x = (/** @type {number} */ at) => NAMES + 6 + (at / end) * (WIDTH - NAMES - 16);
  const height = TOP + names.length * LANE + 6;
  const drawing = drawn("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img",
    "aria-label": `${frames.length} frames in ${duration(end)}, in ${names.length} lanes` });
  for (const part of [0, 0.5, 1]) {
    const anchor = part === 0 ? "start" : part === 1 ? "end" : "middle";
    drawing.append(drawn("text", { class: "lane", x: x(part * end), y: 12, "text-anchor": anchor }, duration(part * end)));
  }
  names.forEach((name, row) => {
    const y = TOP + row * LANE + LANE / 2;
    const shown = name || "(no context)";
    drawing.append(drawn("text", { class: "lane", x: 6, y: y + 4 }, shown.length > 17 ? `${shown.slice(0, 16)}…` : shown),
      drawn("line", { class: "axis", x1: NAMES, x2: WIDTH - 6, y1: y, y2: y }));
  });
  for (const frame of frames.slice(-4000)) {
    const y = TOP + names.indexOf(frame.context ?? "") * LANE + LANE / 2;
    // What the client sent stands above the line, what it got below.
    const top = frame.direction === "received" ? y - 9 : y + 1;
    drawing.append(drawn("rect", { class: `frame-${frame.direction}`, x: x(frame.at).toFixed(1), y: top, width: 3, height: 8, rx: 1 },
      drawn("title", {}, `${frame.direction} ${frame.type ?? ""} at ${duration(frame.at)}`)));
  }
  return drawing;
}
