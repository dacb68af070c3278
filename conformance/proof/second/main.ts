/**
 * `npm run -s second -- [--port 4020] [--faults name,name]`: runs the second implementation of both APIs until it is
 * interrupted, and prints where it is and its keys, as a configuration for `concordat check --config`.
 */
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { type FaultName, faults } from "./faults.ts";
import { startSecond } from "./server.ts";
import { targetsOf } from "./targets.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    faults: { type: "string", default: "" },
  },
});

const isFault = (name: string): name is FaultName => Object.hasOwn(faults, name);
const named = values.faults.split(",").filter((name) => name !== "");
const unknown = named.filter((name) => !isFault(name));
const port = Number(values.port);
if (unknown.length > 0 || !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
  process.stderr.write(
    unknown.length > 0
      ? `There is no fault ${unknown.join(", ")}; there are: ${Object.keys(faults).join(", ")}.\n`
      : `--port ${values.port} is no port; give a number from 0, for a free one, to 65535.\n`,
  );
  process.exit(2);
}

const running = await startSecond({ port, faults: named.filter(isFault) });
const config = targetsOf(running).map(({ suite, url, keys, fixtures }) => {
  const { "limited_key.requests_per_minute": plan, ...others } = Object.fromEntries(
    [...fixtures].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
  const limited = plan && { key: others.limited_key, requests_per_minute: Number(plan) };
  const named = { ...others, ...(limited && { limited_key: limited }) };
  return [suite.api, { url, key: keys.get("key"), fixtures: named }] as const;
});
process.stdout.write(stringify(Object.fromEntries(config)));
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void running.close());
