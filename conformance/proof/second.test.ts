import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { checkTargets } from "../check-targets.ts";
import type { TargetConfig } from "../config.ts";
import { arrayAt } from "../contract/json.ts";
import { at } from "../evidence.ts";
import type { TargetReport } from "../report/report.ts";
import { virtualClock } from "./clock.ts";
import { startReference } from "./reference.ts";
import { type Fault, type FaultName, faults } from "./second/faults.ts";
import { sahutDemo } from "./second/sahut/data.ts";
import { type SecondOptions, startSecond } from "./second/server.ts";
import { targetsOf } from "./second/targets.ts";
import { reportedWith, withoutFixtures } from "./trial.ts";

const features: ReadonlySet<string> = new Set();

interface Trying extends SecondOptions {
  /** Changes what the suite is told. */
  readonly told?: (target: TargetConfig) => TargetConfig;
  readonly api?: string;
  readonly only?: readonly string[];
}

/** A check of a second implementation that is made for it. */
async function check({ told = (t) => t, api, only = [], ...options }: Trying = {}) {
  const clock = virtualClock();
  const second = await startSecond({ ...options, now: () => clock.server().getTime() });
  onTestFinished(second.close);
  const all = targetsOf(second).filter(({ suite }) => api === undefined || suite.api === api);
  const { targets } = await checkTargets(all.map(told), { only, clock: clock.suite });
  return { second, targets };
}

/** What did not pass, with the reason. */
const unpassed = ({ requirements }: TargetReport): readonly string[] =>
  requirements
    .filter(({ outcome }) => outcome !== "passed" && outcome !== "inapplicable")
    .map(({ id, outcome, reason, findings }) =>
      [outcome, id, reason ?? findings?.[0]?.message].join(" "),
    );

describe("an implementation that shares nothing with the reference server", () => {
  test("is conformant, and nothing is left untested", async () => {
    const { targets } = await check();
    expect(targets.map(unpassed)).toEqual([[], []]);
    expect(targets.map(({ api, verdict }) => [api, verdict])).toEqual([
      ["sahut", "conformant"],
      ["sarufi", "conformant"],
    ]);
  });

  test("is conformant for who knows no more than a key and a chatbot", async () => {
    const told = (target: TargetConfig): TargetConfig =>
      withoutFixtures(
        target,
        target.suite.fixtures
          .flatMap(({ name, members = [] }) => [name, ...members.map((each) => `${name}.${each}`)])
          .filter((name) => name !== "chatbot_id"),
      );
    const { targets } = await check({ told });
    expect(targets.map(({ verdict }) => verdict)).toEqual(["conformant", "conformant"]);
    const lacking = targets.flatMap(unpassed);
    expect(lacking.filter((line) => !line.includes("needs the fixture"))).toEqual([]);
  });

  test("is conformant where no two messages may come within two seconds", async () => {
    const { targets } = await check({ api: "sarufi", averagedOverMs: 2000 });
    expect(targets.map(unpassed)).toEqual([[]]);
    expect(targets).toMatchObject([{ verdict: "conformant" }]);
  });

  test("is left with nothing unresolved that the run has made", async () => {
    const { second } = await check({ api: "sahut" });
    const answer = await fetch(`${second.sahut}/conversations?per_page=100`, {
      headers: { authorization: `Bearer ${sahutDemo.key}` },
    });
    const own = arrayAt(await answer.json(), "data").filter(
      (each) => at(each, "contact", "id") === sahutDemo.contactId,
    );
    const statuses = own.map((each) => at(each, "status"));
    expect(statuses.length).toBeGreaterThan(earlierTalks);
    expect(new Set(statuses)).toEqual(new Set(["resolved"]));
  });
});

/** How many conversations with the contact there are before any run. */
const earlierTalks = 4;

test("most of what the documentation leaves open is done otherwise than by the reference server", async () => {
  const reference = await startReference({ log: () => {} });
  onTestFinished(reference.close);
  const core = reference.targets.map((each) => ({ ...each, features }));
  const { targets: theirs } = await checkTargets(core, { clock: virtualClock().suite });
  const settled = new Map(
    theirs.flatMap(({ observations }) => observations.map(({ id, observed }) => [id, observed])),
  );
  const { targets } = await check();
  const seen = targets
    .flatMap(({ observations }) => observations)
    .filter(({ id, observed }) => observed !== null && typeof settled.get(id) === "string");
  const same = seen.filter(({ id, observed }) => observed === settled.get(id));
  const names = same.map(({ id }) => id).join(", ");
  expect(same.length / seen.length, `Settled alike: ${names}`).toBeLessThan(0.15);
});

describe("a fault of its own is noticed", () => {
  const each: readonly (readonly [string, Fault])[] = Object.entries(faults);
  test.each(each)("%s", async (name, { api, does, kills, throughout }) => {
    const options = { api, only: throughout === true ? [] : kills };
    // as: the names of the table are what it is read by.
    const { targets } = await check({ ...options, faults: [name as FaultName] });
    const failed = targets.flatMap((report) => reportedWith(report, "failed"));
    expect(failed, does).toEqual(expect.arrayContaining([...kills]));
  });
});

test("its program prints a configuration that can be checked", async () => {
  const program = spawn(process.execPath, ["conformance/proof/second/main.ts"]);
  onTestFinished(() => void program.kill());
  const lines: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    lines.push(line);
    if (line.includes("expired_session_id")) break;
  }
  const config = parse(lines.join("\n"));
  expect(config).toMatchObject({ sahut: { fixtures: { channel_id: "21" } } });
  const answer = await fetch(`${config.sarufi.url}/chatbots/7001/chat/sessions`, {
    method: "POST",
    headers: { authorization: `Bearer ${config.sarufi.key}` },
  });
  expect(answer.status).toBe(201);
  program.kill("SIGINT");
  expect(await once(program, "exit")).toEqual([0, null]);
});
