import { expect, test } from "vitest";
import { decisionsPage } from "./decisions-page.ts";
import { documented, requirement } from "./sample.ts";

test("a silent point stands beside what the reference server does, and leads to its requirement", () => {
  const page = decisionsPage(
    documented(
      requirement("things/silent/status", {
        level: "observe",
        statement: "Whether `POST` answers 200 or 201 is not documented.",
        reference: "201",
      }),
    ),
  );
  expect(page).toContain('<tr id="things/silent/status">');
  expect(page).toContain("Whether <code>POST</code> answers 200 or 201 is not documented.");
  expect(page).toContain("<td>201</td>");
  expect(page).toContain('href="requirements.html#open=things%2Fsilent%2Fstatus"');
  expect(page).toContain("leaves one point open");
});

test("what is documented is no decision", () => {
  expect(decisionsPage(documented(requirement("things/a")))).not.toContain('id="things/a"');
});
