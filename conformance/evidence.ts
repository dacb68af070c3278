import type { Exchange, Finding, Response } from "./model.ts";
import { Unanswered, untestable } from "./obstacles.ts";

/** `POST https://…/conversations (why)`, as findings and reasons name an exchange. */
export function describe(exchange: Exchange): string {
  const { method, url } = exchange.request;
  return `${method} ${new URL(url).pathname} (${exchange.call.purpose})`;
}

/** The answer, or the outcome `error` when none came. */
export function answered(exchange: Exchange): Response {
  if (exchange.response === undefined) {
    throw new Unanswered(`${describe(exchange)}: ${exchange.failure ?? "no answer"}`);
  }
  return exchange.response;
}

export const isSuccess = (response: Response): boolean =>
  response.status >= 200 && response.status < 300;

/**
 * The answer of an exchange that the judge builds on: a success with a JSON body. Without it there is nothing to
 * judge, and the requirement is untestable: its control failed.
 */
export function control(exchange: Exchange | undefined): Response {
  if (exchange === undefined)
    return untestable("its control was not sent, since an earlier step failed");
  const response = answered(exchange);
  if (!isSuccess(response)) {
    return untestable(`its control, ${describe(exchange)}, was answered ${response.status}`);
  }
  return response;
}

/** A value inside a JSON body by member names and indexes; undefined where the path leads nowhere. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The string at a path of the body of a control, or untestable: the body does not have the shape it needs. */
export function textAt(
  exchange: Exchange | undefined,
  ...path: readonly (string | number)[]
): string {
  const value = at(control(exchange).json, ...path);
  if (typeof value === "string") return value;
  return untestable(`${exchange && describe(exchange)} has no string at ${path.join(".")}`);
}

/** The array at a path of the body of a control, or untestable. */
export function listAt(
  exchange: Exchange | undefined,
  ...path: readonly (string | number)[]
): readonly unknown[] {
  const value = at(control(exchange).json, ...path);
  if (Array.isArray(value)) return value;
  return untestable(`${exchange && describe(exchange)} has no array at ${path.join(".")}`);
}

/** A value for people: JSON, cut after 160 characters. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

/** What the documentation permits is not refused for what it contains, by 400 or 422. */
export function permitted(exchange: Exchange): Finding[] {
  const { status, body } = answered(exchange);
  if (![400, 422].includes(status)) return [];
  return [
    {
      message: `${describe(exchange)} is documented and refused`,
      expected: "a 2xx",
      actual: `${status} ${body.slice(0, 120)}`.trim(),
      exchange,
    },
  ];
}

/** Findings of a promise that a request is refused with one of the statuses. */
export function refusedWith(exchange: Exchange, statuses: readonly number[]): Finding[] {
  const { status } = answered(exchange);
  if (statuses.includes(status)) return [];
  return [
    {
      message: `${exchange.call.purpose}: the answer is ${status}`,
      expected: statuses.length > 20 ? "a refusal, by a 4xx" : `status ${statuses.join(" or ")}`,
      actual: `status ${status}`,
      exchange,
    },
  ];
}
