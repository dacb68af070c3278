import type { Operation, Parameter } from "./operations.ts";

/**
 * A call with the contract's own examples, of the first operation that reads, else the first; and a
 * walk through a list, if there is one.
 */
export function clientExample(
  name: string,
  {
    operations,
    keyless,
    list,
  }: { operations: Operation[]; keyless: boolean; list?: Operation | undefined },
): string {
  const operation = operations.find(({ method }) => method === "get") ?? operations[0];
  if (!operation) return "";
  const call = `client.${operation.method.toUpperCase()}("${operation.path}"`;
  const lines = [
    `const client = create${name}Client(${keyless ? "" : '{ key: "your key" }'});`,
    ...withInit(`const { status, data, error } = await ${call}`, initOf(operation), ");"),
    "if (error) console.error(status, error);",
    "else console.log(data);",
    ...(list ? [""] : []),
    ...(list ? walkLines(list) : []),
  ];
  return lines.map((line) => ` * ${line}`.trimEnd()).join("\n");
}

function walkLines(list: Operation): string[] {
  const required = { ...list, parameters: list.parameters.filter((each) => each.in === "path") };
  const call = `for await (const each of client.pages("${list.path}"`;
  return withInit(call, initOf(required), ")) console.log(each);");
}

/** A call's lines: one without an init, else one for each of its members. */
function withInit(start: string, init: string[], end: string): string[] {
  if (init.length === 0) return [`${start}${end}`];
  return [`${start}, {`, ...init.map((line) => `  ${line},`), `}${end}`];
}

/** The members of a call's init, with the contract's examples. */
function initOf({ parameters, body }: Operation): string[] {
  const params = [
    ...examplesOf(parameters, "path"),
    ...examplesOf(parameters, "query"),
    ...examplesOf(parameters, "header"),
  ];
  return [
    ...(params.length > 0 ? [`params: { ${params.join(", ")} }`] : []),
    ...(body?.required ? [`body: ${JSON.stringify(body.example)}`] : []),
  ];
}

/** The required parameters and one optional one show how; more would only fill the page. */
function examplesOf(parameters: Parameter[], place: string): string[] {
  const here = parameters.filter((each) => each.in === place && each.example !== undefined);
  const required = here.filter((each) => each.required);
  const shown = place === "query" && required.length === 0 ? here.slice(0, 1) : required;
  if (shown.length === 0) return [];
  const members = shown.map(({ name, example: value }) => {
    return `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)}`;
  });
  return [`${place}: { ${members.join(", ")} }`];
}
