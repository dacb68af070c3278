import { type Check, check } from "../check.ts";
import { answered, at, isSuccess, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";

export const account: ControlProbe = {
  name: "whose key it is",
  run: async ({ send }) => ({
    control: await send({ operationId: "getMe", purpose: "whose key it is" }),
  }),
};

const otherAccount: Probe<{ readonly own: Exchange; readonly other: Exchange }> = {
  name: "whose key the other one is",
  run: async ({ send, use, fixture }) => {
    await fixture("other_workspace_key");
    const own = (await use(account)).control;
    const authorization = "Bearer {other_workspace_key}";
    const purpose = "whose key another workspace's is";
    return { own, other: await send({ ...own.call, authorization, purpose }) };
  },
};

/** What the documentation promises of the workspace. */
export const workspaceChecks: readonly Check[] = [
  check("sarufi/workspace/key-is-masked", account, ({ control: exchange }): Finding[] => {
    const shown = textAt(exchange, "api_key", "key");
    const [, key = ""] = (exchange.request.headers.authorization ?? "").split(" ");
    if (key === "" || !answered(exchange).body.includes(key)) return [];
    return [
      {
        message: "The whole key is shown",
        expected: "a key of which a part is masked",
        actual: `${shown.length} characters, the key itself`,
        exchange,
      },
    ];
  }),
  check(
    "sarufi/workspace/key-belongs-to-it",
    otherAccount,
    ({ own, other }): readonly Finding[] => {
      if (!isSuccess(answered(other)))
        missingFixture(
          "other_workspace_key",
          "the target does not know the one that is configured",
        );
      if (textAt(own, "workspace", "id") !== textAt(other, "workspace", "id")) return [];
      return [
        {
          message: "Keys of two workspaces name the same one",
          expected: "each key its own workspace",
          actual: String(at(other.response?.json, "workspace", "id")),
          exchange: other,
        },
      ];
    },
  ),
];
