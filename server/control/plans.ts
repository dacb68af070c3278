import { findKey, setPlan } from "../access/keys.ts";
import { apis } from "../app.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";
import { refusal } from "./errors.ts";

/** The key itself is in no answer, nor in any other words. */
export function plans({ services }: Bench): Pick<ControlHandlers, "setKeyPlan"> {
  return {
    async setKeyPlan({ body: { api, key: secret, plan } }) {
      const known = apis.find(({ name }) => name === api)?.plans ?? [];
      if (!known.includes(plan)) return refusal(400, `plan must be one of ${known.join(", ")}`);
      return services.store.transaction(async (sql) => {
        const key = await findKey(sql, api, secret);
        if (key === undefined) return refusal(404, `No key of ${api} is the one given`);
        await setPlan(sql, key.id, plan);
        return { status: 200, body: { api, plan } };
      });
    },
  };
}
