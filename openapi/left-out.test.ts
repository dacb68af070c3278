import { join } from "node:path";
import { expect, test } from "vitest";
import { ajvSchemas, makeAjv } from "./generate/ajv.ts";
import { readApi } from "./generate/api.ts";
import { isObject, type JsonObject, objectOf } from "./generate/json.ts";
import { dereference } from "./generate/operations.ts";

const contact = ["company", "email", "phone"];
const conversation = ["assignee", "contact.phone"];
const chatbot = ["category", "description"];
const chat = ["contact_name", "last_message_at", "unread_count", "user_phone"];

/**
 * What a success may do without, of all that its documented example shows: members of which the documentation does not
 * say what stands in their place where there is nothing to show. Everything else in the examples is promised.
 */
const mayBeLeftOut: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sahut: {
    createContact: [...contact, "custom_attributes"],
    createConversation: conversation,
    deleteWebhook: ["id"],
    getContact: contact,
    getConversation: conversation,
    listContacts: contact,
    listConversations: conversation,
    updateContact: contact,
    updateConversation: conversation,
  },
  sarufi: {
    createChatbot: chatbot,
    getChatbot: chatbot,
    getConversation: chat,
    getMe: ["api_key.last_used_at"],
    listChatbots: ["description", "next_cursor"],
    listConversationMessages: ["message.text", "response.text", "next_cursor"],
    listConversations: [...chat, "next_cursor"],
    updateChatbot: chatbot,
  },
};

/** Objects of the customer's own; what they hold is nobody's promise. */
const theirOwn = /^(flow|data\.custom_attributes)\./;

test.each(["sahut", "sarufi"])(
  "an answer of %s has all that its example has, or breaks the contract",
  async (name) => {
    const { contract, operations } = await readApi(join(import.meta.dirname, ".."), name);
    const ajv = makeAjv(ajvSchemas(contract));
    for (const { operationId, path, method, responses } of operations) {
      const { [path]: methods } = objectOf(contract.paths);
      const answers = objectOf(objectOf(objectOf(methods)[method]).responses);
      const spared = responses
        .filter(({ status }) => status.startsWith("2"))
        .flatMap(({ status, body }) => {
          const fits = ajv.getSchema(`contract${body.pointer}`);
          return examplesOf(contract, dereference(contract, answers[status]))
            .flatMap(withoutOne)
            .filter(([member, rest]) => !theirOwn.test(member) && fits?.(rest) === true)
            .map(([member]) => member.replace(/^(data|items|conversations|messages)(\[\])?\./, ""));
        });
      const expected = new Set(mayBeLeftOut[name]?.[operationId]);
      expect(new Set(spared), operationId).toEqual(expected);
    }
  },
);

function examplesOf(contract: JsonObject, answer: unknown): unknown[] {
  const { examples } = objectOf(objectOf(objectOf(answer).content)["application/json"]);
  return Object.values(objectOf(examples)).map(
    (example) => objectOf(dereference(contract, example)).value,
  );
}

/** The value without one of its members, for every member at any depth, with the path to what is missing. */
function withoutOne(value: unknown): [path: string, rest: unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) =>
      withoutOne(each).map(([path, rest]): [string, unknown] => [
        `[].${path}`,
        value.with(index, rest),
      ]),
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const { [name]: _, ...others } = value;
    const deeper = withoutOne(member).map(([path, rest]): [string, unknown] => [
      `${name}.${path}`.replace(".[]", "[]"),
      { ...value, [name]: rest },
    ]);
    return [[name, others] satisfies [string, unknown], ...deeper];
  });
}
