import { at } from "../../evidence.ts";
import { around, asked, handling, leaving } from "../fault/fault.ts";
import { invalid } from "./sahut-problem.ts";
import { variantsOf } from "./variant.ts";

export const webhookVariants = variantsOf(
  "sahut",
  {
    "deletes-with-204": {
      does: "A deletion is answered 204, without a body.",
      open: "G2",
      fault: () =>
        leaving("deleteWebhook", ({ status }) =>
          status === 200 ? { status: 204, body: null, headers: { "content-type": null } } : {},
        ),
    },
    "deletes-with-null": {
      does: "A deletion is answered with `data` of null.",
      open: "G2",
      fault: () =>
        leaving("deleteWebhook", ({ status }) => (status === 200 ? { body: { data: null } } : {})),
    },
    "deletes-what-is-not-there": {
      does: "The deletion of a webhook that there is not is a success.",
      open: "W8",
      fault: () =>
        leaving("deleteWebhook", ({ status }) =>
          status === 404 ? { status: 204, body: null, headers: { "content-type": null } } : {},
        ),
    },
    "unknown-events-left-out": {
      does: "An event that there is not is left out.",
      open: "W4",
      fault: () =>
        around("createWebhook", async ({ body: given }, proceed) =>
          JSON.stringify(at(given, "events")) === '["concordat.unknown"]'
            ? proceed({ body: { ...Object(given), events: ["message.created"] } })
            : proceed(),
        ),
    },
    "one-webhook-an-address": {
      does: "An address that has a webhook is refused.",
      open: "W4",
      fault: () => {
        const known = new Set<unknown>();
        return handling("createWebhook", async (call, next) => {
          if (known.has(call.body.url)) return invalid;
          known.add(call.body.url);
          return next(call);
        });
      },
    },
    "events-in-order": {
      does: "The events of a webhook are shown in alphabetical order.",
      open: "W4",
      fault: () =>
        asked("createWebhook", ({ body: given }) =>
          Array.isArray(given.events)
            ? { body: { ...given, events: given.events.map(String).toSorted() } }
            : {},
        ),
    },
  },
  { features: true },
);
