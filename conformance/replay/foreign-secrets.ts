import type { Exchange } from "../model.ts";

const carriers =
  /^(authorization|proxy-authorization|cookie|set-cookie|.*(api-?key|token|secret).*)$/;

/**
 * What looks like a secret in requests that others have made: keys, tokens and cookies, by the headers that carry them.
 * @param name the variable that stands for them
 */
export function secretsIn(
  exchanges: readonly Exchange[],
  name: string,
): ReadonlyMap<string, string> {
  const headers = exchanges.flatMap(({ request, response }) => [
    ...Object.entries(request.headers),
    ...Object.entries(response?.headers ?? {}),
  ]);
  return new Map(
    headers
      .filter(([header]) => carriers.test(header))
      .map(([, value]) => [value.replace(/^(Bearer|Basic|Token) /i, ""), `$${name}`]),
  );
}
