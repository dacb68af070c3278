import { groupOf } from "../../../html/filter.ts";
import { html, type Markup } from "../../../html/markup.ts";
import { environmentName } from "../environment.ts";
import type { RequirementReport, TargetReport } from "../report.ts";
import { standingNames, standingOf, standings } from "../results.ts";
import { requirementRow } from "./requirement.ts";

/** All promises of a target, in groups that open; those that need a look come first and are open. */
export function promises(target: TargetReport): Markup {
  const { api, requirements } = target;
  const curls = requirements.some(({ findings }) => findings.some(({ curl }) => curl));
  return html`<section class="promises" aria-labelledby="promises-${api}">
<h2 id="promises-${api}">What ${api} promises</h2>
${curls && environmentNote(target)}
${groupsOf(requirements).map(groupPart)}
<p class="nothing" hidden>No promise of ${api} fits the filter.</p>
</section>`;
}

function environmentNote({ api, url }: TargetReport): Markup {
  const address = environmentName(api, "url");
  const key = environmentName(api, "key");
  return html`<p class="note">The commands read <code>${address}</code> (here <code>${url}</code>) and keys such as <code>${key}</code> from the environment.</p>`;
}

interface Group {
  readonly name: string;
  readonly members: readonly RequirementReport[];
}

/** By topic, and derived requirements by operation. Within a group as between groups, the worst comes first. */
function groupsOf(requirements: readonly RequirementReport[]): readonly Group[] {
  const groups = Map.groupBy(requirements, ({ id }) => groupOf(id));
  return [...groups]
    .map(([name, members]) => ({ name, members: members.toSorted((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => worst(a) - worst(b));
}

const rank = (requirement: RequirementReport): number => standings.indexOf(standingOf(requirement));

const worst = ({ members }: Group): number => Math.min(...members.map(rank));

function groupPart(group: Group): Markup {
  const calm = worst(group) >= standings.indexOf("passed");
  return html`<details class="group"${calm ? "" : html` open`}>
<summary><h3>${group.name}</h3> <span class="tally">${tallyOf(group)}</span></summary>
<div class="rows">
${group.members.map(requirementRow)}
</div>
</details>`;
}

function tallyOf({ members }: Group): readonly Markup[] {
  return standings.flatMap((standing) => {
    const number = members.filter((one) => standingOf(one) === standing).length;
    return number === 0
      ? []
      : [html`<span class="${standing}">${number} ${standingNames[standing]}</span> `];
  });
}
