import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    environment: "node",
    testTimeout: 20_000,
    hookTimeout: 20_000,
    watch: false,
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: "100%",
    // In CI the counts are also written down, for .ci/run to add up.
    reporters: process.env.CI
      ? ["default", ["json", { outputFile: "report/vitest.json" }]]
      : ["default"],
  },
});
