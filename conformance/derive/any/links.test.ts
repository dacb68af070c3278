import { describe, expect, test } from "vitest";
import { contractOf } from "../../contract/contract.ts";
import { linkGaps, linksOf } from "./links.ts";

const answering = (links: object = {}) => ({
  responses: { "200": { description: "as asked", links } },
});

const contractWith = (links: object) =>
  contractOf({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": { post: { operationId: "makePet", ...answering(links) } },
      "/pets/{petId}": {
        get: {
          operationId: "getPet",
          parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }],
          ...answering(),
        },
      },
    },
  });

const parameters = { "path.petId": "$response.body#/id" };

describe("a link", () => {
  test.each([
    ["operationId", { operationId: "getPet", parameters }],
    ["operationRef", { operationRef: "#/paths/~1pets~1{petId}/get", parameters }],
    [
      "a percent-encoded operationRef",
      { operationRef: "#/paths/~1pets~1%7BpetId%7D/get", parameters },
    ],
  ])("leads on by %s", (_, link) => {
    const contract = contractWith({ made: link });
    expect(linksOf(contract)).toEqual([
      { from: "makePet", to: "getPet", parameter: "petId", expression: "$response.body#/id" },
    ]);
    expect(linkGaps(contract)).toEqual([]);
  });

  test.each([
    [{ operationId: "getDog", parameters }, "its link `made` leads to no operation: getDog"],
    [
      { operationRef: "dogs.yaml#/paths/~1dogs/get", parameters },
      "its link `made` leads to no operation: dogs.yaml#/paths/~1dogs/get",
    ],
    [{ parameters }, "its link `made` names no operation"],
    [
      { operationId: "getPet", requestBody: "$response.body" },
      "its link `made` gives a body, which is not sent",
    ],
  ])("that is not followed is told: %j", (link, what) => {
    const contract = contractWith({ made: link });
    expect(linkGaps(contract)).toEqual([{ place: "makePet", what }]);
    expect(linksOf(contract)).toEqual([]);
  });
});
