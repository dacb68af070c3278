import { arrayAt, isObject, type JsonObject, objectAt, resolvePointer } from "../contract/json.ts";

/** One request of the scripted client, and what a sound server answers. */
export interface Step {
  readonly operation: string;
  /** Upper case. */
  readonly method: string;
  /** As the contract writes it. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly authorization: string | null;
  /** `2XX` for a success, which may be one of several; else the one refusal. */
  readonly status: "2XX" | "401" | "404" | "4XX";
}

/** The members of a body that a server has to refuse, by operation; of those that take one. */
const wrongBodies: Readonly<Record<string, unknown>> = {
  createConversation: { contact_id: 17 },
  updateConversation: { status: "closed" },
  sendMessage: { content: 17 },
  createContact: { name: 17 },
  updateContact: { tags: 17 },
  createWebhook: { url: 17 },
  sendChatMessage: { message: 17 },
  createChatbot: { name: 17 },
  updateChatbot: { name: 17 },
  createFlow: { name: 17 },
  updateFlow: { flow: 17 },
};

/**
 * What the client before the validating proxies asks: each operation with every example of its body, with and without its
 * optional parameters, without a key, with one that nobody has, for what there is not, and with a body that does not fit.
 * What deletes comes last.
 * @param contract with ids of the target as examples
 */
export function scriptFor(contract: JsonObject, key: string): readonly Step[] {
  const steps = operationsOf(contract).flatMap(({ method, template, operation }) => {
    const id = String(operation.operationId);
    const parameters = arrayAt(operation, "parameters").filter(isObject);
    const examples = (place: string) =>
      parameters
        .filter((each) => each.in === place)
        .map((each) => [String(each.name), exampleOf(each)] as const);
    const path = Object.fromEntries(examples("path"));
    const bodies = bodiesOf(contract, operation);
    const base = {
      operation: id,
      method: method.toUpperCase(),
      template,
      parameters: path,
      query: {},
      authorization: `Bearer ${key}`,
    };
    const step = (
      status: Step["status"],
      body: unknown,
      change: Partial<Omit<Step, "body">> = {},
    ): Step => ({ ...base, ...(body !== undefined && { body }), status, ...change });
    const [first] = bodies;
    const unknown = Object.fromEntries(Object.keys(path).map((name) => [name, "unknown"]));
    const wrong = wrongBodies[id];
    const refusals = [
      step("401", first, { authorization: null }),
      step("401", first, { authorization: "Bearer of-nobody" }),
      ...(Object.keys(path).length > 0 ? [step("404", first, { parameters: unknown })] : []),
      ...(wrong === undefined ? [] : [step("4XX", wrong)]),
    ];
    const successes = [
      ...(bodies.length > 0 ? bodies : [undefined]).map((body) => step("2XX", body)),
      ...examples("query").map(([name, value]) => step("2XX", first, { query: { [name]: value } })),
    ];
    return method === "delete" ? [...refusals, ...successes] : [...successes, ...refusals];
  });
  const deletes = ({ method, status }: Step) => method === "DELETE" && status === "2XX";
  return [...steps.filter((step) => !deletes(step)), ...steps.filter(deletes)];
}

/** The path and query of a step, behind the target's address. */
export function addressOf({ template, parameters, query }: Step): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ""),
  );
  const search = new URLSearchParams(query).toString();
  return search === "" ? path : `${path}?${search}`;
}

interface Described {
  readonly method: string;
  readonly template: string;
  readonly operation: JsonObject;
}

function operationsOf(contract: JsonObject): readonly Described[] {
  return Object.entries(objectAt(contract, "paths")).flatMap(([template, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
      isObject(operation) ? [{ method, template, operation }] : [],
    ),
  );
}

function exampleOf(parameter: JsonObject): string {
  if (parameter.example !== undefined) return String(parameter.example);
  const [first] = Object.values(objectAt(parameter, "examples"));
  return String(isObject(first) ? first.value : "");
}

/** The examples of a JSON body. */
function bodiesOf(contract: JsonObject, operation: JsonObject): readonly unknown[] {
  const content = objectAt(objectAt(operation, "requestBody"), "content");
  return Object.values(objectAt(objectAt(content, "application/json"), "examples")).map((each) => {
    const { $ref } = isObject(each) ? each : {};
    const found = typeof $ref === "string" ? resolvePointer(contract, $ref) : each;
    return isObject(found) ? found.value : undefined;
  });
}
