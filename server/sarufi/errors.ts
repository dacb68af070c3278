import type { ErrorBodies, Problem } from "../contract/problem.ts";

/** Sarufi's error body: `detail`, a text. */
export const errorBodies: ErrorBodies = (problem) => ({
  status: status(problem),
  body: detail(problem.kind === "unauthorized" ? "Invalid or expired API key." : problem.message),
});

function status({ kind }: Problem): number {
  switch (kind) {
    case "unauthorized":
      return 401;
    case "forbidden":
      return 403;
    case "rate-limited":
      return 429;
    case "no-route":
      return 404;
    case "wrong-method":
      return 405;
    case "malformed":
      return 400;
    case "schema":
      // The documentation has both 400 and 422 for a bad body: 422 where it breaks its schema.
      return 422;
    case "internal":
      return 500;
  }
}

export const chatbotNotFound = { status: 404, body: { detail: "Chatbot not found" } } as const;
export const flowNotFound = { status: 404, body: { detail: "Flow not found" } } as const;

export function detail(text: string): { detail: string } {
  return { detail: text };
}
