import { type Check, check } from "../check.ts";
import { at, control, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import type { Probe } from "../probe.ts";
import { idOf } from "./inbox.ts";
import { ownConversation, readBack } from "./own-conversation.ts";

/** The run's own conversation, made and read. */
export const creation: Probe<{ readonly made: Exchange; readonly reading: Exchange }> = {
  name: "our conversation, made and read",
  run: async ({ use }) => ({
    made: (await use(ownConversation)).control,
    reading: (await use(readBack)).control,
  }),
};

/** What the documentation promises of reading one conversation. */
export const readingChecks: readonly Check[] = [
  check("sahut/conversations/get-returns-the-one-asked-for", readBack, ({ control: exchange }) => {
    const expected = exchange.call.path?.id;
    const actual = idOf(at(control(exchange).json, "data"));
    if (actual === expected) return [];
    return [
      {
        message: "Another conversation came back than was asked for",
        expected: `id ${show(expected)}`,
        actual: `id ${show(actual)}`,
        exchange,
      },
    ];
  }),
  check("sahut/conversations/created-conversation-is-readable", creation, ({ made, reading }) => {
    control(made);
    const json = control(reading).json;
    const members = [
      ["contact", "contact_id"],
      ["channel", "channel_id"],
    ] as const;
    return members.flatMap(([member, field]): Finding[] => {
      const asked = at(made.call.body, field);
      const actual = at(json, "data", member, "id");
      if (actual === asked) return [];
      return [
        {
          message: `A conversation has another ${member} than it was started with`,
          expected: `${member}.id ${show(asked)}`,
          actual: show(actual),
          exchange: reading,
        },
      ];
    });
  }),
];
