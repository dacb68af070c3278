import { describe, expect, test } from "vitest";
import { checkTargets } from "../check-targets.ts";
import type { TargetConfig } from "../config.ts";
import { runSuite } from "../run.ts";
import { systemClock } from "../target/wire.ts";
import { referenceOf } from "../testing/reference.ts";

/** The reference server as somebody knows it who has a chatbot, a key, and these features. */
async function known(features: readonly string[], fixtures: Readonly<Record<string, string>> = {}) {
  const target = await referenceOf("sarufi");
  const chatbot = target.fixtures.get("chatbot_id") ?? [];
  return {
    ...target,
    features: new Set(features),
    keys: new Map([["key", target.keys.get("key") ?? ""]]),
    fixtures: new Map([
      ["chatbot_id", chatbot],
      ...Object.entries(fixtures).map(([name, value]) => [name, [value]] as const),
    ]),
  } satisfies TargetConfig;
}

/** The operations of Sarufi that a check calls. */
async function called(target: TargetConfig): Promise<ReadonlySet<string | undefined>> {
  const { exchanges } = await runSuite(target.suite, { ...target, clock: systemClock });
  return new Set(exchanges.map(({ call }) => call.operationId));
}

const core = ["createChatSession", "sendChatMessage"];

describe("of a target that declares", () => {
  test.each([
    ["nothing", [], []],
    ["its workspace", ["workspace"], ["getMe"]],
    [
      "its conversations",
      ["conversations"],
      ["listConversations", "getConversation", "listConversationMessages"],
    ],
    [
      "its chatbots",
      ["chatbots"],
      [
        "listChatbots",
        "createChatbot",
        "getChatbot",
        "updateChatbot",
        "deleteChatbot",
        "getChatbotStats",
      ],
    ],
  ])("%s nothing else is asked", async (_, features, operations) => {
    const asked = [...(await called(await known(features)))].filter((id) => id !== undefined);
    expect(asked.toSorted()).toEqual([...core, ...operations].toSorted());
  });

  test("flows and no chatbots, a chatbot to write flows for has to be given", async () => {
    const target = await known(["flows"]);
    const { targets } = await checkTargets([target]);
    expect(targets[0]).toMatchObject({ verdict: "conformant" });
    expect(JSON.stringify(targets[0]?.missingFixtures)).toContain("scratch_chatbot_id");
    expect(await called(target)).toEqual(new Set([...core, undefined]));
  });
});

test("a chatbot that is given for flows is left without any", async () => {
  const target = await known(["flows"]);
  const unpublished =
    (await referenceOf("sarufi")).fixtures.get("unpublished_chatbot_id")?.[0] ?? "";
  const given = {
    ...target,
    fixtures: new Map([...target.fixtures, ["scratch_chatbot_id", [unpublished]]]),
  };
  const flowsOf = async (): Promise<unknown> => {
    const headers = { authorization: `Bearer ${target.keys.get("key")}` };
    const answer = await fetch(`${target.url}/chatbots/${unpublished}/flows`, { headers });
    return answer.json();
  };
  const before = await flowsOf();
  const { targets } = await checkTargets([given]);
  expect(targets[0]).toMatchObject({ verdict: "conformant" });
  expect(await flowsOf()).toEqual(before);
});
