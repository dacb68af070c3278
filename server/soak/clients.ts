import { createSahutClient } from "../../generated/sahut/client.ts";
import { createSarufiClient } from "../../generated/sarufi/client.ts";
import type { Send } from "../../openapi/client/send.ts";
import { type Desk, sahutKey, sarufiKey } from "./desks.ts";

/** Sends a request to the origin that is chosen for it. */
export function sendTo(origin: () => string): Send {
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return fetch(new Request(new URL(`${pathname}${search}`, origin()), request));
  };
}

/** Both APIs as the holder of a desk's keys calls them in a round. */
export function clientsOf(desk: Desk, round: number, use: "write" | "read", send: Send) {
  const timeout = 30_000;
  return {
    sahut: createSahutClient({
      key: sahutKey(desk, round, use),
      baseUrl: "http://soak/v1",
      fetch: send,
      timeout,
    }),
    sarufi: createSarufiClient({
      key: sarufiKey(desk, round),
      baseUrl: "http://soak/api/dev/v1",
      fetch: send,
      timeout,
    }),
  };
}

export type Clients = ReturnType<typeof clientsOf>;
