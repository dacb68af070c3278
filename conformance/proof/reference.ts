import { type RunningServer, type ServerOptions, startServer } from "../../server/main.ts";
import type { TargetConfig } from "../config.ts";
import type { Oracle } from "../explore/explore.ts";
import { sahut } from "../sahut/suite.ts";
import { sarufi } from "../sarufi/suite.ts";
import { type Clock, systemClock, transmit, type Wire } from "../target/wire.ts";
import { hurriedClock } from "./clock.ts";

/** The reference server in this process, on a free port, with all that its demo data has to offer as fixtures. */
export interface Reference {
  readonly targets: readonly TargetConfig[];
  readonly server: RunningServer;
  /** Its time: whoever sleeps by it does not wait, and for the server the time has passed all the same. */
  readonly clock: Clock;
  close(): Promise<void>;
}

/**
 * Starts the reference server for a check; unless told otherwise it validates its own answers, and delivers to this
 * machine, where the suite listens.
 */
export async function startReference(options: ServerOptions = {}): Promise<Reference> {
  const clock = hurriedClock();
  const server = await startServer({
    clock: clock.server,
    selfCheck: true,
    allowPrivate: true,
    // The suite refuses deliveries on purpose, which is no news.
    logLevel: "error",
    ...options,
  });
  clock.follow(server);
  return {
    clock: clock.suite,
    targets: [sahutTarget(server), sarufiTarget(server)],
    server,
    close: () => server.close(),
  };
}

/** Reference servers to compare others with, by API. */
export interface Oracles {
  readonly oracles: ReadonlyMap<string, Oracle>;
  close(): Promise<void>;
}

/** Starts a reference server of its own for journeys. When its rate limit would have us wait, its clock is put forward. */
export async function startOracles(options: ServerOptions = {}): Promise<Oracles> {
  const { targets, server, close } = await startReference({ ...options, selfCheck: false });
  const wire: Wire = async (...request) => {
    const answer = await transmit(...request);
    const wait = "response" in answer && answer.response.headers["retry-after"];
    if (typeof wait !== "string") return answer;
    await server.advance(Number(wait) * 1000);
    return transmit(...request);
  };
  return {
    oracles: new Map(
      targets.map(({ suite, url, keys, fixtures }) => [
        suite.api,
        { url, keys, fixtures, wire, clock: systemClock },
      ]),
    ),
    close,
  };
}

const everything: ReadonlySet<string> = new Set(["all"]);

function sahutTarget({ sahut: { url, demo } }: RunningServer): TargetConfig {
  const secrets = {
    read_only_key: [demo.readOnlyKey],
    other_workspace_key: [demo.otherWorkspaceKey],
    limited_key: [demo.starterKey],
  };
  return {
    suite: sahut,
    url,
    keys: keysOf(demo.key, secrets),
    features: everything,
    fixtures: new Map(
      Object.entries({
        ...secrets,
        "limited_key.requests_per_minute": ["60"],
        contact_id: [demo.contactId],
        channel_id: [demo.channelId],
        agent_ids: demo.agentIds,
        team_id: [demo.teamId],
        template_id: [demo.templateId],
      }),
    ),
  };
}

function sarufiTarget({ sarufi: { url, demo } }: RunningServer): TargetConfig {
  const secrets = { other_workspace_key: [demo.otherWorkspaceKey] };
  return {
    suite: sarufi,
    url,
    keys: keysOf(demo.key, secrets),
    features: everything,
    fixtures: new Map(
      Object.entries({
        ...secrets,
        chatbot_id: [demo.chatbotId],
        other_chatbot_id: [demo.otherChatbotId],
        unpublished_chatbot_id: [demo.unpublishedChatbotId],
        closed_session_id: [demo.closedSessionId],
        expired_session_id: [demo.expiredSessionId],
      }),
    ),
  };
}

function keysOf(
  key: string,
  secrets: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, string> {
  return new Map([
    ["key", key],
    ...Object.entries(secrets).map(([name, [value = ""]]) => [name, value] as const),
  ]);
}
