import { check, observe } from "../check.ts";
import type { JsonObject } from "../contract/json.ts";
import { answered, control, describe, isSuccess, refusedWith, show } from "../evidence.ts";
import type { Call, Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { controlOf, type Derived, derived, refusals, type Subject } from "./derived.ts";
import { acceptableEdges, type Edge } from "./edges.ts";
import { nearbyId } from "./nearby-id.ts";
import { reactionTo, type Violation, violationsOf } from "./violations.ts";

/** What the contract says about requests: the valid are accepted, each broken constraint gets its reaction. */
export function requestRules(subject: Subject): readonly Derived[] {
  const { operation, contract } = subject;
  return [
    acceptsControl(subject),
    ...acceptableEdges(contract, operation).map((edge) => acceptsEdge(subject, edge)),
    ...operation.parameters
      .filter((parameter) => parameter.in === "path" && operation.responses.has("404"))
      .map(({ name, schema }) => unknownId(subject, name, schema.schema)),
    ...violationsOf(contract, operation).map((violation) => reactsTo(subject, violation)),
  ];
}

/** The control with a change, sent once the control succeeded. */
const changed = (
  subject: Subject,
  what: string,
  change: (valid: Call) => Call,
): Probe<{ readonly exchange: Exchange }> => ({
  name: `${subject.operation.id}: ${what}`,
  run: async ({ send, use }) => {
    const valid = await use(controlOf(subject));
    control(valid.control);
    return { exchange: await send({ ...change(valid.control.call), purpose: what }) };
  },
});

function acceptsControl(subject: Subject): Derived {
  return derived(
    subject,
    "accepts-valid-request",
    "must",
    `\`${subject.operation.id}\` accepts a valid request.`,
    (id) => check(id, controlOf(subject), ({ control: exchange }) => accepted(exchange)),
  );
}

function acceptsEdge(subject: Subject, { slug, what, apply }: Edge): Derived {
  const statement = `\`${subject.operation.id}\` accepts ${what}.`;
  return derived(subject, slug, "must", statement, (id) =>
    check(id, changed(subject, what, apply), ({ exchange }) => accepted(exchange)),
  );
}

function accepted(exchange: Exchange): readonly Finding[] {
  const response = answered(exchange);
  if (isSuccess(response)) return [];
  // The resource ended on its own, as a chat may: no fault of this request.
  if (response.status === 410) untestable(`${describe(exchange)} was answered 410: it has ended`);
  return [
    {
      message: `${describe(exchange)} is valid and refused`,
      expected: "a 2xx",
      actual: `${response.status} ${response.body.slice(0, 120)}`.trim(),
      exchange,
    },
  ];
}

function unknownId(subject: Subject, name: string, schema: JsonObject): Derived {
  const { operation, contract } = subject;
  const what = `an unknown \`${name}\``;
  const slug = `path/${name}/unknown`;
  const probe = changed(subject, what, (valid) => ({
    ...valid,
    path: { ...valid.path, [name]: nearbyId(valid.path?.[name] ?? "") },
  }));
  if (reactionTo(contract, schema, "unknown") === "undocumented")
    return isObserved(subject, slug, what, probe);
  const statement = `\`${operation.id}\` answers 404 to ${what}.`;
  return derived(subject, slug, "must", statement, (id) =>
    check(id, probe, ({ exchange }) => refusedWith(exchange, [404])),
  );
}

/** What the documentation leaves open is sent and recorded. */
function isObserved(
  subject: Subject,
  slug: string,
  what: string,
  probe: Probe<{ readonly exchange: Exchange }>,
): Derived {
  const statement = `What \`${subject.operation.id}\` makes of ${what} is not documented.`;
  return derived(subject, slug, "observe", statement, (id) =>
    observe(id, probe, ({ exchange }) => `answers ${answered(exchange).status}`),
  );
}

function reactsTo(subject: Subject, { slug, what, reaction, apply }: Violation): Derived {
  const { operation } = subject;
  const probe = changed(subject, what, apply);
  const statuses = refusals(operation);
  switch (reaction) {
    case "refuse":
      return derived(subject, slug, "must", `\`${operation.id}\` refuses ${what}.`, (id) =>
        check(id, probe, ({ exchange }) => {
          if (answered(exchange).status === 410)
            untestable(`${describe(exchange)} was answered 410: it has ended`);
          return refusedWith(exchange, statuses);
        }),
      );
    case "refuse-or-clamp":
      return derived(
        subject,
        slug,
        "must",
        `\`${operation.id}\` refuses ${what}, or bends it to what is possible.`,
        (id) =>
          check(id, probe, ({ exchange }, { validator }) => {
            const { status, json } = answered(exchange);
            const schema = operation.responses.get(String(status))?.content.get("application/json");
            if (statuses.includes(status)) return [];
            if (!isSuccess(answered(exchange)) || schema === undefined)
              return refusedWith(exchange, statuses);
            return validator.problems(schema.pointer, json, "binding").map((problem) => ({
              message: `${describe(exchange)} is neither refused nor bent to what is possible`,
              expected: `${problem.pointer}: ${problem.expected}`,
              actual: show(problem.actual),
              exchange,
            }));
          }),
      );
    case "undocumented":
      return isObserved(subject, slug, what, probe);
  }
}
