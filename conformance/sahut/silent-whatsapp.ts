import { type Check, observe } from "../check.ts";
import { control } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { send } from "./dialogue.ts";
import { documented, template } from "./notes-and-templates.ts";
import { statusOf } from "./observed.ts";

interface Variables {
  readonly missing: Exchange;
  readonly surplus: Exchange;
  readonly odd: Exchange;
}

/** Templates with other variables than the documented ones; as notes, so that nobody gets them. */
const oddVariables: Probe<Variables> = {
  name: "odd variables of a template",
  run: async (context) => {
    const { sent } = await context.use(template);
    control(sent);
    const [template_id] = await context.fixture("template_id");
    const id = sent.call.path?.conversation_id ?? "";
    const known = documented.template_variables;
    const attempt = (template_variables: unknown, purpose: string): Promise<Exchange> =>
      send(context, id, { template_id, template_variables, private: true }, purpose);
    return {
      missing: await attempt({}, "a template without its variables"),
      surplus: await attempt({ ...known, concordat: "1" }, "a template with one variable more"),
      odd: await attempt({ ...known, customer_name: {} }, "a template with an object for a name"),
    };
  },
};

/** Free text where the customer has not said anything in this conversation. */
const freeText: Probe<{ readonly exchange: Exchange }> = {
  name: "free text on WhatsApp",
  run: async (context) => {
    const { sent } = await context.use(template);
    control(sent);
    const id = sent.call.path?.conversation_id ?? "";
    return { exchange: await send(context, id, { content: "Halo." }, "free text on WhatsApp") };
  },
};

/** What the documentation leaves open of WhatsApp: recorded, never judged. */
export const whatsappSilentPoints: readonly Check[] = [
  observe("sahut/silent/template-variables", oddVariables, ({ missing, surplus, odd }) =>
    [
      `missing: ${statusOf(missing)}`,
      `surplus: ${statusOf(surplus)}`,
      `odd: ${statusOf(odd)}`,
    ].join(", "),
  ),
  observe(
    "sahut/silent/free-text-after-a-day",
    freeText,
    ({ exchange }) => `${statusOf(exchange)} where the customer has said nothing`,
  ),
];
