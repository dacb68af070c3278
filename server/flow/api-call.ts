import type { ApiCall } from "./action.ts";
import { fillIn, fillInValue, type Variables } from "./variables.ts";

/** A request to another machine, as far as the flow knows it. Who asks is added by who sends it. */
export interface CallRequest {
  /** The state whose action it is. */
  readonly state: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. Absent for GET and DELETE. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What was answered, whatever its status; `body` is a text where it is no JSON. Or that nothing was. */
export type CallAnswer = { readonly status: number; readonly body: unknown } | "failed";

/** Sends the request of an API_CALL, once. It never throws. */
export type Call = (request: CallRequest) => Promise<CallAnswer>;

/** Whether requests of this method have a body. */
export function sendsBody(method: string): boolean {
  return method !== "GET" && method !== "DELETE";
}

/**
 * The request of an API_CALL, filled in.
 *
 * Silent: how values are encoded. In the url they are percent-encoded, unless the url begins with
 * them; in a header what is no visible ASCII is. The automatic body has the text of a click, too.
 */
export function requestOf(
  { method = "GET", url, headers = {}, body = {} }: ApiCall,
  state: string,
  variables: Variables,
  text: string,
): CallRequest {
  const given = Object.entries(headers).map(([name, value]) => [
    name,
    headerText(fillIn(value, variables)),
  ]);
  const automatic = { message: { type: "text", text }, variables };
  const own = Object.entries(body).map(([name, value]) => [name, fillInValue(value, variables)]);
  return {
    state,
    method,
    url: fillIn(url, variables, (value, index) => (index === 0 ? value : encoded(value))),
    headers: Object.fromEntries(given),
    ...(sendsBody(method) ? { body: { ...automatic, ...Object.fromEntries(own) } } : {}),
  };
}

/** A text that a header can hold. */
export function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]+/gu, encoded);
}

/** Percent-encoded; what is half a character becomes U+FFFD, which a text may hold. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
