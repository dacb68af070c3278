import { sahutDemo } from "../../../server/demo/sahut.ts";
import { isObject, type JsonObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { around, leaving } from "../fault/fault.ts";
import { variantsOf } from "./variant.ts";

const validationError = {
  status: 422,
  body: { error: { code: "validation_error", message: "Not possible", status: 422 } },
  headers: {},
};

const shifted = ({ updated_at }: JsonObject, seconds = 0): string =>
  new Date(Date.parse(String(updated_at)) + seconds * 1000).toISOString().replace(".000Z", "Z");

export const silentVariants = variantsOf(
  "sahut",
  {
    "unknown-routes-are-400": {
      does: "A route that there is not is a bad request.",
      open: "G7",
      fault: () => ({
        around: async (operation, ctx, next) => {
          await next();
          if (operation === undefined && ctx.status === 404) ctx.status = 400;
        },
      }),
    },
    "unknown-before-unauthorized": {
      does: "Whether a conversation is there is looked at before the key.",
      open: "G14",
      fault: () =>
        around("getConversation", async ({ authorization }, proceed) => {
          if (authorization !== null) return proceed();
          const known = await proceed({ authorization: `Bearer ${sahutDemo.key}` });
          return known.status === 404 ? known : proceed({ authorization: null });
        }),
    },
    "unknown-agents-refused": {
      does: "A filter for an agent that there is not is refused.",
      open: "V2",
      fault: () =>
        around("listConversations", async ({ query: { assignee_id } }, proceed) =>
          assignee_id?.includes("CONCORDAT") === true ? validationError : proceed(),
        ),
    },
    "every-change-moves-the-time": {
      does: "A change moves `updated_at`, also one to what there is already.",
      open: "V9",
      fault: () => {
        // The clock of a proof stands still, so the time that passes with each change is added.
        const seconds = new Map<unknown, number>();
        const later = (conversation: unknown): unknown =>
          isObject(conversation) && seconds.has(conversation.id)
            ? { ...conversation, updated_at: shifted(conversation, seconds.get(conversation.id)) }
            : conversation;
        const operations = ["getConversation", "updateConversation", "listConversations"];
        return leaving(operations, ({ status, body }, { method }) => {
          const data = at(body, "data");
          if (status !== 200 || !isObject(body)) return {};
          if (method === "PATCH") {
            const id = at(data, "id");
            seconds.set(id, (seconds.get(id) ?? 0) + 1);
          }
          return { body: { ...body, data: Array.isArray(data) ? data.map(later) : later(data) } };
        });
      },
    },
  },
  { features: true },
);
