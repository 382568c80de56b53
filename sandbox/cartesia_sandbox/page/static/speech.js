// Speech: its text, a player, and the outline of the sound with the words over it.
import { ask, drawn, duration, element, root } from "./dom.js";

const HEIGHT = 64, WORDS = 20, NARROWEST = 44;

/** Show the speech of a request. Return whether there is any. @param {number} id @param {any} place */
export async function showSpeech(id, place) {
  const { speeches } = await ask(`/journal/${id}/speech`);
  place.replaceChildren(...speeches.map((/** @type {any} */ speech, /** @type {number} */ index) => player(id, speech, index)));
  return speeches.length > 0;
}

/** @param {number} id @param {any} speech @param {number} index */
function player(id, speech, index) {
  const audio = element("audio", { controls: true, preload: "none", "aria-label": "Speech of this request" });
  load(audio, `${root}/__sandbox__/journal/${id}/audio/${index}`);
  const { box, follow } = outline(speech, (seconds) => {
    audio.currentTime = seconds;
    audio.play();
  });
  audio.ontimeupdate = () => follow(audio.currentTime);
  const title = `Speech, ${duration(speech.seconds)}${speech.context ? `, context ${speech.context}` : ""}`;
  return element("div", { class: "speech" }, element("h3", {}, title),
    ...(speech.text ? [element("blockquote", {}, speech.text)] : []), box, audio);
}

/** Load a file whole: a browser cannot seek in what a server sends once. @param {any} audio @param {string} address */
async function load(audio, address) {
  const response = await fetch(address);
  if (response.ok) audio.src = URL.createObjectURL(await response.blob());
}

/**
 * @param {any} speech
 * @param {(seconds: number) => void} seek
 * @returns {{box: any, follow: (seconds: number) => void}}
 */
function outline(speech, seek) {
  const { peaks, words, seconds } = speech;
  // Long speech is wider than the screen, so that its words do not cover each other.
  const width = Math.max(720, words.length * NARROWEST), x = (/** @type {number} */ at) => (at / seconds) * width;
  const middle = WORDS + HEIGHT / 2, step = width / peaks.length, loudest = Math.max(1, ...peaks);
  const height = (/** @type {number} */ peak) => Math.max(1, (peak / loudest) * HEIGHT);
  const bars = peaks.map((/** @type {number} */ peak, /** @type {number} */ place) =>
    `M${(place * step).toFixed(1)} ${(middle - height(peak) / 2).toFixed(1)}h${(step * 0.75).toFixed(2)}v${height(peak).toFixed(1)}h-${(step * 0.75).toFixed(2)}z`);
  const played = drawn("rect", { class: "played", x: 0, y: WORDS, width: 0, height: HEIGHT });
  let free = 0;
  const labels = words.map(([word, start]) => {
    const text = word.length > 24 ? `${word.slice(0, 23)}…` : word;
    const at = Math.max(x(start), free);
    free = at + 7 * text.length + 5;
    return drawn("text", { class: "word", x: at.toFixed(1), y: 14 }, text);
  });
  const edges = words.map((/** @type {any} */ word) =>
    drawn("line", { class: "edge", x1: x(word[1]).toFixed(1), x2: x(word[1]).toFixed(1), y1: WORDS, y2: WORDS + HEIGHT }));
  const total = Math.max(width, free);
  const drawing = drawn("svg", { viewBox: `0 0 ${total} ${WORDS + HEIGHT + 4}`, width: total, role: "img",
    "aria-label": `Outline of ${duration(seconds)} of sound with ${words.length} words` },
  ...edges, drawn("path", { class: "wave", d: bars.join("") }), played, ...labels);
  drawing.style.minWidth = `${total - 80}px`;
  drawing.onclick = (/** @type {MouseEvent} */ event) => {
    const area = drawing.getBoundingClientRect();
    seek(Math.min(seconds, ((event.clientX - area.left) / area.width) * total / width * seconds));
  };
  return {
    box: element("div", { class: "wavebox" }, drawing),
    follow: (at) => {
      played.setAttribute("width", x(at).toFixed(1));
      words.forEach((/** @type {any} */ word, /** @type {number} */ place) =>
        labels[place].setAttribute("class", word[1] <= at && at < word[2] ? "word now" : "word"));
    },
  };
}
