import { html, type Markup } from "../../../html/markup.ts";

/**
 * A body for people. JSON is laid out, token by token, so that every number and name stays as it was sent, even one
 * that no parser could keep, and so that one that was cut is laid out too. Anything else stands as it is.
 */
export function prettyBody(body: string): Markup {
  const cut = body.length >= 4_000 && /^\s*[{[]/.test(body);
  return cut || isJson(body) ? html`${layOut(body)}` : html`${body}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A string, a mark, a literal, or a string that was cut. */
const token = /"(?:\\.|[^"\\])*"(?=(\s*:)?)|[{}[\],:]|[^\s{}[\],:"]+|"[\s\S]*$/g;

/** Deeper than this, lines are no longer moved to the right. */
const deepest = 20;

function layOut(json: string): readonly Markup[] {
  const tokens = [...json.matchAll(token)];
  let depth = 0;
  const line = (): string => `\n${"  ".repeat(Math.max(0, Math.min(depth, deepest)))}`;
  return tokens.map(([text, colon], index) => {
    const next = tokens[index + 1]?.[0];
    switch (text) {
      case "{":
      case "[":
        if (next === "}" || next === "]") return html`${text}`;
        depth += 1;
        return html`${text}${line()}`;
      case "}":
      case "]": {
        const before = tokens[index - 1]?.[0];
        if (before === "{" || before === "[") return html`${text}`;
        depth -= 1;
        return html`${line()}${text}`;
      }
      case ",":
        return html`,${line()}`;
      case ":":
        return html`: `;
      default:
        return html`<span class="${kindOf(text, colon !== undefined)}">${text}</span>`;
    }
  });
}

function kindOf(text: string, isName: boolean): string {
  if (isName) return "name";
  return text.startsWith('"') ? "string" : "literal";
}
