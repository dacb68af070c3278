import { type Check, check } from "../check.ts";
import { at, control, permitted, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import { change, scratch } from "./chatbots.ts";
import { has, sentIn } from "./members.ts";

interface Changes {
  readonly created: Exchange;
  readonly renamed: Exchange;
  readonly described: Exchange;
  readonly categorised: Exchange;
  readonly read: Exchange;
}

const description = "Changed by a conformance run";

const changes: Probe<Changes> = {
  name: "a chatbot, changed member by member",
  run: async (context) => {
    const { created, renamed } = await context.use(scratch);
    const chatbot_id = textAt(created, "id");
    return {
      created,
      renamed,
      described: await change(context, chatbot_id, { description }, "another description"),
      categorised: await change(context, chatbot_id, { category: "sales" }, "another category"),
      read: await context.send({
        operationId: "getChatbot",
        path: { chatbot_id },
        purpose: "our chatbot, changed",
      }),
    };
  },
};

/** What the documentation promises of changes. */
export const chatbotChangeChecks: readonly Check[] = [
  check("sarufi/chatbots/updated-once-changed", changes, ({ categorised, read }) => {
    control(categorised);
    return notNow(read, at(control(read).json, "updated_at"), "updated_at");
  }),
  check("sarufi/chatbots/change-is-kept", changes, ({ renamed, described, categorised, read }) => {
    const refused = [renamed, described, categorised].flatMap(permitted);
    if (refused.length > 0) return refused;
    return [
      ...has(renamed, "A changed chatbot", sentIn(renamed)),
      ...has(described, "A changed chatbot", sentIn(described)),
      ...has(categorised, "A changed chatbot", sentIn(categorised)),
      ...has(read, "A chatbot that was changed", {
        id: textAt(renamed, "id"),
        ...sentIn(renamed),
        ...sentIn(described),
        ...sentIn(categorised),
      }),
    ];
  }),
  check(
    "sarufi/chatbots/change-leaves-the-rest",
    changes,
    ({ created, renamed, described, categorised }) => {
      const { name: _, ...rest } = sentIn(created);
      return [
        ...has(renamed, "A chatbot with another name", rest),
        ...has(described, "A chatbot with another description", {
          ...sentIn(renamed),
          category: rest.category,
        }),
        ...has(categorised, "A chatbot with another category", { ...sentIn(renamed), description }),
      ];
    },
  ),
];
