import { vi } from 'vitest';
import type { HostClient } from '../../../../../src/contract/client.ts';
import type { OpenDeck } from '../../../../../src/contract/schemas/deck.ts';
import { addAnnotations } from '../../../../../src/core/annotations/commands/add-annotations.ts';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { slideAt, slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { DeckSession } from '../../../../../src/renderer/workspace/deck-session.ts';
import { Autosave } from '../../../../../src/renderer/workspace/saving/autosave.ts';
import { stroke } from '../../../core/annotations/sample-annotations.ts';

/** The arguments of the calls that saving makes, as far as they have them. */
interface HostArgs {
  readonly text: string;
  readonly base: string | null;
  readonly annotations: string | null;
  readonly damaged?: boolean;
}

const missing = new Failure({ code: 'missing', message: 'There is no such file.', wayOut: 'Look elsewhere.' });

/** A host whose disk is two strings; revisions count up. */
export class FakeHost {
  text: string | null = 'A\n\n---\n\nB\n';
  sidecar: string | null = null;
  revision = 1;
  inkWrites = 0;
  inkRevision: string | null = null;
  inkProblem: OpenDeck['annotations']['problem'] = null;
  inkDamaged = false;
  /** Sidecars that were kept under another name. */
  aside: (string | null)[] = [];
  refusal: Failure | null = null;
  saves: string[] = [];
  /** What is noted against a crash; `undefined` for nothing. */
  journal: { readonly text: string; readonly annotations: string | null } | undefined;
  notes = 0;
  reconnect = (): void => undefined;
  readonly #listeners = new Map<string, (payload: never) => void>();

  get opened(): OpenDeck {
    const revision = String(this.revision);
    return {
      deck: 'deck-0001',
      name: 'deck.md',
      path: '/decks/deck.md',
      text: this.text ?? '',
      revision,
      readOnly: null,
      annotations: {
        text: this.sidecar,
        revision: this.inkRevision,
        problem: this.inkProblem,
        damaged: this.inkDamaged,
      },
      assets: '/deck/',
      recovery: null,
    };
  }

  readonly client = {
    call: async (name: string, args: HostArgs) => {
      if (name === 'journal.write') {
        this.notes++;
        this.journal = { text: args.text, annotations: args.annotations };
        return {};
      }
      if (name === 'journal.drop') {
        this.journal = undefined;
        return {};
      }
      if (this.refusal !== null) throw this.refusal;
      if (name === 'deck.open') {
        if (this.text === null) throw missing;
        return this.opened;
      }
      if (name === 'annotations.save') {
        if (args.base !== this.inkRevision) return { outcome: 'changed-on-disk', revision: this.inkRevision };
        if (args.damaged) this.aside.push(this.sidecar);
        this.sidecar = args.text;
        this.inkRevision = `ink ${++this.inkWrites}`;
        const setAside = args.damaged ? `deck.annotations.damaged-${this.aside.length}.json` : null;
        return { outcome: 'saved', revision: this.inkRevision, setAside };
      }
      const now = this.text === null ? null : String(this.revision);
      if (args.base !== now) return { outcome: 'changed-on-disk', revision: now };
      this.saves.push(args.text);
      this.text = args.text;
      this.revision++;
      return { outcome: 'saved', revision: String(this.revision) };
    },
    on: (name: string, listener: (payload: never) => void) => {
      this.#listeners.set(name, listener);
      return () => this.#listeners.delete(name);
    },
    onReconnect: (listener: () => void) => {
      this.reconnect = listener;
      return () => undefined;
    },
    // The parts of a host that saving uses.
  } as unknown as HostClient;

  /** Something is told of that was overtaken by now. */
  async late(revision: string): Promise<void> {
    this.#listeners.get('deck.changed')?.({ deck: 'deck-0001', revision } as never);
    await vi.advanceTimersByTimeAsync(0);
  }

  /** Another program writes the annotations, or takes them away. */
  async inkElsewhere(text: string | null): Promise<void> {
    this.sidecar = text;
    this.inkRevision = text === null ? null : `ink ${++this.inkWrites}`;
    this.#listeners.get('annotations.changed')?.({ deck: 'deck-0001', revision: this.inkRevision } as never);
    await vi.advanceTimersByTimeAsync(0);
  }

  /** Another program writes the file, or takes it away. */
  async elsewhere(text: string | null): Promise<void> {
    this.text = text;
    this.revision++;
    this.#listeners.get('deck.changed')?.({
      deck: 'deck-0001',
      revision: text === null ? null : String(this.revision),
    } as never);
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** A sidecar with a field of another program. */
export const theirInk = (version = 1) =>
  JSON.stringify({ type: 'AnnotationCollection', 'lectern:version': version, 'other:field': 7, total: 0, items: [] });

export function start(host: FakeHost, opened: Partial<OpenDeck> = {}) {
  const session = new DeckSession(createDeck(host.opened.text));
  const tell = vi.fn();
  const autosave = new Autosave({
    session,
    client: host.client,
    opened: { ...host.opened, ...opened },
    isFresh: false,
    delay: 1000,
    tell,
  });
  autosave.start();
  return {
    session,
    autosave,
    tell,
    draw: (id: string, slide = slideAt(slideIndex(session.state), 0).key) =>
      session.run((state) => addAnnotations(state, [stroke(slide, id)])),
    type: (insert: string) => session.dispatch({ changes: { from: 1, insert }, userEvent: 'input.type' }),
  };
}
