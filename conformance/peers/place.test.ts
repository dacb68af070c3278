import { expect, test } from "vitest";
import { folderOf, ofPackage } from "./place.ts";

test.each(["dredd", "@apideck/portman"])("%s has a folder of its own, and stands in it", (name) => {
  expect(ofPackage(name, "package.json")).toBe(
    `${folderOf(name)}/node_modules/${name}/package.json`,
  );
});

test("no two packages share a folder", () => {
  const names = ["dredd", "specmatic", "@apideck/portman", "@stoplight/prism-cli"];
  expect(new Set(names.map(folderOf)).size).toBe(names.length);
});
