import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearbyId } from "./nearby-id.ts";

/** Characters of one kind look alike: `conv_01HX` is `aaaa_00AA`. */
const kindsOf = (id: string) =>
  id.replace(/\d/g, "0").replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A");

/** Ids as services make them: letters, digits and what stands between, at least one of them at the end. */
const ids = fc.stringMatching(/^[A-Za-z0-9_.:-]{0,40}[A-Za-z0-9][_.:-]{0,12}$/);

test("a nearby id is another one, as long and of the same kinds of characters", () => {
  fc.assert(
    fc.property(ids, (id) => {
      fc.pre(!/^\d{1,12}$/.test(id));
      const nearby = nearbyId(id);
      expect(nearby).not.toBe(id);
      expect(kindsOf(nearby)).toBe(kindsOf(id));
    }),
  );
});

test("a short number becomes a large one", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,12}$/), (id) => {
      expect(nearbyId(id)).toMatch(/^9\d{12}$/);
      expect(Number.isSafeInteger(Number(nearbyId(id)))).toBe(true);
    }),
  );
});

test("a UUID stays one of its version", () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), (id) => {
      expect(nearbyId(id)).not.toBe(id);
      expect(nearbyId(id)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

test("a ULID stays one of its millisecond", () => {
  fc.assert(
    fc.property(fc.ulid(), (id) => {
      expect(nearbyId(id)).not.toBe(id);
      expect(nearbyId(id)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
      expect(nearbyId(id).slice(0, 10)).toBe(id.slice(0, 10));
    }),
  );
});

describe("the prefix of an id", () => {
  test.each(["conv_01HX2B9K3M5N7P", "team_support_01", "01HX1A0000CHATB0T000000001"])(
    "of %s is kept",
    (id) => {
      expect(nearbyId(id).slice(0, 5)).toBe(id.slice(0, 5));
    },
  );
});
