import { configDefaults, defineConfig } from "vitest/config";

/** What holds on any store: these run again on PostgreSQL. */
const onBothStores = [
  "server/**/*.test.ts",
  "cli.workflows.test.ts",
  "conformance/proof/postgres.test.ts",
];

/** What never meets a store, or only the embedded one. */
const withoutStore = [
  "**/sqlite.test.ts",
  "server/flow/**",
  "server/outbound/**",
  "server/store/{memory,nul,turns}.test.ts",
];

export default defineConfig({
  test: {
    environment: "node",
    testTimeout: 20_000,
    hookTimeout: 20_000,
    watch: false,
    // No test changes what a module keeps, so files need no process each: loading the code for every
    // one of them takes longer than most of them do.
    isolate: false,
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: "100%",
    // In CI the counts are also written down, for .ci/run to add up.
    reporters: process.env.CI
      ? ["default", ["json", { outputFile: "report/vitest.json" }]]
      : ["default"],
    projects: [
      {
        extends: true,
        test: {
          name: "main",
          include: ["**/*.test.ts"],
          exclude: [...configDefaults.exclude, "**/postgres.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: onBothStores,
          exclude: [...configDefaults.exclude, ...withoutStore],
          globalSetup: ["server/store/testing/global-setup.ts"],
        },
      },
    ],
  },
});
