import { expect, test } from "vitest";
import { createSahutClient } from "../generated/sahut/client.ts";
import { createSarufiClient } from "../generated/sarufi/client.ts";

/** A server in a function: keeps the requests, and gives the same answer to each. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return Response.json(body, { status });
  };
  return { requests, fetch };
}

test("a request carries the key, and goes to the contract's server", async () => {
  const { requests, fetch } = answering(200, {});
  const client = createSahutClient({ key: "sk_1", fetch });
  await client.GET("/conversations", { params: { query: { status: "open", page: 2 } } });
  expect(requests[0]?.url).toBe("https://api.sahut.id/v1/conversations?status=open&page=2");
  expect(requests[0]?.headers.get("authorization")).toBe("Bearer sk_1");
});

test("baseUrl takes the place of the contract's server", async () => {
  const { requests, fetch } = answering(201, {});
  const client = createSarufiClient({ key: "k", baseUrl: "http://localhost:4020", fetch });
  await client.POST("/chatbots/{chatbot_id}/chat/sessions", {
    params: { path: { chatbot_id: "01J/é" } },
  });
  expect(requests[0]?.url).toBe("http://localhost:4020/chatbots/01J%2F%C3%A9/chat/sessions");
  expect(requests[0]?.body).toBeNull();
});

test("a body is sent as JSON", async () => {
  const { requests, fetch } = answering(201, {});
  const client = createSahutClient({ key: "k", fetch });
  const body = { contact_id: "ct_1", channel_id: "ch_1" };
  await client.POST("/conversations", { body });
  expect(requests[0]?.headers.get("content-type")).toBe("application/json");
  expect(await requests[0]?.json()).toEqual(body);
});

test("a 2xx answer is data", async () => {
  const { fetch } = answering(200, { data: [], meta: {} });
  const { data, error } = await createSahutClient({ key: "k", fetch }).GET("/conversations");
  expect({ data, error }).toEqual({ data: { data: [], meta: {} }, error: undefined });
});

test("an answer that reports an error is a value with the error's body", async () => {
  const body = { error: { code: "unauthorized", message: "Invalid key", status: 401 } };
  const { fetch } = answering(401, body);
  const result = await createSahutClient({ key: "wrong", fetch }).GET("/conversations");
  expect(result).toMatchObject({ error: body, response: { status: 401 } });
  expect(result.data).toBeUndefined();
});

test("no answer at all is a rejection", async () => {
  const fetch = () => Promise.reject(new TypeError("fetch failed"));
  const call = createSahutClient({ key: "k", fetch }).GET("/conversations");
  await expect(call).rejects.toThrow("fetch failed");
});
