import { createRequire } from "node:module";
import type { Middleware } from "koa";
import type pino from "pino";
import type { Log } from "./log.ts";
import { requestLog } from "./requests.ts";

export type LogLevel = "silent" | "error" | "warn" | "info";

export interface LogOptions {
  readonly logLevel?: LogLevel;
  readonly logContent?: boolean;
  readonly logTo?: (line: string) => void;
}

/**
 * The server's log: lines of JSON, with time, level and words. `requestLog` is there at the level
 * `info`. Without `logContent`, what stands in quotes in the words for an error is left out, since it
 * may be what somebody has sent.
 */
export function openLog(options: LogOptions): { log: Log; requestLog: Middleware | undefined } {
  const { logLevel = "warn", logContent = false } = options;
  const { logTo = (line) => void process.stderr.write(line) } = options;
  let made: pino.Logger | undefined;
  const logger = () => {
    made ??= makeLogger(logLevel, logTo);
    return made;
  };
  return {
    log: (line, level = "warn") =>
      logger()[level](logContent ? line : line.replace(/".*"/s, '"…"')),
    requestLog:
      logLevel === "info"
        ? requestLog((line) => logger().info(line, "request"), { content: logContent })
        : undefined,
  };
}

/** Whoever has nothing to log does not wait for what logs. */
function makeLogger(level: LogLevel, write: (line: string) => void): pino.Logger {
  // as: that is what the module of this name is.
  const make = createRequire(import.meta.url)("pino") as typeof pino;
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: make.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  return make(options, { write });
}
