import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import type { OpenDeck } from '../../../contract/schemas/deck.ts';
import type { AnnotationCopy } from '../../../core/annotations/annotation-copies.ts';
import { annotations } from '../../../core/annotations/annotation-field.ts';
import { commentReport } from '../../../core/annotations/comments/comment-report.ts';
import { drawingsSvg } from '../../../core/annotations/drawing/drawings-svg.ts';
import { drawingsOn } from '../../../core/annotations/slide-annotations.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';
import { useSay } from '../announcer.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { CompareDialog, type OldVersion } from '../compare/compare-dialog.tsx';
import { DialogBox } from '../dialog.tsx';
import { download } from '../download.ts';
import { placeFragment } from '../place.ts';
import type { Autosave } from '../saving/autosave.ts';
import { isAtRisk } from '../saving/save-state.ts';
import { useSettings } from '../settings/use-settings.tsx';
import { useSession } from '../use-session.ts';
import { type ChosenFolder, FolderChoice } from './folder-choice.tsx';
import { NameDialog } from './name-dialog.tsx';

interface FileCommandsProps {
  readonly client: HostClient;
  readonly opened: OpenDeck;
  readonly autosave: Autosave;
  /** Opens another deck. */
  readonly onOpen: (deck: string) => void;
  /** The deck has another name by now, and with it another id. */
  readonly onRenamed: (deck: string) => void;
}

type FileDialog =
  | { readonly kind: 'save-as' }
  | { readonly kind: 'rename' }
  | { readonly kind: 'compare'; readonly title: string; readonly version: OldVersion }
  | { readonly kind: 'failed'; readonly title: string; readonly failure: Failure };

/** What can be done with the open deck's file: binds the commands, and shows the dialogs that they need. */
export function FileCommands({ client, opened, autosave, onOpen, onRenamed }: FileCommandsProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const { settings, write } = useSettings();
  const [dialog, setDialog] = useState<FileDialog | null>(null);
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const { deck } = opened;
  const name = opened.name.replace(/\.(?:md|markdown)$/i, '');
  const close = (): void => setDialog(null);

  const create = async (as: string, where: string | null, taken: 'fail' | 'number'): Promise<void> => {
    const text = deckText(session.state);
    const created = await client.call('deck.create', {
      name: as,
      text,
      annotations: autosave.sidecar,
      beside: deck,
      folder: where,
      taken,
    });
    say(`${created.name} was made and is open now`);
    onOpen(created.deck);
  };
  const rename = async (as: string): Promise<void> => {
    if (isAtRisk(autosave.state())) await autosave.saveNow();
    const renamed = await client.call('deck.rename', { deck, name: as });
    say(`The deck is called ${renamed.name} now`);
    close();
    onRenamed(renamed.deck);
  };
  const compareDisk = async (): Promise<void> => {
    const fresh = await client.call('deck.open', { deck });
    setDialog({
      kind: 'compare',
      title: 'Compare with the file on disk',
      version: { name: 'On disk', text: fresh.text },
    });
  };
  const saveCopy = async (copy: AnnotationCopy, text: string, slide?: string): Promise<void> => {
    const of = slide === undefined ? {} : { slide };
    const outcome = await client.call('annotations.copy', { deck, copy, text, ...of });
    if (outcome.outcome === 'cancelled') return;
    if (outcome.url !== null) download(outcome.url, outcome.name);
    say(outcome.path === null ? `${outcome.name} is in your downloads` : `Saved as ${outcome.path}`);
  };
  /** Does what asks nothing first; what goes wrong is told in a dialog. */
  const attempt = (title: string, task: () => Promise<unknown>) => (): void =>
    void task().catch((error: unknown) => setDialog({ kind: 'failed', title, failure: asFailure(error) }));

  useCommands({
    'file.saveAs': {
      run: () => {
        setFolder(null);
        setDialog({ kind: 'save-as' });
      },
    },
    'file.rename': { run: () => setDialog({ kind: 'rename' }) },
    'file.duplicate': {
      run: attempt('The deck was not duplicated', () => create(`${name} copy`, null, 'number')),
    },
    'file.reveal': { run: attempt('The folder was not opened', () => client.call('deck.reveal', { deck })) },
    'file.window': { run: () => void window.open(placeFragment({ kind: 'deck', deck, slide: null }), '_blank') },
    'file.compareSaved': {
      run: () =>
        setDialog({
          kind: 'compare',
          title: 'Compare with saved',
          version: { name: 'Saved', text: autosave.savedText },
        }),
    },
    'file.compareDisk': { run: attempt('The file was not read', compareDisk) },
    'file.comments': {
      run: attempt('The comments were not saved', () => saveCopy('comments', commentReport(session.state))),
      isEnabled: () => annotations(session.state).some(({ kind }) => kind === 'comment'),
    },
    'file.annotations': {
      run: attempt('The annotations were not saved', () => saveCopy('annotations', autosave.sidecar ?? '')),
      isEnabled: () => annotations(session.state).length > 0,
    },
    'file.drawings': {
      run: attempt('The drawings were not saved', async () => {
        const { state, current } = session.snapshot();
        const svg = drawingsSvg(drawingsOn(state, current), deckSettings(state).settings.size);
        await saveCopy('drawings', svg, slideLabelOf(slideIndex(state), current));
      }),
      isEnabled: () => drawingsOn(session.state, session.snapshot().current).length > 0,
    },
    'edit.autosave': { run: () => write({ autosave: !settings.autosave }), isOn: () => settings.autosave },
  });

  switch (dialog?.kind) {
    case undefined:
      return <></>;
    case 'save-as':
      return (
        <NameDialog
          title="Save as"
          action="Save"
          name={`${name} copy`}
          help="The deck as it is now, with its annotations. It is opened then; this one stays as it is."
          onName={async (as) => {
            await create(as, folder?.folder ?? null, 'fail');
            close();
          }}
          onClose={close}
        >
          <FolderChoice client={client} folder={folder} onFolder={setFolder} />
        </NameDialog>
      );
    case 'rename':
      return (
        <NameDialog
          title="Rename"
          action="Rename"
          name={name}
          help="The file’s name. What is not saved is saved first; the annotations go with it."
          onName={rename}
          onClose={close}
        />
      );
    case 'compare':
      return <CompareDialog title={dialog.title} version={dialog.version} assets={opened.assets} onClose={close} />;
    case 'failed':
      return (
        <DialogBox title={dialog.title} isOpen onClose={close}>
          <div className="ui-outcome" role="alert">
            <p className="ui-outcome-title">{dialog.failure.message}</p>
            <p className="ui-outcome-text">{dialog.failure.wayOut}</p>
            <div className="ui-dialog-foot">
              <Button className="ui-button ui-button-primary" autoFocus onPress={close}>
                Close
              </Button>
            </div>
          </div>
        </DialogBox>
      );
  }
}
