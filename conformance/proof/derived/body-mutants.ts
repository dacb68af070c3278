import type { Contract, Operation } from "../../contract/contract.ts";
import type { DerivedMutant } from "./mutant.ts";
import { type Node, nodesOf } from "./nodes.ts";
import { changeAt, inItem, nameOf, type Place } from "./place.ts";
import type { Change } from "./replay.ts";
import { type WrongValue, wrongValuesOf } from "./wrong-values.ts";

/** Every schema node of every answer of an operation, broken in every way: everywhere, and in the second item only. */
export function bodyMutants(
  api: string,
  contract: Contract,
  operation: Operation,
): readonly DerivedMutant[] {
  return [...operation.responses].flatMap(([status, { content }]) => {
    const schema = content.get("application/json");
    if (schema === undefined) return [];
    return nodesOf(contract, schema.pointer).flatMap((node) =>
      wrongValuesOf(node.schema).flatMap((wrong) =>
        placesOf(node, wrong).map((place) => mutantAt(api, operation.id, status, place, wrong)),
      ),
    );
  });
}

function placesOf({ place }: Node, { member }: WrongValue): readonly Place[] {
  const whole = member === undefined ? place : [...place, { member }];
  return [whole, inItem(whole, 1)].filter((each) => each !== undefined);
}

function mutantAt(
  api: string,
  operation: string,
  status: string,
  place: Place,
  { name, change }: WrongValue,
): DerivedMutant {
  const where = nameOf(place) || "body";
  return {
    id: `${api}/${operation}/${status}/${where}/${name}`,
    api,
    operation,
    breaks: `In a ${status} of \`${operation}\`, \`${where}\` ${name.replaceAll("-", " ")}.`,
    change: inBody(status, (body) => changeAt(body, place, change)),
  };
}

/** Changes the JSON of the answers with a status. */
const inBody =
  (status: string, change: (json: unknown) => unknown): Change =>
  (answer) => {
    if (String(answer.status) !== status || answer.json === undefined) return answer;
    const json = change(answer.json);
    return json === answer.json ? answer : { ...answer, json, body: JSON.stringify(json) };
  };
