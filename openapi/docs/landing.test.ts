import { expect, test } from "vitest";
import { landingPage } from "./landing.ts";
import { documented, requirement } from "./sample.ts";

test("an API is shown with its address, and the ways to all of its pages", () => {
  const page = landingPage([documented()]);
  expect(page).toContain("Things &amp; more");
  expect(page).toContain("<code>https://api.example.com/v1</code>");
  expect([...page.matchAll(/href="(things\/[^"#]*)"/g)].map(([, href]) => href)).toEqual([
    "things/index.html",
    "things/requirements.html",
    "things/decisions.html",
    "things/openapi.json",
  ]);
});

test("an API of which nothing is required has no way to requirements", () => {
  const page = landingPage([{ overview: documented().overview }]);
  expect(page).not.toContain("requirement");
  expect(page).toContain("2 operations<");
});

test("every operation stands under its tag, and leads to its place in the reference", () => {
  const page = landingPage([documented()]);
  expect(page.match(/<h3>(.*?)<\/h3>|index\.html#[^"]*/g)).toEqual([
    "<h3>Things</h3>",
    "index.html#/things/listthings",
    "<h3>Cleaning</h3>",
    "index.html#/cleaning/sweep",
  ]);
});

test.each([
  [[], "2 operations; 0 requirements<"],
  [["must"], "2 operations; 1 requirement: 1 must<"],
  [["observe", "must", "observe"], "2 operations; 3 requirements: 1 must, 2 observe<"],
] as const)("requirements of the levels %j come to %j", (levels, words) => {
  const all = levels.map((level, index) => requirement(`things/${index}`, { level }));
  expect(landingPage([documented(...all)])).toContain(words);
});

test("every API has its card", () => {
  expect(landingPage([documented(), documented()]).match(/<article/g)).toHaveLength(2);
});
