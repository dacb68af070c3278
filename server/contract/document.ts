/** What the server needs from a bundled OpenAPI document. */
export interface ContractDocument {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One operation of a contract, as routing needs it. */
export interface Operation {
  readonly operationId: string;
  /** Upper case: `GET`. */
  readonly method: string;
  /** Relative to the base path, in the router's notation: `/conversations/:id`. */
  readonly path: string;
  /** The media types that its body may have; undefined when the operation takes no body. */
  readonly mediaTypes: readonly string[] | undefined;
  /** The statuses whose answers have no body. */
  readonly bare: readonly string[];
  /** The statuses whose answers are plain text. */
  readonly texts: readonly string[];
}

const METHODS = ["get", "put", "post", "delete", "patch"];

/** The path of the first server's URL: `/v1`. The reference server answers under the same one. */
export function basePath(contract: ContractDocument): string {
  const [server] = contract.servers;
  if (server === undefined) throw new Error("The contract names no server, so no base path.");
  return new URL(server.url).pathname.replace(/\/$/, "");
}

export function operationsOf(contract: ContractDocument): Operation[] {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      // as: the linter holds every operation of the contract to an operationId and to a body in
      // place.
      const { operationId, requestBody, responses } = operation as {
        operationId: string;
        responses: Record<string, { content?: object }>;
        requestBody?: { content: Record<string, unknown> };
      };
      return {
        operationId,
        method: method.toUpperCase(),
        path: path.replaceAll(/\{(\w+)\}/g, ":$1"),
        mediaTypes: requestBody && Object.keys(requestBody.content),
        bare: Object.entries(responses ?? {})
          .filter(([, response]) => !("content" in response || "$ref" in response))
          .map(([status]) => status),
        texts: Object.entries(responses ?? {})
          .filter(([, { content = {} }]) => "text/plain" in content)
          .map(([status]) => status),
      };
    }),
  );
}
