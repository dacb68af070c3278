import type { RequirementReport } from "../report.ts";
import { byReason, signs } from "../results.ts";
import type { Style } from "../style.ts";
import { oneLine, wrap } from "./text.ts";

/** Of many promises with one reason, the first few show which they are. */
const shown = 3;

/** What could not be judged, by its reason: how many promises, why, and which. */
export function unjudgedBlock(
  outcome: "untestable" | "error",
  requirements: readonly RequirementReport[],
  style: Style,
): readonly string[] {
  const groups = byReason(requirements.filter((one) => one.outcome === outcome));
  if (groups.length === 0) return [];
  const title = outcome === "error" ? "Errors, ours or the network's" : "Not tested";
  const margin = " ".repeat(9);
  const indented = (text: string): readonly string[] =>
    wrap(oneLine(text), style.width - margin.length).map((line) => `${margin}${line}`);
  return [
    style.strong(title),
    ...groups.flatMap(([reason, members]) => {
      const number = String(members.length).padStart(4);
      const [first = "", ...rest] = indented(reason);
      return [
        `  ${style.warning(signs[outcome])}${number}  ${first.trimStart()}`,
        ...rest,
        ...indented(idsOf(members)).map(style.faint),
      ];
    }),
    "",
  ];
}

function idsOf(members: readonly RequirementReport[]): string {
  const ids = members.slice(0, shown).map(({ id }) => id);
  const hidden = members.length - shown;
  return hidden > 0 ? `${ids.join(", ")} and ${hidden} more` : ids.join(", ");
}
