import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { UserError } from "../errors.ts";
import { readSeedData } from "./read.ts";

async function reading(text: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-seed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "seed.yaml");
  await writeFile(file, text);
  return readSeedData(file).catch((error: Error) => {
    expect(error).toBeInstanceOf(UserError);
    return error.message.replace(folder, "");
  });
}

const workspace = `
sahut:
  - id: ws_1
    keys: [{ key: sk_live_one }]
    channels: [{ id: ch_1, type: whatsapp, name: WhatsApp }]
    agents: [{ id: usr_1, name: Sari }]
    contacts: [{ id: ct_1, name: Budi }]
`;

test("a file that fits is read as it stands", async () => {
  expect(await reading(workspace)).toEqual({
    sahut: [
      {
        id: "ws_1",
        keys: [{ key: "sk_live_one" }],
        channels: [{ id: "ch_1", type: "whatsapp", name: "WhatsApp" }],
        agents: [{ id: "usr_1", name: "Sari" }],
        contacts: [{ id: "ct_1", name: "Budi" }],
      },
    ],
  });
});

test("an empty file is empty data", async () => {
  expect(await reading("# nothing yet\n")).toEqual({});
});

test.each([
  [
    "a member that there is not",
    `${workspace}    agnets: []\n`,
    /^\/seed\.yaml:3:5: sahut\[0\] has agnets; allowed: id, keys, .*\. Did you mean agents\?$/,
  ],
  [
    "a value that is not on the list",
    `${workspace}    conversations: [{ channel: ch_1, contact: ct_1, status: opened }]\n`,
    /^\/seed\.yaml:8:61: sahut\[0\]\.conversations\[0\]\.status is "opened"; allowed: open, pending, resolved, snoozed\. Did you mean open\?$/,
  ],
  [
    "a member that is missing",
    "sahut:\n  - id: ws_1\n",
    /^\/seed\.yaml:2:5: sahut\[0\] lacks keys\.$/,
  ],
  [
    "a moment that is none",
    `${workspace}    conversations: [{ channel: ch_1, contact: ct_1, created_at: yesterday }]\n`,
    /^\/seed\.yaml:8:65: sahut\[0\]\.conversations\[0\]\.created_at is "yesterday"; it is to be this: A UTC timestamp such as .*\+1h\.$/,
  ],
  [
    "an id that leads nowhere",
    `${workspace}    conversations: [{ channel: ch_2, contact: ct_1 }]\n`,
    /^\/seed\.yaml:8:32: ch_2 is not a channel of the workspace\. Did you mean ch_1\?$/,
  ],
  [
    "a sender whom nobody knows",
    `${workspace}    conversations: [{ channel: ch_1, contact: ct_1, messages: [{ from: usr_9 }] }]\n`,
    /^\/seed\.yaml:8:\d+: usr_9 is not an agent or a bot of the workspace\. Did you mean usr_1\?$/,
  ],
  [
    "a rule that assigns to nobody",
    `${workspace}    rules: [{ name: Sales, on: message.created, then: [{ assign_team: team_1 }] }]\n`,
    /^\/seed\.yaml:8:\d+: team_1 is not a team of the workspace\.$/,
  ],
  [
    "an id that is there twice",
    `${workspace}  - id: ws_1\n    keys: [{ key: sk_live_two }]\n`,
    /^\/seed\.yaml:2:1: ws_1 is the id of a Sahut workspace twice\.$/,
  ],
  [
    "a published flow that cannot be run",
    "sarufi: [{ id: w, keys: [{ key: k }], chatbots: [{ id: c, name: C, flows: [{ id: f, flow: { hello: { transitions: { default: bye } } } }] }] }]",
    /^\/seed\.yaml:1:\d+: State hello leads to bye, which the flow does not have\.$/,
  ],
  ["what is no YAML", "sahut: [", /^\/seed\.yaml:1:9: this is not YAML: /],
])("%s is refused, with its place and what is allowed", async (_, text, message) => {
  expect(await reading(text)).toMatch(message);
});

test("a key is not repeated in the words about it", async () => {
  const said = await reading("sahut: [{ id: ws_1, keys: [{ key: my secret }] }]");
  expect(said).toMatch(
    /^\/seed\.yaml:1:\d+: sahut\[0\]\.keys\[0\]\.key is a key; it is to be this: /,
  );
  expect(said).not.toContain("my secret");
});

test("a file that is not there is the user's to mend", async () => {
  await expect(readSeedData("/nowhere/seed.yaml")).rejects.toThrow(
    new UserError("Cannot read the seed data /nowhere/seed.yaml: there is no such file."),
  );
});
