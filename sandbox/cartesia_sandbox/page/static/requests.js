// The list of requests. A row is made once and changed in place: what a reader has selected, focused or opened stays.
import { $, ask, base, copyable, duration, element, say } from "./dom.js";
import { openDetail } from "./detail.js";

/** @type {Map<number, {row: any, cells: any[], detail: any, update: ((request: any) => void) | null}>} */
const rows = new Map();
let filtered = "";

/** @param {string} filter an operation, or a part of its name */
export async function showRequests(filter) {
  const pattern = filter && !filter.includes("*") ? `*${filter}*` : filter;
  let requests = [], problem = "";
  try {
    ({ requests } = await ask(`/journal?limit=200&bodies=false${pattern ? `&operation=${encodeURIComponent(pattern)}` : ""}`));
  } catch (error) {
    if (!(/** @type {any} */ (error).status)) throw error;  // there was no answer
    problem = /** @type {Error} */ (error).message;
  }
  const first = rows.size === 0 || filter !== filtered;
  filtered = filter;
  const ids = new Set(requests.map((/** @type {any} */ each) => each.id));
  for (const [id, entry] of rows) {
    if (ids.has(id)) continue;
    entry.detail?.remove();
    entry.row.remove();
    rows.delete(id);
  }
  for (const request of requests.reverse()) if (!rows.has(request.id)) place(request, first);
  for (const request of requests) change(request);
  if (![...rows.values()].some(({ row }) => row.tabIndex === 0)) firstRow()?.setAttribute("tabindex", "0");
  $("table").hidden = $("keys").hidden = requests.length === 0;
  showEmpty(requests.length === 0, problem, filter);
}

/** @param {any} request @param {boolean} first whether the reader has not seen the list before */
function place(request, first) {
  const cells = ["number", "", "", "", "number", "number"].map((name) => element("td", { class: name }));
  const title = `${request.method === "WEBSOCKET" ? "SOCKET" : request.method} ${request.path}`;
  const query = Object.keys(request.query).join(" ");
  cells[2].append(element("code", {}, query ? `${title} ?${query}` : title), element("span", { class: "faulted" }));
  const row = element("tr", { class: first ? "request" : "request fresh", tabindex: -1, "aria-expanded": "false", "data-id": request.id },
    ...cells);
  row.onclick = () => String(getSelection()) || toggle(request.id);
  rows.set(request.id, { row, cells, detail: null, update: null });
  const after = [...rows.keys()].filter((id) => id < request.id && rows.get(id)?.row.isConnected).sort((a, b) => b - a)[0];
  $("journal").insertBefore(row, after === undefined ? null : rows.get(after)?.row);
}

/** @param {any} request */
function change(request) {
  const entry = rows.get(request.id);
  if (!entry) return;
  const [number, time, name, operation, status, took] = entry.cells;
  say(number, String(request.id));
  say(time, new Date(request.at * 1000).toTimeString().slice(0, 8));
  say(name.lastChild, request.faults.length ? `Fault: ${request.faults.join("; ")}` : "");
  say(operation, request.operation ?? "no operation");
  say(status, `${request.status ?? "none"}${request.close_code ? ` / ${request.close_code}` : ""}`);
  status.className = `number ${request.status && request.status < 400 ? "good" : "bad"}`;
  say(took, request.seconds === null && request.frame_count ? `${request.frame_count} frames` : duration(request.seconds));
  entry.update?.(request);
}

/** @param {number} id */
async function toggle(id) {
  const entry = rows.get(id);
  if (!entry) return;
  select(entry.row);
  if (entry.detail) {
    entry.detail.remove();
    entry.detail = entry.update = null;
    entry.row.setAttribute("aria-expanded", "false");
    return;
  }
  entry.row.setAttribute("aria-expanded", "true");
  const cell = element("td", { colspan: 6 }, element("p", { class: "dim" }, "Loading ..."));
  entry.detail = element("tr", { class: "detail" }, cell);
  entry.row.after(entry.detail);
  try {
    entry.update = await openDetail(id, cell);
  } catch (error) {
    cell.replaceChildren(element("p", { class: "bad" }, /** @type {Error} */ (error).message));
  }
}

// One row is in the order of Tab, and the arrow keys move on from it.

const firstRow = () => $("journal").querySelector(".request");

/** @param {any} row */
function select(row) {
  for (const each of $("journal").querySelectorAll('.request[tabindex="0"]')) each.setAttribute("tabindex", "-1");
  row.setAttribute("tabindex", "0");
  row.focus();
}

export function startKeys() {
  $("journal").onkeydown = (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {any} */ (event.target);
    if (event.key === "Escape") {
      const owner = target.closest(".detail")?.previousElementSibling ?? target.closest(".request");
      if (owner?.getAttribute("aria-expanded") === "true") toggle(Number(owner.dataset.id));
      return;
    }
    if (!target.classList.contains("request") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...$("journal").querySelectorAll(".request")];
    const at = all.indexOf(target);
    /** @type {Record<string, number>} */
    const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    if (event.key === "Enter" || event.key === " ") toggle(Number(target.dataset.id));
    else if (all[places[event.key]]) select(all[places[event.key]]);
    else return;
    event.preventDefault();
  };
}

/** @param {boolean} empty @param {string} problem @param {string} filter */
function showEmpty(empty, problem, filter) {
  const box = $("empty"), key = `${problem}\n${filter}`;
  box.hidden = !empty;
  if (!empty || box.dataset.key === key) return;
  box.dataset.key = key;
  const body = '{"model_id": "sonic-3.5", "transcript": "Hello.", "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02", '
    + '"output_format": {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 24000}}';
  if (problem) box.replaceChildren(problem);
  else if (filter) box.replaceChildren(`No request has an operation such as ${filter}. Clear the filter to see all.`);
  else {
    box.replaceChildren("No requests yet. Point a client here, or paste this into a terminal; the request appears at once.",
      copyable("Python", `from cartesia_client import Cartesia\n\nclient = Cartesia(api_key="any", base_url="${base}")\n`
        + 'print(client.voices.list(limit=3))\n'),
      copyable("curl", `curl ${base}/tts/bytes -H "X-API-Key: any" -H "Cartesia-Version: 2026-08-14" \\\n  -H "Content-Type: application/json" `
        + `--output hello.wav \\\n  --data-raw '${body}'\n`));
  }
}
