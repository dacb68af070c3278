/**
 * What the client's types make of contracts that are not ours. Nothing here runs: the type check
 * reads it, and complains where a line that must be wrong is not.
 */
import type { Client, ItemOf } from "./calls.ts";

interface Json<Body> {
  content: { "application/json": Body };
}

interface Things {
  count: number;
  things?: string[];
  next_cursor?: string | null;
}

interface paths {
  "/things": {
    get: {
      parameters: { query?: { limit?: number; cursor?: string } };
      responses: {
        200: Json<Things>;
        "4XX": Json<{ why: string }>;
        default: { content: { "application/problem+json": { title: string } } };
      };
    };
    delete?: never;
  };
  "/things/{id}": {
    delete: {
      parameters: { path: { id: string } };
      responses: { 204: { content?: never }; 404: { content?: never } };
    };
  };
}

interface Lists {
  "/things": ItemOf<paths["/things"]["get"], "things">;
}

type SmallClient = Client<paths, "get" | "delete", Lists>;

export async function rangesAndDefaultsAreStatuses(client: SmallClient) {
  const { status, data, error } = await client.GET("/things");
  if (status === "4XX") return error.why;
  if (status === "default") return error.title;
  // @ts-expect-error the status is a range's
  if (status === 404) return error;
  if (status === "undocumented") return error.message;
  return data.count;
}

export async function bareAnswersAreToldByStatus(client: SmallClient) {
  const answer = await client.DELETE("/things/{id}", { params: { path: { id: "one" } } });
  // @ts-expect-error neither has a body
  answer.data?.count;
  const outcome: 204 | 404 | "undocumented" = answer.status;
  return outcome;
}

export async function itemsAreWhatTheArrayHolds(client: SmallClient) {
  for await (const thing of client.pages("/things", { params: { query: { limit: 2 } } })) {
    const text: string = thing;
    // @ts-expect-error a thing is a text, and may not be missing
    const nothing: undefined = thing;
    return [text, nothing];
  }
  // @ts-expect-error there is nothing to delete here
  return client.DELETE("/things");
}
