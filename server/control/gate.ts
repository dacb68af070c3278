/** Lets requests through, and holds them back while something is done that none of them may see half of. */
export interface Gate {
  /** Does the work, once the gate is open. */
  pass(work: () => Promise<void>): Promise<void>;
  /** Waits for those inside, and does the work while nobody is; whoever comes meanwhile waits. */
  alone(work: () => Promise<void>): Promise<void>;
}

export function gate(): Gate {
  let inside = 0;
  let shut: Promise<void> | undefined;
  let empty = (): void => undefined;
  return {
    async pass(work) {
      while (shut !== undefined) await shut;
      inside += 1;
      try {
        await work();
      } finally {
        inside -= 1;
        if (inside === 0) empty();
      }
    },
    async alone(work) {
      while (shut !== undefined) await shut;
      const { promise, resolve: open } = Promise.withResolvers<void>();
      shut = promise;
      try {
        if (inside > 0) {
          await new Promise<void>((resolve) => {
            empty = resolve;
          });
        }
        await work();
      } finally {
        shut = undefined;
        open();
      }
    },
  };
}
