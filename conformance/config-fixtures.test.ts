import { describe, expect, test } from "vitest";
import type { Environment } from "./config-file.ts";
import { fixturesOf } from "./config-fixtures.ts";
import { sahut } from "./sahut/suite.ts";
import { UsageError } from "./usage.ts";

const fixtures = (raw: unknown, flags: readonly string[] = [], environment: Environment = {}) =>
  Object.fromEntries(fixturesOf(sahut, raw, flags, environment));

describe("fixtures", () => {
  test.each([undefined, null, {}])("are none in %j", (raw) => {
    expect(fixtures(raw)).toEqual({});
  });

  test("are one value, or a list", () => {
    expect(fixtures({ contact_id: "ct_1", agent_ids: ["usr_1", "usr_2"], team_id: 5 })).toEqual({
      contact_id: ["ct_1"],
      agent_ids: ["usr_1", "usr_2"],
      team_id: ["5"],
    });
  });

  test("with members are told apart by them, the first being the fixture itself", () => {
    expect(fixtures({ limited_key: { requests_per_minute: 60, key: "sk_1" } })).toEqual({
      limited_key: ["sk_1"],
      "limited_key.requests_per_minute": ["60"],
    });
  });

  test("take values from the environment", () => {
    const environment = { KEY: "sk_1", AGENT: "usr_1" };
    const raw = {
      limited_key: { key: `\${KEY}`, requests_per_minute: 60 },
      agent_ids: [`\${AGENT}`],
    };
    expect(fixtures(raw, [], environment)).toMatchObject({
      limited_key: ["sk_1"],
      agent_ids: ["usr_1"],
    });
  });
});

describe("flags", () => {
  test.each([
    [["team_id=team_1"], { team_id: ["team_1"] }],
    [["agent_ids=usr_1", "agent_ids=usr_2"], { agent_ids: ["usr_1", "usr_2"] }],
    [["template_id=a=b\nc"], { template_id: ["a=b\nc"] }],
    [
      ["limited_key.key=sk_1", "limited_key.requests_per_minute=60"],
      { limited_key: ["sk_1"], "limited_key.requests_per_minute": ["60"] },
    ],
  ])("%j are fixtures", (flags, wanted) => {
    expect(fixtures(undefined, flags)).toEqual(wanted);
  });

  test("win over the file", () => {
    const raw = { team_id: "team_1", contact_id: "ct_1", agent_ids: ["usr_1", "usr_2"] };
    expect(fixtures(raw, ["team_id=team_2", "agent_ids=usr_3"])).toEqual({
      team_id: ["team_2"],
      contact_id: ["ct_1"],
      agent_ids: ["usr_3"],
    });
  });

  test.each(["team_id", "team_id=", "=canary", "a b=canary"])("%j is none", (flag) => {
    expect(() => fixtures(undefined, [flag])).toThrow(
      new UsageError("--fixture has the form name=value, such as chatbot_id=01JMXYZ123ABC."),
    );
  });
});

describe("a mistake is told in one sentence, without the value", () => {
  test.each([
    ["canary", "sahut.fixtures is no mapping."],
    [{ team_id: null }, "sahut.fixtures.team_id is empty; it is a string."],
    [{ team_id: { a: "canary" } }, "sahut.fixtures.team_id is a mapping; it is a string."],
    [{ agent_ids: [["canary"]] }, "sahut.fixtures.agent_ids is a list; it is a string."],
    [{ team_id: true }, "sahut.fixtures.team_id is a boolean; it is a string."],
    [
      { limited_key: "canary" },
      "sahut.fixtures.limited_key is no mapping; it has the members key and requests_per_minute.",
    ],
    [
      { limited_key: { key: "canary" } },
      "sahut.fixtures.limited_key.requests_per_minute is missing; it is a string.",
    ],
    [
      { limited_key: { key: "canary", request_per_minute: 60 } },
      "Unknown member `request_per_minute` of sahut.fixtures.limited_key. Allowed: key, requests_per_minute. Did you mean requests_per_minute?",
    ],
    [
      { read_only_key: `\${NO_SUCH_KEY}` },
      "sahut.fixtures.read_only_key names the environment variable NO_SUCH_KEY, which is not set.",
    ],
  ])("%j", (raw, message) => {
    expect(() => fixtures(raw)).toThrow(new UsageError(message));
    expect(message).not.toContain("canary");
  });

  test.each([
    [{ contact_idd: "canary" }, []],
    [undefined, ["contact_idd=canary"]],
  ])("an unknown fixture comes with the nearest: %j %j", (raw, flags) => {
    expect(() => fixtures(raw, flags)).toThrow(
      /^Unknown fixture `contact_idd` in sahut\.fixtures\. Allowed: contact_id, .*\. Did you mean contact_id\?$/,
    );
  });
});
