import type { TargetConfig } from "../../config.ts";
import { sahut } from "../../sahut/suite.ts";
import { sarufi } from "../../sarufi/suite.ts";
import { sahutDemo } from "./sahut/data.ts";
import { sarufiDemo } from "./sarufi/data.ts";
import type { RunningSecond } from "./server.ts";

/** Both APIs of the second implementation, with every fixture that its data has; the core, and no feature. */
export function targetsOf(running: RunningSecond): readonly [TargetConfig, TargetConfig] {
  const { key, readOnlyKey, otherWorkspaceKey, starterKey, ...known } = sahutDemo;
  const { key: chatKey, otherWorkspaceKey: strangerKey, ...talk } = sarufiDemo;
  const secrets = {
    read_only_key: readOnlyKey,
    other_workspace_key: otherWorkspaceKey,
    limited_key: starterKey,
  };
  return [
    {
      suite: sahut,
      url: running.sahut,
      keys: new Map(Object.entries({ key, ...secrets })),
      features: new Set(),
      fixtures: fixtures({
        ...secrets,
        "limited_key.requests_per_minute": "60",
        contact_id: known.contactId,
        channel_id: known.channelId,
        agent_ids: known.agentIds,
        team_id: known.teamId,
        template_id: known.templateId,
      }),
    },
    {
      suite: sarufi,
      url: running.sarufi,
      keys: new Map(Object.entries({ key: chatKey, other_workspace_key: strangerKey })),
      features: new Set(),
      fixtures: fixtures({
        other_workspace_key: strangerKey,
        chatbot_id: talk.chatbotId,
        other_chatbot_id: talk.otherChatbotId,
        unpublished_chatbot_id: talk.unpublishedChatbotId,
        closed_session_id: talk.closedSessionId,
        expired_session_id: talk.expiredSessionId,
      }),
    },
  ];
}

const fixtures = (
  values: Readonly<Record<string, string | readonly string[]>>,
): TargetConfig["fixtures"] =>
  new Map(Object.entries(values).map(([name, value]) => [name, [value].flat()]));
