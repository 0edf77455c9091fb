import { ArrowUp, Clock, Folder, HardDrive } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import type { FolderListing, Recent } from '../../../contract/schemas/library.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';
import { DialogBox } from '../dialog.tsx';
import { HintedButton } from '../hinted-button.tsx';
import { useScale } from '../use-rem.ts';
import { useFolder } from './use-folder.ts';

interface FolderDialogProps {
  readonly client: HostClient;
  readonly title: string;
  readonly isOpen: boolean;
  /** The folder to look into first; `null` for the library's own. */
  readonly start: string | null;
  /** Folders that were the library lately. */
  readonly recent: Recent['folders'];
  readonly onClose: () => void;
  /** What becomes of the folder that was chosen; what it rejects with is shown. */
  readonly onFolder: (folder: FolderListing) => Promise<void>;
}

/** Looks through the folders of the machine for one. */
export function FolderDialog({ title, isOpen, onClose, ...rest }: FolderDialogProps): ReactElement {
  return (
    <DialogBox title={title} isOpen={isOpen} onClose={onClose}>
      <FolderBrowser {...rest} onClose={onClose} />
    </DialogBox>
  );
}

function FolderBrowser(props: Omit<FolderDialogProps, 'isOpen' | 'title'>): ReactElement {
  const { client, start, recent, onClose, onFolder } = props;
  const [state, goTo] = useFolder(client, start);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { listing } = state;
  const failure = refused ?? state.failure;
  const parent = listing?.parent ?? null;
  const go = (folder: string): void => {
    setRefused(null);
    goTo(folder);
  };
  const choose = async (): Promise<void> => {
    if (listing === null) return;
    setBusy(true);
    try {
      await onFolder(listing);
    } catch (error) {
      setRefused(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isUp = event.key === 'Backspace' || (event.altKey && event.key === 'ArrowUp');
    if (!isUp || parent === null) return;
    event.preventDefault();
    event.stopPropagation();
    go(parent);
  };
  return (
    <div className="ui-folders" tabIndex={-1} onKeyDownCapture={onKeyDown}>
      <nav className="ui-folders-places" aria-label="Places">
        <Places title="Places" icon={<HardDrive aria-hidden />} places={listing?.places ?? []} onGo={go} />
        <Places
          title="Recent"
          icon={<Clock aria-hidden />}
          places={recent.map(({ folder, path }) => ({ folder, name: lastName(path), path }))}
          onGo={go}
        />
      </nav>
      <div className="ui-folders-here">
        <div className="ui-folders-path">
          <HintedButton
            label="Up"
            keys="Backspace"
            isDisabled={parent === null}
            onPress={() => parent !== null && go(parent)}
          >
            <ArrowUp aria-hidden />
          </HintedButton>
          {listing !== null && <Trail listing={listing} onGo={go} />}
        </div>
        {failure !== null && (
          <p role="alert" className="ui-folders-failure">
            {failure.message} {failure.wayOut}
          </p>
        )}
        {listing === null ? (
          <div className="ui-folders-list" />
        ) : (
          <FolderList key={listing.folder} folders={listing.folders} from={state.from} onGo={go} />
        )}
      </div>
      <div className="ui-dialog-foot ui-folders-foot">
        <span className="ui-folders-count" role="status">
          {listing !== null && count(listing)}
        </span>
        <Button className="ui-button ui-button-quiet-edge" onPress={onClose}>
          Cancel
        </Button>
        <Button
          className="ui-button ui-button-primary"
          isDisabled={listing === null || isBusy}
          onPress={() => void choose()}
        >
          Use this folder
        </Button>
      </div>
    </div>
  );
}

interface PlacesProps {
  readonly title: string;
  readonly icon: ReactElement;
  readonly places: readonly { readonly folder: string; readonly name: string; readonly path?: string }[];
  readonly onGo: (folder: string) => void;
}

function Places({ title, icon, places, onGo }: PlacesProps): ReactElement | null {
  if (places.length === 0) return null;
  return (
    <>
      <h3 className="ui-library-group">{title}</h3>
      <ul className="ui-folders-group">
        {places.map(({ folder, name, path }) => (
          <li key={folder}>
            <Button className="ui-button ui-folders-place" onPress={() => onGo(folder)}>
              {icon}
              <span className="ui-folders-name" title={path ?? name} dir="auto">
                {name}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The way from the top to here; each part of it leads there. */
function Trail({
  listing,
  onGo,
}: {
  readonly listing: FolderListing;
  readonly onGo: (folder: string) => void;
}): ReactElement {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // What it returns is no clean-up.
    void end.current?.scrollIntoView({ block: 'nearest', inline: 'end' });
  }, [listing]);
  return (
    <ol className="ui-trail" aria-label="Path">
      {listing.trail.map(({ folder, name }) => (
        <li key={folder} ref={folder === listing.folder ? end : undefined}>
          <Button
            className="ui-button ui-trail-part"
            {...(folder === listing.folder ? { 'aria-current': 'location' } : {})}
            onPress={() => onGo(folder)}
          >
            {name}
          </Button>
        </li>
      ))}
    </ol>
  );
}

/** In CSS pixels at the usual size. */
const usualRow = 34;

interface FolderListProps {
  readonly folders: FolderListing['folders'];
  /** The folder that one comes from. */
  readonly from: string | null;
  readonly onGo: (folder: string) => void;
}

/** The folders in a folder. The focus is on the one that one comes from, or on the first. */
function FolderList({ folders, from, onGo }: FolderListProps): ReactElement {
  const rowHeight = Math.round(usualRow * useScale());
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    // The list before it took the focus along: keys that come before the rows are drawn are for the dialog.
    box.closest<HTMLElement>('.ui-folders')?.focus();
    const at = folders.findIndex(({ folder }) => folder === from);
    box.scrollTop = Math.max(0, at * rowHeight - box.clientHeight / 2);
    // The list draws its rows after this effect.
    const frame = requestAnimationFrame(() => {
      const row =
        box.querySelector<HTMLElement>(`[data-key="${CSS.escape(from ?? '')}"]`) ??
        box.querySelector<HTMLElement>('[data-key]');
      (row ?? box).focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [folders, from, rowHeight]);
  const items = useMemo(() => folders.map(({ folder, name }) => ({ id: folder, name })), [folders]);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <GridList
        ref={list}
        className="ui-folders-list"
        aria-label="Folders"
        items={items}
        onAction={(key) => onGo(String(key))}
        renderEmptyState={() => <p className="ui-folders-none">No folders in here</p>}
      >
        {({ id, name }) => (
          <GridListItem id={id} textValue={name} className="ui-folders-row">
            <Folder aria-hidden />
            <span className="ui-folders-name" dir="auto">
              {name}
            </span>
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}

function count({ decks }: FolderListing): string {
  if (decks === 0) return 'No Markdown files right in this folder';
  return `${decks.toLocaleString('en')} Markdown ${decks === 1 ? 'file' : 'files'} in this folder`;
}

function lastName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
