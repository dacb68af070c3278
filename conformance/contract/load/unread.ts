import type { Contract, Operation } from "../contract.ts";
import type { Gap } from "../gap.ts";
import { isObject } from "../json.ts";
import { canProduce, isJsonType } from "../media-type.ts";

/** What of a contract nothing here sends or judges, beyond its schemas. */
export function gapsOf(contract: Contract): readonly Gap[] {
  return [
    ...[...contract.operations.values()].flatMap(gapsIn),
    ...(isObject(contract.document.webhooks) && Object.keys(contract.document.webhooks).length > 0
      ? [{ place: "#/webhooks", what: "what the API sends by itself is not received" }]
      : []),
  ];
}

function gapsIn(operation: Operation): readonly Gap[] {
  const { id, parameters, body, secured, credentials, responses, path } = operation;
  const gap = (what: string): Gap => ({ place: id, what });
  const strange = [...responses].flatMap(([status, { content }]) =>
    content.size > 0 && ![...content.keys()].some((type) => isJsonType(type) || type.includes("*"))
      ? [
          gap(
            `the body of ${status} is ${[...content.keys()].join(" or ")}, of which only the media type is judged`,
          ),
        ]
      : [],
  );
  const declared = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  const undeclared = [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = ""]) =>
    declared.includes(name)
      ? []
      : [gap(`\`{${name}}\` of its path is not described; it is sent as text`)],
  );
  const styles = parameters
    .filter(({ style }) => style === "label" || style === "matrix")
    .map(({ name, style }) =>
      gap(`\`${name}\` is sent as plain text, and not in the style ${style}`),
    );
  return [
    ...(body !== undefined && !canProduce(body.mediaType)
      ? [
          gap(
            `bodies in ${body.mediaType} are sent as their example says, and nothing else is tried`,
          ),
        ]
      : []),
    ...(secured && credentials.length === 0
      ? [gap("how its key is sent is none of bearer, basic, apiKey, oauth2 and openIdConnect")]
      : []),
    ...undeclared,
    ...styles,
    ...strange,
  ];
}
