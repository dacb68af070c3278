import { parentPort } from "node:worker_threads";
import { performer } from "./perform.ts";
import { nameOf, type Task } from "./task.ts";

/** One of several threads among which the proof is divided: a task comes in, its result goes out. */
const perform = performer();

parentPort?.on("message", async (task: Task) => {
  try {
    parentPort?.postMessage(await perform(task));
  } catch (error) {
    const complaints = [`${nameOf(task)} ended in ${error instanceof Error ? error.stack : error}`];
    parentPort?.postMessage({ task, fates: [], complaints, otherwise: [] });
  }
});
