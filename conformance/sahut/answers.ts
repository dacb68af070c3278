import { type Check, check } from "../check.ts";
import { answered, at, control, describe, listAt, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import { dialogue, sameText, tricky } from "./dialogue.ts";
import { labelNames } from "./inbox.ts";
import { change, changed, ownConversation, ownId, read } from "./own-conversation.ts";
import { same } from "./step.ts";

/** Where the answer to a write has a member, it has the value that was just written. */
export function answersWith(
  exchange: Exchange,
  written: readonly (readonly [readonly string[], unknown])[],
): readonly Finding[] {
  const { json } = control(exchange);
  return written.flatMap(([path, expected]): Finding[] => {
    const actual = at(json, "data", ...path);
    if (actual === undefined || same(actual, expected)) return [];
    return [
      {
        message: `${describe(exchange)} answers with another ${path.join(".")} than was written`,
        expected: show(expected),
        actual: show(actual),
        exchange,
      },
    ];
  });
}

interface Refused {
  readonly before: Exchange;
  readonly refused: Exchange;
  readonly after: Exchange;
}

/** A change of two members, one of them impossible. */
const halfValid: Probe<Refused> = {
  name: "a change that is half valid",
  run: async (context) => {
    control((await context.use(changed)).control);
    const id = await ownId(context);
    const before = await read(context, id, "before a half valid change");
    const labels = ["concordat-refused", ...(await labelNames(context))];
    const refused = await change(
      context,
      id,
      { labels, status: "concordat" },
      "labels, and a status that does not exist",
    );
    return { before, refused, after: await read(context, id, "after a half valid change") };
  },
};

/** What follows for the answers to writes: they show what was written, and a refused one wrote nothing. */
export const answerChecks: readonly Check[] = [
  check("sahut/create/answer-shows-the-conversation", ownConversation, ({ control: made }) =>
    answersWith(made, [
      [["contact", "id"], at(made.call.body, "contact_id")],
      [["channel", "id"], at(made.call.body, "channel_id")],
    ]),
  ),
  check("sahut/update/answer-shows-the-change", changed, ({ control: exchange }) =>
    answersWith(exchange, [[["status"], at(exchange.call.body, "status")]]),
  ),
  check("sahut/messages/answer-shows-the-message", dialogue, ({ second }) => {
    const shown = at(control(second).json, "data", "content");
    return answersWith(second, [
      [["content"], sameText(shown, tricky) ? shown : tricky],
      // The type of a note is not documented.
      ...(at(second.call.body, "private") === true ? [] : [[["type"], "outgoing"] as const]),
    ]);
  }),
  check("sahut/update/refused-change-changes-nothing", halfValid, ({ before, refused, after }) => {
    // Accepting the impossible status is judged by its own requirement.
    if (answered(refused).status < 400) return [];
    return [["labels"], ["status"]].flatMap((path): Finding[] => {
      const [earlier, later] = [before, after].map((reading) =>
        at(control(reading).json, "data", ...path),
      );
      if (same(earlier, later)) return [];
      return [
        {
          message: `A change that was refused has changed ${path.join(".")}`,
          expected: `${path.join(".")} stays ${show(earlier)}`,
          actual: show(later),
          exchange: after,
        },
      ];
    });
  }),
  check("sahut/timestamps/message-is-now", dialogue, ({ third, list }) => {
    control(third);
    const content = at(third.call.body, "content");
    const listed = listAt(list, "data").find((message) => at(message, "content") === content);
    const time = at(listed, "created_at");
    // Its absence is judged by the shape of the list.
    return time === undefined ? [] : notNow(list, time, "created_at");
  }),
];
