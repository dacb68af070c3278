import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { at } from "../../evidence.ts";
import { arriving, asked, body, handling, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";
import { drops, isNew } from "./sarufi-tampering.ts";

const create = "createFlow";
const update = "updateFlow";
const list = "listFlows";
const check = "validateFlow";

/** Makes every flow a member that it was not asked to have. */
const alwaysMakes = (more: Readonly<Record<string, unknown>>) =>
  asked(create, ({ body: given }) => ({ body: { ...given, ...more } }));

const refusedType = (type: string) =>
  leaving(create, (_, { body: given }) =>
    at(given, "type") === type ? { status: 422, body: { detail: "Unknown type" } } : {},
  );

/** Flows as they are written, listed and validated. */
export const flowMutants = mutantsOf(
  "sarufi",
  {
    "flow-published-at-once": {
      breaks: "A new flow is a draft.",
      kills: ["sarufi/flows/starts-as-a-draft"],
      fault: body(create, "status", () => "published"),
    },
    "flow-updated-at-once": {
      breaks: "A new flow has not been updated.",
      kills: ["sarufi/flows/not-updated-at-first"],
      fault: body(create, "", (made) => ({ ...Object(made), updated_at: at(made, "created_at") })),
    },
    "flow-from-a-template": {
      breaks: "A flow that is made without a definition is blank.",
      kills: ["sarufi/flows/is-blank-without-a-definition"],
      fault: asked(create, ({ body: given }) => ({
        body: { flow: { welcome: { message: "Welcome!", transitions: {} } }, ...given },
      })),
    },
    "flow-made-without-its-definition": {
      breaks: "A flow is made with the definition that was given.",
      kills: ["sarufi/flows/is-made-with-its-definition"],
      fault: drops(create, "flow"),
    },
    "flow-of-the-type-conversation": {
      breaks: "A flow has the type that it was made with.",
      kills: ["sarufi/flows/both-types-are-made"],
      fault: alwaysMakes({ type: "conversation" }),
    },
    ...Object.fromEntries(
      ["conversation", "meta"].map((type) => [
        `flow-of-the-type-${type}-refused`,
        {
          breaks: `A flow can be of the type ${type}.`,
          kills: ["sarufi/flows/both-types-are-made"] as const,
          fault: refusedType(type),
        },
      ]),
    ),
    "flow-not-renamed": {
      breaks: "Another name of a flow is kept.",
      kills: ["sarufi/flows/change-is-kept", "sarufi/flows/is-listed"],
      fault: drops(update, "name"),
    },
    "flow-not-redefined": {
      breaks: "Another definition of a flow is kept.",
      kills: ["sarufi/flows/definition-is-kept"],
      fault: drops(update, "flow"),
    },
    "flow-definition-clears-its-name": {
      breaks: "What a change of a flow leaves out stays as it is.",
      kills: ["sarufi/flows/definition-is-kept"],
      fault: asked(update, ({ body: change }) => ({ body: { name: "Untitled", ...change } })),
    },
    ...Object.fromEntries(
      [
        ["getFlow", "chatbot_id", "sarufi/flows/change-is-kept"],
        [list, "items.*.chatbot_id", "sarufi/flows/is-listed"],
      ].map(([operation = "", place = "", kill = ""]) => [
        `flow-of-another-chatbot-by-${operation}`,
        {
          breaks: "A flow names its chatbot.",
          kills: [kill] as const,
          fault: body(operation, place, () => sarufiDemo.otherChatbotId),
        },
      ]),
    ),
    "flow-definitions-add-up": {
      breaks: "A definition replaces the whole of the one before.",
      kills: ["sarufi/flows/definition-replaces-the-whole"],
      fault: handling(update, async (call, next, { getFlow }) => {
        if (call.body.flow === undefined) return next(call);
        const before = Object(at((await getFlow?.(call))?.body, "flow"));
        const flow = { ...before, ...Object(call.body.flow) };
        return next({ ...call, body: { ...call.body, flow } });
      }),
    },
    "flows-counted-twice": {
      breaks: "`total` is the number of flows.",
      kills: ["sarufi/flows/total-is-all-of-them"],
      fault: body(list, "total", (total) => Number(total) * 2),
    },
    "first-flow-not-listed": {
      breaks: "Every flow is in the list.",
      kills: ["sarufi/flows/is-listed"],
      fault: body(list, "items.0", () => undefined),
    },
    "flows-listed-under-old-names": {
      breaks: "A flow is listed under the name that it has.",
      kills: ["sarufi/flows/is-listed"],
      fault: body(list, "items.*.name", () => "Concordat"),
    },
    "errors-overlooked": {
      breaks: "A transition to a state that does not exist is an error.",
      kills: ["sarufi/flows/dangling-transition-is-an-error"],
      fault: body(check, "", (report) => ({ ...Object(report), valid: true, errors: [] })),
    },
    "valid-with-errors": {
      breaks: "A flow with errors is not valid.",
      kills: ["sarufi/flows/valid-means-without-errors"],
      fault: body(check, "valid", () => true),
    },
    "never-valid": {
      breaks: "A flow as it is documented is valid.",
      kills: ["sarufi/flows/documented-form-is-valid"],
      fault: body(check, "", (report) => ({ ...Object(report), valid: false, errors: [{}] })),
    },
    "no-warnings": {
      breaks: "A state without a `default` is worth a warning.",
      kills: ["sarufi/flows/missing-default-is-a-warning"],
      fault: body(check, "warnings", () => []),
    },
    "validating-publishes": {
      breaks: "Validating a flow does not publish it.",
      kills: ["sarufi/flows/validating-changes-nothing"],
      fault: handling(check, async (call, next, { publishFlow }) => {
        const answer = await next(call);
        await publishFlow?.(call);
        return answer;
      }),
    },
    "drafts-are-live": {
      breaks: "A session needs a flow that is published.",
      kills: ["sarufi/flows/draft-is-not-live", "sarufi/flows/none-is-live-once-deleted"],
      fault: handling("createChatSession", async (call, next) => {
        const answer = await next(call);
        if (answer.status !== 400 || !isNew(call.path.chatbot_id)) return answer;
        const created_at = new Date().toISOString();
        const session_id = "01HX1A0000SESS10N000000009";
        return { status: 201, body: { session_id, channel: "api", created_at, messages: [] } };
      }),
    },
    "flow-redefined-as-blank": {
      breaks: "The definition that is written is the one that was sent.",
      kills: ["sarufi/flows/definition-is-kept"],
      fault: arriving(update, ({ body: change }) => ({ body: { ...Object(change), flow: {} } })),
    },
  },
  { features: true, only: ["sarufi/flows"] },
);
