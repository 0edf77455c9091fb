import { defineConfig } from 'vitest/config';
import { testState } from './tests/unit/test-state.ts';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    env: { LECTERN_STATE: testState },
    // What hangs is stopped; what is slow on a busy machine is not a fault.
    testTimeout: 30_000,
    globalSetup: ['tests/unit/test-state.ts'],
  },
});
