import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // What needs Chromium runs on a real server only.
    exclude: [
      ...configDefaults.exclude,
      ...(process.env.MYBUDGET_SERVER ? [] : ["tests/browser/**", "tests/scenarios/**"]),
    ],
    testTimeout: process.env.MYBUDGET_SERVER ? 120_000 : 30_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});
