// What the other modules share: elements, requests to the sandbox, and units. Texts become text nodes or attributes and never
// HTML, so nothing that a program sent can run here.

/** Where the sandbox is mounted. */
export const root = location.pathname.split("/__sandbox__")[0];
export const base = location.origin + root;

/** @param {string} id @returns {any} */
export const $ = (id) => document.getElementById(id);

/**
 * Return an element with attributes and children.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * Return an element of a drawing.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** @param {any} made @param {Record<string, any>} attributes @param {(Node | string)[]} children */
function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made[key] = value;
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** Set a text only if it is another one: a selection in it stays. @param {any} node @param {string} text */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Ask the sandbox, and return what its JSON says. An error says what is wrong.
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function ask(path, options = {}) {
  const response = await fetch(`${root}/__sandbox__${path}`, options);
  const is_json = (response.headers.get("content-type") ?? "").startsWith("application/json");
  const body = is_json ? await response.json() : null;
  if (!response.ok) throw Object.assign(new Error(body?.error ?? `status ${response.status}`), { status: response.status });
  return body;
}

/** @param {number | null} value in seconds @returns {string} */
export function duration(value) {
  if (value === null) return "...";
  return value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

/** @param {number} bytes */
export const amount = (bytes) => (bytes < 2048 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(0)} KiB`);

/** A block of code with a button that copies it. @param {string} title @param {string} text */
export function copyable(title, text) {
  const button = element("button", { type: "button", "aria-label": `Copy ${title}` }, "Copy");
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(shown);  // the browser allows no more: the text is selected, ready to be copied
      button.textContent = "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 1500);
  };
  const shown = element("pre", { tabindex: 0 }, text);
  return element("div", {}, element("h3", {}, title), element("div", { class: "code" }, shown, button));
}
