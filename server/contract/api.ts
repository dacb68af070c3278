import type { Key } from "../access/keys.ts";
import type { Quota } from "../access/rate-limit.ts";
import type { DueWork } from "../agenda.ts";
import type { Services } from "../services.ts";
import type { ContractDocument } from "./document.ts";
import type { HandlerTable } from "./handlers.ts";
import type { ErrorBodies } from "./problem.ts";
import type { ContractValidators } from "./validate.ts";

/** All that the server needs to know of an API. */
export interface Api {
  /** The name of its folder. */
  readonly name: string;
  readonly contract: ContractDocument;
  readonly validators: ContractValidators;
  readonly errorBodies: ErrorBodies;
  /**
   * Which quota a request counts against; `writes` tells a write from a read. Without one, the API
   * takes no key, and everybody may call it.
   */
  readonly quota?: (key: Key, writes: boolean) => Quota;
  /**
   * Reads whose answers are made of the workspace, the address and the store alone: neither the time nor anything else of
   * the key is in them. They are given again while the store stays as it is.
   */
  readonly remembered?: readonly string[];
  /** The plans that its keys may be on. */
  readonly plans: readonly string[];
  /** The statements that make its tables, a step a version: see `migrate`. */
  readonly tables: readonly string[];
  readonly handlers: (services: Services) => HandlerTable;
  /** What is done without being asked, when its time has come. */
  readonly dueWork?: (services: Services) => readonly DueWork[];
}
