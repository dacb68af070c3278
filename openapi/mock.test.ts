import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSahutClient } from "../generated/sahut/client.ts";
import { validators as sahut } from "../generated/sahut/validators.js";
import { createSarufiClient } from "../generated/sarufi/client.ts";
import {
  type OperationValidators,
  validators as sarufi,
  type Validator,
} from "../generated/sarufi/validators.js";
import { readApi } from "./generate/api.ts";
import { validRequest } from "./mock/valid-request.ts";
import { type Mocks, startMocks } from "./mock.ts";

const known: Readonly<Record<string, Readonly<Record<string, OperationValidators>>>> = {
  sahut,
  sarufi,
};
const contracts = await Promise.all(
  Object.keys(known).map((name) => readApi(join(import.meta.dirname, ".."), name)),
);
const operations = contracts.flatMap(({ name, contract, operations }) =>
  operations.map(({ operationId, path, method }) => {
    const request = validRequest(contract, path, method);
    return { name, operationId, request, responses: known[name]?.[operationId]?.responses ?? {} };
  }),
);

/** What a validator says against a body; empty when it accepts it. */
function problems(validator: Validator<unknown> | undefined, body: unknown): unknown {
  if (validator === undefined) return "the contract does not have this answer";
  return validator(body) ? [] : [validator.errors, body];
}

describe.each([
  ["static", { dynamic: false, repetitions: 1 }],
  ["dynamic", { dynamic: true, repetitions: 5 }],
])("a %s mock", (_, { dynamic, repetitions }) => {
  let mocks: Mocks;

  beforeAll(async () => {
    mocks = await startMocks({ dynamic });
  });
  afterAll(() => mocks?.close());

  const urlOf = (name: string) => String(mocks.apis.find((api) => api.name === name)?.url);

  test.each(operations)(
    "answers $operationId as the contract promises",
    async ({ name, request, responses }) => {
      for (let times = 0; times < repetitions; times += 1) {
        const response = await fetch(urlOf(name) + request.path, request.init);
        expect(response.status).toBeLessThan(300);
        if (response.status === 204) continue;
        const body = await response.json();
        expect(problems(responses[String(response.status)], body)).toEqual([]);
      }
    },
  );

  test.each(operations)(
    "gives $operationId every answer that is asked for",
    async ({ name, request, responses }) => {
      for (const [status, validator] of Object.entries(responses)) {
        const headers = new Headers(request.init.headers);
        headers.set("prefer", `code=${status}`);
        const response = await fetch(urlOf(name) + request.path, { ...request.init, headers });
        expect(String(response.status)).toBe(status);
        expect([status, problems(validator, await response.json())]).toEqual([status, []]);
      }
    },
  );

  test("serves the typed clients", async () => {
    const inbox = createSahutClient({ key: "sk_mock", baseUrl: urlOf("sahut") });
    const list = await inbox.GET("/conversations", { params: { query: { status: "open" } } });
    expect(list.error).toBeUndefined();
    expect(list.data?.meta.page).toEqual(expect.any(Number));
    const bot = createSarufiClient({ key: "sk_mock", baseUrl: urlOf("sarufi") });
    const params = { path: { chatbot_id: "01JMXYZ123ABC" } };
    const session = await bot.POST("/chatbots/{chatbot_id}/chat/sessions", { params });
    expect(session.data?.session_id).toEqual(expect.any(String));
  });

  test.each([
    ["without a key", 401, "/conversations", ""],
    ["with a parameter that is not allowed", 422, "/conversations?per_page=101", "Bearer sk_mock"],
    ["to a path that does not exist", 404, "/nowhere", "Bearer sk_mock"],
  ])("refuses a request %s", async (_, status, path, authorization) => {
    const response = await fetch(
      urlOf("sahut") + path,
      authorization ? { headers: { authorization } } : {},
    );
    expect(response.status).toBe(status);
  });

  test("refuses a body that is not valid", async () => {
    const { error, response } = await createSahutClient({
      key: "sk_mock",
      baseUrl: urlOf("sahut"),
      // @ts-expect-error: contact_id and channel_id are missing.
    }).POST("/conversations", { body: {} });
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ error: { status: expect.any(Number) } });
  });
});

test("a port of which the second API has none is refused before anything starts", async () => {
  await expect(startMocks({ port: 65535 })).rejects.toThrow(
    "Each API takes a port, from 65535 to 65536; the highest is 65535.",
  );
});
