// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { commandsOf } from '../../../../../src/renderer/workspace/commands/command-keys.ts';

document.body.innerHTML = `
  <main class="ui-stage" tabindex="-1">
    <div id="surface" data-commands="annotate" tabindex="0"><textarea id="label"></textarea></div>
    <p id="stage">slide</p>
  </main>
  <div id="slides" data-commands="slides" tabindex="0"></div>`;
const at = (id: string) => document.getElementById(id);
const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('a letter means what it says where the focus is: a tool on the slide, a slide’s own command in the list', () => {
  expect(commandsOf(press('h'), at('surface'))).toEqual(['annotate.highlighter']);
  expect(commandsOf(press('h'), at('slides'))).toEqual(['slide.hide']);
  expect(commandsOf(press('h'), at('stage'))).toEqual([]);
  // On the slide P is the pen before it is what begins to annotate.
  expect(commandsOf(press('p'), at('surface'))[0]).toBe('annotate.pen');
  expect(commandsOf(press('p'), at('stage'))).toEqual(['view.annotate']);
});

test('while a text is written on the slide, its keys are a text’s', () => {
  expect(commandsOf(press('h'), at('label'))).toEqual([]);
  expect(commandsOf(press('a', { ctrlKey: true }), at('label'))).toEqual([]);
  expect(commandsOf(press('a', { ctrlKey: true }), at('surface'))).toEqual(['annotate.selectAll']);
  expect(commandsOf(press('z', { ctrlKey: true }), at('label'))).toEqual([]);
});
