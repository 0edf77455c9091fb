import { stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { createDeck } from '../core/deck/deck-state.ts';
import { slideIndex } from '../core/deck/slide-index.ts';
import { Failure } from '../core/failure.ts';
import { titleFromName, type Template, templateText } from '../core/templates/template.ts';
import { findTemplate, templates } from '../core/templates/templates.ts';
import { saveDeckFile } from '../host/deck-file.ts';
import { noFolder } from './export-path.ts';
import { printJson, printText } from './output.ts';

export interface NewOptions {
  readonly template: string;
  readonly json?: true;
}

/** `lectern new FILE`. */
export async function newDeck(file: string, options: NewOptions): Promise<void> {
  const template = findTemplate(options.template) ?? unknownTemplate(options.template);
  const output = withExtension(file);
  const path = resolve(output);
  if (!(await stat(dirname(path)).catch(() => null))?.isDirectory()) throw noFolder(path);
  const text = templateText(template, titleFromName(basename(output)));
  const saved = await saveDeckFile(path, { text, base: null });
  if (saved.outcome === 'changed-on-disk') throw exists(path);
  const slides = slideIndex(createDeck(text)).slides.length;
  if (options.json) printJson({ output, template: template.name, slides });
  else
    printText(`${output}: ${slides} slides from the template “${template.label}”. Replace what is in square brackets.`);
}

function withExtension(file: string): string {
  const extension = extname(file);
  if (extension === '') return `${file}.md`;
  if (/^\.(?:md|markdown)$/i.test(extension)) return file;
  throw new Failure({
    code: 'bad-arguments',
    message: `A deck is a Markdown file, and ${basename(file)} ends in ${extension}.`,
    wayOut: 'Give a name that ends in .md.',
  });
}

function unknownTemplate(name: string): Template {
  throw new Failure({
    code: 'bad-arguments',
    message: `There is no template “${name}”.`,
    wayOut: `There are ${templates.map((template) => template.name).join(', ')}.`,
  });
}

function exists(path: string): Failure {
  return new Failure({
    code: 'exists',
    message: `${basename(path)} is there already, and was left as it is.`,
    place: { file: path },
    wayOut: 'Choose another name.',
  });
}
