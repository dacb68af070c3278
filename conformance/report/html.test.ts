import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { filterScript } from "../../html/filter-script.ts";
import { htmlReport } from "./html.ts";
import { passingTarget, requirement, sampleReport } from "./sample.ts";

const page = htmlReport(sampleReport());
const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0;

describe("htmlReport", () => {
  it("has one row for each promise", () => {
    expect(count(/<details class="row /g)).toBe(15);
    expect(page).toContain('id="sahut/pagination/pages-do-not-overlap"');
  });

  it("shows every finding, not only the first ones", () => {
    expect(count(/<section class="finding"/g)).toBe(8);
  });

  it("shows a delivery, and what the suite answered", () => {
    expect(page).toContain("Delivery 7, received at 2025-11-21T09:30:01.250Z");
    expect(page).toContain('<b class="status">204</b> No Content');
  });

  it("shows what the documentation leaves open, and what was not seen of it", () => {
    expect(page).toContain("What the documentation of sahut leaves open");
    expect(page).toContain("<i>not seen</i>");
    expect(page).not.toContain("What the documentation of sarufi leaves open");
  });

  it("shows what was looked at, part by part", () => {
    expect(page).toContain("How much of the contract of sahut was looked at");
    expect(page).toContain("<code>Contact.phone/type</code>");
    expect(page).toContain('<th scope="row">request refused</th>');
    expect(page).not.toContain("How much of the contract of sarufi");
  });

  it("shows where target and contract differ", () => {
    expect(page).toContain("Where this target and the contract of sahut differ");
    expect(page).toContain(
      '<th scope="row">header</th><td><code>x-total</code></td><td><code>listConversations</code></td>',
    );
    expect(page).toContain("<code>data[].contact.phone</code>");
    expect(page).not.toContain("the contract of sarufi differ");
  });

  it("asks no network for anything", () => {
    const loaded = page.match(/\b(?:src|action|poster|srcset)=|url\(|@import|<link[^>]*>/g);
    expect(loaded).toHaveLength(1 + count(/src=x/g));
    expect(loaded?.[0]).toMatch(/^<link rel="icon" href="data:/);
  });

  it("lets only its own style and script run", () => {
    const hash = (text: string) => createHash("sha256").update(text).digest("base64");
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    expect(page).toContain(`<script>${filterScript}</script>`);
    expect(page).toContain("default-src &#39;none&#39;;");
    for (const text of [style, filterScript]) expect(page).toContain(`sha256-${hash(text)}`);
    expect(page).not.toMatch(/ style="| on\w+="/);
  });

  it("keeps what the target sent as text", () => {
    expect(count(/<script/g)).toBe(1);
    expect(count(/<img/g)).toBe(0);
    expect(page).toContain("&lt;script&gt;globalThis.hacked");
  });

  it("makes no link of a source that is not on the web", () => {
    const source = { section: "Introduction", url: "javascript:alert(1)" };
    const target = passingTarget("sahut", 0);
    const row = requirement({ id: "sahut/a/b", source });
    const report = sampleReport([{ ...target, requirements: [row] }]);
    expect(htmlReport(report)).toContain("<dt>Source</dt><dd>Introduction</dd>");
  });

  it("shows a run without promises, and one without a verdict", () => {
    const empty = { ...passingTarget("sahut", 0), verdict: null };
    expect(htmlReport(sampleReport([empty]))).toContain('<span class="verdict">no verdict</span>');
    expect(htmlReport(sampleReport([]))).toContain("Conformance report");
  });

  it("has a script that parses", () => {
    expect(() => new Script(filterScript)).not.toThrow();
  });
});
