import { closeSession } from "../sarufi/close-session.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";
import { refusal } from "./errors.ts";

export function sessions({ services }: Bench): Pick<ControlHandlers, "closeSession"> {
  const { store, clock } = services;
  return {
    async closeSession({ path: { id } }) {
      switch (await closeSession(store, id, clock())) {
        case "unknown":
          return refusal(404, `There is no chat session ${id}`);
        case "closed already":
          return refusal(409, `Chat session ${id} is closed already`);
        case "closed":
          return { status: 200, body: { session_id: id, status: "CLOSED" } };
      }
    },
  };
}
