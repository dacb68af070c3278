import { expect, test } from "vitest";
import { impasse } from "./impasse.ts";
import type { Exchange } from "./model.ts";
import { callOf, exchangeOf } from "./testing/exchange.ts";

const html = { "content-type": "text/html" };

const dead: readonly (readonly [string, Exchange, string])[] = [
  [
    "silence",
    exchangeOf({ failure: "nothing listens there (ECONNREFUSED)" }),
    "http://127.0.0.1:4010 does not answer: nothing listens there (ECONNREFUSED). Is the deployment running, and is the URL right?",
  ],
  [
    "401",
    exchangeOf({ status: 401, json: {} }),
    "The key was refused: GET http://127.0.0.1:4010/v1/things?page=2 was answered 401.",
  ],
  ["403", exchangeOf({ status: 403 }), "The key was refused"],
  [
    "a redirect",
    exchangeOf({ status: 302, headers: { location: "https://login.example.com/" } }),
    "redirects (302) to https://login.example.com/. Redirects are not followed",
  ],
  ["a redirect to nowhere", exchangeOf({ status: 308 }), "(308) to an unnamed place."],
  [
    "a web page",
    exchangeOf({ body: "<h1>Log in</h1>", headers: html }),
    "answers 200 with text/html and no JSON: this looks like a web page, not the API.",
  ],
  ["a success without a type", exchangeOf({ body: "ok" }), "with an unnamed media type"],
];

test.each(dead)("%s ends a run, and says why", (_, exchange, words) => {
  expect(impasse(exchange)).toContain(words);
});

test.each(dead)("%s is told in one paragraph, without the key", (_, exchange) => {
  const { request } = exchange;
  const headers = { ...request.headers, authorization: "Bearer canary-1" };
  const words = impasse({ ...exchange, request: { ...request, headers } });
  expect(words).not.toMatch(/\n|canary/);
});

test.each([
  ["a success", exchangeOf({ json: {} })],
  ["a success with null", exchangeOf({ json: null })],
  [
    "a success that calls itself JSON, and is cut off",
    exchangeOf({
      body: '{"data":',
      headers: { "content-type": "application/json; charset=utf-8" },
    }),
  ],
  ["a refusal", exchangeOf({ status: 400, body: "<h1>", headers: html })],
  ["an unknown path", exchangeOf({ status: 404 })],
  ["a fault", exchangeOf({ status: 500, body: "!" })],
  [
    "401 to a request without a key",
    exchangeOf({ status: 401 }, { call: callOf({ authorization: null }) }),
  ],
])("%s lets it go on", (_, exchange) => {
  expect(impasse(exchange)).toBeUndefined();
});
