import { describe, expect, test } from "vitest";
import { deliveryOf } from "../testing/delivery.ts";
import { attemptsAt, namingIn } from "./delivery.ts";

describe("the name of an event", () => {
  test.each([
    ["at the top", { event: "message.created" }, "event"],
    ["in a member", { meta: { type: "message.created" }, data: { id: "msg_1" } }, "meta.type"],
    [
      "further out before further in",
      { data: { last: "contact.created" }, type: "message.created" },
      "type",
    ],
  ])("is found %s", (_, json, place) => {
    expect(namingIn(deliveryOf(json))).toEqual({ place, name: "message.created" });
  });

  test("is found in a header", () => {
    const headers = { "x-event": "contact.updated" };
    expect(namingIn(deliveryOf({ id: 1 }, { headers }))).toEqual({
      place: "header x-event",
      name: "contact.updated",
    });
  });

  test.each([[{ event: "message.deleted" }], [["message.created"]], ["message.created"], [null]])(
    "is not found in %j",
    (json) => expect(namingIn(deliveryOf(json))).toBeUndefined(),
  );
});

describe("the attempts to tell one thing", () => {
  const told = (event: string, id: string, number: number) =>
    deliveryOf({ event, data: { id } }, { number });

  test("name its event and its id", () => {
    const attempts = attemptsAt(
      [
        told("conversation.created", "conv_1", 1),
        told("conversation.created", "conv_2", 2),
        told("conversation.updated", "conv_1", 3),
        told("conversation.created", "conv_1", 4),
      ],
      "conv_1",
    );
    expect(attempts.map(({ number }) => number)).toEqual([1, 4]);
  });

  test("are none where nothing shows the id", () => {
    expect(attemptsAt([told("conversation.created", "conv_2", 1)], "conv_1")).toEqual([]);
  });
});
