import { type Check, check } from "../check.ts";
import { answered, at, control, isSuccess, listAt, refusedWith, show } from "../evidence.ts";
import type { Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import { speaks } from "./flow-calls.ts";
import { texts } from "./flow-drafts.ts";
import { deleted } from "./flow-endings.ts";
import { replaced } from "./flow-publishing.ts";
import { elsewhere, strangerAtFlows } from "./flow-types.ts";
import { has } from "./members.ts";
import { itemWith } from "./walk.ts";

/** What the documentation promises of flows that are deleted, and of those who may not reach one. */
export const flowEndingChecks: readonly Check[] = [
  check("sarufi/flows/deleted-is-gone", deleted, ({ deleted: gone, after, listed }) => {
    control(gone);
    const id = gone.call.path?.flow_id ?? "";
    const left = itemWith(listAt(listed, "items"), id) === undefined;
    return [
      ...refusedWith(after, [404]),
      ...has(listed, "A deleted flow", { listed: false }, { listed: !left }),
    ];
  }),
  check(
    "sarufi/flows/deleted-is-silent",
    deleted,
    ({ deleted: gone, talk }, { evidence }): readonly Finding[] => {
      control(gone);
      const before = evidence(replaced).talk;
      if (before === undefined || talk === undefined || !speaks(before, texts.b[0]))
        missingFixture("flow", "a session of the flow does not answer");
      const { status } = answered(talk);
      if (status >= 400 && status < 500) return [];
      if (isSuccess(answered(talk)) && listAt(talk, "messages").length === 0) return [];
      return [
        {
          message: "A running chat still gets answers by a flow that was deleted",
          expected: "no messages, or a refusal",
          actual: show(at(talk.response?.json, "messages") ?? status),
          exchange: talk,
        },
      ];
    },
  ),
  check("sarufi/flows/none-is-live-once-deleted", deleted, ({ deleted: gone, late }) => {
    control(gone);
    return refusedWith(late, [400]);
  }),
  check("sarufi/flows/belong-to-their-chatbot", elsewhere, ({ read }) => refusedWith(read, [404])),
  check("sarufi/keys/flows-are-apart", strangerAtFlows, ({ refused }) =>
    refused.flatMap((exchange) => refusedWith(exchange, [401, 403, 404])),
  ),
];
