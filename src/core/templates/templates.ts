import { afterAction } from './after-action.ts';
import { blank } from './blank.ts';
import { capabilityBrief } from './capability-brief.ts';
import { decisionBrief } from './decision-brief.ts';
import { situationUpdate } from './situation-update.ts';
import type { Template } from './template.ts';

/** The decks to start from, in the order they are offered. */
export const templates: readonly Template[] = [decisionBrief, capabilityBrief, situationUpdate, afterAction, blank];

/** The template of that name, if there is one. */
export function findTemplate(name: string): Template | undefined {
  return templates.find((template) => template.name === name);
}
