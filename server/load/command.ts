import { performance } from "node:perf_hooks";
import { UserError } from "../errors.ts";
import { type LoadOptions, load } from "./load.ts";
import { amount, progressOn, type Screen } from "./progress.ts";

/** `concordat load`: shows its progress, and says at the end what there is, and how to get at it. */
export async function loadCommand(
  options: Omit<LoadOptions, "progress">,
  { stdout, stderr }: { readonly stdout: Screen; readonly stderr: Screen },
): Promise<void> {
  const { data, databaseUrl, conversations = 0, chats = 0 } = options;
  if (data === undefined && databaseUrl === undefined) {
    throw new UserError("load fills a store that is kept: give --data FILE or --database-url URL.");
  }
  if (conversations + chats === 0) {
    throw new UserError("There is nothing to load: give --conversations N, --chats N or both.");
  }
  const start = performance.now();
  const { sahut, sarufi, contacts, messages } = await load({
    ...options,
    progress: progressOn(stderr),
  });
  const seconds = (performance.now() - start) / 1000;
  const rate = amount(Math.round((conversations + chats) / seconds));
  stdout.write(`Loaded in ${seconds.toFixed(1)} s, ${rate}/s:

Sahut   ${amount(conversations)} conversations, ${amount(contacts)} contacts, ${amount(messages)} messages
  key     ${sahut.key}
Sarufi  ${amount(chats)} chat sessions
  key     ${sarufi.key}
  chatbot ${sarufi.chatbotId}
`);
}
