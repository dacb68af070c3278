import type { Parameter } from "../../contract/contract.ts";
import { isObject } from "../../contract/json.ts";
import type { Call } from "../../model.ts";

/** The call with a parameter set to a value, written as the document describes it; what it said before goes. */
export function withParameter(call: Call, parameter: Parameter, value: unknown): Call {
  const bare = withoutParameter(call, parameter);
  const { name } = parameter;
  switch (parameter.in) {
    case "path":
      return { ...bare, path: { ...bare.path, [name]: joined(parameter, value) } };
    case "header":
      return {
        ...bare,
        headers: { ...bare.headers, [name.toLowerCase()]: joined(parameter, value) },
      };
    case "cookie":
      return withCookie(bare, `${name}=${encodeURIComponent(joined(parameter, value))}`);
    default:
      return inQuery(bare, parameter, value);
  }
}

/** The call without a parameter. */
export function withoutParameter(call: Call, { name, in: place }: Parameter): Call {
  const without = <T>(members: Readonly<Record<string, T>> = {}, own: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(members).filter(([key]) => !own(key)));
  if (place === "header")
    return { ...call, headers: without(call.headers, (key) => key === name.toLowerCase()) };
  if (place === "cookie") {
    const { cookie = "", ...headers } = call.headers ?? {};
    const rest = cookie.split("; ").filter((one) => one !== "" && !one.startsWith(`${name}=`));
    return {
      ...call,
      headers: rest.length > 0 ? { ...headers, cookie: rest.join("; ") } : headers,
    };
  }
  if (place === "path") return call;
  const isOwn = (key: string): boolean => key === name || key.startsWith(`${name}[`);
  return { ...call, query: without(call.query, isOwn), repeated: without(call.repeated, isOwn) };
}

function withCookie(call: Call, pair: string): Call {
  const cookie = [call.headers?.cookie, pair].filter((one) => one).join("; ");
  return { ...call, headers: { ...call.headers, cookie } };
}

/** OpenAPI 3.1, "Style Examples". */
function inQuery(call: Call, parameter: Parameter, value: unknown): Call {
  const { name, style, explode, json } = parameter;
  const set = (members: Readonly<Record<string, string>>): Call => ({
    ...call,
    query: { ...call.query, ...members },
  });
  if (json) return set({ [name]: JSON.stringify(value) });
  if (Array.isArray(value) && explode && style === "form")
    return { ...call, repeated: { ...call.repeated, [name]: value.map(textOf) } };
  if (isObject(value) && style === "deepObject")
    return set(
      Object.fromEntries(
        Object.entries(value).map(([key, one]) => [`${name}[${key}]`, textOf(one)]),
      ),
    );
  if (isObject(value) && explode && style === "form")
    return set(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textOf(one)])));
  return set({ [name]: joined(parameter, value) });
}

const separators: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

function joined({ style, explode, json }: Parameter, value: unknown): string {
  if (json) return JSON.stringify(value);
  const separator = separators[style] ?? ",";
  if (Array.isArray(value)) return value.map(textOf).join(separator);
  if (!isObject(value)) return textOf(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}${explode ? "=" : ","}${textOf(one)}`)
    .join(separator);
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);
