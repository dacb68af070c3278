import { describe, expect, test } from "vitest";
import { isLoopback, listenAddress } from "./address.ts";

test.each([
  ["127.0.0.1:4030", { host: "127.0.0.1", port: 4030 }],
  ["0.0.0.0:80", { host: "0.0.0.0", port: 80 }],
  ["[::1]:4030", { host: "::1", port: 4030 }],
  ["localhost:0", { host: "localhost", port: 0 }],
  ["4030", { host: "127.0.0.1", port: 4030 }],
])("%s is where to listen", (text, address) => {
  expect(listenAddress(text)).toEqual(address);
});

test.each(["", "localhost", "127.0.0.1:", "127.0.0.1:65536", "http://127.0.0.1:80", "::1:4030"])(
  "%j is no place to listen",
  (text) => {
    expect(listenAddress(text)).toBeUndefined();
  },
);

describe("a target on this machine", () => {
  test.each([
    "http://127.0.0.1:4010/v1",
    "http://localhost/",
    "http://[::1]:80",
    "http://127.8.9.1/",
  ])("is at %s", (url) => expect(isLoopback(url)).toBe(true));

  test.each(["https://example.com", "http://10.0.0.1/", "http://localhost.example.com", "nothing"])(
    "is not at %s",
    (url) => expect(isLoopback(url)).toBe(false),
  );
});
