import { isObject } from "../../contract/json.ts";

/**
 * One step into a JSON value: the name of a member, the number of an item, `every` item, or no step at all but a condition:
 * that a member has one of some values, which tells the branches of a `oneOf` apart.
 */
export type Step =
  | { readonly member: string }
  | { readonly item: number | "every" }
  | { readonly tag: string; readonly values: readonly unknown[] };

/** Where a value stands in a body, from its root. */
export type Place = readonly Step[];

/** `data[].contact.name`; `data[1]` is the second item, and `messages[]<text>.text` the text of those messages. */
export const nameOf = (place: Place): string =>
  place
    .map((step) => {
      if ("member" in step) return `.${step.member}`;
      if ("item" in step) return step.item === "every" ? "[]" : `[${step.item}]`;
      return `<${step.values.join("|")}>`;
    })
    .join("")
    .replace(/^\./, "");

/** The same place in one item of the outermost list only; undefined where there is no list. */
export function inItem(place: Place, item: number): Place | undefined {
  const first = place.findIndex((step) => "item" in step);
  return first < 0 ? undefined : place.with(first, { item });
}

/** Takes a member or an item away. */
export const absent = Symbol("absent");

/**
 * A copy of a JSON value, changed at a place; the very same value where there is nothing at that place.
 * @param change what becomes of the value that is there; `absent` takes it away
 */
export function changeAt(
  value: unknown,
  [step, ...rest]: Place,
  change: (old: unknown) => unknown,
): unknown {
  if (step === undefined) return change(value);
  if ("tag" in step)
    return isObject(value) && step.values.includes(value[step.tag])
      ? changeAt(value, rest, change)
      : value;
  if ("member" in step) {
    if (!isObject(value) || !Object.hasOwn(value, step.member)) return value;
    const changed = changeAt(value[step.member], rest, change);
    const { [step.member]: old, ...others } = value;
    if (changed === old) return value;
    return changed === absent ? others : { ...value, [step.member]: changed };
  }
  if (!Array.isArray(value)) return value;
  const items: readonly unknown[] = value;
  const changed = items.map((item, index) =>
    step.item === "every" || step.item === index ? changeAt(item, rest, change) : item,
  );
  if (changed.every((item, index) => item === items[index])) return value;
  return changed.filter((item) => item !== absent);
}

/** The values that stand at a place. */
export function valuesAt(value: unknown, place: Place): readonly unknown[] {
  const found: unknown[] = [];
  changeAt(value, place, (old) => {
    found.push(old);
    return old;
  });
  return found;
}
