import { expect, test } from "vitest";
import { check, checkAll } from "../check.ts";
import type { JsonObject } from "../contract/json.ts";
import { answered, refusedWith } from "../evidence.ts";
import type { Call, Exchange, Level } from "../model.ts";
import type { Probe } from "../probe.ts";
import { runSuite } from "../run.ts";
import type { Suite } from "../suite.ts";
import { virtualClock } from "../testing/clock.ts";
import { jsonBody, smallDocument } from "../testing/contract.ts";
import type { ShortAnswer } from "../testing/exchange.ts";
import { suiteOf } from "../testing/suite.ts";
import { scriptedWire } from "../testing/target.ts";
import type { PartCoverage } from "./coverage.ts";

const thing = {
  type: "object",
  required: ["kind"],
  properties: {
    kind: { enum: ["a", "b"] },
    note: { type: "string", maxLength: 5 },
    tags: { type: "array", items: { type: "string" } },
    size: { oneOf: [{ type: "integer", minimum: 0 }, { const: "none" }] },
  },
};

const responses = {
  "200": jsonBody(
    { $ref: "#/components/schemas/Thing" },
    { headers: { "X-Total": { schema: {} } } },
  ),
  "400": { description: "" },
  "500": { description: "" },
};
const root = { components: { schemas: { Thing: thing } } };
const parameters = [
  { name: "size", in: "query", required: true, schema: { type: "integer", maximum: 5 } },
];

/** A judge of one probe, or of everything that was sent. */
interface Judging {
  readonly call?: Partial<Call>;
  readonly level?: Level;
  readonly judge: (suite: string, probe: Probe<{ readonly exchange: Exchange }>) => Suite["checks"];
}

/** Runs one judge over one answer, and gives the parts of the only operation by name. */
async function partsOf(
  document: JsonObject,
  answer: ShortAnswer,
  { call, level = "must", judge }: Judging,
): Promise<Readonly<Record<string, PartCoverage>>> {
  const probe = {
    name: "it",
    run: async ({ send }: { send: (call: Call) => Promise<Exchange> }) => ({
      exchange: await send({ operationId: "listThings", purpose: "it", ...call }),
    }),
  };
  const suite = await suiteOf(document, { checks: judge("things/a/b", probe) }, [
    { id: "things/a/b", statement: "It is so.", level, source: "Guide", operations: [] },
  ]);
  const { coverage } = await runSuite(suite, {
    url: "http://127.0.0.1:4010",
    keys: new Map(),
    fixtures: new Map(),
    features: new Set(),
    clock: virtualClock(),
    wire: scriptedWire([answer]).wire,
    selects: (id) => id === "things/a/b",
  });
  const [operation] = coverage.operations;
  return Object.fromEntries((operation?.parts ?? []).map((part) => [part.part, part]));
}

const Thing = "/components/schemas/Thing";
const body = (where: string): string => `${Thing}${where}`;

const holdsBody: Judging = {
  judge: (id, probe) => [
    check(id, probe, ({ exchange }, { validator, contract }) => {
      const schema = contract.operations
        .get("listThings")
        ?.responses.get("200")
        ?.content.get("application/json");
      validator.problems(schema?.pointer ?? "", answered(exchange).json, "whole");
      return [];
    }),
  ],
};

test("a keyword is asserted where a judge held a body against it, and not where there was nothing to hold", async () => {
  const parts = await partsOf(
    smallDocument({ responses }, root),
    { json: { kind: "a", tags: [], size: 3 } },
    holdsBody,
  );
  const { asserted, unasserted, unreached } = parts["answer 200"] ?? {};
  expect(asserted).toEqual(
    [
      body("/properties/kind"),
      body("/properties/kind/enum"),
      body("/properties/size"),
      body("/properties/size/oneOf"),
      body("/properties/size/oneOf/0/minimum"),
      body("/properties/size/oneOf/0/type"),
      body("/properties/tags"),
      body("/properties/tags/type"),
      body("/required"),
      body("/type"),
    ].sort(),
  );
  expect(unasserted).toEqual(["media type application/json", "status"]);
  expect(unreached).toEqual([
    body("/properties/note"),
    body("/properties/note/maxLength"),
    body("/properties/note/type"),
    body("/properties/size/oneOf/1/const"),
    body("/properties/tags/items/type"),
    "header X-Total",
  ]);
});

test("a status is asserted by who looked at it, a media type and a header by who read them", async () => {
  const read: Judging = {
    judge: (id, probe) => [
      check(id, probe, ({ exchange }) => {
        const { status, headers } = answered(exchange);
        return status === 200 && headers["content-type"] && headers["x-total"] ? [] : [];
      }),
    ],
  };
  const headers = { "content-type": "application/json", "x-total": "1" };
  const parts = await partsOf(
    smallDocument({ responses }, root),
    { json: { kind: "a" }, headers },
    read,
  );
  expect(parts["answer 200"]?.asserted).toEqual([
    "header X-Total",
    "media type application/json",
    "status",
  ]);
  expect(parts["answer 200"]?.unasserted).toContain(body("/properties/kind/enum"));
});

test("who only observes asserts nothing", async () => {
  const parts = await partsOf(
    smallDocument({ responses }, root),
    { json: { kind: "a" } },
    { ...holdsBody, level: "observe" },
  );
  expect(parts["answer 200"]?.asserted).toEqual([]);
  expect(parts["answer 200"]?.unasserted).toContain("status");
});

test("what was not sent was never reached, and a 5xx is not to come", async () => {
  const parts = await partsOf(smallDocument({ responses }, root), { status: 400 }, holdsBody);
  expect(parts["answer 200"]?.unreached).toContain("status");
  expect(parts["answer 400"]?.unasserted).toEqual(["status"]);
  expect(parts["answer 500"]).toBeUndefined();
});

const refused: Judging["judge"] = (id, probe) => [
  check(id, probe, ({ exchange }) => refusedWith(exchange, [400])),
];
const maximum = "/paths/~1things/get/parameters/0/schema/maximum";

test("a constraint of a request has two sides: kept and accepted, broken and refused", async () => {
  const document = smallDocument({ responses, parameters }, root);
  const kept = await partsOf(
    document,
    { json: {} },
    { call: { query: { size: "5" } }, judge: refused },
  );
  expect(kept["request accepted"]?.asserted).toContain(maximum);
  expect(kept["request refused"]?.unreached).toContain(maximum);
  const broken = await partsOf(
    document,
    { status: 400 },
    { call: { query: { size: "6" } }, judge: refused },
  );
  expect(broken["request refused"]?.asserted).toEqual([maximum]);
  expect(broken["request accepted"]?.asserted).toEqual([]);
  const missing = await partsOf(document, { status: 400 }, { judge: refused });
  expect(missing["request refused"]?.asserted).toEqual(["query size required"]);
});

test("who goes through all answers asserts nothing of what was asked", async () => {
  const sweeping: Judging = {
    call: { query: { size: "6" } },
    judge: (id, probe) => [
      checkAll(id, [probe], (exchanges) =>
        exchanges.flatMap((exchange) => (answered(exchange).status < 500 ? [] : [])),
      ),
    ],
  };
  const parts = await partsOf(
    smallDocument({ responses, parameters }, root),
    { status: 400 },
    sweeping,
  );
  expect(parts["answer 400"]?.asserted).toEqual(["status"]);
  expect(parts["request refused"]?.unasserted).toEqual([maximum]);
});

test("what another key is answered says nothing of the rest of the request", async () => {
  const call = { query: { size: "6" }, authorization: null };
  const parts = await partsOf(
    smallDocument({ responses, parameters }, root),
    { status: 400 },
    { call, judge: refused },
  );
  expect(parts["request refused"]?.asserted).toEqual([]);
  expect(parts["request refused"]?.unasserted).toEqual([]);
});
