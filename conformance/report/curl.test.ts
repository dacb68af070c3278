import { describe, expect, it } from "vitest";
import { curlLine } from "./curl.ts";
import type { ExchangeReport } from "./report.ts";

type Request = ExchangeReport["request"];

const base = "https://staging.example.com/v1";
const request = (given: Partial<Request>): Request => ({
  method: "GET",
  url: `${base}/conversations`,
  headers: {},
  ...given,
});
const authorization = "Bearer $SAHUT_KEY";

describe("curlLine", () => {
  it.each<[string, Partial<Request>, string]>([
    ["a GET", {}, 'curl -i "$SAHUT_URL/conversations"'],
    [
      "a query and a key",
      { url: `${base}/a?page=2&per_page=5`, headers: { authorization } },
      'curl -i "$SAHUT_URL/a?page=2&per_page=5" -H "Authorization: Bearer $SAHUT_KEY"',
    ],
    [
      "a PATCH",
      {
        method: "PATCH",
        url: `${base}/conversations/conv_1`,
        headers: { "content-type": "application/json", authorization },
        body: '{"status":"open"}',
      },
      'curl -i -X PATCH "$SAHUT_URL/conversations/conv_1" -H "Authorization: Bearer $SAHUT_KEY" ' +
        "-H 'Content-Type: application/json' -d '{\"status\":\"open\"}'",
    ],
    [
      "a POST with a body",
      { method: "POST", headers: { "content-type": "text/plain" }, body: "@a" },
      "curl -i \"$SAHUT_URL/conversations\" -H 'Content-Type: text/plain' --data-raw '@a'",
    ],
    [
      "a POST without a body",
      { method: "POST" },
      "curl -i -X POST \"$SAHUT_URL/conversations\" -H 'Content-Length: 0'",
    ],
    ["a HEAD", { method: "HEAD" }, 'curl -I "$SAHUT_URL/conversations"'],
    [
      "Basic credentials",
      { headers: { authorization: "Basic base64($SAHUT_KEY:)" } },
      'curl -i "$SAHUT_URL/conversations" -u "$SAHUT_KEY:"',
    ],
    [
      "another host",
      { url: "https://other.example.com/v1" },
      "curl -i 'https://other.example.com/v1'",
    ],
    ["a longer path than the base", { url: `${base}x` }, `curl -i '${base}x'`],
    ["brackets", { url: `${base}/a?b[]=1` }, 'curl -i -g "$SAHUT_URL/a?b[]=1"'],
    ["what is no URL", { url: "nowhere" }, "curl -i 'nowhere'"],
  ])("writes %s", (_, given, want) => {
    expect(curlLine("sahut", base, request(given))).toBe(want);
  });

  it("is one line, whatever the body holds", () => {
    const body = "a\nb\r\t\u0000\u001b\u0085\u2028\\n";
    const line = curlLine("sahut", base, request({ method: "POST", body }));
    expect(line).not.toMatch(/[\p{Cc}\u2028]/u);
  });
});
