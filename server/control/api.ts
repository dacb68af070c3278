import contract from "../../generated/control/contract.json" with { type: "json" };
import type { operations } from "../../generated/control/types.ts";
import { validators } from "../../generated/control/validators.js";
import type { Api } from "../contract/api.ts";
import { type Handlers, handlerTable } from "../contract/handlers.ts";
import type { Bench } from "./bench.ts";
import { errorBodies } from "./errors.ts";
import { failing } from "./failing.ts";
import { health } from "./health.ts";
import { inbox } from "./inbox.ts";
import { plans } from "./plans.ts";
import { reset } from "./reset.ts";
import { sessions } from "./sessions.ts";
import { time } from "./time.ts";

/** Nobody needs a key here. */
export type ControlHandlers = Handlers<operations, typeof validators, undefined>;

/** The control plane, as the machinery that serves any API takes it. */
export function controlApi(bench: Bench): Api {
  const handlers: ControlHandlers = {
    ...health(bench),
    ...time(bench),
    ...failing(bench),
    ...plans(bench),
    ...sessions(bench),
    ...inbox(bench),
    ...reset(bench),
  };
  return {
    name: "control",
    contract,
    validators,
    errorBodies,
    plans: [],
    tables: [],
    handlers: () => handlerTable(handlers),
  };
}
