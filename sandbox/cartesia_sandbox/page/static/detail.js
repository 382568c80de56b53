// One request, opened in place: speech, frames, what was sent and answered, and programs that send it again.
import { amount, ask, base, copyable, element } from "./dom.js";
import { showSpeech } from "./speech.js";
import { Timeline } from "./timeline.js";

/**
 * Fill a cell with a request. Return what brings it up to date while the request goes on.
 * @param {number} id
 * @param {any} cell
 * @returns {Promise<(request: any) => void>}
 */
export async function openDetail(id, cell) {
  const address = `/journal/${id}/view?base=${encodeURIComponent(base)}`;
  let known = await ask(address);
  const sound = element("div"), facts = element("div");
  const timeline = known.method === "WEBSOCKET" ? new Timeline() : null;
  timeline?.add(known.frames);
  facts.append(...show(known));
  cell.replaceChildren(sound, ...(timeline ? [timeline.element] : []), facts);
  let heard = await showSpeech(id, sound);
  let asking = false;
  return async (request) => {
    const grown = request.frame_count !== known.frame_count, ended = request.seconds !== null && known.seconds === null;
    if (asking || !(grown || ended)) return;
    asking = true;
    try {
      // A socket that has lost its oldest frames is shown as far as it was: their numbers mean something else now.
      const newer = await ask(`${address}&since=${known.frame_count}`);
      timeline?.add(newer.frames);
      known = newer;
      if (ended) {
        if (!heard) heard = await showSpeech(id, sound);
        facts.replaceChildren(...show(newer));
      }
    } finally {
      asking = false;
    }
  };
}

/** @param {any} request @returns {Node[]} */
function show(request) {
  const sent = request.body === null ? null : typeof request.body === "string" ? request.body : JSON.stringify(request.body, shorten, 2);
  const parts = [
    part(`Request${request.size ? `, ${amount(request.size)}` : ""}`, sent ?? (request.size ? "binary, not shown" : null)),
    part(`Response ${request.status ?? "none yet"}${request.sent ? `, ${amount(request.sent)}` : ""}`, pretty(request.response)
      ?? (request.sent ? `${request.media ?? "binary"}, not shown as text` : null)),
  ].filter((each) => each !== null);
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`).join("\n");
  const more = [
    element("p", { class: "dim" }, `Version ${request.version ?? "none"}, request id ${request.request_id}`),
    element("details", {}, element("summary", {}, "Headers of the request"), element("pre", { tabindex: 0 }, headers)),
  ];
  const programs = [["Python", request.python], ["curl", request.curl]].filter(([, text]) => text);
  return [
    element("div", { class: "columns" }, ...parts),
    element("details", { class: "again" }, element("summary", {}, "Send it again"),
      element("div", { class: "columns" }, ...programs.map(([title, text]) => copyable(title, text)))),
    ...more,
  ];
}

/** @param {string} title @param {string | null} text */
function part(title, text) {
  return text === null ? null : element("div", {}, element("h3", {}, title), element("pre", { tabindex: 0 }, text));
}

/** @param {string | null} text */
function pretty(text) {
  if (!text) return null;
  try {
    return JSON.stringify(JSON.parse(text), shorten, 2);
  } catch {
    text = text.replace(/[\w+/=]{200,}/g, (audio) => `${audio.slice(0, 20)}... (${audio.length} characters)`);
    return text.length > 4000 ? `${text.slice(0, 4000)}\n... (${text.length} characters)` : text;
  }
}

/** @param {string} _name @param {any} value */
const shorten = (_name, value) =>
  typeof value === "string" && value.length > 600 ? `${value.slice(0, 600)}... (${value.length} characters)` : value;
