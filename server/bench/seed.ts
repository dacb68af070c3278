import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SahutWorkspace, SarufiWorkspace, SeedData } from "../../generated/seed-data.ts";
import { demoData } from "../demo/data.ts";

/** Enough for a run, at up to 20,000 requests a second, that no key comes to the end of its quota. */
const KEYS = 250;
const WORKSPACES = 250;

/** A chat that goes on for ever: each state leads to the other. */
const flow = {
  initial: "greeting",
  states: {
    greeting: {
      message: [
        "Hello! How can I help you today?",
        {
          type: "buttons",
          text: "Choose an option:",
          buttons: [
            { id: "faq", title: "FAQ" },
            { id: "support", title: "Talk to support" },
          ],
        },
      ],
      transitions: { faq: "questions", support: "questions", default: "questions" },
    },
    questions: {
      message: ["Our shop is open from 8 to 17. What else would you like to know?"],
      transitions: { menu: "greeting", default: "greeting" },
    },
  },
};

/** Who may ask, and about what. */
export interface BenchData {
  /** A seed-data file. */
  readonly file: string;
  readonly sahutKeys: readonly string[];
  readonly conversationIds: readonly string[];
  readonly chats: readonly { readonly key: string; readonly path: string }[];
  remove(): Promise<void>;
}

/**
 * The demo, with so many keys and workspaces that the load is spread: the rate limiter counts each request as ever, and
 * refuses none.
 */
export async function benchData(): Promise<BenchData> {
  const { sahut: [inbox, ...inboxes] = [] } = await demoData();
  if (inbox === undefined) throw new Error("The demo has no workspace of Sahut.");
  const sahutKeys = times(KEYS, (number) => `sk_live_bench_${number}`);
  const keys = sahutKeys.map((key) => ({ key, label: "Bench", plan: "business" as const }));
  const workspaces = times(WORKSPACES, sarufiWorkspace);
  const data: SeedData = {
    sahut: [{ ...inbox, keys: [...inbox.keys, ...keys] }, ...inboxes],
    sarufi: workspaces,
  };
  const folder = await mkdtemp(join(tmpdir(), "concordat-bench-"));
  const file = join(folder, "data.yaml");
  // JSON is YAML.
  await writeFile(file, JSON.stringify(data, null, 1));
  return {
    file,
    sahutKeys,
    conversationIds: writableIn(inbox),
    chats: times(WORKSPACES, (number) => ({
      key: `sk-bench-${number}`,
      path: `/chatbots/bot-${number}/chat/sessions/chat-${number}/messages`,
    })),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** WhatsApp refuses a text to who has not written for a day. */
function writableIn({ channels = [], conversations = [] }: SahutWorkspace): string[] {
  const whatsapp = channels.filter(({ type }) => type === "whatsapp").map(({ id }) => id);
  const free = conversations.filter(({ channel }) => !whatsapp.includes(channel));
  return free.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function sarufiWorkspace(number: number): SarufiWorkspace {
  return {
    id: `workspace-${number}`,
    keys: [{ key: `sk-bench-${number}` }],
    chatbots: [
      {
        id: `bot-${number}`,
        name: "Support",
        flows: [{ id: `flow-${number}`, flow }],
        chats: [{ id: `chat-${number}`, flow: `flow-${number}`, state: "greeting" }],
      },
    ],
  };
}

function times<Item>(count: number, make: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
