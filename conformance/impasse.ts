import type { Operation } from "./contract/contract.ts";
import { documentedFor } from "./contract/documented.ts";
import { isJsonType } from "./contract/media-type.ts";
import { isSuccess } from "./evidence.ts";
import type { Exchange } from "./model.ts";

/**
 * Why the first answer of a run makes any other pointless, as one paragraph for people: nobody there, the key refused,
 * a redirect, something other than JSON. Undefined when the run can go on, as it can when what calls itself JSON is broken.
 * What the operation documents is no impasse: it may redirect, answer a page, or be closed to some keys.
 */
export function impasse(
  { request, response, failure, call }: Exchange,
  operation?: Operation,
): string | undefined {
  const { origin } = new URL(request.url);
  if (response === undefined) {
    return `${origin} does not answer: ${failure ?? "no answer"}. Is the deployment running, and is the URL right?`;
  }
  const { status, headers } = response;
  const isOpen = operation !== undefined && !operation.secured;
  if (call.authorization === undefined && !isOpen && (status === 401 || status === 403)) {
    return `The key was refused: ${request.method} ${request.url} was answered ${status}. Give a key that is valid there, by --key or in the configuration.`;
  }
  if (status >= 300 && status < 400 && operation?.responses.has(String(status)) !== true) {
    return `${request.url} redirects (${status}) to ${headers.location ?? "an unnamed place"}. Redirects are not followed, so that the key goes nowhere else; give the final URL.`;
  }
  if (
    isSuccess(response) &&
    expectsJson(operation, status) &&
    response.json === undefined &&
    !claimsJson(headers["content-type"])
  ) {
    return `${request.url} answers ${status} with ${headers["content-type"] ?? "an unnamed media type"} and no JSON: this looks like a web page, not the API. Is the base URL right?`;
  }
  return undefined;
}

const claimsJson = (type = ""): boolean => /^application\/([\w.-]+\+)?json\b/i.test(type.trim());

/** Without a word on the status JSON is expected, since both a page and an API answer 200. */
function expectsJson(operation: Operation | undefined, status: number): boolean {
  const documented = operation && documentedFor(operation, status);
  return documented === undefined || [...documented.content.keys()].some(isJsonType);
}
