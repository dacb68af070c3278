import { type Agenda, agenda, type DueWork } from "../../agenda.ts";
import { type MovableClock, movableClock } from "../../clock.ts";
import { outbound } from "../../outbound/outbound.ts";
import { type Answer, type Receiver, receiver } from "../../outbound/testing/receiver.ts";
import type { Services } from "../../services.ts";
import type { Store } from "../../store/store.ts";
import { testStore } from "../../store/testing/store.ts";
import { testClock } from "../../testing.ts";
import { type DeliveryOptions, deliveries } from "../deliveries.ts";
import { emit } from "../events.ts";
import { tables } from "../tables.ts";

export interface Bench {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly receiver: Receiver;
  /** When the receiver was asked, in seconds after the start. */
  readonly seconds: readonly number[];
  readonly lines: readonly string[];
  readonly due: Agenda;
  /** The deliveries as another server on this store does them. */
  another(): DueWork;
  /** Makes something happen. */
  tell(): Promise<void>;
  /** What is still to be sent. */
  left(): Promise<{ id: string; attempts: number }[]>;
}

/** Deliveries to webhook `wh_1` without the rest of the server, on a clock that stands still. */
export async function bench(answer: Answer, options: DeliveryOptions = {}): Promise<Bench> {
  const store = await testStore(tables);
  const clock = movableClock(testClock());
  const start = clock.read().getTime();
  const seconds: number[] = [];
  const heard = await receiver((response, arrival) => {
    seconds.push((clock.read().getTime() - start) / 1000);
    answer(response, arrival);
  });
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  let ids = 0;
  const services: Services = {
    store,
    clock: clock.read,
    newId() {
      ids += 1;
      return String(ids).padStart(4, "0");
    },
    outbound: outbound({ allowPrivate: true }),
    allowPrivate: true,
    wake: () => undefined,
    log,
  };
  await store.run(
    "INSERT INTO sahut_webhooks VALUES (?, 'ws_1', ?, ?, 'whsec_1', '2026-04-02T12:00:00Z')",
    "wh_1",
    heard.url,
    '["contact.created"]',
  );
  return {
    store,
    clock,
    receiver: heard,
    seconds,
    lines,
    due: agenda({ clock, works: [deliveries(services, options)], log }),
    another: () => deliveries(services, options),
    tell: () => emit(store, services, "ws_1", "contact.created", { id: "ct_1" }),
    left: () => store.all("SELECT id, attempts FROM sahut_deliveries ORDER BY id"),
  };
}
