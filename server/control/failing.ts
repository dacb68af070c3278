import { closest } from "fastest-levenshtein";
import { apis } from "../app.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";
import { documentedErrors } from "./documented-errors.ts";
import { refusal } from "./errors.ts";

type Operations = "addFailure" | "clearFailures";

export function failing({ failures }: Bench): Pick<ControlHandlers, Operations> {
  const documented = new Map(apis.map(({ name, contract }) => [name, documentedErrors(contract)]));
  return {
    async addFailure({ body }) {
      const { api, operation_id, status = 500, times = 1 } = body;
      const known = [...(documented.get(api) ?? [])];
      const meant = known.filter(([id]) => operation_id === undefined || id === operation_id);
      if (operation_id !== undefined && meant.length === 0) {
        const nearest = closest(
          operation_id,
          known.map(([id]) => id),
        );
        const words = `${api} has no operation ${operation_id}; did you mean ${nearest}?`;
        return refusal(400, `operation_id: ${words}`);
      }
      const answers = new Map(
        meant.flatMap(([id, errors]) => {
          const error = errors.get(status);
          return error === undefined ? [] : [[id, error]];
        }),
      );
      if (answers.size === 0) {
        const statuses = new Set(meant.flatMap(([, errors]) => [...errors.keys()]));
        const allowed = [...statuses].sort((a, b) => a - b).join(", ");
        return refusal(400, `status must be one of ${allowed}: the errors that are documented`);
      }
      failures.add({ api, answers, times });
      const of = operation_id === undefined ? {} : { operation_id };
      return { status: 201, body: { api, ...of, status, times } };
    },

    async clearFailures() {
      failures.clear();
      return { status: 204 };
    },
  };
}
