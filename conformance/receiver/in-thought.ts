import type { openReceiver } from "./receiver.ts";

/** A receiver to which nothing comes, and which waits for nothing: for plans, which send nothing either. */
export const receiverInThought: typeof openReceiver = async ({
  address: { host, port },
  clock,
}) => ({
  origin: `http://${host}:${port}`,
  now: () => clock.now(),
  mailbox: () => ({ path: "/mailbox", deliveries: [], release() {} }),
  wait: async () => false,
  close: async () => {},
});
