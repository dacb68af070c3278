import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import type { Setting } from "../../explore/move.ts";
import type { Both } from "../../explore/symbols.ts";
import type { ProbeContext } from "../../probe.ts";
import { tagNames } from "../contacts.ts";
import { labelNames, largestPage } from "../inbox.ts";

/** What there is not, by what it is like. */
const unknown = { contact: "{contact_id}", channel: "{channel_id}", agent: "{agent 1}" };

/** What stands on both sides for what journeys cannot make: contacts to talk to, channels, agents. */
export async function prepare({ target, oracle }: Both<ProbeContext>): Promise<Setting> {
  const both = async (name: string): Promise<Both<readonly string[]>> => ({
    target: await target.optionalFixture(name),
    oracle: await oracle.optionalFixture(name),
  });
  const [contact, channel] = [
    { target: await target.fixture("contact_id"), oracle: await oracle.fixture("contact_id") },
    { target: await target.fixture("channel_id"), oracle: await oracle.fixture("channel_id") },
  ];
  const known: Record<string, Both<string>> = {};
  const bind = (name: string, { target: own, oracle: other }: Both<readonly string[]>): void => {
    if (own[0] !== undefined && other[0] !== undefined)
      known[`{${name}}`] = { target: own[0], oracle: other[0] };
  };
  bind("contact_id", contact);
  bind("channel_id", channel);
  const agents = await both("agent_ids");
  for (const n of [0, 1]) {
    const rest = { target: agents.target.slice(n), oracle: agents.oracle.slice(n) };
    bind(`agent ${n + 1}`, rest);
  }
  for (const name of ["team_id", "custom_attribute"]) bind(name, await both(name));
  for (const [name, like] of Object.entries(unknown)) {
    const ids = known[like] ?? { target: "usr_01HX0Z7I1K3L5M", oracle: "usr_01HX0Z7I1K3L5M" };
    known[`{unknown ${name}}`] = { target: nearbyId(ids.target), oracle: nearbyId(ids.oracle) };
  }
  const seen = at((await target.use(largestPage)).page.response?.json, "data");
  const texts = {
    labels: await labelNames(target),
    // Whether a label that nobody has used may be set is not documented.
    familiar: JSON.stringify(seen ?? []).includes('"labels":["') ? ["yes"] : [],
    agents: Object.keys(known).filter((symbol) => symbol.startsWith("{agent ")),
    ...("{team_id}" in known && { teams: ["{team_id}"] }),
    ...("{custom_attribute}" in known && { attributes: ["{custom_attribute}"] }),
    tags: target.declares("contacts") ? await tagNames(target) : [],
  };
  return { known, texts };
}
