import { styleText } from "node:util";

/** How a text report looks: what colours say, and how wide it is. */
export interface Style {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  /** Columns at which running text breaks. */
  readonly width: number;
}

type Look = Parameters<typeof styleText>[0];

/**
 * A style with or without colours.
 * @param width columns at which running text breaks; default: 100
 */
export function styleOf(options: { readonly colour: boolean; readonly width?: number }): Style {
  const paint =
    (look: Look) =>
    (text: string): string =>
      options.colour ? styleText(look, text, { validateStream: false }) : text;
  return {
    good: paint("green"),
    bad: paint("red"),
    warning: paint("yellow"),
    strong: paint("bold"),
    faint: paint("dim"),
    width: options.width ?? 100,
  };
}

/** The members of a stream such as `process.stdout` that tell what it can show. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/**
 * The style that suits a stream: colours on a terminal, unless the environment says otherwise. As in Node itself,
 * `FORCE_COLOR` counts before `NO_COLOR`. Text breaks at the terminal's width, between 60 and 100 columns.
 * @example terminalReport(report, styleFor(process.stdout, process.env))
 */
export function styleFor(
  { isTTY = false, columns = 100 }: Screen,
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  return styleOf({
    colour: wantsColour(environment) ?? isTTY,
    width: Math.max(60, Math.min(100, columns)),
  });
}

/** What the environment says of colours; undefined where it says nothing. */
function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
): boolean | undefined {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return terminal === "dumb" ? false : undefined;
}
