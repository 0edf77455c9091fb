import { type CallName, callTable } from '../../../src/contract/table.ts';

export const callNames = Object.keys(callTable) as readonly CallName[];
