// The planned faults, and a form that knows the vocabulary. The form writes a line of text, which can be edited, too.
import { $, ask, element, say } from "./dom.js";

/** @type {Map<number, {row: any, count: any}>} */
const shown = new Map();

/** @param {(path: string, method: string, body?: string) => Promise<boolean>} change */
export async function showFaults(change) {
  const { faults } = await ask("/faults");
  const ids = new Set(faults.map((/** @type {any} */ each) => each.id));
  for (const [id, { row }] of shown) {
    if (ids.has(id)) continue;
    row.remove();
    shown.delete(id);
  }
  for (const planned of faults) {
    let entry = shown.get(planned.id);
    if (!entry) {
      const count = element("span", { class: "dim" });
      const remove = element("button", { type: "button", "aria-label": `Remove ${planned.text}` }, "Remove");
      remove.onclick = () => change(`/faults/${planned.id}`, "DELETE");
      entry = { row: element("li", {}, element("code", {}, planned.text), count, remove), count };
      shown.set(planned.id, entry);
      $("faults").append(entry.row);
    }
    const times = planned.fault.times === undefined ? 1 : planned.fault.times;
    say(entry.count, `${planned.met} of ${times ?? "any"}`);
  }
  $("no-faults").hidden = faults.length > 0;
  $("clear-faults").hidden = faults.length === 0;
}

/**
 * @param {any} facts what the sandbox says of itself
 * @param {(path: string, method: string, body?: string) => Promise<boolean>} change
 */
export function startForm({ faults, operations }, change) {
  const kinds = new Map(faults.kinds.map((/** @type {any} */ each) => [each.kind, each]));
  $("kind").append(...faults.kinds.map((/** @type {any} */ each) => element("option", { value: each.kind }, each.kind)));
  const choose = () => {
    const kind = kinds.get($("kind").value);
    say($("kind-text"), `${kind.kind}: ${kind.text}`);
    const fitting = operations.filter((/** @type {any} */ each) => kind.shapes.includes(each.shape));
    $("operation-names").replaceChildren(...fitting.map((/** @type {any} */ each) => element("option", { value: each.name }, each.path)));
    const names = kind.fields.filter((/** @type {string} */ name) => name !== "operation");
    $("options").replaceChildren(...names.map((/** @type {string} */ name) => field(name, faults.fields[name])));
    write();
  };
  const write = () => {
    const parts = [$("kind").value];
    for (const input of $("add").querySelectorAll("[name], #operation")) {
      const name = input.name || "operation";
      const value = input.type === "checkbox" ? (input.checked ? "true" : "") : input.value.trim();
      if (value) parts.push(`${name}=${quoted(value)}`);
    }
    $("fault").value = parts.join(" ");
  };
  $("kind").onchange = choose;
  $("add").querySelector(".fields").oninput = write;
  $("add").onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await change("/faults", "POST", JSON.stringify({ text: $("fault").value }))) {
      $("operation").value = "";
      choose();
    }
  };
  choose();
}

/** @param {string} name @param {any} about */
function field(name, about) {
  const type = about.type.startsWith("bool") ? "checkbox" : /^(int|float)/.test(about.type) && name !== "times" ? "number" : "text";
  const usual = about.default === null || about.default === "" ? "" : String(about.default);
  const input = element("input", { name, type, min: type === "number" ? 0 : null, step: about.type.startsWith("float") ? "any" : null,
    placeholder: name === "times" ? "1, or always" : usual, spellcheck: "false" });
  return element("label", { title: about.text }, name.replaceAll("_", " "), input);
}

/** Quote a value as the sandbox reads it. @param {string} value */
const quoted = (value) => (/^[\w.*/:@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'"'"'`)}'`);
