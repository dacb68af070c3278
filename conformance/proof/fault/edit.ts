import { isObject } from "../../contract/json.ts";

/** What becomes of a value at a place; `undefined` takes the member away. */
export type Change = (value: unknown) => unknown;

/**
 * A copy of a JSON value, changed at a place: `data.*.labels`, `data.1.contact`, `meta.total`. A number is an item, `*` is
 * every item, and the empty place is the value itself. Where the place leads nowhere, nothing changes.
 */
export function edit(value: unknown, place: string, change: Change): unknown {
  return place === "" ? change(value) : editAt(value, place.split("."), change);
}

function editAt(value: unknown, [step, ...rest]: readonly string[], change: Change): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      if (step !== "*" && step !== String(index)) return [item];
      const edited = editAt(item, rest, change);
      return edited === undefined ? [] : [edited];
    });
  }
  // A member that is not there can be added, but nothing can be changed inside it.
  if (!isObject(value) || (rest.length > 0 && !Object.hasOwn(value, step))) return value;
  const edited = editAt(value[step], rest, change);
  const { [step]: _, ...others } = value;
  return edited === undefined ? others : { ...value, [step]: edited };
}
