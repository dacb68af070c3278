import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FlowCheck } from "../../generated/sarufi/types.ts";
import { elsewhere, open, talkingBy } from "./testing.ts";

const readme = join(import.meta.dirname, "..", "..", "README.md");

test("the README's flow is in order, and is talked with as it says", async () => {
  const text = await readFile(readme, "utf8");
  const [, section = ""] = text.split("## Flows: what a definition may hold");
  const [, example = ""] = /```json\n(.*?)```/su.exec(section) ?? [];
  const photo = "https://files.example.com/7.jpg";
  const { url, asked } = await elsewhere(async ({ url: path }) =>
    path === "/orders/7"
      ? { body: JSON.stringify({ items: [{ status: "on its way" }], photo }) }
      : { status: 404 },
  );
  const { call, chat } = await open({ allowOutbound: true, allowPrivate: true });
  const definition: unknown = JSON.parse(example.replaceAll("https://orders.example.com", url));
  const { botId, flowPath } = await talkingBy(call, definition);
  const check = await call<FlowCheck>("POST", `${flowPath}/validate`);
  expect(check.body).toEqual({ valid: true, errors: [], warnings: [] });

  const { say } = await chat(botId);
  const states: unknown[] = [];
  const said: unknown[] = [];
  for (const message of ["Please track my order", "7", "track", "8", "hm", "bye"]) {
    const { body } = await say(message);
    states.push(body.current_state);
    said.push(body.messages);
  }
  expect(states).toEqual([
    "order_number",
    "show_order",
    "order_number",
    "order_error",
    "greeting",
    "goodbye",
  ]);
  expect(said[1]).toEqual([
    { type: "text", text: "Looking up 7..." },
    { type: "text", text: "It is on its way." },
    { type: "image", media_url: photo, media_caption: "Your parcel" },
  ]);
  expect(asked[0]?.headers.authorization).toBe("Bearer abc");
});
