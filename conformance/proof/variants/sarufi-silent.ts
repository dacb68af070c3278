import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { around, body, handling } from "../fault/fault.ts";
import { variantsOf } from "./variant.ts";

const refused = (status: number) => ({ status, body: { detail: "Not possible" }, headers: {} });

const lists = ["listConversations", "listConversationMessages", "listChatbots", "listFlows"];
const parameters = ["status", "channel", "start_time", "end_time", "limit", "cursor"];

export const silentVariants = variantsOf(
  "sarufi",
  {
    "blank-messages-refused": {
      does: "A message of blanks is refused.",
      open: "H7",
      fault: () =>
        around("sendChatMessage", async ({ body: sent, authorization }, proceed) => {
          const text = at(sent, "message");
          const blank = typeof text === "string" && text.trim() === "";
          return blank && authorization !== null ? refused(422) : proceed();
        }),
    },
    "unknown-routes-are-405": {
      does: "A route that there is not is answered as a method that there is not.",
      open: "G10",
      fault: () => ({
        around: async (operation, ctx, next) => {
          await next();
          if (operation === undefined && ctx.status === 404) ctx.status = 405;
        },
      }),
    },
    "expired-conversations-are-closed": {
      does: "The conversation of an expired session is closed.",
      open: "H5",
      fault: () => {
        const closed = (conversation: unknown): unknown =>
          isObject(conversation) && conversation.id === sarufiDemo.expiredSessionId
            ? { ...conversation, status: "CLOSED" }
            : conversation;
        return handling(["getConversation", "listConversations"], async (call, next) => {
          const answer = await next(call);
          const listed = at(answer.body, "conversations");
          if (!Array.isArray(listed)) return { ...answer, body: Object(closed(answer.body)) };
          // Under another status it is not listed any more.
          const fits = (item: unknown) =>
            call.query.status === undefined || at(item, "status") === call.query.status;
          const conversations = listed.map(closed).filter(fits);
          return { ...answer, body: { ...answer.body, conversations } };
        });
      },
    },
    "messages-are-read": {
      does: "A message has been read, not only delivered.",
      open: "R4",
      fault: () => body("listConversationMessages", "messages.*.status", () => "read"),
    },
    "unknown-parameters-refused": {
      does: "Query parameters that are not documented are refused.",
      open: "G3",
      fault: () =>
        around(lists, async ({ query }, proceed) =>
          Object.keys(query).every((name) => parameters.includes(name)) ? proceed() : refused(422),
        ),
    },
    "offsets-refused": {
      does: "A bound has to be in UTC.",
      open: "G11",
      fault: () =>
        around("listConversations", async ({ query: { start_time, end_time } }, proceed) =>
          [start_time, end_time].some((time) => time !== undefined && /[+-]\d\d:\d\d$/.test(time))
            ? refused(400)
            : proceed(),
        ),
    },
    "reversed-times-refused": {
      does: "An end before the start is refused.",
      open: "R5",
      fault: () =>
        around("listConversations", async ({ query: { start_time, end_time } }, proceed) =>
          start_time !== undefined &&
          end_time !== undefined &&
          Date.parse(end_time) < Date.parse(start_time)
            ? refused(422)
            : proceed(),
        ),
    },
    "long-names-refused": {
      does: "A name of more than 255 characters is refused.",
      open: "F17: names of chatbots",
      fault: () =>
        around(["createChatbot", "updateChatbot"], async ({ body: sent }, proceed) =>
          String(at(sent, "name") ?? "").length > 255 ? refused(422) : proceed(),
        ),
    },
    "blank-flows-are-valid": {
      does: "A flow without states is valid.",
      open: "F16",
      fault: () =>
        handling("validateFlow", async (call, next, others) => {
          const flow = at((await others.getFlow?.(call))?.body, "flow");
          const answer = await next(call);
          return isObject(flow) && Object.keys(flow).length === 0
            ? { ...answer, body: { valid: true, errors: [], warnings: [] } }
            : answer;
        }),
    },
    "names-of-flows-are-unique": {
      does: "A chatbot has one flow of a name.",
      open: "F17",
      fault: () =>
        handling("createFlow", async (call, next, others) => {
          const listed = at((await others.listFlows?.({ ...call, query: {} }))?.body, "items");
          const taken =
            Array.isArray(listed) && listed.some((one) => at(one, "name") === call.body.name);
          return taken
            ? { status: 409, body: { detail: "There is a flow of this name." } }
            : next(call);
        }),
    },
  },
  { features: true },
);
