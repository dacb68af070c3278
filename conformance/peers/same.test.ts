import { expect, test } from "vitest";
import { lasting } from "./same.ts";

test.each([
  ["http://127.0.0.1:41327/v1/contacts", "URL/v1/contacts"],
  ["conv_01HX2B9K3M5N7P is gone", "ID is gone"],
  ["/chatbots/01M807N64FGDSXWPSQ1A9AKPBE/flows", "/chatbots/ID/flows"],
  ["at 2026-11-21T23:36:39Z", "at TIME"],
  ["position 48213", "position N"],
  ["status 404, at data[12].created_at", "status 404, at data[12].created_at"],
])("%s lasts as %s", (text, same) => {
  expect(lasting(text)).toBe(same);
});
