import { templates } from '../core/templates/templates.ts';

/** The templates and what they are for, one line each. */
export function templateList(): string {
  const width = Math.max(...templates.map(({ name }) => name.length));
  return templates.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
}
