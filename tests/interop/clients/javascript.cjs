// The official JavaScript library, @cartesia/cartesia-js 4.2.0, as it is.
// Argument: the URL of a sandbox with a certificate that takes the key "good": the speaking socket is always wss://.
const assert = require("node:assert");
const { Cartesia } = require("@cartesia/cartesia-js");
const { toFile } = require("@cartesia/cartesia-js");
const { VERSION } = require("@cartesia/cartesia-js/version");

const baseURL = process.argv[2];
const KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02";
const TEXT = "Hello from Sonic. How are you?";
const output_format = { container: "raw", encoding: "pcm_s16le", sample_rate: 16000 };
const speech = { model_id: "sonic-3.5", voice: KATIE, output_format };
const client = new Cartesia({ apiKey: "good", baseURL, maxRetries: 0 });

const bytes = async (body) => Buffer.from(await (await client.tts.generate(body)).arrayBuffer());
const all = async (events) => { const found = []; for await (const event of events) found.push(event); return found; };
const audioOf = (events) =>
  Buffer.concat(events.filter((event) => event.type === "chunk").map((event) => Buffer.from(event.data ?? event.audio, "base64")));

const uses = {
  "tts.generate": async () => {
    assert((await bytes({ ...speech, transcript: TEXT })).length > 32000);
    const wav = await bytes({ ...speech, transcript: TEXT, output_format: { ...output_format, container: "wav" } });
    assert.equal(wav.subarray(0, 4).toString(), "RIFF");
  },
  "tts.generateSSE": async () => {
    const events = await all(await client.tts.generateSSE({ ...speech, transcript: TEXT, add_timestamps: true }));
    assert.deepEqual(new Set(events.map((event) => event.type)), new Set(["chunk", "timestamps", "done"]));
  },
  "tts.websocket: generate": async () => {
    const socket = await client.tts.websocket();
    const events = await all(socket.generate({ ...speech, transcript: TEXT }));
    assert(audioOf(events).length > 32000);
    socket.close();
  },
  "tts.websocket: contexts, push, send, flush, words, no_more_inputs": async () => {
    const socket = await client.tts.websocket();
    const context = socket.context(speech);
    const words_too = { add_timestamps: true, continue: true }; // push leaves such fields out
    for (const transcript of ["Hello from ", "Sonic. "]) await context.send({ ...speech, ...words_too, transcript });
    await context.flush();
    await context.push({ transcript: "How are you?", flush: true });
    await context.no_more_inputs();
    const events = await all(context.receive());
    const words = events.filter((event) => event.type === "timestamps").flatMap((event) => event.word_timestamps.words);
    assert.equal(words.join(" "), TEXT);
    assert.deepEqual(events.filter((event) => event.type === "flush_done").map((event) => event.flush_id), [1, 2]);
    socket.close();
  },
  "tts.websocket: three contexts at once, cancel": async () => {
    const socket = await client.tts.websocket();
    const gone = socket.context(speech);
    await gone.push({ transcript: "A long text. ".repeat(50) });
    await gone.cancel();
    const speak = async () => {
      const context = socket.context(speech);
      await context.push({ transcript: TEXT });
      await context.no_more_inputs();
      return audioOf(await all(context.receive())).length;
    };
    assert(Math.min(...(await Promise.all([speak(), speak(), speak()]))) > 32000);
    socket.close();
  },
  "tts.websocket: an error is thrown, and the next context speaks": async () => {
    const socket = await client.tts.websocket();
    socket.on("error", () => undefined);
    const bad = socket.context({ ...speech, voice: "nobody" });
    await bad.push({ transcript: TEXT });
    await assert.rejects(all(bad.receive()), /no such voice/);
    assert(audioOf(await all(socket.generate({ ...speech, transcript: TEXT }))).length > 32000);
    socket.close();
  },
  "stt.transcribe": async () => {
    const wav = await bytes({ ...speech, transcript: TEXT, output_format: { ...output_format, container: "wav" } });
    const found = await client.stt.transcribe({ file: await toFile(wav, "a.wav"), model: "ink-whisper" });
    assert.equal(found.text, TEXT);
  },
  "stt.manualFinalize.websocket": async () => {
    const audio = await bytes({ ...speech, transcript: TEXT });
    const socket = await client.stt.manualFinalize.websocket({ model: "ink-2", encoding: "pcm_s16le", sample_rate: 16000 });
    socket.sendRaw(audio);
    socket.send("finalize");
    socket.send("close");
    const events = (await all(socket.stream())).filter((event) => event.type === "message").map((event) => event.message);
    const finals = events.filter((event) => event.type === "transcript" && event.is_final);
    assert.equal(finals.map((event) => event.text).join(""), TEXT);
    assert.equal(events.at(-1).type, "done");
  },
  "stt.autoFinalize.websocket": async () => {
    const audio = await bytes({ ...speech, transcript: TEXT });
    const socket = await client.stt.autoFinalize.websocket({ model: "ink-2", encoding: "pcm_s16le", sample_rate: 16000 });
    socket.sendRaw(Buffer.concat([audio, Buffer.alloc(64000)]));
    socket.send({ type: "close" });
    const events = (await all(socket.stream())).filter((event) => event.type === "message").map((event) => event.message);
    const ends = events.filter((event) => event.type === "turn.end");
    assert.equal(ends.map((event) => event.transcript).join(""), TEXT);
  },
  "voices: pages, get": async () => {
    const voices = await all(await client.voices.list({ limit: 5 }));
    assert(new Set(voices.map((voice) => voice.id)).size > 5);
    assert.equal((await client.voices.get(KATIE)).name, "Katie");
  },
  "accessToken.create": async () => {
    const { token } = await client.accessToken.create({ grants: { tts: true }, expires_in: 60 });
    const guest = new Cartesia({ token, baseURL });
    assert((await (await guest.tts.generate({ ...speech, transcript: TEXT })).arrayBuffer()).byteLength > 32000);
  },
  "errors: 400, 401, 404": async () => {
    await assert.rejects(client.tts.generate({ ...speech, transcript: "..." }), Cartesia.BadRequestError);
    await assert.rejects(new Cartesia({ apiKey: "bad", baseURL }).voices.get(KATIE), Cartesia.AuthenticationError);
    await assert.rejects(client.voices.get("00000000-0000-4000-8000-000000000000"), Cartesia.NotFoundError);
  },
};

(async () => {
  console.log(`@cartesia/cartesia-js ${VERSION}`);
  let failed = 0;
  for (const [name, use] of Object.entries(uses)) {
    let timer;
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("took 30 seconds")), 30000)));
    try {
      await Promise.race([use(), late]);
      console.log(`  ${name} -> ok`);
    } catch (error) {
      failed += 1;
      console.log(`  ${name} -> ${String(error.message ?? error).split("\n")[0]}`);
      console.error(error);
    } finally {
      clearTimeout(timer);
    }
  }
  const count = Object.keys(uses).length;
  console.log(`${count - failed} of ${count} uses work`);
  process.exit(failed > 0 ? 1 : 0);
})();
