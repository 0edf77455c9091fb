import { defineConfig } from 'vitest/config';
import { testState } from './tests/unit/test-state.ts';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    env: { LECTERN_STATE: testState },
    globalSetup: ['tests/unit/test-state.ts'],
  },
});
