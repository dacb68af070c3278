import { isSuccess } from "./evidence.ts";
import type { Exchange } from "./model.ts";

/**
 * Why the first answer of a run makes any other pointless, as one paragraph for people: nobody there, the key refused,
 * a redirect, something other than JSON. Undefined when the run can go on, as it can when what calls itself JSON is broken.
 */
export function impasse({ request, response, failure, call }: Exchange): string | undefined {
  const { origin } = new URL(request.url);
  if (response === undefined) {
    return `${origin} does not answer: ${failure ?? "no answer"}. Is the deployment running, and is the URL right?`;
  }
  const { status, headers } = response;
  if (call.authorization === undefined && (status === 401 || status === 403)) {
    return `The key was refused: ${request.method} ${request.url} was answered ${status}. Give a key that is valid there, by --key or in the configuration.`;
  }
  if (status >= 300 && status < 400) {
    return `${request.url} redirects (${status}) to ${headers.location ?? "an unnamed place"}. Redirects are not followed, so that the key goes nowhere else; give the final URL.`;
  }
  if (isSuccess(response) && response.json === undefined && !claimsJson(headers["content-type"])) {
    return `${request.url} answers ${status} with ${headers["content-type"] ?? "an unnamed media type"} and no JSON: this looks like a web page, not the API. Is the base URL right?`;
  }
  return undefined;
}

const claimsJson = (type = ""): boolean => /^application\/([\w.-]+\+)?json\b/i.test(type.trim());
