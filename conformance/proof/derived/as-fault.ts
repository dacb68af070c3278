import type { Response } from "../../model.ts";
import { around, type Departure, type Fault } from "../fault/fault.ts";
import type { DerivedMutant } from "./mutant.ts";

const jsonType = { "content-type": "application/json; charset=utf-8" };

/** The same mutant as a fault of a server that runs, so that it can be tried over HTTP. */
export const asFault = ({ operation, change }: DerivedMutant): Fault =>
  around(operation, async (arrival, proceed) => {
    const answer = await proceed();
    const sound = responseOf(answer);
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(arrival.query)) if (value) query.set(name, value);
    const changed = change(sound, {
      method: arrival.method,
      url: `http://127.0.0.1${arrival.path}?${query}`,
      headers: {},
      ...(arrival.body !== undefined && { body: JSON.stringify(arrival.body) }),
    });
    return changed === sound ? answer : departureOf(changed);
  });

function responseOf({ status, body }: Departure): Response {
  if (body === null || body === undefined) return { status, headers: {}, body: "" };
  return { status, headers: jsonType, body: JSON.stringify(body), json: body };
}

function departureOf({ status, headers, body }: Response): Departure {
  // Whatever recorded headers a whole other answer brings along, the server makes its own.
  const type = headers["content-type"] ?? null;
  return { status, body: body === "" ? null : body, headers: { "content-type": type } };
}
