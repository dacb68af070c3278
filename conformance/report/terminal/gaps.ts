import type { TargetReport } from "../report.ts";
import type { Style } from "../style.ts";
import { oneLine, wrap } from "./text.ts";

/** So many parts of the contract are told on a terminal; report.json has them all. */
const told = 8;

/** What of the contract was not looked at, and where; nothing where all of it was. */
export function gapsBlock({ notLookedAt = [] }: TargetReport, style: Style): readonly string[] {
  if (notLookedAt.length === 0) return [];
  const hidden = notLookedAt.length - told;
  return [
    style.strong("Not looked at in the contract"),
    ...notLookedAt
      .slice(0, told)
      .flatMap(({ place, what }) =>
        wrap(oneLine(`${place}: ${what}`), style.width - 2).map((line) => `  ${style.faint(line)}`),
      ),
    ...(hidden > 0 ? [`  ${style.faint(`and ${hidden} more, in report.json`)}`] : []),
    "",
  ];
}
