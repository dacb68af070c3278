import type { Request } from "autocannon";
import type { Canned } from "./peers/koa.ts";

/** What a server answers to the first of these requests by each method: the bare server answers the same bytes. */
export async function answersOf(
  url: string,
  requests: readonly Request[],
): Promise<Record<string, Canned>> {
  const answers = new Map<string, Canned>();
  for (const { method = "GET", path, headers = {}, body } of requests) {
    if (answers.has(method)) continue;
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ...(body === undefined ? {} : { body: String(body) }),
    });
    answers.set(method, {
      status: answer.status,
      headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" },
      body: await answer.text(),
    });
  }
  return Object.fromEntries(answers);
}
