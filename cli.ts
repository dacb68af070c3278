#!/usr/bin/env node
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { Command, CommanderError, Option } from "commander";
import type { Row } from "./conformance/catalogue.ts";
import { UsageError } from "./conformance/usage.ts";
import { version } from "./conformance/version.ts";
import { collect, percent, port, positive, rate, seconds, seedNumber } from "./flags.ts";
import { UserError } from "./server/errors.ts";

// What a command loads is compiled once for all its runs: a server starts in half the time.
enableCompileCache();

/** How long a server waits for its database, which may have been started together with it. */
const DATABASE_WAIT_MS = 15_000;
/** How long a server that is asked to end answers on connections that are kept alive, so that a balancer loses nothing. */
const LINGER_MS = 1_000;

const program = new Command("concordat")
  .description(
    "Judges deployments of APIs against their contracts: Sahut, Sarufi, and any OpenAPI document.",
  )
  .version(version)
  .showSuggestionAfterError()
  .exitOverride();

program
  .command("check")
  .description(
    "check deployments against their contracts; without --url and --config, the reference server",
  )
  .addOption(
    new Option("--api <name>", "only this API (repeatable)").argParser(collect).default([], "all"),
  )
  .option("--url <url>", "the deployment's base URL; goes with one --api")
  .option("--key <key>", "its API key; better given as SAHUT_KEY or SARUFI_KEY")
  .option("--config <file>", "a configuration with URLs, keys and fixtures")
  .option(
    "--contract <file>",
    "any OpenAPI 3.0 or 3.1 document: check its deployment, at --url, by what follows from it",
  )
  .option("--features <list>", "optional features that the deployment declares, or `all`")
  .addOption(
    new Option("--fixture <name=value>", "a fixture, such as chatbot_id=01J… (repeatable)")
      .argParser(collect)
      .default([], "none"),
  )
  .option("--report <folder>", "write the report there in every form, and what was sent as a HAR")
  .option("--replay <file>", "judge a recording (HAR) again instead of a deployment")
  .addOption(
    new Option(
      "--only <pattern>",
      "only these requirements: an id, its beginning, or with * (repeatable)",
    )
      .argParser(collect)
      .default([], "all"),
  )
  .option("--read-only", "send nothing but GET", false)
  .option(
    "--max-requests <n>",
    "send no more than this to a deployment, whatever for; some are kept to put to rest what was made",
    positive,
  )
  .option(
    "--rps <n>",
    "requests a second at most, or `max`; default: the documented limits, but `max` on this machine",
    rate,
  )
  .option("--no-confirm", "do not repeat what failed to see whether it fails again")
  .option("--timeout <seconds>", "how long to wait for an answer", seconds, 10)
  .option(
    "--explore <n>",
    "make so many random journeys, and compare them with the reference server",
    positive,
  )
  .option(
    "--seed <n>",
    "what is drawn at random: the same one sends the same requests (default: 0, and for journeys another one each time)",
    seedNumber,
  )
  .option("--strict", "let a broken `should` fail the check", false)
  .option("--expect-failures <file>", "a YAML list of id and reason: these may fail")
  .option(
    "--require-coverage <percent>",
    "end with 3 when less of a contract's clauses was looked at",
    percent,
  )
  .option("--plan", "say what would be sent, and send nothing", false)
  .addHelpText(
    "after",
    "\nExit codes: 0 conformant, 1 nonconformant, 2 wrong usage, 3 undetermined (unreachable, key refused, too little seen).",
  )
  .action(async (options) => {
    const { checkCommand } = await import("./conformance/command.ts");
    const { startPatientReference } = await import("./conformance/proof/patience.ts");
    const { startOracles } = await import("./conformance/proof/reference.ts");
    const { env, stdout, stderr } = process;
    const signal = interruption();
    const surroundings = { env, stdout, stderr, signal };
    process.exitCode = await checkCommand({ ...options, version }, surroundings, {
      serve: startPatientReference,
      consult: startOracles,
    });
  });

program
  .command("clean <ledger>")
  .description("put to rest what a check has made and could not put to rest itself")
  .option("--config <file>", "the configuration that the check had, for its keys")
  .option("--contract <file>", "the OpenAPI document that the check had")
  .option("--key <key>", "the API key; better given as SAHUT_KEY or SARUFI_KEY")
  .option("--timeout <seconds>", "how long to wait for an answer", seconds, 10)
  .action(async (ledger, options) => {
    const { cleanCommand } = await import("./conformance/ledger/clean.ts");
    process.exitCode = await cleanCommand(ledger, options, process);
  });

program
  .command("serve")
  .description("run the reference server with its demo data")
  .option("--port <n>", "where to listen; 0 takes a free port", port, 4010)
  .option("--host <address>", "which address to listen on", "127.0.0.1")
  .option("--data <file>", "keep what is written in this SQLite file; default: memory")
  .addOption(databaseUrl().conflicts("data"))
  .on("option:data", leaveDatabase)
  .option("--seed-data <file>", "fill an empty store with this YAML file instead of the demo")
  .option("--allow-outbound", "let flows call other machines, by API_CALL", false)
  .option(
    "--control <n>",
    "open the control plane there, for a test bench, to this machine only; 0 takes a free port",
    port,
  )
  .option("--allow-private", "let webhooks and flows reach http and private addresses", false)
  .addOption(
    new Option(
      "--log-level <level>",
      "how much to log to stderr; `info` has a line for each request",
    )
      .choices(["silent", "error", "warn", "info"])
      .default("warn"),
  )
  .option("--log-content", "log what is asked and answered, too; keys and secrets never", false)
  .option("--self-check", "validate every answer against the contract", false)
  .action(async (options) => {
    const { startServer } = await import("./server/main.ts");
    const { banner } = await import("./server/banner.ts");
    const server = await startServer({ ...options, waitMs: DATABASE_WAIT_MS });
    // Before the banner: who has read it may ask the server to end.
    let ending = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (ending) process.exit(1);
        ending = true;
        void server.close({ lingerMs: LINGER_MS, patienceMs: 25_000 });
      });
    }
    process.stdout.write(banner(server));
  });

program
  .command("load")
  .description("fill a store with made-up conversations, contacts and messages, as many as wanted")
  .option("--data <file>", "a SQLite file, made when it is not there")
  .addOption(databaseUrl().conflicts("data"))
  .on("option:data", leaveDatabase)
  .option(
    "--conversations <n>",
    "how many conversations of Sahut, with one message at least",
    positive,
  )
  .option("--chats <n>", "how many open chat sessions of Sarufi", positive)
  .option("--seed <n>", "the same one makes the same data; another goes beside it", positive, 1)
  .action(async (options) => {
    const { loadCommand } = await import("./server/load/command.ts");
    await loadCommand(options, process);
  });

program
  .command("generate")
  .description("derive generated/ from openapi/ (in a checkout of the project)")
  .option("--check", "write nothing; fail when something is stale", false)
  .action(async (options) => {
    needsCheckout(
      "generate",
      "the package holds what is generated, and not what it is generated from.",
    );
    const { describeGeneration, generate } = await import("./openapi/generate.ts");
    const { text, exitCode } = describeGeneration(await generate(options));
    process.stdout.write(text);
    process.exitCode = exitCode;
  });

program
  .command("docs")
  .description("build the documentation under generated/docs/ (in a checkout of the project)")
  .action(async () => {
    needsCheckout("docs", "the package does not hold what it is built from.");
    const { buildDocs, describeDocs } = await import("./openapi/docs.ts");
    const { text, exitCode } = describeDocs(await buildDocs({ requirementsOf }));
    (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
    process.exitCode = exitCode;
  });

program
  .command("mock")
  .description("answer from the contracts alone, by Prism (in a checkout of the project)")
  .option("--port <n>", "the first API's port, the second takes the next; 0: free ones", port, 4020)
  .option("--dynamic", "make bodies up from the schemas, instead of the examples", false)
  .action(async (options) => {
    needsCheckout(
      "mock",
      "the package does not bring Prism. `concordat serve` runs the reference server.",
    );
    const { mockCommand } = await import("./openapi/mock.ts");
    process.exitCode = await mockCommand(options, process);
  });

program
  .command("workflows")
  .description(
    "make the journeys of openapi/*/workflows.arazzo.yaml on a reference server of their own",
  )
  .addOption(databaseUrl())
  .action(async (options: { databaseUrl?: string }) => {
    needsCheckout("workflows", "the package does not bring Redocly's command line.");
    const { workflowsCommand } = await import("./openapi/workflows.ts");
    const { startServer } = await import("./server/main.ts");
    const server = await startServer({ ...options, selfCheck: true });
    const { sahut, sarufi } = server;
    const crm = {
      contact_email: "rina.wulandari@example.com",
      webhook_url: "https://example.com/crm",
    };
    const outreach = {
      contact_id: sahut.demo.whatsappContactId,
      channel_id: sahut.demo.whatsappChannelId,
      template_id: sahut.demo.templateId,
      template_variables: sahut.demo.templateVariables,
    };
    const deployments = [
      {
        api: "sahut",
        url: sahut.url,
        inputs: { key: sahut.demo.key, agent_id: sahut.demo.agentIds[0], ...outreach, ...crm },
      },
      {
        api: "sarufi",
        url: sarufi.url,
        inputs: { key: sarufi.demo.key, chatbot_id: sarufi.demo.chatbotId },
      },
    ];
    process.exitCode = await workflowsCommand(deployments, process);
    await server.close();
  });

/** Throws a UsageError where a command's module is not there, as in the package. */
function needsCheckout(command: string, why: string): void {
  if (existsSync(new URL(`openapi/${command}.ts`, import.meta.url))) return;
  throw new UsageError(`${command} works in a checkout of the project only: ${why}`);
}

/** Where a server keeps its data if others are to share it. */
function databaseUrl(): Option {
  const words = "keep it in PostgreSQL instead, which several servers may share";
  return new Option("--database-url <url>", words).env("CONCORDAT_DATABASE_URL");
}

/** Who gives `--data` leaves the database that the environment names. Called while flags are read, which is before. */
function leaveDatabase(this: Command): void {
  for (const option of this.options) {
    if (option.attributeName() === "databaseUrl") delete option.envVar;
  }
}

/** Aborted by the first Ctrl-C, or as CI ends a job; the second ends the process as if nothing listened. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const words = "Stopping, and putting to rest what was made; press Ctrl-C again to end at once.";
  const stop = (): void => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    process.stderr.write(`\n${words}\n`);
    controller.abort();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return controller.signal;
}

/** What the catalogue of an API says, then what its contract implies; nothing for one that has no suite. */
async function requirementsOf(api: string): Promise<readonly Row[]> {
  const { readCatalogue } = await import("./conformance/catalogue.ts");
  const { itemsOf } = await import("./conformance/run.ts");
  const { suites } = await import("./conformance/suites.ts");
  const suite = suites.find((one) => one.api === api);
  if (suite === undefined) return [];
  const catalogue = await readCatalogue(suite.catalogue);
  const items = await itemsOf(suite);
  const implied = items.flatMap(({ requirement }) =>
    catalogue.has(requirement.id) ? [] : [requirement],
  );
  return [...catalogue.values(), ...implied];
}

try {
  if (Number.parseInt(process.versions.node, 10) < 24) {
    throw new UsageError(
      `This is Node ${process.versions.node}; Concordat needs Node 24 or later.`,
    );
  }
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and version come here too, with exit code 0; commander has said what is wrong.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof UsageError || error instanceof UserError) {
    process.stderr.write(`concordat: ${error.message}\n`);
    process.exitCode = 2;
  } else {
    throw error;
  }
}
