import { expect, test } from "vitest";
import type { Account } from "../../generated/sarufi/types.ts";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

test("a key tells its workspace, and nothing of itself", async () => {
  const { call, demo } = await open();
  const { body } = await call<Account>("GET", "/me");
  expect(body).toEqual({
    workspace: {
      id: "01HX1A0000W0RKSPACE0000001",
      name: "Acme Corp",
      plan: "pro",
      created_at: "2024-04-02T12:00:00Z",
    },
    api_key: {
      key: "sk-••••••••••••••••",
      created_at: "2024-04-02T12:00:00Z",
      last_used_at: "2026-04-02T12:00:00Z",
    },
  });
  expect(JSON.stringify(body)).not.toContain(demo.key);
});

test("another key tells its own", async () => {
  const { url, demo } = await open();
  const { body } = await caller(url, demo.otherWorkspaceKey)<Account>("GET", "/me");
  expect(body.workspace.name).toBe("Acme Branch");
});
