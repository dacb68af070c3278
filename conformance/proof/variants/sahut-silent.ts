import { sahutDemo } from "../../../server/demo/sahut.ts";
import { isObject, type JsonObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { around, handling, leaving } from "../fault/fault.ts";
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
    "large-bodies-are-413": {
      does: "A large body is answered 413.",
      open: "G6: size",
      fault: () => ({
        around: async (_, ctx, next) => {
          await next();
          if (Number(ctx.get("Content-Length")) > 1_000_000) ctx.status = 413;
        },
      }),
    },
    "content-of-4096-characters": {
      does: "A longer message than WhatsApp takes is refused.",
      open: "M1: length",
      fault: () =>
        around("sendMessage", async ({ body }, proceed) =>
          String(at(body, "content") ?? "").length > 4096 ? validationError : proceed(),
        ),
    },
    "surplus-variables-refused": {
      does: "A variable that a template has not is refused.",
      open: "M2",
      fault: () =>
        around("sendMessage", async ({ body }, proceed) =>
          at(body, "template_variables", "concordat") === undefined ? proceed() : validationError,
        ),
    },
    "free-text-refused-on-whatsapp": {
      does: "Free text is refused on WhatsApp in a conversation in which the customer has said nothing.",
      open: "M5",
      fault: () => {
        const own = new Set<unknown>();
        return handling(["createConversation", "sendMessage"], async (call, next) => {
          const { content, private: isNote = false, contact_id } = call.body;
          if (contact_id === undefined)
            return typeof content === "string" &&
              isNote !== true &&
              own.has(call.path.conversation_id)
              ? { status: 422, body: validationError.body }
              : next(call);
          const answer = await next(call);
          if (at(answer.body, "data", "channel", "type") === "whatsapp")
            own.add(at(answer.body, "data", "id"));
          return answer;
        });
      },
    },
    "started-without-its-message": {
      does: "A conversation is started although its first message cannot be sent.",
      open: "V8",
      fault: () =>
        handling("createConversation", async (call, next) => {
          const answer = await next(call);
          const { message, ...rest } = call.body;
          if (answer.status === 422 && at(message, "template_id") !== undefined)
            await next({ ...call, body: rest });
          return answer;
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
