/** Runs what bears the same name one after the other, in the order asked for, within this process. */
export type Turns = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Names that nobody waits for are forgotten. */
export function takeTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return async (name, work) => {
    const before = last.get(name);
    const { promise, resolve } = Promise.withResolvers<void>();
    last.set(name, promise);
    await before;
    try {
      return await work();
    } finally {
      if (last.get(name) === promise) last.delete(name);
      resolve();
    }
  };
}
