import { join } from "node:path";
import { expect, test } from "vitest";
import { createSahutClient, PageError, UndocumentedAnswer } from "../generated/sahut/client.ts";
import { createSarufiClient } from "../generated/sarufi/client.ts";
import { answering as answers, silent, testClock } from "./client/testing.ts";
import { readApi } from "./generate/api.ts";
import { clientList } from "./generate/client-list.ts";

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

test("a baseUrl that is undefined leaves the contract's server", async () => {
  const { requests, fetch } = answering(200, {});
  await createSahutClient({ key: "k", baseUrl: undefined, fetch }).GET("/conversations");
  expect(requests[0]?.url).toBe("https://api.sahut.id/v1/conversations");
});

test("a 2xx answer is data", async () => {
  const { fetch } = answering(200, { data: [], meta: {} });
  const answer = await createSahutClient({ key: "k", fetch }).GET("/conversations");
  expect(answer).toMatchObject({ status: 200, data: { data: [], meta: {} }, error: undefined });
});

test("an answer that reports an error is a value with the error's body", async () => {
  const body = { error: { code: "unauthorized", message: "Invalid key", status: 401 } };
  const { fetch } = answering(401, body);
  const result = await createSahutClient({ key: "wrong", fetch }).GET("/conversations");
  expect(result).toMatchObject({ status: 401, error: body, response: { status: 401 } });
  expect(result.data).toBeUndefined();
});

test.each([200, 502])("a page with status %i is an error that says so", async (status) => {
  const page = new Response("<html>", { status, headers: { "Content-Type": "text/html" } });
  const client = createSahutClient({ key: "k", fetch: answers(page) });
  const { data, error, response } = await client.GET("/conversations");
  expect(data).toBeUndefined();
  expect(error).toBeInstanceOf(UndocumentedAnswer);
  expect(error).toMatchObject({ body: "<html>" });
  expect(response.status).toBe(status);
});

test("no answer at all is a rejection", async () => {
  const fetch = () => Promise.reject(new TypeError("fetch failed"));
  const call = createSahutClient({ key: "k", fetch }).GET("/conversations");
  await expect(call).rejects.toThrow("fetch failed");
});

test("a call can be aborted", async () => {
  const abort = new AbortController();
  const call = createSahutClient({ key: "k", fetch: silent() }).GET("/conversations", {
    signal: abort.signal,
  });
  abort.abort(new Error("no longer wanted"));
  await expect(call).rejects.toThrow("no longer wanted");
});

test("a call whose time is up is a rejection", async () => {
  const [clock, fetch] = [testClock(), silent()];
  const call = createSahutClient({ key: "k", fetch, timeout: 5_000, clock }).GET("/conversations");
  await expect.poll(() => fetch.requests.length).toBe(1);
  clock.timeOut();
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
});

/** A refusal for now, as Sahut words it. */
const refused = () =>
  Response.json(
    { error: { code: "rate_limited", message: "Slower.", status: 429 } },
    { status: 429, headers: { "Retry-After": "30" } },
  );

test("a refusal for now is an answer like any other", async () => {
  const { status } = await createSahutClient({ key: "k", fetch: answers(refused()) }).GET(
    "/conversations",
  );
  expect(status).toBe(429);
});

test("with retry, a refusal for now is waited out, and the same is sent again", async () => {
  const [clock, fetch] = [testClock(), answers(refused(), Response.json({ data: {} }))];
  const client = createSahutClient({ key: "k", fetch, retry: { attempts: 2 }, clock });
  const body = { contact_id: "ct_1", channel_id: "ch_1" };
  expect((await client.POST("/conversations", { body })).status).toBe(200);
  expect(clock.slept).toEqual([30_000]);
  expect(await Promise.all(fetch.requests.map((request) => request.json()))).toEqual([body, body]);
});

const page = (ids: string[], total_pages: number) =>
  Response.json({ data: ids.map((id) => ({ id })), meta: { total_pages } });

test("a list is walked item by item, with filters and path as given", async () => {
  const fetch = answers(page(["msg_1", "msg_2"], 2), page(["msg_3"], 2));
  const messages = createSahutClient({ key: "k", fetch }).pages(
    "/conversations/{conversation_id}/messages",
    { params: { path: { conversation_id: "conv_1" }, query: { per_page: 2 } } },
  );
  const ids = await Array.fromAsync(messages, ({ id }) => id);
  expect(ids).toEqual(["msg_1", "msg_2", "msg_3"]);
  expect(fetch.requests.map(({ url }) => url.slice(url.lastIndexOf("/")))).toEqual([
    "/messages?per_page=2",
    "/messages?per_page=2&page=2",
  ]);
});

test("a list is walked by its cursors, as they were given", async () => {
  const fetch = answers(
    Response.json({ count: 1, conversations: [{ id: "c1" }], next_cursor: "a+b=" }),
    Response.json({ count: 1, conversations: [{ id: "c2" }] }),
  );
  const conversations = createSarufiClient({ key: "k", fetch }).pages(
    "/chatbots/{chatbot_id}/conversations",
    { params: { path: { chatbot_id: "01J" }, query: { channel: "api", limit: 1 } } },
  );
  expect(await Array.fromAsync(conversations, ({ id }) => id)).toEqual(["c1", "c2"]);
  expect(fetch.requests.map(({ url }) => url.slice(url.lastIndexOf("/")))).toEqual([
    "/conversations?channel=api&limit=1",
    "/conversations?channel=api&limit=1&cursor=a%2Bb%3D",
  ]);
});

test.each([
  ["sahut", ["listConversations", "listMessages", "listContacts"]],
  ["sarufi", ["listConversations", "listConversationMessages", "listChatbots"]],
])("every list of %s that comes in pages can be walked", async (name, expected) => {
  const { contract, operations } = await readApi(join(import.meta.dirname, ".."), name);
  const paged = operations.filter(({ parameters }) =>
    parameters.some((each) => each.in === "query" && ["page", "cursor"].includes(each.name)),
  );
  expect(paged.map(({ operationId }) => operationId)).toEqual(expected);
  expect(paged.filter((each) => clientList(contract, each) === undefined)).toEqual([]);
});

test("a walk that meets an error ends with the answer", async () => {
  const fetch = answers(page(["conv_1"], 2), refused());
  const walked = Array.fromAsync(createSahutClient({ key: "k", fetch }).pages("/conversations"));
  const error = await walked.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PageError);
  expect(error).toMatchObject({ answer: { status: 429 }, query: { page: 2 } });
});

test("a walk can be aborted", async () => {
  const abort = new AbortController();
  const conversations = createSahutClient({ key: "k", fetch: silent() }).pages("/conversations", {
    signal: abort.signal,
  });
  const walked = Array.fromAsync(conversations);
  abort.abort(new Error("no longer wanted"));
  await expect(walked).rejects.toThrow("no longer wanted");
});
