import { type Complaint, Refusal, refuseIf } from "./refusal.ts";

export type Members = ReadonlyMap<string, unknown>;

export const isText = (value: unknown): value is string => typeof value === "string";
export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isText);
export const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a value must be, by the member's name; absent members are not asked. */
export type Kinds = Readonly<Record<string, (value: unknown) => boolean>>;

/** Refuses members that there are not, and those whose value is of the wrong kind. */
export function checkKinds(members: Members, kinds: Kinds): void {
  refuseIf(
    [...members].flatMap(([name, value]): Complaint[] => {
      const fits = kinds[name];
      if (fits === undefined) return [[name, "tidak dikenal"]];
      return fits(value) ? [] : [[name, "tidak cocok"]];
    }),
  );
}

/** A text member, or undefined where there is none. */
export function textOf(members: Members, name: string): string | undefined {
  const value = members.get(name);
  return isText(value) ? value : undefined;
}

/** What an id stands for. @throws Refusal where it stands for nothing */
export function found<Item>(items: ReadonlyMap<string, Item>, id: string, what: string): Item {
  const item = items.get(id);
  if (item === undefined) throw new Refusal(404, `${what} tidak ditemukan`);
  return item;
}
