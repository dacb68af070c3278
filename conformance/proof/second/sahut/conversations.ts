import { checkKinds, found, isMembers, isText, isTexts, textOf } from "./fields.ts";
import { type Conversation, conversation, message, type Status, statuses } from "./inbox.ts";
import { newMessage } from "./messages.ts";
import { paged, pageOf } from "./pages.ts";
import { Refusal, refuseIf } from "./refusal.ts";
import { conversationOf, type Scene } from "./scene.ts";
import { conversationShape } from "./shapes.ts";

const isStatus = (value: unknown): value is Status => statuses.some((status) => status === value);

/** GET /conversations: by id, which says nothing about age. An empty filter is none. */
export function listConversations({ key, query, faults }: Scene): unknown {
  const { conversations, channels, agents } = key.workspace;
  const known = ["status", "channel_id", "assignee_id", "page", "per_page"];
  checkKinds(new Map(query), Object.fromEntries(known.map((name) => [name, isText])));
  const status = query.get("status")?.toLowerCase();
  const channel = query.get("channel_id");
  const agent = query.get("assignee_id");
  if (status && !isStatus(status)) refuseIf([["status", `bukan ${statuses.join(", ")}`]]);
  if (channel) found(channels, channel, "Saluran");
  if (agent && agent !== "unassigned") found(agents, agent, "Agen");
  const nobody = faults.has("unassigned-is-a-name") ? undefined : "unassigned";
  const fits = (each: Conversation): boolean => {
    if (status === "snoozed" && faults.has("snoozed-misspelt")) return false;
    if (status && each.status !== status) return false;
    if (status && faults.has("one-filter-wins")) return true;
    const { id, type } = each.channel;
    if (channel && channel !== (faults.has("channel-by-type") ? type : id)) return false;
    return !agent || (each.assignee?.id ?? nobody) === agent;
  };
  const byId = [...conversations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { page, size } = pageOf(query, 25, faults);
  if (faults.has("order-by-status")) byId.sort((a, b) => drift(a, page) - drift(b, page));
  const show = conversationShape(faults);
  if (faults.has("paged-before-filtered") && status) {
    const cut = byId.slice((page - 1) * size, page * size).filter(fits);
    const { length: total } = byId.filter(fits);
    const meta = { total, page, per_page: size, total_pages: Math.ceil(total / size) };
    return { data: cut.map(show), meta };
  }
  return paged(byId.filter(fits), { page, size }, show, faults);
}

/** A place among those of the same status that is another one on every second page. */
const drift = ({ id, status }: Conversation, page: number): number =>
  statuses.indexOf(status) * 1000 + (page % 2 === 0 ? -1 : 1) * id.charCodeAt(0);

/** GET /conversations/{id} */
export const getConversation = (scene: Scene, id: string): unknown => ({
  data: conversationShape(scene.faults)(conversationOf(scene, id)),
});

/** POST /conversations: refused while one of the contact on the channel is not resolved. */
export function createConversation(scene: Scene): unknown {
  const { key, members, now, faults } = scene;
  const { conversations, contacts, channels, agents } = key.workspace;
  refuseIf(
    ["contact_id", "channel_id"]
      .filter((name) => !members.has(name))
      .map((name) => [name, "wajib diisi"] as const),
  );
  checkKinds(members, {
    contact_id: isText,
    channel_id: isText,
    message: isMembers,
    assignee_id: isText,
  });
  const contact = found(contacts, textOf(members, "contact_id") ?? "", "Kontak");
  const channel = found(channels, textOf(members, "channel_id") ?? "", "Saluran");
  const agent = textOf(members, "assignee_id");
  const assignee = agent === undefined ? undefined : agentOf(scene, agents, agent);
  const busy = [...conversations.values()].some(
    (each) => each.contact === contact && each.channel === channel && each.status !== "resolved",
  );
  if (busy) throw new Refusal(422, "Masih ada percakapan yang belum selesai");
  const made = conversation({ channel, contact, assignee, createdAt: now });
  const first = members.get("message");
  if (isMembers(first) && !faults.has("first-message-forgotten")) {
    // Before the conversation is kept: one whose message cannot be sent is not started.
    made.messages.push(newMessage({ ...scene, members: new Map(Object.entries(first)) }, made));
    made.status = "pending";
  }
  conversations.set(made.id, made);
  return { data: conversationShape(faults)(made) };
}

const agentOf = ({ faults }: Scene, agents: Scene["key"]["workspace"]["agents"], id: string) =>
  faults.has("agents-on-trust") ? (agents.get(id) ?? { id, name: "?" }) : found(agents, id, "Agen");

/** PATCH /conversations/{id}: what is given takes the place of what there was; a team takes it from the agent. */
export function updateConversation(scene: Scene, id: string): unknown {
  const { key, members, now, faults } = scene;
  const { agents, teams } = key.workspace;
  const it = conversationOf(scene, id);
  if (members.size === 0) refuseIf([["", "tidak ada perubahan"]]);
  const labels = members.get("labels");
  if (faults.has("written-before-checked") && isTexts(labels)) it.labels = labels;
  checkKinds(members, {
    status: isStatus,
    assignee_id: (value) => value === null || isText(value),
    team_id: (value) => value === null || isText(value),
    labels: isTexts,
  });
  const status = members.get("status");
  if (status === it.status) refuseIf([["status", "sudah demikian"]]);
  const agent = textOf(members, "assignee_id");
  const team = textOf(members, "team_id");
  const assignee = agent === undefined ? undefined : agentOf(scene, agents, agent);
  const itsTeam = team === undefined ? undefined : found(teams, team, "Tim");
  const before = conversationShape(faults)(it);
  // From here on nothing is refused any more.
  if (team !== undefined) it.assignee = undefined;
  if (members.has("team_id")) it.team = itsTeam;
  const cleared = members.get("assignee_id") === null && !faults.has("null-is-left-out");
  if (assignee !== undefined || cleared) it.assignee = assignee;
  if (isTexts(labels)) {
    const earlier = faults.has("labels-are-added") ? it.labels : [];
    it.labels = [...new Set([...earlier, ...labels])].toSorted();
  } else if (faults.has("left-out-is-cleared")) it.labels = [];
  if (isStatus(status)) {
    it.status = status;
    it.messages.push(message({ type: "activity", content: `Status: ${status}`, at: now }));
  }
  if (members.size > 1 || !members.has("labels")) it.updatedAt = now;
  if (faults.has("update-without-where")) {
    const { status, assignee, team, labels } = it;
    for (const each of key.workspace.conversations.values())
      Object.assign(each, { status, assignee, team, labels });
  }
  return { data: faults.has("answered-before-written") ? before : conversationShape(faults)(it) };
}
