import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { isObject } from "../../contract/json.ts";
import { arriving, asked, type Fault, type Where } from "../fault/fault.ts";

const demo: readonly string[] = Object.values(sarufiDemo);

/** Whether an id is of something that was made since the server started. */
export const isNew = (id: string | undefined): boolean => id !== undefined && !demo.includes(id);

const left = (object: unknown, names: readonly string[]) =>
  Object.fromEntries(Object.entries(Object(object)).filter(([name]) => !names.includes(name)));

/** Overlooks parameters, once they have been checked. */
export const overlooks = (operation: Where, ...names: readonly string[]): Fault =>
  asked(operation, ({ query }) => ({ query: left(query, names) }));

/** Overlooks parameters, which then have their defaults. */
export const neverReads = (operation: Where, ...names: readonly string[]): Fault =>
  arriving(operation, ({ query }) => ({
    query: Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name))),
  }));

/** Takes members out of what is written. */
export const drops = (operation: Where, ...names: readonly string[]): Fault =>
  asked(operation, ({ body }) => ({ body: left(body, names) }));

/** Answers to a stranger as if our own workspace had asked. */
export const openToStrangers = (operation: Where): Fault =>
  arriving(operation, ({ authorization }) =>
    authorization === `Bearer ${sarufiDemo.otherWorkspaceKey}`
      ? { authorization: `Bearer ${sarufiDemo.key}` }
      : {},
  );

/** The time some hours later, as a clock in another zone shows it. */
export const laterBy =
  (hours: number) =>
  (time: unknown): string =>
    new Date(Date.parse(String(time)) + hours * 3_600_000).toISOString();

/** Changes an item that some condition holds of, or takes it away. */
export const where =
  (holds: (item: Readonly<Record<string, unknown>>) => boolean, change: object | undefined) =>
  (item: unknown): unknown =>
    isObject(item) && holds(item) ? change && { ...item, ...change } : item;
