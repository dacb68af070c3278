import { demoData } from "../../../server/demo/data.ts";
import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import type { FlowDefinition, StateDefinition } from "../../../server/flow/definition.ts";

const { sarufi = [] } = await demoData();
const chatbots = sarufi.flatMap((workspace) => workspace.chatbots ?? []);
const flow = chatbots.find(({ id }) => id === sarufiDemo.chatbotId)?.flows?.[0]?.flow;

/** The flow of the demo's chatbot. */
// as: the demo is validated when it is generated; what is said in its greeting is a list.
export const support = flow as unknown as FlowDefinition & {
  states: { greeting: StateDefinition & { message: unknown[] } };
};
