import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { SeedData } from "../../generated/seed-data.ts";
import { UserError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { strayReferences } from "./references.ts";

/** A place in a document: the keys and numbers that lead to it. */
export type Path = readonly (string | number)[];

/**
 * A seed-data file: YAML that fits `schema.json`, and whose ids lead somewhere. Throws a UserError
 * that names the line, the value, and what is allowed.
 */
export async function readSeedData(file: string): Promise<SeedData> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : error.message;
    throw new UserError(`Cannot read the seed data ${file}: ${why}.`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { line, col } = lines.linePos(mistake.pos[0]);
    throw new UserError(`${file}:${line}:${col}: this is not YAML: ${ended(mistake.message)}`);
  }
  const data: unknown = document.toJS() ?? {};
  const fits = await schemaValidator();
  const problems = fits(data)
    ? // as: the validator has just said so.
      strayReferences(data as SeedData)
    : (fits.errors ?? []).map((error) => ({ path: pathOf(error), message: sentence(error) }));
  const [problem] = problems;
  // as: without a problem the validator has accepted it.
  if (problem === undefined) return data as SeedData;
  const more = problems.length > 1 ? ` There are ${problems.length - 1} more.` : "";
  const place = `${file}:${position(document, lines, problem.path)}`;
  throw new UserError(`${place}: ${ended(problem.message)}${more}`);
}

const ended = (sentence: string): string => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`);

async function schemaValidator() {
  const schema: object = JSON.parse(
    await readFile(join(import.meta.dirname, "schema.json"), "utf8"),
  );
  return new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
}

function pathOf({ instancePath }: ErrorObject): Path {
  return instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Line and column of a place, or of the nearest place around it. */
function position(document: Document, lines: LineCounter, path: Path): string {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return `${line}:${col}`;
  }
  return "1:1";
}

function sentence({ instancePath, keyword, params, message, data, parentSchema }: ErrorObject) {
  const place = instancePath === "" ? "the file" : inWords(instancePath.split("/").slice(1));
  if (keyword === "additionalProperties") {
    const given = String(params.additionalProperty);
    const known = Object.keys(parentSchema?.properties ?? {});
    return `${place} has ${given}; allowed: ${known.join(", ")}${suggestion(given, known)}`;
  }
  if (keyword === "required") return `${place} lacks ${params.missingProperty}`;
  // A key is a secret, also when it is wrong.
  const value = instancePath.endsWith("/key") ? "a key" : JSON.stringify(data);
  if (keyword === "enum") {
    const allowed: string[] = params.allowedValues;
    const hint = suggestion(String(data), allowed);
    return `${place} is ${value}; allowed: ${allowed.join(", ")}${hint}`;
  }
  const about = parentSchema?.description;
  const rule = typeof about === "string" ? `it is to be this: ${about}` : `it ${message}`;
  return `${place} is ${value}; ${rule}`;
}

/** `sahut[0].conversations[3].status` */
export function inWords(path: Path): string {
  return path
    .map((part) => (/^\d+$/.test(String(part)) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

function suggestion(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  return near === undefined ? "" : `. Did you mean ${near}?`;
}
