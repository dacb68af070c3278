import { afterAll, expect, test } from "vitest";
import { startMocks } from "../../openapi/mock.ts";
import { checkTargets } from "../check-targets.ts";
import { readTargets } from "../config.ts";
import { suites } from "../suites.ts";
import { reportedWith } from "./trial.ts";

const mocks = await startMocks();
afterAll(() => mocks.close());

/** What a mock cannot be asked for by a list: whom to talk to, and with what. */
const fixtures: Readonly<Record<string, readonly string[]>> = {
  sahut: ["contact_id=ct_01HX3C0L4N6P8Q", "channel_id=ch_01HX1A8J2L4M6N"],
  sarufi: ["chatbot_id=01JMXYZ123ABC"],
};

/** Some of what a mock without a memory can meet, and of what it cannot. */
const samples: Readonly<Record<string, { passed: readonly string[]; failed: readonly string[] }>> =
  {
    sahut: {
      passed: [
        "sahut/derived/listConversations/success-body",
        "sahut/derived/listConversations/query/per_page/maximum",
        "sahut/derived/getConversation/refuses-missing-key",
      ],
      failed: [
        "sahut/derived/getConversation/refuses-unknown-key",
        "sahut/pagination/pages-do-not-overlap",
        "sahut/update/every-status-is-kept",
      ],
    },
    sarufi: {
      passed: [
        "sarufi/derived/sendChatMessage/success-body",
        "sarufi/derived/getMe/refuses-missing-key",
      ],
      failed: ["sarufi/sessions/ids-are-unique", "sarufi/sessions/history-is-kept"],
    },
  };

test.each(mocks.apis.map(({ name, url }) => [name, url] as const))(
  "Prism's mock of %s meets what a mock without a memory can, and nothing of it is an error",
  { timeout: 120_000 },
  async (api, url) => {
    const settings = { apis: [api], url, key: "sk_live_mock", features: "all" };
    const targets = await readTargets(suites, { ...settings, fixtures: fixtures[api] ?? [] }, {});
    const [report] = (await checkTargets(targets)).targets;
    if (report === undefined) throw new Error(`Nothing was reported of ${api}`);
    expect(reportedWith(report, "error")).toEqual([]);
    expect(report.verdict).toBe("nonconformant");
    expect(reportedWith(report, "passed")).toEqual(
      expect.arrayContaining([...(samples[api]?.passed ?? [])]),
    );
    expect(reportedWith(report, "failed")).toEqual(
      expect.arrayContaining([...(samples[api]?.failed ?? [])]),
    );
  },
);
