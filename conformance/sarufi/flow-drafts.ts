import { at, control, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { call, create, session } from "./flow-calls.ts";
import {
  brokenFlow,
  documentedForms,
  type Form,
  flowWithoutDefault,
  formsOf,
} from "./flow-definitions.ts";

/** A blank flow of the run's own, given another name, which makes the first one free again. */
export interface Draft {
  readonly created: Exchange;
  readonly renamed: Exchange;
  readonly read: Exchange;
  readonly listed: Exchange;
  /** What validation says of a flow without states. */
  readonly blank: Exchange;
  /** A session while there are only drafts. */
  readonly early: Exchange;
}

/** The request that makes our flow, whatever came of it. */
export const newFlow: ControlProbe = {
  name: "a new flow",
  run: async (context) => ({
    control: await create(context, { name: "Concordat", type: "conversation" }, "a blank flow"),
  }),
};

export const draft: Probe<Draft> = {
  name: "a draft of a flow",
  run: async (context) => {
    const { control: created } = await context.use(newFlow);
    const flow_id = textAt(created, "id");
    const body = { name: "Concordat A" };
    return {
      created,
      renamed: await call(context, "updateFlow", "another name", { flow_id, body }),
      read: await call(context, "getFlow", "our flow", { flow_id }),
      listed: await call(context, "listFlows", "the chatbot's flows"),
      blank: await call(context, "validateFlow", "a blank flow, validated", { flow_id }),
      early: await session(context, "a session while there are only drafts"),
    };
  },
};

/** What the published flows say, and the second state of each. */
export const texts = {
  a: ["Concordat flow A speaks", "thank_a"],
  b: ["Concordat flow B speaks", "thank_b"],
  c: ["Concordat flow C speaks", "thank_c"],
} as const;

/** The draft with a definition, in the form that the target takes. */
export interface Defined {
  readonly flow_id: string;
  readonly form: Form;
  /** Whether the form is the documentation's, and not the user's. */
  readonly documented: boolean;
  /** The change that gave it its definition, once for every form that was tried. */
  readonly written: readonly Exchange[];
  readonly validated: Exchange;
  readonly valid: boolean;
  readonly read: Exchange;
}

export const defined: Probe<Defined> = {
  name: "a flow with a definition",
  run: async (context) => {
    const flow_id = textAt((await context.use(draft)).created, "id");
    const forms = await formsOf(context);
    let [form = () => ({})] = forms;
    let validated: Exchange | undefined;
    const written: Exchange[] = [];
    for (form of forms) {
      const body = { flow: form(...texts.a) };
      written.push(await call(context, "updateFlow", "a definition", { flow_id, body }));
      validated = await call(context, "validateFlow", "a definition, validated", { flow_id });
      if (at(validated.response?.json, "valid") === true) break;
    }
    if (validated === undefined) untestable("there is no definition to try");
    return {
      flow_id,
      form,
      documented: documentedForms.includes(form),
      written,
      validated,
      valid: at(validated.response?.json, "valid") === true,
      read: await call(context, "getFlow", "the flow, once it was validated", { flow_id }),
    };
  },
};

/** The form that flows are written in, once it is known that the target can publish it. */
export async function working(context: ProbeContext): Promise<Defined> {
  const found = await context.use(defined);
  control(found.validated);
  return found.valid
    ? found
    : missingFixture("flow", "the target finds errors in the documentation's form of a flow");
}

/** A flow that leads nowhere, and one without a way out. */
export interface Broken {
  readonly created: Exchange;
  readonly validated: Exchange;
  readonly published: Exchange;
  readonly read: Exchange;
  readonly warned: Exchange;
}

export const broken: Probe<Broken> = {
  name: "a flow with errors",
  run: async (context) => {
    const { form, documented } = await context.use(defined);
    const known = documented ? form : (documentedForms[0] ?? form);
    const about = { name: "Concordat, broken", type: "conversation", flow: brokenFlow(known) };
    const created = await create(context, about, "a flow that leads nowhere");
    const flow_id = textAt(created, "id");
    const validated = await call(context, "validateFlow", "errors, validated", { flow_id });
    const published = await call(context, "publishFlow", "errors, published", { flow_id });
    const read = await call(context, "getFlow", "the flow that should not be published", {
      flow_id,
    });
    const body = { flow: flowWithoutDefault(known) };
    await call(context, "updateFlow", "a state without a default", { flow_id, body });
    const warned = await call(context, "validateFlow", "no default, validated", { flow_id });
    return { created, validated, published, read, warned };
  },
};
