import fc from "fast-check";
import { expect, test } from "vitest";
import { symbols } from "./symbols.ts";

const ids = { target: "conv_7", oracle: "01HX" };

test("a call is written in symbols and sent in ids, in names of members too", () => {
  const names = symbols();
  names.bind("{conversation 1}", ids);
  const call = {
    path: { id: "{conversation 1}" },
    body: { "{conversation 1}": ["{conversation 1}"] },
  };
  expect(names.resolve("target", call)).toEqual({
    path: { id: "conv_7" },
    body: { conv_7: ["conv_7"] },
  });
  expect(names.resolve("oracle", call)).toEqual({
    path: { id: "01HX" },
    body: { "01HX": ["01HX"] },
  });
});

test("answers of two servers read alike", () => {
  const names = symbols();
  names.bind("{conversation 1}", ids);
  const [one, other] = [{ data: [{ id: "conv_7", n: 1 }] }, { data: [{ id: "01HX", n: 1 }] }];
  expect(names.recognize("target", one)).toEqual(names.recognize("oracle", other));
});

test("an id inside a text stays what it is", () => {
  const names = symbols();
  names.bind("{conversation 1}", ids);
  expect(names.recognize("target", "see conv_7")).toBe("see conv_7");
});

test("what is written in symbols is recognized after it was resolved", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.uniqueArray(fc.uuid(), { minLength: 2 }), (value, uuids) => {
      const names = symbols();
      const made = uuids.map((id, n) => [`{thing ${n}}`, id] as const);
      for (const [symbol, id] of made) names.bind(symbol, { target: id, oracle: `x${id}` });
      const written = { value, refs: made.map(([symbol]) => symbol) };
      for (const side of ["target", "oracle"] as const)
        expect(names.recognize(side, names.resolve(side, written))).toEqual(written);
    }),
  );
});
