import { expect, test } from "vitest";
import type { Operation } from "./document.ts";
import { routesOf } from "./routes.ts";

const operation = (method: string, path: string): Operation => ({
  operationId: `${method} ${path}`,
  method,
  path,
  mediaTypes: undefined,
  bare: [],
  texts: [],
});

const routes = routesOf(
  "/v1",
  [
    operation("GET", "/flows/:id"),
    operation("GET", "/flows/drafts"),
    operation("DELETE", "/flows/:id"),
    operation("POST", "/flows/:id/publish"),
  ].map((one) => ({ operation: one, served: one.operationId })),
);

test.each([
  ["GET", "/v1/flows/drafts", "GET /flows/drafts", {}],
  ["GET", "/v1/flows/draft", "GET /flows/:id", { id: "draft" }],
  ["HEAD", "/v1/flows/drafts", "GET /flows/drafts", {}],
  // It is no GET: the path with a parameter is the only one that has it.
  ["DELETE", "/v1/flows/drafts", "DELETE /flows/:id", { id: "drafts" }],
  ["POST", "/v1/flows/a%20b/publish", "POST /flows/:id/publish", { id: "a b" }],
])("%s %s leads to %s", (method, path, served, params) => {
  expect(routes.find(method, path)).toEqual({ served, params });
});

test.each([
  ["GET", "/flows/drafts"],
  ["GET", "/v1/flows"],
  ["GET", "/v1/Flows/drafts"],
  ["GET", "/v1/flows/drafts/"],
  ["POST", "/v1/flows/drafts"],
])("%s %s leads nowhere", (method, path) => {
  expect(routes.find(method, path)).toBeUndefined();
});

test("a path has the methods of all routes that fit it, HEAD with GET", () => {
  expect(routes.methodsOf("/v1/flows/drafts")).toEqual(["DELETE", "GET", "HEAD"]);
  expect(routes.methodsOf("/v1/flows/x/publish")).toEqual(["POST"]);
  expect(routes.methodsOf("/v1/nowhere")).toEqual([]);
});
