import { freePort } from "../../testing/free-port.ts";
import { type Answered, play } from "../client.ts";
import type { Alarm, Peer } from "../peer.ts";
import { ofPackage, versionOf } from "../place.ts";
import { said, start, stop } from "../program.ts";

const name = "@stoplight/prism-cli";

/** The validating proxy of Prism, before our scripted client. */
export const prism: Peer = {
  name: "prism proxy",
  version: versionOf(name),
  licence: "Apache-2.0",
  command:
    "prism proxy contract.json URL --port P; our scripted client, which reads the sl-violations header",
  about:
    "It judges what the scripted client does, and asks nothing itself. Where it answers with an error of its own, as to malformed JSON, that counts as reported.",
  random: false,
  share: "all",
  async run(task) {
    const port = await freePort();
    const proxy = start(
      process.execPath,
      [ofPackage(name, "dist/index.js"), "proxy", task.contractFile, task.url, "-p", String(port)],
      { cwd: task.folder },
    );
    try {
      await said(proxy, /Prism is listening/);
      const answers = await play(task.script, `http://127.0.0.1:${port}`);
      return answers.flatMap(({ step, status, headers, body }) => {
        const operations = [step.operation];
        if (status === 0) return [{ operations, text: "no answer through the proxy" }];
        const [own] = /invalid json response body/.exec(body) ?? [];
        if (own !== undefined) return [{ operations, text: own }];
        return violationsIn(headers.get("sl-violations"), { step, status });
      });
    } finally {
      stop(proxy);
    }
  },
};

interface Violation {
  readonly location: readonly (string | number)[];
  readonly severity: string;
  readonly code: string | number;
  readonly message: string;
}

/** What it has against an answer; what it has against our own request is no news. */
function violationsIn(
  header: string | null,
  { step, status }: Pick<Answered, "step" | "status">,
): readonly Alarm[] {
  if (header === null) return [];
  // as: the header holds what Prism documents for it.
  const violations = JSON.parse(header) as readonly Violation[];
  return violations
    .filter(({ location }) => location[0] === "response")
    .map(({ location, code, message }) => ({
      operations: [step.operation],
      text: `${status} ${location.join(".")} ${code}\n${message}`,
    }));
}
