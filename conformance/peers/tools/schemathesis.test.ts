import { expect, test } from "vitest";
import { alarmsOf } from "./schemathesis.ts";

/** An event of a report with one failed check. */
function event(message: string): string {
  const failure = { operation: "POST /contacts", title: "Schema-valid request rejected", message };
  return JSON.stringify({ checks: [{ failure_info: { failure } }] });
}

const operationAt = (method: string, path: string) => `${method} ${path}`;

const accepted = "Valid data should have been accepted\nExpected: 2xx";

test("an alarm is a failed check, of its operation", () => {
  expect(alarmsOf(`{"name": "started"}\n${event(accepted)}\n`, { operationAt })).toEqual([
    {
      operations: ["POST /contacts"],
      text: `Schema-valid request rejected\n${accepted}\n`,
    },
  ]);
});

test("a hint says nothing: its names are made at random, line breaks and all", () => {
  const events = ["a`, `b", "a\nb`, `c", "\r\u2028b`"].map((names) =>
    event(`${accepted}\nHint: the request has additional properties (\`${names}\`).`),
  );
  const alarms = alarmsOf(events.join("\n"), { operationAt });
  expect(new Set(alarms.map(({ text }) => text.trim()))).toEqual(
    new Set([`Schema-valid request rejected\n${accepted}`]),
  );
});

test("of a schema, the place is kept, and the value is not", () => {
  const message =
    "'open' is not of type 'number'\n\nSchema at /properties/status:\n\n    {}\n\nValue:\n\n    'open'";
  const [alarm] = alarmsOf(event(message), { operationAt });
  expect(alarm?.text).toContain("Schema at /properties/status:");
  expect(alarm?.text).not.toContain("Value");
});
