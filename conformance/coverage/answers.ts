import type { Contract, DocumentedResponse, Operation } from "../contract/contract.ts";
import type { Response } from "../model.ts";
import type { Looked } from "./coverage.ts";
import { clausesAbout, clausesOf, type Walking } from "./schema-walk.ts";

/** What one answer reached and what was asserted of it, by the names of `answerClauses`. */
export interface Seen {
  /** As the contract writes it: "200", "4XX", "default"; undefined for an undocumented one. */
  readonly status: string | undefined;
  readonly reached: ReadonlySet<string>;
  readonly asserted: ReadonlySet<string>;
}

const typeName = (type: string): string => `media type ${type}`;
const headerName = (name: string): string => `header ${name}`;

/**
 * What a contract says of the answers of an operation, by status: the status itself, its media types, headers and
 * schema. A 5xx has no clause: it is not to come.
 */
export function answerClauses(
  { document }: Contract,
  { responses }: Operation,
): ReadonlyMap<string, ReadonlySet<string>> {
  const expected = [...responses].filter(([status]) => !status.startsWith("5"));
  return new Map(
    expected.map(([status, { content, headers }]) => [
      status,
      new Set([
        "status",
        ...[...content.keys()].map(typeName),
        ...headers.map(({ name }) => headerName(name)),
        ...[...content.values()].flatMap(({ pointer }) =>
          clausesOf(document, pointer).map((clause) => clause.pointer),
        ),
      ]),
    ]),
  );
}

/** What one answer reached, and what judges asserted of it. */
export function answersSeen(
  walking: Walking,
  { responses }: Operation,
  { exchange: { response }, looks }: Looked,
): Seen {
  const status = response && documentedAs(responses, response.status);
  const documented = status === undefined ? undefined : responses.get(status);
  if (response === undefined || documented === undefined)
    return { status: undefined, reached: new Set(), asserted: new Set() };
  const type = mediaTypeOf(response);
  const whole = bodyClauses(walking, documented, response, "whole");
  const isRead = (header: string): boolean => looks.some(({ headers }) => headers.has(header));
  const came = documented.headers.filter(({ name }) => name.toLowerCase() in response.headers);
  return {
    status,
    reached: new Set([
      "status",
      ...(documented.content.has(type) ? [typeName(type)] : []),
      ...came.map(({ name }) => headerName(name)),
      ...whole,
    ]),
    asserted: new Set([
      ...(looks.some((look) => look.status) ? ["status"] : []),
      ...(documented.content.has(type) && isRead("content-type") ? [typeName(type)] : []),
      ...came.filter(({ name }) => isRead(name.toLowerCase())).map(({ name }) => headerName(name)),
      ...assertedScopes(documented, response, looks).flatMap((scope) =>
        scope === "whole" ? whole : bodyClauses(walking, documented, response, scope),
      ),
    ]),
  };
}

function documentedAs(responses: Operation["responses"], status: number): string | undefined {
  const names = [String(status), `${String(status).charAt(0)}XX`, "default"];
  return names.find((name) => responses.has(name));
}

const mediaTypeOf = ({ headers }: Response): string =>
  headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";

/** The schema that an answer's body is documented by: that of its media type, and of JSON where it has no such type. */
const schemaOf = ({ content }: DocumentedResponse, response: Response): string | undefined =>
  (content.get(mediaTypeOf(response)) ?? content.get("application/json"))?.pointer;

function bodyClauses(
  walking: Walking,
  documented: DocumentedResponse,
  response: Response,
  scope: "binding" | "whole",
): readonly string[] {
  const pointer = schemaOf(documented, response);
  if (pointer === undefined || response.json === undefined) return [];
  const bindingOnly = scope === "binding";
  return clausesAbout({ ...walking, bindingOnly }, pointer, response.json).map(
    (clause) => clause.pointer,
  );
}

/** How judges held the body against its schema: wholly, as far as it binds, or not at all. */
function assertedScopes(
  documented: DocumentedResponse,
  response: Response,
  looks: Looked["looks"],
): readonly ("binding" | "whole")[] {
  const pointer = schemaOf(documented, response);
  const scopes = looks.flatMap(({ schemas }) => schemas.get(pointer ?? "") ?? []);
  return scopes.includes("whole") ? ["whole"] : scopes.slice(0, 1);
}
