import { createSahutClient, PageError, UndocumentedAnswer } from "../../generated/sahut/client.ts";

/**
 * Uses a client in each way there is, and returns what came of it: a program that is run in Node and
 * in a browser, against the server of `tour-server.ts`.
 */
export async function tour(baseUrl: string): Promise<Record<string, unknown>> {
  const client = createSahutClient({ key: "k", baseUrl });
  const get = (id: string) => client.GET("/conversations/{id}", { params: { path: { id } } });

  const missing = await get("missing");
  const faulty = await get("faulty");
  const patient = createSahutClient({ key: "k", baseUrl, retry: { attempts: 2 } });
  const created = await patient.POST("/conversations", {
    body: { contact_id: "ct_1", channel_id: "ch_1" },
  });
  const broken = await Array.fromAsync(
    client.pages("/conversations", { params: { query: { assignee_id: "nobody" } } }),
  ).catch((error: unknown) => error);
  const silent = { params: { path: { id: "silent" } } };
  const hasty = createSahutClient({ key: "k", baseUrl, timeout: 50 });
  const late = await hasty.GET("/conversations/{id}", silent).catch(nameOf);
  const abort = new AbortController();
  const stopped = client.GET("/conversations/{id}", { ...silent, signal: abort.signal });
  abort.abort();
  const aborted = await stopped.catch(nameOf);

  return {
    walked: await Array.fromAsync(client.pages("/conversations"), ({ id }) => id),
    missing: missing.status === 404 && missing.error.error.code,
    faulty: faulty.error instanceof UndocumentedAnswer && faulty.error.body,
    created: created.data?.data.id,
    broken: broken instanceof PageError && broken.answer.status,
    late,
    aborted,
  };
}

function nameOf(error: unknown): unknown {
  return error instanceof Error ? error.name : error;
}
