import { check, observe } from "../check.ts";
import { documentedFor, jsonContent } from "../contract/documented.ts";
import { answered, describe, isSuccess, refusedWith, show } from "../evidence.ts";
import type { Call, Exchange, Finding, Level } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import {
  controlOf,
  type Derived,
  derivationOf,
  derived,
  type Subject,
  succeeded,
} from "./derived.ts";
import type { Edge } from "./edges.ts";
import { nearbyId } from "./nearby-id.ts";
import type { Violation } from "./violations.ts";

/** What the contract says about requests: the valid are accepted, each broken constraint gets its reaction. */
export function requestRules(subject: Subject): readonly Derived[] {
  const { operation, contract } = subject;
  const derivation = derivationOf(subject);
  return [
    acceptsControl(subject),
    ...derivation.edges(contract, operation).map((edge) => acceptsEdge(subject, edge)),
    ...operation.parameters
      .filter((parameter) => parameter.in === "path")
      .flatMap((parameter) => {
        const answer = derivation.unknownId(contract, operation, parameter);
        return answer === undefined ? [] : [unknownId(subject, parameter.name, answer)];
      }),
    ...derivation.violations(contract, operation).map((violation) => reactsTo(subject, violation)),
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
    succeeded(valid);
    return { exchange: await send({ ...change(valid.control.call), purpose: what }) };
  },
});

function acceptsControl(subject: Subject): Derived {
  return derived(
    subject,
    "accepts-valid-request",
    derivationOf(subject).acceptance,
    `\`${subject.operation.id}\` accepts a valid request.`,
    (id) =>
      check(id, controlOf(subject), (valid) => {
        // A request that could not be made as it should be says nothing when it is refused.
        if (valid.lacks !== undefined || derivationOf(subject).acceptance !== "must")
          succeeded(valid);
        return accepted(subject, valid.control);
      }),
  );
}

function acceptsEdge(subject: Subject, { slug, what, level = "must", apply }: Edge): Derived {
  if (level === "observe") return isObserved(subject, slug, what, changed(subject, what, apply));
  const statement = `\`${subject.operation.id}\` accepts ${what}.`;
  return derived(subject, slug, level, statement, (id) =>
    check(id, changed(subject, what, apply), ({ exchange }) => accepted(subject, exchange)),
  );
}

function accepted(subject: Subject, exchange: Exchange): readonly Finding[] {
  const response = answered(exchange);
  // A redirect is judged by its status; what it leads to is another request.
  if (response.status < 400) return [];
  passOver(subject, exchange, response.status);
  return [
    {
      message: `${describe(exchange)} is valid and refused`,
      expected: "a 2xx",
      actual: `${response.status} ${response.body.slice(0, 120)}`.trim(),
      exchange,
    },
  ];
}

/** Ends the judge where the answer tells nothing of the request. */
function passOver(subject: Subject, exchange: Exchange, status: number): void {
  if (!derivationOf(subject).beside.includes(status)) return;
  const why = status === 410 ? ": it has ended" : "";
  untestable(`${describe(exchange)} was answered ${status}${why}`);
}

function unknownId(
  subject: Subject,
  name: string,
  { level, statuses }: { readonly level: Level; readonly statuses: readonly number[] },
): Derived {
  const { operation } = subject;
  const what = `an unknown \`${name}\``;
  const slug = `path/${name}/unknown`;
  const probe = changed(subject, what, (valid) => ({
    ...valid,
    path: { ...valid.path, [name]: nearbyId(valid.path?.[name] ?? "") },
  }));
  if (level === "observe") return isObserved(subject, slug, what, probe);
  const statement = `\`${operation.id}\` answers ${statuses.join(" or ")} to ${what}.`;
  return derived(subject, slug, level, statement, (id) =>
    check(id, probe, ({ exchange }) => refusedWith(exchange, statuses)),
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

function reactsTo(
  subject: Subject,
  { slug, what, reaction, level = "must", apply }: Violation,
): Derived {
  const { operation } = subject;
  const probe = changed(subject, what, apply);
  const statuses = derivationOf(subject).refusals(operation);
  switch (reaction) {
    case "refuse":
      return derived(subject, slug, level, `\`${operation.id}\` refuses ${what}.`, (id) =>
        check(id, probe, ({ exchange }) => {
          const { status } = answered(exchange);
          if (!statuses.includes(status)) passOver(subject, exchange, status);
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
            const { status, headers, json } = answered(exchange);
            const schema = jsonContent(documentedFor(operation, status), headers["content-type"]);
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
