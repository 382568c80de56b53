// What the official parser says of an AsyncAPI document; fails on errors, not on advice.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
for (const each of diagnostics) {
  console.log(`${each.severity === 0 ? "error" : "advice"} ${each.code} at ${each.path.join(".")}: ${each.message}`);
}
const count = (what) => (document ? document[what]().all().length : 0);
console.log(`${count("channels")} channels, ${count("operations")} operations, ${count("messages")} messages`);
process.exit(document && !diagnostics.some((each) => each.severity === 0) ? 0 : 1);
