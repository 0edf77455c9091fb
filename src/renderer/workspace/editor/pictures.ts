import { isolateHistory } from '@codemirror/commands';
import { type EditorState, type Extension, StateEffect, StateField, Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { ImageRequest } from '../../../contract/schemas/deck.ts';
import { asFailure } from '../../../core/failure.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { type DeckHost, deckHost } from './deck-host.ts';

/** The host takes no larger ones. */
export const pictureLimit = 32 * 1024 * 1024;

const types: readonly ImageRequest['type'][] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/svg+xml',
];

/** The types that a file input offers. */
export const pictureTypes: string = types.join(',');

const startCopy = StateEffect.define<{ readonly id: symbol; readonly at: number; readonly name: string }>({
  map: (value, mapping) => ({ ...value, at: mapping.mapPos(value.at, 1) }),
});
const endCopy = StateEffect.define<symbol>();

const pictureStep = [Transaction.userEvent.of('input.replace.picture'), isolateHistory.of('full')];

class CopyWidget extends WidgetType {
  readonly id: symbol;
  readonly name: string;

  constructor(id: symbol, name: string) {
    super();
    this.id = id;
    this.name = name;
  }

  override eq(other: CopyWidget): boolean {
    return this.id === other.id;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'ui-copying';
    mark.textContent = `copying ${this.name}…`;
    return mark;
  }
}

/** Where pictures will stand that are on their way: marks on the text, not in it, so that other edits only move them. */
const copies = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(startCopy)) {
        const { id, at, name } = effect.value;
        next = next.update({ add: [Decoration.widget({ widget: new CopyWidget(id, name), side: 1 }).range(at)] });
      } else if (effect.is(endCopy)) {
        next = next.update({ filter: (_from, _to, { spec }) => widgetId(spec) !== effect.value });
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function widgetId(spec: { readonly widget?: unknown }): symbol | null {
  return spec.widget instanceof CopyWidget ? spec.widget.id : null;
}

function placeOf(state: EditorState, id: symbol): number | null {
  let place: number | null = null;
  state.field(copies).between(0, state.doc.length, (from, _to, { spec }) => {
    if (widgetId(spec) === id) place = from;
  });
  return place;
}

/** The files among these that are pictures Lectern can put beside a deck. */
export function picturesIn(files: Iterable<File> | null | undefined): readonly File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
}

/**
 * Copies pictures to the deck's `images` folder and links them at an offset, each as one undo step, when it has arrived.
 * What cannot be done is said, and nothing is inserted for it.
 */
export async function insertPictures(host: DeckHost, files: readonly File[], at: number): Promise<void> {
  for (const file of files) await insertPicture(host, file, at);
}

async function insertPicture(host: DeckHost, file: File, at: number): Promise<void> {
  // Not the editor's view, which may be gone when the copy is done.
  const { deck: target } = host;
  const name = file.name === '' ? 'the picture' : file.name;
  const type = types.find((known) => known === file.type);
  if (target.state.readOnly) return host.say(`The deck cannot be changed, so ${name} was not added`);
  if (type === undefined)
    return host.say(`${name} is no kind of picture that a deck can show: use PNG, JPEG, GIF, WebP, AVIF or SVG`);
  if (file.size > pictureLimit)
    return host.say(
      `${name} is ${mebibytes(file.size)} large; a picture may have ${mebibytes(pictureLimit)}. Make it smaller first`,
    );
  const id = Symbol(name);
  // In the front matter it would be no picture.
  const place = Math.max(Math.min(at, target.state.doc.length), slideIndex(target.state).head.to);
  target.dispatch({ effects: startCopy.of({ id, at: place, name }) });
  try {
    const added = await host.addImage({ name: file.name, type, data: await base64(file) });
    const now = placeOf(target.state, id);
    const link = pictureLink(added.path, file.name);
    target.dispatch({
      effects: endCopy.of(id),
      ...(now === null ? {} : { changes: { from: now, insert: link }, annotations: pictureStep, scrollIntoView: true }),
      // Only a caret that waits there goes on behind the picture.
      ...(now !== null && target.state.selection.main.empty && target.state.selection.main.head === now
        ? { selection: { anchor: now + link.length } }
        : {}),
    });
    host.say(
      now === null ? `${added.path} was added beside the deck; its place in the text is gone` : `Added ${added.path}`,
    );
  } catch (error) {
    const failure = asFailure(error);
    target.dispatch({ effects: endCopy.of(id) });
    host.say(`${name} was not added. ${failure.message} ${failure.wayOut}`);
  }
}

/** The Markdown of a picture; its text comes from the name that the file had. */
export function pictureLink(path: string, name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[\s_]+/g, ' ')
    .replace(/[[\]\\<>`*]/g, '')
    .trim();
  // What the clipboard calls its picture says nothing.
  const text = /^(?:image|clipboard)?$/i.test(words) ? '' : words;
  const address = /[\s()<>]/.test(path) ? `<${path}>` : path;
  return `![${text}](${address})`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes % 2 ** 20 === 0 ? 0 : 1)} MiB`;
}

async function base64(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} cannot be read`)));
    reader.readAsDataURL(file);
  });
}

async function insertInto(view: EditorView, files: readonly File[], at: number): Promise<void> {
  const host = deckHost(view.state);
  if (host !== null) await insertPictures(host, files, at);
}

/** Pictures that are pasted or dropped go beside the deck. */
export const pictures: Extension = [
  copies,
  EditorView.domEventHandlers({
    paste: (event, view) => {
      const files = picturesIn(event.clipboardData?.files);
      // Spreadsheets put a picture of their cells beside the cells.
      if (files.length === 0 || /<table\b/i.test(event.clipboardData?.getData('text/html') ?? '')) return false;
      void insertInto(view, files, view.state.selection.main.to);
      return true;
    },
    drop: (event, view) => {
      const files = picturesIn(event.dataTransfer?.files);
      if (files.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head;
      void insertInto(view, files, at);
      return true;
    },
  }),
];
