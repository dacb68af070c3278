import type { JsonObject } from "../contract/json.ts";
import { type Received, sendJson, serverThat, type TestServer } from "./server.ts";

/** A small API in OpenAPI 3.0: pets that are made, listed, read, changed and deleted, with a key. */
export const petsDocument: JsonObject = {
  openapi: "3.0.3",
  info: { title: "Pets", version: "1" },
  servers: [{ url: "https://pets.example.com/v1" }],
  security: [{ key: [] }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 10 } },
        ],
        responses: {
          200: json({ type: "array", items: ref("Pet") }),
          400: json(ref("Error")),
          401: json(ref("Error")),
        },
      },
      post: {
        operationId: "createPet",
        requestBody: { required: true, content: { "application/json": { schema: ref("Pet") } } },
        responses: { 201: json(ref("Pet")), 400: json(ref("Error")), 401: json(ref("Error")) },
      },
    },
    "/pets/{petId}": {
      parameters: [{ name: "petId", in: "path", required: true, schema: { type: "integer" } }],
      get: {
        operationId: "getPet",
        responses: { 200: json(ref("Pet")), 404: json(ref("Error")), 401: json(ref("Error")) },
      },
      delete: {
        operationId: "deletePet",
        responses: { 204: { description: "" }, 404: json(ref("Error")), 401: json(ref("Error")) },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name", "kind"],
        properties: {
          id: { type: "integer", readOnly: true },
          name: { type: "string", minLength: 2, maxLength: 8 },
          kind: { type: "string", enum: ["cat", "dog"] },
          note: { type: "string", nullable: true },
        },
      },
      Error: { type: "object", required: ["message"], properties: { message: { type: "string" } } },
    },
  },
};

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: JsonObject): JsonObject {
  return { description: "", content: { "application/json": { schema } } };
}

/** What a server of pets does wrong. */
export type PetFault =
  | "takes any key"
  | "takes any limit"
  | "takes any kind"
  | "takes long names"
  | "refuses long names"
  | "takes no name"
  | "names no id"
  | "answers 200 to a creation"
  | "answers 500 to what is no JSON"
  | "finds everything"
  | "refuses without a message";

type Pet = JsonObject & { readonly id: number };

/** A server of pets that keeps its contract, but for its faults; one pet is there from the start. */
export async function petServer(
  ...faults: readonly PetFault[]
): Promise<TestServer & { readonly pets: ReadonlyMap<number, Pet> }> {
  const has = (fault: PetFault): boolean => faults.includes(fault);
  const pets = new Map<number, Pet>([[7, { id: 7, name: "Tom", kind: "cat" }]]);
  const server = await serverThat((request, response) => {
    const refuse = (status: number): void =>
      sendJson(response, status, has("refuses without a message") ? {} : { message: "no" });
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    if (request.headers["x-key"] !== "secret-pet-key" && !has("takes any key")) return refuse(401);
    const id = Number(pathname.split("/")[2]);
    const found = pets.get(id) ?? (has("finds everything") ? pets.get(7) : undefined);
    switch (
      `${request.method} ${pathname.replace(/\/[^/]+$/, (end) => (end === "/pets" ? end : "/{petId}"))}`
    ) {
      case "GET /pets": {
        const limit = Number(searchParams.get("limit") ?? 10);
        if (!(limit >= 1 && limit <= 10) && !has("takes any limit")) return refuse(400);
        return sendJson(response, 200, [...pets.values()].slice(0, limit || 10));
      }
      case "POST /pets":
        return create(request, refuse, (pet) =>
          sendJson(response, has("answers 200 to a creation") ? 200 : 201, pet),
        );
      case "GET /pets/{petId}":
        return found === undefined ? refuse(404) : sendJson(response, 200, found);
      case "DELETE /pets/{petId}":
        return pets.delete(id) ? void response.writeHead(204).end() : refuse(404);
      default:
        return refuse(404);
    }
  });
  return { ...server, pets };

  function create(
    request: Received,
    refuse: (status: number) => void,
    done: (pet: JsonObject) => void,
  ): void {
    const body = parsed(request.body.toString());
    const isCrash = body === undefined && has("answers 500 to what is no JSON");
    const { name, kind, note } = body ?? {};
    const length = typeof name === "string" ? [...name].length : 0;
    const isNamed =
      (has("takes no name") && name === undefined) ||
      (length >= 2 &&
        (length <= 8 || has("takes long names")) &&
        !(length > 7 && has("refuses long names")));
    const isKind =
      kind === "cat" || kind === "dog" || (has("takes any kind") && typeof kind === "string");
    const isNote = note === undefined || note === null || typeof note === "string";
    if (body === undefined || !isNamed || !isKind || !isNote) {
      refuse(isCrash ? 500 : 400);
      return;
    }
    const id = 100 + pets.size;
    pets.set(id, { ...body, id });
    done(has("names no id") ? body : { ...body, id });
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // as: an object that JSON describes has string members.
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
