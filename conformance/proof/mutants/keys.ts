import { sahutDemo } from "../../../server/demo/sahut.ts";
import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { arriving, leaving, type Where } from "../fault/fault.ts";
import { type Mutant, mutantsOf } from "./mutant.ts";

const sahutKey = `Bearer ${sahutDemo.key}`;
const sarufiKey = `Bearer ${sarufiDemo.key}`;
const stranger = `Bearer ${sahutDemo.otherWorkspaceKey}`;
const sarufiStranger = `Bearer ${sarufiDemo.otherWorkspaceKey}`;

/** Lets the request pass as if it carried this key, where its header fits. */
const passing = (where: Where, key: string, when: (authorization: string | null) => boolean) =>
  arriving(where, ({ authorization }) => (when(authorization) ? { authorization: key } : {}));

/** Answers to a stranger as if our own workspace had asked. */
const open = (operation: string): Omit<Mutant, "id" | "api"> => ({
  breaks: `A key reaches nothing of another workspace, not by \`${operation}\` either.`,
  kills: ["sahut/keys/workspaces-are-apart"],
  fault: passing(operation, sahutKey, (header) => header === stranger),
});

export const keyMutants: readonly Mutant[] = [
  ...mutantsOf("sahut", {
    "any-key-will-do": {
      breaks: "A key that does not exist is answered 401.",
      kills: ["sahut/derived/listConversations/refuses-unknown-key"],
      fault: passing("everywhere", sahutKey, (header) => header?.includes("unknown") === true),
    },
    "scheme-not-required": {
      breaks: "A key without the word `Bearer` is answered 401.",
      kills: ["sahut/keys/scheme-is-required"],
      fault: passing("everywhere", sahutKey, (header) => header === sahutDemo.key),
    },
    "any-scheme-will-do": {
      breaks: "A key under another scheme than `Bearer` is answered 401.",
      kills: ["sahut/keys/other-schemes-are-refused"],
      fault: passing("everywhere", sahutKey, (header) => header === `Token ${sahutDemo.key}`),
    },
    "no-key-is-forbidden": {
      breaks: "A missing key is answered 401, not 403.",
      kills: ["sahut/derived/getConversation/refuses-missing-key"],
      fault: leaving("everywhere", ({ status }) =>
        status === 401
          ? { status: 403, body: { error: { code: "forbidden", message: "No", status: 403 } } }
          : {},
      ),
    },
    "no-key-leads-to-a-login": {
      breaks: "A missing key is answered 401, not with a redirect to a login page.",
      kills: ["sahut/derived/listMessages/refuses-missing-key"],
      fault: leaving("everywhere", ({ status }) =>
        status === 401 ? { status: 302, body: "", headers: { location: "/login" } } : {},
      ),
    },
    "read-only-key-may-write": {
      breaks: "A key that lacks the permission for an action is answered 403.",
      kills: ["sahut/keys/read-only-key-may-not-write"],
      fault: passing(
        "everywhere",
        sahutKey,
        (header) => header === `Bearer ${sahutDemo.readOnlyKey}`,
      ),
    },
    "read-only-key-is-unknown": {
      breaks: "A key that lacks the permission for an action is answered 403, not 404.",
      kills: ["sahut/keys/read-only-key-may-not-write"],
      fault: leaving("everywhere", ({ status }) =>
        status === 403
          ? { status: 404, body: { error: { code: "not_found", message: "?", status: 404 } } }
          : {},
      ),
    },
    "another-workspace-may-read": open("getConversation"),
    "another-workspace-may-write": open("updateConversation"),
    "another-workspace-may-list": open("listConversations"),
    "another-workspace-may-read-messages": open("listMessages"),
    "another-workspace-may-send": open("sendMessage"),
  }),
  ...mutantsOf("sarufi", {
    "any-key-will-do": {
      breaks: "A key that does not exist is answered 401.",
      kills: ["sarufi/derived/createChatSession/refuses-unknown-key"],
      fault: passing("everywhere", sarufiKey, (header) => header?.includes("unknown") === true),
    },
    "scheme-not-required": {
      breaks: "A key without the word `Bearer` is answered 401.",
      kills: ["sarufi/keys/scheme-is-required"],
      fault: passing("everywhere", sarufiKey, (header) => header === sarufiDemo.key),
    },
    "no-key-is-forbidden": {
      breaks: "A missing key is answered 401, not 403.",
      kills: ["sarufi/derived/sendChatMessage/refuses-missing-key"],
      fault: leaving("everywhere", ({ status }) => (status === 401 ? { status: 403 } : {})),
    },
    "another-workspace-may-start-a-session": {
      breaks: "A key reaches nothing of another workspace.",
      kills: ["sarufi/keys/workspaces-are-apart"],
      fault: passing("createChatSession", sarufiKey, (header) => header === sarufiStranger),
    },
    "another-workspace-may-talk": {
      breaks: "A key reaches nothing of another workspace, no session either.",
      kills: ["sarufi/keys/workspaces-are-apart"],
      fault: passing("sendChatMessage", sarufiKey, (header) => header === sarufiStranger),
    },
  }),
];
