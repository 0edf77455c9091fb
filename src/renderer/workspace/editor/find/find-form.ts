/** A button that is on or off. */
export interface FindToggle {
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => void;
}

/** The fields and buttons of find and replace. */
export interface FindForm {
  readonly dom: HTMLElement;
  readonly find: HTMLInputElement;
  readonly replace: HTMLInputElement;
  readonly caseSensitive: FindToggle;
  readonly wholeWord: FindToggle;
  readonly regexp: FindToggle;
  readonly showCount: (text: string, isTrouble: boolean) => void;
  /** Whether there is a match to go to, and whether the deck can be changed. */
  readonly enable: (matches: boolean, writable: boolean) => void;
}

interface FindActions {
  readonly onQuery: () => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onSelectAll: () => void;
  readonly onReplace: () => void;
  readonly onReplaceAll: () => void;
  readonly onClose: () => void;
}

/** Draws find and replace. It is no React tree: the editor mounts and focuses its panels at once. */
export function findForm(actions: FindActions): FindForm {
  const find = field('Find in the deck', actions.onQuery);
  find.setAttribute('main-field', 'true');
  const replace = field('Replace with', actions.onQuery);
  onEnter(find, (shift) => (shift ? actions.onPrevious() : actions.onNext()));
  onEnter(replace, actions.onReplace);

  const [caseButton, caseSensitive] = toggle('Aa', 'Match case', actions.onQuery);
  const [wordButton, wholeWord] = toggle('W', 'Whole words', actions.onQuery);
  const [regexpButton, regexp] = toggle('.*', 'Regular expression', actions.onQuery);
  const previous = button('↑', 'Match before (Shift+Enter)', actions.onPrevious);
  const next = button('↓', 'Next match (Enter)', actions.onNext);
  const all = button('Select', 'Select all matches', actions.onSelectAll);
  const close = button('×', 'Close find (Esc)', actions.onClose);
  const replaceOne = button('Replace', 'Replace this match', actions.onReplace);
  const replaceAll = button('All', 'Replace all matches', actions.onReplaceAll);
  const count = element('span', 'ui-find-count');
  count.setAttribute('role', 'status');

  const dom = element('div', 'ui-find');
  dom.setAttribute('role', 'search');
  dom.setAttribute('aria-label', 'Find and replace');
  dom.append(
    row(box(find, caseButton, wordButton, regexpButton), previous, next, close),
    row(box(replace), replaceOne, replaceAll, all),
    count,
  );
  return {
    dom,
    find,
    replace,
    caseSensitive,
    wholeWord,
    regexp,
    showCount: (text, isTrouble) => {
      if (count.textContent !== text) count.textContent = text;
      count.classList.toggle('ui-find-trouble', isTrouble);
      find.setAttribute('aria-invalid', String(isTrouble));
    },
    enable: (matches, writable) => {
      for (const control of [previous, next, all]) setDisabled(control, !matches);
      for (const control of [replaceOne, replaceAll]) setDisabled(control, !matches || !writable);
    },
  };
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function row(...parts: readonly HTMLElement[]): HTMLElement {
  const made = element('div', 'ui-find-row');
  made.append(...parts);
  return made;
}

function box(...parts: readonly HTMLElement[]): HTMLElement {
  const made = element('div', 'ui-find-box');
  made.append(...parts);
  return made;
}

function field(label: string, onInput: () => void): HTMLInputElement {
  const made = element('input', 'ui-find-field');
  made.placeholder = label;
  made.setAttribute('aria-label', label);
  made.spellcheck = false;
  made.autocomplete = 'off';
  made.addEventListener('input', onInput);
  return made;
}

function onEnter(input: HTMLInputElement, action: (shift: boolean) => void): void {
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    action(event.shiftKey);
  });
}

function button(text: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', 'ui-find-button');
  made.type = 'button';
  made.textContent = text;
  made.title = label;
  made.setAttribute('aria-label', label);
  // Not `disabled`: a button that is pressed must keep the focus when its last match is gone.
  made.addEventListener('click', () => made.getAttribute('aria-disabled') !== 'true' && onClick());
  return made;
}

function setDisabled(control: HTMLButtonElement, disabled: boolean): void {
  control.setAttribute('aria-disabled', String(disabled));
}

function toggle(text: string, label: string, onChange: () => void): readonly [HTMLButtonElement, FindToggle] {
  const made = element('button', 'ui-find-toggle');
  made.type = 'button';
  // Drawn by the style sheet: a sign is not a name to call the button by.
  made.dataset['sign'] = text;
  made.title = label;
  made.setAttribute('aria-label', label);
  const set = (on: boolean) => made.setAttribute('aria-pressed', String(on));
  set(false);
  made.addEventListener('click', () => {
    set(made.getAttribute('aria-pressed') !== 'true');
    onChange();
  });
  return [made, { isOn: () => made.getAttribute('aria-pressed') === 'true', set }];
}
