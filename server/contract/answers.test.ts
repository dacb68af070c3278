import { describe, expect, test } from "vitest";
import type { Key } from "../access/keys.ts";
import { apis } from "../app.ts";
import { testStore } from "../store/testing/store.ts";
import { caller, serve } from "../testing.ts";
import { answerMemory } from "./answers.ts";
import { operationsOf } from "./document.ts";

const key: Key = { id: "key_1", workspaceId: "ws_1", label: "Desk", plan: "pro", readOnly: false };

async function openAnswers() {
  const store = await testStore(["CREATE TABLE notes (text TEXT)"]);
  let made = 0;
  const remember = answerMemory(store);
  const ask = async (url = "/notes", who = key, status = 200) => {
    const answer = await remember(who, url, async () => {
      made += 1;
      return { status, body: { made } };
    });
    return JSON.parse(answer.text ?? JSON.stringify(answer.body)).made;
  };
  const write = () => store.run("INSERT INTO notes VALUES ('a')");
  return { store, remember, ask, write };
}

describe("an answer", () => {
  test("is given again until the store changes; of a shared one, it is made each time", async () => {
    const { store, ask, write } = await openAnswers();
    expect([await ask(), await ask()]).toEqual(store.shared ? [1, 2] : [1, 1]);
    await write();
    expect([await ask(), await ask()]).toEqual(store.shared ? [3, 4] : [2, 2]);
  });

  test("is of one address and one workspace", async () => {
    const { store, ask } = await openAnswers();
    expect(await ask()).toBe(1);
    expect(await ask("/notes?page=2")).toBe(2);
    expect(await ask("/notes", { ...key, workspaceId: "ws_2" })).toBe(3);
    expect(await ask("/notes", { ...key, id: "key_2" })).toBe(store.shared ? 4 : 1);
  });

  test("is made anew where it was no 200, or the store changed meanwhile", async () => {
    const { remember, ask, write } = await openAnswers();
    expect([await ask("/x", key, 404), await ask("/x", key, 404)]).toEqual([1, 2]);
    await remember(key, "/y", async () => {
      await write();
      return { status: 200, body: { made: 0 } };
    });
    expect(await ask("/y")).toBe(3);
  });
});

test("only reads are remembered", () => {
  for (const { contract, remembered = [] } of apis) {
    const reads = operationsOf(contract).filter(({ method }) => method === "GET");
    expect(reads.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining([...remembered]),
    );
  }
});

test("a server that remembers shows each change at once, to every key", async () => {
  const { sahut } = await serve({ selfCheck: false });
  const one = caller(sahut.url, sahut.demo.key);
  const other = caller(sahut.url, sahut.demo.readOnlyKey);
  const list = () => other<{ data: { id: string; labels: string[] }[] }>("GET", "/conversations");
  await list();
  const first = (await list()).body.data[0];
  expect((await list()).headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  await one("PATCH", `/conversations/${first?.id}`, { labels: ["new"] });
  expect((await list()).body.data[0]).toMatchObject({ id: first?.id, labels: ["new"] });
});
