import type { Context } from "koa";
import type { Log } from "../log/log.ts";
import type { Api } from "./api.ts";
import type { Operation } from "./document.ts";
import { Problem } from "./problem.ts";
import { describe } from "./validate.ts";

/**
 * Replaces an answer that the contract does not have by a 500, and logs the reason: the reference
 * server would rather be loud than wrong.
 */
export function checkAnswer(api: Api, operation: Operation, ctx: Context, log: Log): void {
  const validator = api.validators[operation.operationId]?.responses[String(ctx.status)];
  const bare = operation.bare.includes(String(ctx.status));
  if (bare && (ctx.body === undefined || ctx.body === null)) return;
  if (operation.texts.includes(String(ctx.status)) && typeof ctx.body === "string") return;
  const reason =
    validator === undefined
      ? "the contract does not have this status"
      : validator(ctx.body)
        ? undefined
        : describe(validator.errors ?? []);
  if (reason === undefined) return;
  log(`self-check: ${operation.operationId} answered ${ctx.status}, but ${reason}`, "error");
  const { status, body } = api.errorBodies(
    new Problem("internal", "The answer would have broken the contract"),
  );
  ctx.status = status;
  ctx.body = body;
}
