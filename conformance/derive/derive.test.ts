import { describe, expect, test } from "vitest";
import { readContract } from "../contract/contract.ts";
import { suites } from "../suites.ts";
import { smallContract, smallDocument } from "../testing/contract.ts";
import { suiteOf } from "../testing/suite.ts";
import { derive } from "./derive.ts";

describe.each(suites.map((suite) => [suite.api, suite] as const))(
  "what %s implies",
  (api, suite) => {
    test("has ids of its own, each in its operation's folder", async () => {
      const contract = await readContract(suite.contract);
      const requirements = derive(contract, suite).map(({ requirement }) => requirement);
      expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
      for (const { id, operations } of requirements)
        expect(id.startsWith(`${api}/derived/${operations[0]}/`)).toBe(true);
    });

    test("says something of every operation", async () => {
      const contract = await readContract(suite.contract);
      const spoken = derive(contract, suite).flatMap(({ requirement }) => requirement.operations);
      expect(new Set(spoken)).toEqual(new Set(contract.operations.keys()));
    });

    test("has a rule for every one that is authored instead", async () => {
      const contract = await readContract(suite.contract);
      const all = derive(contract, { ...suite, authoredInstead: {} }).map(
        ({ requirement }) => requirement.id,
      );
      expect(all).toEqual(expect.arrayContaining(Object.keys(suite.authoredInstead)));
    });
  },
);

test("what is authored instead is not derived", async () => {
  const { contract } = smallContract();
  const suite = await suiteOf(smallDocument());
  const ids = (authoredInstead: Readonly<Record<string, string>>) =>
    derive(contract, { ...suite, authoredInstead }).map(({ requirement }) => requirement.id);
  const id = "things/derived/listThings/no-server-error";
  expect(ids({})).toContain(id);
  expect(ids({ [id]: "things/errors/none" })).not.toContain(id);
});

test("an operation without a control is a fault of its API's folder", async () => {
  const { contract } = smallContract();
  const suite = await suiteOf(smallDocument(), { controls: {} });
  expect(() => derive(contract, suite)).toThrow("things has no control for listThings");
});

test.each([
  [["Extras"], "extras"],
  [[], undefined],
])(
  "what follows from an operation with the tags %j is of the feature %s",
  async (tags, feature) => {
    const { contract } = smallContract(
      { tags },
      { tags: [{ name: "Extras", "x-feature": "extras" }] },
    );
    const features = derive(contract, await suiteOf(smallDocument())).map(
      ({ requirement }) => requirement.feature,
    );
    expect(new Set(features)).toEqual(new Set([feature]));
  },
);
