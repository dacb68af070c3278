import type {
  Chatbot,
  Rule,
  SahutConversation,
  SahutWorkspace,
  SarufiWorkspace,
  SeedData,
} from "../../generated/seed-data.ts";
import { findingsOf } from "../flow/findings.ts";
import { nearest } from "../nearest.ts";

/** Something that the schema cannot see, and where it is. */
export interface Stray {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Ids that lead nowhere, ids that are there twice, and published flows that cannot be run. */
export function strayReferences({ sahut = [], sarufi = [] }: SeedData): Stray[] {
  return [
    ...repeated(sahut, sarufi),
    ...sahut.flatMap((workspace, index) => inSahut(workspace, ["sahut", index])),
    ...sarufi.flatMap((workspace, index) => inSarufi(workspace, ["sarufi", index])),
  ];
}

type Path = readonly (string | number)[];
interface Named {
  readonly id?: string;
}

function inSahut(workspace: SahutWorkspace, path: Path): Stray[] {
  const { channels, agents, teams, contacts, bots } = workspace;
  const kinds: Kinds = {
    channel: channels,
    contact: contacts,
    agent: agents,
    team: teams,
    bot: bots,
  };
  return [
    ...(workspace.conversations ?? []).flatMap((conversation, index) =>
      inConversation(conversation, kinds, [...path, "conversations", index]),
    ),
    ...(workspace.rules ?? []).flatMap((rule, index) =>
      inRule(rule, kinds, [...path, "rules", index]),
    ),
  ];
}

type Kinds = Readonly<
  Record<"channel" | "contact" | "agent" | "team" | "bot", readonly Named[] | undefined>
>;

function inConversation(conversation: SahutConversation, kinds: Kinds, path: Path): Stray[] {
  const { channel, contact, assignee, team, messages = [] } = conversation;
  return [
    ...lost(channel, ["channel"], kinds, [...path, "channel"]),
    ...lost(contact, ["contact"], kinds, [...path, "contact"]),
    ...lost(assignee, ["agent"], kinds, [...path, "assignee"]),
    ...lost(team, ["team"], kinds, [...path, "team"]),
    ...messages.flatMap(({ from }, index) =>
      from === "contact" || from === "activity"
        ? []
        : lost(from, ["agent", "bot"], kinds, [...path, "messages", index, "from"]),
    ),
  ];
}

function inRule({ when, then }: Rule, kinds: Kinds, path: Path): Stray[] {
  return [
    ...lost(when?.channel, ["channel"], kinds, [...path, "when", "channel"]),
    ...then.flatMap((action, index) => [
      ...lost(action.assign_agent, ["agent"], kinds, [...path, "then", index, "assign_agent"]),
      ...lost(action.assign_team, ["team"], kinds, [...path, "then", index, "assign_team"]),
    ]),
  ];
}

function inSarufi({ chatbots = [] }: SarufiWorkspace, path: Path): Stray[] {
  return chatbots.flatMap((chatbot, index) => inChatbot(chatbot, [...path, "chatbots", index]));
}

function inChatbot({ flows = [], chats = [] }: Chatbot, path: Path): Stray[] {
  const published = flows.filter(({ status = "published" }) => status === "published");
  return [
    ...flows.flatMap((flow, index) => {
      if (!published.includes(flow) || flow.type === "meta") return [];
      return findingsOf(flow.flow)
        .errors.slice(0, 1)
        .map(({ message }) => ({ path: [...path, "flows", index, "flow"], message }));
    }),
    ...chats.flatMap(({ flow }, index) =>
      missing(flow, "a published flow of the chatbot", published, [
        ...path,
        "chats",
        index,
        "flow",
      ]),
    ),
  ];
}

function lost(id: string | undefined, kinds: (keyof Kinds)[], known: Kinds, path: Path): Stray[] {
  const words = `${kinds.map((kind) => (kind === "agent" ? "an agent" : `a ${kind}`)).join(" or ")} of the workspace`;
  return missing(
    id,
    words,
    kinds.flatMap((kind) => known[kind] ?? []),
    path,
  );
}

function missing(
  id: string | undefined,
  words: string,
  named: readonly Named[],
  path: Path,
): Stray[] {
  if (id === undefined || named.some((each) => each.id === id)) return [];
  const near = nearest(
    id,
    named.flatMap((each) => each.id ?? []),
  );
  const hint = near === undefined ? "" : `. Did you mean ${near}?`;
  return [{ path, message: `${id} is not ${words}${hint}` }];
}

/** Ids are unique over all workspaces, for they are what rows are kept under; so are keys. */
function repeated(sahut: readonly SahutWorkspace[], sarufi: readonly SarufiWorkspace[]): Stray[] {
  const chatbots = sarufi.flatMap((workspace) => workspace.chatbots ?? []);
  const kinds: Record<string, readonly (Named | undefined)[]> = {
    "a Sahut workspace": sahut,
    "a Sarufi workspace": sarufi,
    "a key": [...sahut.flatMap(({ keys }) => keys), ...sarufi.flatMap(({ keys }) => keys)],
    "a channel": sahut.flatMap((each) => each.channels ?? []),
    "an agent": sahut.flatMap((each) => each.agents ?? []),
    "a team": sahut.flatMap((each) => each.teams ?? []),
    "a contact": sahut.flatMap((each) => each.contacts ?? []),
    "a conversation of Sahut": sahut.flatMap((each) => each.conversations ?? []),
    "a message of Sahut": sahut.flatMap((each) =>
      (each.conversations ?? []).flatMap(({ messages = [] }) => messages),
    ),
    "a chatbot": chatbots,
    "a flow": chatbots.flatMap((each) => each.flows ?? []),
    "a conversation of Sarufi": chatbots.flatMap((each) => [
      ...(each.chats ?? []),
      ...(each.conversations ?? []),
    ]),
  };
  return Object.entries(kinds).flatMap(([words, items]) => {
    const ids = items.flatMap((item) => item?.id ?? []);
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    return [...twice].map((id) => ({ path: [], message: `${id} is the id of ${words} twice` }));
  });
}
