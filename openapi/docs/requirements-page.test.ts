import { expect, test } from "vitest";
import { requirementsPage } from "./requirements-page.ts";
import { documented, requirement } from "./sample.ts";

const pageOf = (...given: Parameters<typeof requirement>) =>
  requirementsPage(documented(requirement(...given)));

test("a requirement is shown with its level, statement and source", () => {
  const page = pageOf("things/paging/starts-at-one", {
    level: "should",
    statement: "`page` starts at 1 & counts up.",
  });
  expect(page).toContain('id="things/paging/starts-at-one" data-level="should"');
  expect(page).toContain("<code>page</code> starts at 1 &amp; counts up.");
  expect(page).toContain(
    '<a href="https://docs.example.com/guide" rel="noreferrer">Guide, Things</a>',
  );
  expect(page).toContain('href="#open=things%2Fpaging%2Fstarts-at-one"');
});

test("an operation leads to the reference; one that the contract does not have leads nowhere", () => {
  const page = pageOf("things/a", { operations: ["listThings", "dreamOfThings"] });
  expect(page).toContain(
    '<a href="index.html#/things/listthings"><code>listThings</code></a>, <code>dreamOfThings</code>',
  );
  expect(page).toContain('data-operations="listThings dreamOfThings"');
});

test.each([
  [{ feature: "webhooks" }, "Feature"],
  [{ needs: ["contact_id"] }, "Needs"],
  [{ excluded: "No client sees it." }, "Not judged"],
  [{ open: "a receiver of events" }, "Not judged yet"],
  [{ reference: "It answers 201." }, "The reference server"],
])("%j is shown as %j, and left out where it is not known", (given, name) => {
  expect(pageOf("things/a", given)).toContain(`<dt>${name}</dt>`);
  expect(pageOf("things/a")).not.toContain(`<dt>${name}</dt>`);
});

test("a reader sees how many are checked, excluded and open", () => {
  const page = pageOf("things/a", { open: "a receiver of events" });
  expect(page).toContain('data-standing="open"');
  expect(page).toContain('<b>1</b> <span class="level open">open</span>');
  const all = requirementsPage(
    documented(
      requirement("things/a"),
      requirement("things/b"),
      requirement("things/c", { excluded: "No client sees it." }),
    ),
  );
  expect(
    [...all.matchAll(/value="(checked|excluded|open)">.*?number">(\d+)/g)].map(
      ([, name, number]) => [name, number],
    ),
  ).toEqual([
    ["checked", "2"],
    ["excluded", "1"],
    ["open", "0"],
  ]);
});

test("what follows from the contract stands apart, by operation", () => {
  const page = requirementsPage(
    documented(
      requirement("things/derived/listThings/is-documented"),
      requirement("things/paging/starts-at-one"),
      requirement("things/paging/ends"),
    ),
  );
  expect(page.match(/<h[23][^>]*>.*?<\/h[23]>|class="row" id="[^"]*/g)).toEqual([
    '<h2 id="written">What the documentation says</h2>',
    "<h3>paging</h3>",
    'class="row" id="things/paging/starts-at-one',
    'class="row" id="things/paging/ends',
    '<h2 id="derived">What follows from the contract</h2>',
    "<h3>listThings</h3>",
    'class="row" id="things/derived/listThings/is-documented',
  ]);
});

test("an API of which nothing is required says so", () => {
  const page = requirementsPage(documented());
  expect(page.match(/<p class="nothing">/g)).toHaveLength(2);
  expect(pageOf("things/a").match(/<p class="nothing">/g)).toHaveLength(1);
});

test("hostile text is text", () => {
  const page = pageOf("things/a", {
    statement: "<img src=x>",
    source: { section: "<i>", url: "javascript:alert(1)" },
  });
  expect(page).toContain("&lt;img src=x&gt;");
  expect(page).not.toMatch(/<img|<i>|javascript:/);
});
