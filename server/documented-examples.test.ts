import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, startServer } from "./main.ts";

const run = promisify(execFile);
const example = (name: string): string =>
  fileURLToPath(new URL(`examples/${name}`, import.meta.url));

let server: RunningServer;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  server = await startServer({ selfCheck: true });
  environment = {
    ...process.env,
    NO_PROXY: "127.0.0.1",
    SAHUT_URL: server.sahut.url,
    SAHUT_KEY: server.sahut.demo.key,
    SARUFI_URL: server.sarufi.url,
    SARUFI_KEY: server.sarufi.demo.key,
    CHATBOT_ID: server.sarufi.demo.chatbotId,
  };
});

afterAll(() => server.close());

/** Why a program cannot run here, or undefined when it can. */
async function missing(command: string, ...args: readonly string[]): Promise<string | undefined> {
  return run(command, args).then(
    () => undefined,
    () => `${[command, ...args].join(" ")} does not work on this machine`,
  );
}

const needs = {
  curl: await missing("curl", "--version"),
  jq: await missing("jq", "--version"),
  python: await missing("python3", "-c", "import requests"),
};

/** Runs an example where its programs are; says why not where they are not. */
function documented(
  title: string,
  reasons: readonly (string | undefined)[],
  test: () => Promise<void>,
): void {
  const reason = reasons.find((each) => each !== undefined);
  it(title, async ({ skip }) => {
    if (reason !== undefined) {
      process.stderr.write(`Skipped: ${title}, since ${reason}\n`);
      skip(reason);
    }
    await test();
  });
}

/** The JSON lines that a script prints. */
async function jsonLines(name: string): Promise<readonly unknown[]> {
  const { stdout } = await run("sh", [example(name)], { env: environment });
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line): unknown => JSON.parse(line));
}

documented("runs the documented curl lines for conversations", [needs.curl], async () => {
  const answers = await jsonLines("sahut-conversations.sh");
  expect(answers).toMatchObject([
    { meta: { page: 1, per_page: 25 } },
    { meta: { per_page: 10 } },
    { data: { id: "conv_01HX2B9K3M5N7P", contact: { name: "Budi Santoso" } } },
    { data: { contact: { id: "ct_01HX3C0L4N6P8Q" }, channel: { id: "ch_01HX1A8J2L4M6N" } } },
    { data: { status: "resolved", labels: ["resolved-billing"] } },
  ]);
});

documented("runs the documented curl lines for messages", [needs.curl], async () => {
  const answers = await jsonLines("sahut-messages.sh");
  expect(answers).toMatchObject([
    { meta: { per_page: 50 } },
    { data: { type: "outgoing", content: expect.stringContaining("Terima kasih") } },
    { data: { type: "outgoing", content: expect.stringContaining("ORD-12345") } },
  ]);
});

documented(
  "runs the documented curl conversation with a chatbot",
  [needs.curl, needs.jq],
  async () => {
    const replies = await jsonLines("sarufi-chat.sh");
    expect(replies).toHaveLength(4);
    expect(replies[1]).toMatchObject({
      current_state: "faq_menu",
      messages: [{ type: "text" }, { type: "list" }],
    });
  },
);

documented("runs the documented Python conversation with a chatbot", [needs.python], async () => {
  const { stdout } = await run("python3", [example("sarufi_chat.py")], { env: environment });
  expect(stdout).toMatch(/^Greeting: \[.*Hello! How can I help you today\?/);
  expect(stdout).toMatch(/^Bot: \[\{.*\}\]$/m);
});
