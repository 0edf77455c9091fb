import { type ReactElement, useRef, useState } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import { importReview, type ReviewImport } from '../../../core/annotations/review/import-review.ts';
import { asFailure, Failure } from '../../../core/failure.ts';
import { newId } from '../../annotate/new-id.ts';
import { useSay } from '../announcer.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { fileData, largestData } from '../file-data.ts';
import { useSession } from '../use-session.ts';
import { ReviewOutcome } from './review-outcome.tsx';

/** What came of an import, for its dialog. */
export type ReviewState =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'done'; readonly name: string; readonly found: ReviewImport }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure };

/** Asks for a PDF that came back from review, and brings what is on it to the open deck: one step. */
export function ReviewImporter({ client }: { readonly client: HostClient }): ReactElement {
  const session = useSession();
  const say = useSay();
  const chooser = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<ReviewState | null>(null);

  const bring = async (file: File): Promise<void> => {
    const { name } = file;
    setState({ kind: 'reading', name });
    try {
      if (file.size > largestData) throw tooLarge(file);
      const review = await client.call('annotations.read', { name, data: await fileData(file) });
      // The deck may have been worked on meanwhile.
      const found = importReview(session.state, review, { newId, now: new Date().toISOString() });
      if (found.transaction !== null) session.run(() => found.transaction);
      setState({ kind: 'done', name, found });
    } catch (error) {
      setState({ kind: 'failed', name, failure: asFailure(error) });
    }
  };

  useCommands({
    'file.review': { run: () => chooser.current?.click(), isEnabled: () => !session.state.readOnly },
  });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".pdf,application/pdf"
        hidden
        aria-label="PDF to import annotations from"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void bring(file);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      {state !== null && (
        <ReviewOutcome
          state={state}
          onUndo={() => {
            session.undo();
            setState(null);
            say('The import was undone');
          }}
          onClose={() => setState(null)}
        />
      )}
    </>
  );
}

function tooLarge({ name, size }: File): Failure {
  return new Failure({
    code: 'too-large',
    message: `${name} has ${size.toLocaleString('en')} bytes; up to ${largestData.toLocaleString('en')} are read here.`,
    place: { file: name },
    wayOut: 'Import it with “lectern annotations import”, or save a copy with smaller pictures.',
  });
}
