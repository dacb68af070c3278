import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Result, Task } from "./task.ts";

/**
 * Divides tasks among as many threads as there are processors; the longest should come first.
 * @param onResult called after each, with how many are done
 */
export async function performAll(
  tasks: readonly Task[],
  onResult: (done: number, result: Result) => void,
): Promise<readonly Result[]> {
  const waiting = [...tasks];
  const results: Result[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.ts", import.meta.url));
      const next = (): void => {
        const task = waiting.shift();
        if (task === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(task);
      };
      worker.on("message", (result: Result) => {
        results.push(result);
        onResult(results.length, result);
        next();
      });
      worker.on("error", reject);
      next();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
