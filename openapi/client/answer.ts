import { UndocumentedAnswer } from "./undocumented-answer.ts";

/**
 * What an operation answers: one member of the union for each status that the contract documents.
 * `status` and `error` tell them apart, so `data` is there only for those who looked.
 */
export type Answer<Operation> =
  | (Operation extends { responses: infer Responses }
      ? {
          [Status in keyof Responses]: Documented<Status, Body<Responses[Status]>>;
        }[keyof Responses]
      : never)
  | Undocumented;

/** An answer with a documented status, as the contract writes it: `200`, or `"4XX"`. */
type Documented<Status, Body> = Status extends number | string
  ? `${Status}` extends `2${string}`
    ? { status: Status; data: Body; error: undefined; response: Response }
    : { status: Status; data: undefined; error: Body; response: Response }
  : never;

/** An answer that the contract does not describe; `response.status` is the status it has. */
export interface Undocumented {
  status: "undocumented";
  data: undefined;
  error: UndocumentedAnswer;
  response: Response;
}

/** The JSON body of a documented response; undefined where it has none. */
type Body<Response> = Response extends { content: infer Content }
  ? Content[keyof Content & `application/${string}json`]
  : undefined;

/** The statuses of an operation, as the contract writes them: `200`, `"4XX"`, `"default"`. */
export interface Statuses {
  /** Those with a JSON body. */
  readonly json: readonly (number | string)[];
  /** Those without one. */
  readonly bare?: readonly (number | string)[];
}

/** What openapi-fetch returns: a good answer's text, or a failed one's body, parsed if it is JSON. */
export interface Fetched {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** An answer whose type is not known here, but to the caller. */
export interface AnyAnswer {
  status: number | string;
  data: unknown;
  error: unknown;
  response: Response;
}

/** Sorts an answer by what the contract documents. */
export function answerOf(call: string, statuses: Statuses, fetched: Fetched): AnyAnswer {
  const { response } = fetched;
  const names = namesOf(response);
  const bare = names.find((name) => statuses.bare?.includes(name));
  if (bare !== undefined) return { status: bare, data: undefined, error: undefined, response };
  const status = names.find((name) => statuses.json.includes(name));
  const body = response.ok ? parse(fetched.data) : fetched.error;
  if (status === undefined || typeof body === "string" || body === undefined || body === null) {
    const error = new UndocumentedAnswer(call, response, body ?? "");
    return { status: "undocumented", data: undefined, error, response };
  }
  return response.ok
    ? { status, data: body, error: undefined, response }
    : { status, data: undefined, error: body, response };
}

/** How a contract may name a status, the closest name first. `default` stands for errors. */
function namesOf({ status, ok }: Response): (number | string)[] {
  const range = `${Math.floor(status / 100)}XX`;
  return ok ? [status, range] : [status, range, "default"];
}

/** The JSON value of a text, or the text itself where it is not JSON. */
function parse(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}
