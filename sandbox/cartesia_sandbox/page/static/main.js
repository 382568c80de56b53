// Starts the page, and asks once a second for what is new.
import { $, ask, base, element, say } from "./dom.js";
import { showFaults, startForm } from "./faults.js";
import { showRequests, startKeys } from "./requests.js";

async function about() {
  const facts = await ask("/about");
  say($("note"), facts.note);
  const rows = {
    Address: base,
    Versions: facts.versions.join(", "),
    Plan: facts.plan ?? "none (no limits)",
    "Unknown fields": facts.strict ? "rejected (strict)" : "ignored, as by the service",
    Pace: facts.realtime ? "about that of the service" : "as fast as possible",
  };
  for (const [name, value] of Object.entries(rows)) $("about").append(element("dt", {}, name), element("dd", {}, value));
  for (const each of facts.operations) {
    const cells = [each.method, element("code", {}, each.path), each.name, each.summary];
    $("operations").append(element("tr", {}, ...cells.map((content) => element("td", {}, content))));
  }
  startForm(facts, change);
}

/** Change something, and show it at once. @param {string} path @param {string} method @param {string} [body] */
async function change(path, method, body) {
  say($("wrong"), "");
  try {
    await ask(path, { method, body, headers: body ? { "Content-Type": "application/json" } : {} });
    await refresh();
    return true;
  } catch (error) {
    say($("wrong"), /** @type {Error} */ (error).message);
    return false;
  }
}

let asking = false;
async function refresh() {
  if (asking) return;
  asking = true;
  let live = true;
  try {
    await Promise.all([showFaults(change), showRequests($("filter").value.trim())]);
  } catch {
    live = false;
  }
  asking = false;
  say($("state"), live ? "live" : "the sandbox does not respond");
  $("state").className = `state ${live ? "live" : "lost"}`;
}

$("clear-faults").onclick = () => change("/faults", "DELETE");
$("clear-journal").onclick = () => change("/journal", "DELETE");
$("reset").onclick = () => change("/reset", "POST");
$("filter").oninput = refresh;
startKeys();
about();
refresh();
setInterval(() => document.hidden || refresh(), 1000);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
