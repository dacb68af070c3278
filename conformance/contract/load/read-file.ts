import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { UsageError } from "../../usage.ts";

/**
 * The value in a YAML or JSON file.
 * @param place how the file is named in errors
 * @throws UsageError when it cannot be read or parsed, with line and column
 */
export async function readValue(file: string, place: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : (error.code ?? error.message);
    throw new UsageError(`The contract ${place} cannot be read: ${why}.`);
  });
  return jsonIn(text) ?? yamlIn(text, place);
}

/** Large documents are JSON mostly, which is read a hundred times faster as such. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function yamlIn(text: string, place: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, merge: true, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const what = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "");
    throw new UsageError(
      `The contract ${place} is neither YAML nor JSON: line ${line}, column ${col}: ${what}.`,
    );
  }
  return document.toJS({ maxAliasCount: -1 });
}
