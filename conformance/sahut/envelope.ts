import { type Check, check, checkAll } from "../check.ts";
import { isObject } from "../contract/json.ts";
import { answered, at, control, describe, isSuccess, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { notNow, notUtc } from "../timestamps.ts";
import { defaultList } from "./inbox.ts";
import { ownConversation } from "./own-conversation.ts";
import { creation } from "./reading.ts";

/** Sends a raw body to create a conversation with, once one was made as it should be. */
async function post(
  { send, use }: ProbeContext,
  purpose: string,
  spoilt: (body: string) => { readonly body: string; readonly contentType: string },
): Promise<Exchange> {
  const made = (await use(ownConversation)).control;
  control(made);
  const raw = spoilt(JSON.stringify(made.call.body));
  return send({
    operationId: undefined,
    purpose,
    raw: { method: "POST", path: "/conversations", ...raw },
  });
}

/** A body that is not JSON. */
export const brokenJson: Probe<{ readonly exchange: Exchange }> = {
  name: "a body that is cut off",
  run: async (context) => ({
    exchange: await post(context, "a body that is cut off", (body) => ({
      body: body.slice(0, -1),
      contentType: "application/json",
    })),
  }),
};

/** Requests that no operation documents: another media type, a body that is a list, unknown routes and methods. */
export interface Stray {
  readonly otherType: Exchange;
  readonly notAnObject: Exchange;
  readonly unknownRoute: Exchange;
  readonly unknownMethod: Exchange;
}

export const stray: Probe<Stray> = {
  name: "requests outside the contract",
  run: async (context) => ({
    otherType: await post(context, "a body of another media type", (body) => ({
      body,
      contentType: "text/plain",
    })),
    notAnObject: await post(context, "a body that is a list", (body) => ({
      body: `[${body}]`,
      contentType: "application/json",
    })),
    unknownRoute: await context.send({
      operationId: undefined,
      purpose: "an unknown route",
      raw: { path: "/concordat-unknown" },
    }),
    unknownMethod: await context.send({
      operationId: undefined,
      purpose: "an unknown method",
      raw: { method: "DELETE", path: "/conversations" },
    }),
  }),
};

const isError = (json: unknown): boolean => isObject(at(json, "error"));

/** What the documentation promises of every answer. */
export const envelopeChecks: readonly Check[] = [
  checkAll("sahut/envelope/success-has-data", [defaultList], (exchanges) => {
    // A 204 says by its number that it has no body.
    const successes = exchanges.filter(
      ({ response }) => response !== undefined && isSuccess(response) && response.status !== 204,
    );
    if (successes.length === 0) untestable("no request succeeded");
    return successes
      .filter(({ response }) => at(response?.json, "data") === undefined)
      .map((exchange) => ({
        message: `${describe(exchange)} succeeds without data`,
        expected: "an object with `data`",
        actual: show(exchange.response?.json ?? exchange.response?.body),
        exchange,
      }));
  }),
  check("sahut/envelope/broken-json-is-refused", brokenJson, ({ exchange }): Finding[] => {
    const { status, json, body } = answered(exchange);
    if (status >= 400 && status < 500 && isError(json)) return [];
    return [
      {
        message: "A body that is not JSON is not refused with an error object",
        expected: "a 4xx with `error`",
        actual: `${status} ${body.slice(0, 80)}`.trim(),
        exchange,
      },
    ];
  }),
  checkAll("sahut/timestamps/are-utc", [defaultList], (exchanges) => notUtc(exchanges)),
  check("sahut/timestamps/creation-is-now", creation, ({ made, reading }) => {
    control(made);
    return notNow(reading, at(control(reading).json, "data", "created_at"), "created_at");
  }),
];
