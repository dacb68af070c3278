import { expectTypeOf, test } from "vitest";
import type { operations } from "../../generated/sahut/types.ts";
import type { validators } from "../../generated/sahut/validators.js";
import type { Handlers } from "./handlers.ts";

type SahutHandlers = Handlers<operations, typeof validators>;
type Get = SahutHandlers["getConversation"];

const conversation = {
  id: "conv_1",
  status: "open",
  channel: { id: "ch_1", type: "whatsapp", name: "Main" },
  contact: { id: "ct_1", name: "Budi" },
  labels: [],
  created_at: "2024-03-15T08:30:00Z",
  updated_at: "2024-03-15T08:30:00Z",
} as const;

test("an answer that the contract has compiles", () => {
  const get: Get = async () => ({ status: 200, body: { data: { ...conversation, labels: [] } } });
  expectTypeOf(get).toBeFunction();
});

test("a status that the contract does not have does not compile", () => {
  // @ts-expect-error: getConversation has no 202.
  const get: Get = async () => ({ status: 202, body: { data: conversation } });
  expectTypeOf(get).toBeFunction();
});

test("a body that the contract does not have does not compile", () => {
  const { id: _, ...nameless } = conversation;
  // @ts-expect-error: a conversation has an id.
  const get: Get = async () => ({ status: 200, body: { data: { ...nameless, labels: [] } } });
  expectTypeOf(get).toBeFunction();
});

test("the body of another status does not compile", () => {
  const body = { error: { code: "not_found", message: "No", status: 404 } } as const;
  // @ts-expect-error: this is the body of 404.
  const get: Get = async () => ({ status: 422, body });
  expectTypeOf(get).toBeFunction();
});

test("a missing handler does not compile", () => {
  function withoutSend({ sendMessage: _, ...others }: SahutHandlers): SahutHandlers {
    // @ts-expect-error: sendMessage is missing.
    return others;
  }
  expectTypeOf(withoutSend).toBeFunction();
});

test("a call has what the validators vouch for: numbers, and the defaults filled in", () => {
  type Call = Parameters<SahutHandlers["listConversations"]>[0];
  expectTypeOf<Call["query"]["page"]>().toEqualTypeOf<number>();
  expectTypeOf<Call["body"]>().toBeUndefined();
  type SendCall = Parameters<SahutHandlers["sendMessage"]>[0];
  expectTypeOf<SendCall["path"]>().toEqualTypeOf<{ conversation_id: string }>();
});
