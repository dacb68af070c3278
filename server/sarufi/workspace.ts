import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { SarufiHandlers } from "./api.ts";

interface WorkspaceRow {
  id: string;
  name: string;
  plan: string;
  created_at: string;
  key_created_at: string;
}

/** The server keeps no key that it could show; the documentation's example shows as little of it. */
const MASKED = "sk-••••••••••••••••";

export function workspace({ store, clock }: Services): Pick<SarufiHandlers, "getMe"> {
  return {
    async getMe({ key }) {
      const row = await store.get<WorkspaceRow>(
        "SELECT id, name, plan, created_at, key_created_at FROM sarufi_workspaces WHERE id = ?",
        key.workspaceId,
      );
      if (row === undefined) throw new Error(`The workspace ${key.workspaceId} is not there.`);
      const { key_created_at, ...about } = row;
      // This very request is the key's last use.
      const last_used_at = timestamp(clock());
      return {
        status: 200,
        body: {
          workspace: about,
          api_key: { key: MASKED, created_at: key_created_at, last_used_at },
        },
      };
    },
  };
}
