import { sahutDemo } from "../../../server/demo/sahut.ts";
import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { type Operation, readContract } from "../../contract/contract.ts";
import { hasBody } from "../../derive/answers.ts";
import { suites } from "../../suites.ts";
import { arriving, type Fault, leaving } from "../fault/fault.ts";
import { type Mutant, mutantsOf } from "./mutant.ts";

/** The operations of an API, by its contract. */
async function operationsOf(api: string): Promise<readonly Operation[]> {
  const suite = suites.find((one) => one.api === api);
  return suite === undefined ? [] : [...(await readContract(suite.contract)).operations.values()];
}

const operations = { sahut: await operationsOf("sahut"), sarufi: await operationsOf("sarufi") };
const own = { sahut: sahutDemo.key, sarufi: sarufiDemo.key };

/** What any operation can get wrong, and the derived requirement that sees it. */
const operators: Readonly<
  Record<string, { breaks: string; kills: string; fault: (id: string, key: string) => Fault }>
> = {
  "needs-no-key": {
    breaks: "answers 401 without a key",
    kills: "refuses-missing-key",
    fault: (id, key) =>
      arriving(id, ({ authorization }) =>
        authorization === null ? { authorization: `Bearer ${key}` } : {},
      ),
  },
  "takes-any-key": {
    breaks: "answers 401 to a key that does not exist",
    kills: "refuses-unknown-key",
    fault: (id, key) =>
      arriving(id, ({ authorization }) =>
        authorization?.includes("unknown") === true ? { authorization: `Bearer ${key}` } : {},
      ),
  },
  "refuses-everything": {
    breaks: "accepts a valid request",
    kills: "accepts-valid-request",
    fault: (id) => leaving(id, ({ status }) => (status < 300 ? { status: 422 } : {})),
  },
  "succeeds-without-a-status": {
    breaks: "answers with a documented status",
    kills: "documented-status",
    fault: (id) => leaving(id, ({ status }) => (status < 300 ? { status: 203 } : {})),
  },
  "refuses-as-a-teapot": {
    breaks: "refuses with a documented status",
    kills: "documented-status",
    fault: (id) => leaving(id, ({ status }) => (status >= 400 ? { status: 418 } : {})),
  },
  "crashes-without-a-key": {
    breaks: "never answers with a 5xx",
    kills: "no-server-error",
    fault: (id) => leaving(id, ({ status }) => (status === 401 ? { status: 500 } : {})),
  },
  "answers-in-text": {
    breaks: "answers with the documented media type",
    kills: "media-type",
    fault: (id) => leaving(id, () => ({ headers: { "content-type": "text/plain" } })),
  },
  "answers-without-a-type": {
    breaks: "names the media type of its answers",
    kills: "media-type",
    fault: (id) => leaving(id, () => ({ headers: { "content-type": null } })),
  },
  "stops-in-the-middle": {
    breaks: "answers with whole JSON",
    kills: "success-body",
    fault: (id) =>
      leaving(id, ({ status, body }) =>
        status < 300 ? { body: JSON.stringify(body).slice(0, -2) } : {},
      ),
  },
  "wraps-twice": {
    breaks: "answers with a body that fits its schema",
    kills: "success-body",
    fault: (id) =>
      leaving(id, ({ status, body }) => (status < 300 ? { body: { result: body } } : {})),
  },
  "refuses-in-silence": {
    breaks: "refuses with an error body",
    kills: "refusal-body",
    fault: (id) => leaving(id, ({ status }) => (status >= 400 ? { body: {} } : {})),
  },
};

/** Each operator on each operation. */
export const operationMutants: readonly Mutant[] = (["sahut", "sarufi"] as const).flatMap((api) =>
  operations[api].flatMap((operation) =>
    Object.entries(operators)
      // Where no success has a body, none can be wrong.
      .filter(([, { kills }]) => kills !== "success-body" || hasBody(operation))
      .flatMap(([name, { breaks, kills, fault }]) =>
        mutantsOf(api, {
          [`${operation.id}-${name}`]: {
            breaks: `\`${operation.id}\` ${breaks}.`,
            kills: [`${api}/derived/${operation.id}/${kills}`],
            fault: fault(operation.id, own[api]),
            features: true,
            only: [`${api}/derived/${operation.id}`],
          },
        }),
      ),
  ),
);
