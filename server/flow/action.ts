import { closest, distance } from "fastest-levenshtein";
import type { Finding } from "./finding.ts";
import type { Said } from "./message.ts";
import { said, shape } from "./schema.ts";

/** One more message. Its members are silent: `message` is what it is in a state. */
export interface SendMessage {
  readonly type: "SEND_MESSAGE";
  readonly message: Said;
}

/**
 * A request to another machine: https://docs.sarufi.io/docs/developer-api/api-call. `integration`
 * and `path` are left out: this server has no integrations.
 */
export interface ApiCall {
  readonly type: "API_CALL";
  readonly url: string;
  /** Default GET. */
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  /** Merged over the automatic body, and wins; of POST, PUT and PATCH only. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** The variable that keeps what came back, besides `response`. */
  readonly save_to?: string;
  /** Do not wait, keep nothing, go on as after a success. Default false. */
  readonly fire_and_forget?: boolean;
  /** Where an answer of 2xx leads at once. Default: the state's `default`, after its last action. */
  readonly success_transition?: string;
  /** Where any other answer leads, or none. The same default. */
  readonly failure_transition?: string;
}

/** What a state can have done. */
export type Action = SendMessage | ApiCall;

/** Documented, but never run here: no text says what a `CONDITION` looks like, and there is no model. */
const NOT_RUN = ["CONDITION", "LLM_AGENT"];

/** The members that the documentation knows of an action of each type that is run. */
const MEMBERS = {
  SEND_MESSAGE: ["type", "message"],
  API_CALL: [
    ...["type", "url", "method", "headers", "body", "save_to", "fire_and_forget"],
    ...["success_transition", "failure_transition"],
  ],
};

/** The action that was written; undefined for one that is not run. */
export function readAction(value: unknown): Action | undefined {
  return action.fits(value) ? value : undefined;
}

/** Which documented type an action has that this server does not run; undefined for any other. */
export function unrunType(value: unknown): string | undefined {
  const type = typeOf(value);
  return NOT_RUN.find((each) => each === type);
}

/** What is wrong with an action that is written at `path`. Silent: an unknown type is an error. */
export function faultsOfAction(value: unknown, path: string): Finding[] {
  if (unrunType(value) !== undefined) return [];
  if (typeOf(value) === "API_CALL" && hasOwn(value, "integration")) {
    const message = `${path}.integration: this server has no integrations. Give a url.`;
    return [{ path: `${path}.integration`, message }];
  }
  return action.faultsOf(value, path);
}

/**
 * Members that an action has and nobody reads, each with the one that may have been meant. Silent:
 * they are no error.
 */
export function unknownMembers(value: Action): { name: string; meant: string | undefined }[] {
  const known = MEMBERS[value.type];
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const nearest = closest(name, known);
      return { name, meant: distance(name, nearest) <= MOST_SLIPS ? nearest : undefined };
    });
}

/** Letters by which a slip of the pen differs from what was meant, at most. */
const MOST_SLIPS = 3;

function typeOf(value: unknown): unknown {
  return hasOwn(value, "type") ? value.type : undefined;
}

function hasOwn<Name extends string>(
  value: unknown,
  name: Name,
): value is Readonly<Record<Name, unknown>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

const text = { type: "string" };
const action = shape<Action>({
  type: "object",
  discriminator: { propertyName: "type" },
  oneOf: [
    {
      required: ["type", "message"],
      properties: { type: { const: "SEND_MESSAGE" }, message: said },
    },
    {
      required: ["type", "url"],
      properties: {
        type: { const: "API_CALL" },
        url: { type: "string", minLength: 1 },
        method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
        // A field name: RFC 9110, 5.1.
        headers: {
          type: "object",
          propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
          additionalProperties: text,
        },
        body: { type: "object" },
        // A name that a placeholder can hold.
        save_to: { type: "string", pattern: "^[^\\s.[\\]{}]+$" },
        fire_and_forget: { type: "boolean" },
        success_transition: text,
        failure_transition: text,
      },
    },
  ],
});
