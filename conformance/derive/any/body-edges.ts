import type { Contract, RequestBody } from "../../contract/contract.ts";
import { canProduce } from "../../contract/media-type.ts";
import type { Level } from "../../model.ts";
import type { Edge } from "../edges.ts";
import { inWords } from "../in-words.ts";
import { edgeValues } from "../values/edges.ts";
import { randomInstances } from "../values/random.ts";
import type { Schemas } from "../values/schemas.ts";
import { bodiesOf, notWithThis } from "./bodies.ts";
import { partsIn } from "./body-parts.ts";
import { isIdName } from "./names.ts";
import { placeName, withPart } from "./place.ts";

/** Valid bodies besides the control's: examples, the smallest, the fullest, each edge of each part, three random ones. */
export function bodyEdges(
  contract: Contract,
  schemas: Schemas,
  body: RequestBody,
  seed: number,
): readonly Edge[] {
  const { examples, minimal, full, control } = bodiesOf(contract, schemas, body);
  if (control === undefined || !canProduce(body.mediaType)) return [];
  const { schema } = body.schema;
  // What is made up may clash with rules that no schema says: that this excludes that, or has to exist.
  const whole = (slug: string, what: string, value: unknown, level: Level): readonly Edge[] =>
    value === undefined
      ? []
      : [{ slug: `body/${slug}`, what, level, apply: (valid) => ({ ...valid, body: value }) }];
  const parts = partsIn(schemas, schema, control).flatMap(({ place, schema: part }) =>
    place.length === 0 || isIdName(place.findLast((step) => step !== "0") ?? "")
      ? []
      : edgeValues(schemas, part)
          .filter(({ value }) => schemas.fits(schema, withPart(control, full, place, value)))
          .map(
            ({ slug, value }): Edge => ({
              slug: `body/${placeName(place)}/${slug}`,
              what: `\`${placeName(place)}\` ${inWords(value)}`,
              level: "should",
              apply: (valid) => {
                const changed = withPart(valid.body, full, place, value);
                if (!schemas.fits(schema, changed)) notWithThis("is not valid");
                return { ...valid, body: changed };
              },
            }),
          ),
  );
  const [, ...others] = examples.size > 0 ? [...examples] : [["", undefined] as const];
  return unlikeEach(
    [
      ...others.flatMap(([name, value]) =>
        whole(`accepts-example-${name}`, `the example \`${name}\``, value, "should"),
      ),
      ...whole("minimal", "a body with nothing but what is required", minimal, "observe"),
      ...whole("full", "a body with every member", full, "observe"),
      ...parts,
      ...randomInstances(schemas, schema, 3, seed).flatMap((value, i) =>
        whole(
          `random-${i + 1}`,
          `a random body, the ${ordinals[i]} of seed ${seed}`,
          value,
          "observe",
        ),
      ),
    ],
    control,
  );
}

const ordinals = ["first", "second", "third"];

/** Without those that say the same as the control or as an earlier one. */
function unlikeEach(edges: readonly Edge[], control: unknown): readonly Edge[] {
  const seen = new Set([JSON.stringify(control)]);
  return edges.filter((edge) => {
    const body = JSON.stringify(
      edge.apply({ operationId: undefined, purpose: "", body: control }).body,
    );
    const isNew = !seen.has(body);
    seen.add(body);
    return isNew;
  });
}
