import * as fc from "fast-check";
import { at } from "../evidence.ts";
import { compareFacts, mustAccept } from "../explore/agree.ts";
import { type Journeys, move, which } from "../explore/move.ts";
import { moveOn } from "../explore/on-one.ts";
import { settle } from "../explore/world.ts";

/** The contract of a server that keeps boxes, which hold a number of things. */
export const boxes = {
  openapi: "3.1.0",
  info: { title: "Boxes", version: "1" },
  paths: {
    "/boxes": { post: { operationId: "makeBox", responses: { "201": { description: "" } } } },
    "/boxes/{id}": {
      get: {
        operationId: "readBox",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": { description: "" } },
      },
    },
    "/boxes/{id}/things": {
      post: {
        operationId: "fillBox",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { "201": { description: "" } },
      },
    },
  },
};

/** The promise that every journey here is about. */
export const promise = "things/boxes/hold-what-was-put-in";

const make = move({
  choice: fc.constant(null),
  send: (ask) => ask({ operationId: "makeBox", purpose: "a box" }),
  compare: (world, _, both) => {
    const [target, oracle] = [at(both.target.json, "id"), at(both.oracle.json, "id")];
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const box = world.add("box", { target, oracle });
    if (box !== undefined) settle(box, "things", 0, promise);
    return [];
  },
});

const onBox = (operationId: "fillBox" | "readBox") =>
  moveOn<object>({
    weight: 3,
    kind: "box",
    choice: fc.record({ of: which() }),
    call: (box) => ({
      operationId,
      purpose: `${box.name}: ${operationId}`,
      path: { id: box.symbol },
    }),
    compare: (box, both) =>
      operationId === "fillBox"
        ? mustAccept(both, promise)
        : compareFacts(
            box,
            {
              target: { things: at(both.target.json, "things") },
              oracle: { things: at(both.oracle.json, "things") },
            },
            both.target.exchange,
          ),
  });

/** Journeys that make boxes, fill them and look into them. */
export const journeys: Journeys = {
  topics: [
    { weight: 1, features: [], opening: [], moves: [make, onBox("fillBox"), onBox("readBox")] },
  ],
  prepare: async () => ({ known: {}, texts: {} }),
  rest: () => [],
};
