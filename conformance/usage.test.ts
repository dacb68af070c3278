import { expect, test } from "vitest";
import { nearestName, UsageError, unknownName } from "./usage.ts";

const known = ["contact_id", "channel_id", "agent_ids", "team_id"];

test.each([
  ["contact_idd", " Did you mean contact_id?"],
  ["chanel_id", " Did you mean channel_id?"],
  ["agents_id", " Did you mean agent_ids?"],
  ["x", ""],
  ["something_else_entirely", ""],
])("the name nearest to %s is suggested when it is near: %j", (name, words) => {
  expect(nearestName(name, known)).toBe(words);
});

test("nothing is near where nothing is known", () => {
  expect(nearestName("contact_id", [])).toBe("");
});

test("an unknown name is the user's mistake, told in one sentence with what is allowed", () => {
  const error = unknownName("fixture `team` in sahut.fixtures", "team", ["team_id", "agent_ids"]);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe(
    "Unknown fixture `team` in sahut.fixtures. Allowed: team_id, agent_ids.",
  );
  expect(unknownName("fixture `team_ids`", "team_ids", known).message).toMatch(
    / Did you mean team_id\?$/,
  );
});
