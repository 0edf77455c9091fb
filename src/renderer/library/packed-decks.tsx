import { FileArchive, FileText } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HostClient } from '../../contract/client.ts';
import type { PackedDeckCard } from '../../contract/schemas/library.ts';
import { asFailure } from '../../core/failure.ts';
import { useSay } from '../workspace/announcer.tsx';
import { fileSize } from '../workspace/file-size.ts';
import { changedAt } from './card-facts.ts';
import type { CardSize } from './card-size.ts';

interface PackedDecksProps {
  readonly client: HostClient;
  readonly packed: readonly PackedDeckCard[];
  readonly size: CardSize;
  readonly now: Date;
  readonly onOpen: (deck: string) => void;
}

/** Bundles and PDFs that hold a whole deck. Opening one unpacks its deck into a folder beside it. */
export function PackedDecks({ client, packed, size, now, onOpen }: PackedDecksProps): ReactElement | null {
  const say = useSay();
  const [busy, setBusy] = useState<string | null>(null);
  if (packed.length === 0) return null;
  const unpack = async ({ deck, name }: PackedDeckCard): Promise<void> => {
    setBusy(deck);
    try {
      const made = await client.call('deck.unpack', { deck });
      say(`The deck in ${name} was unpacked: ${made.path}`);
      onOpen(made.deck);
    } catch (error) {
      const { message, wayOut } = asFailure(error);
      say(`${message} ${wayOut}`);
      setBusy(null);
    }
  };
  const columns = { gridTemplateColumns: `repeat(${size.columns}, ${size.width}px)`, gap: size.gap };
  return (
    <section className="ui-recent" aria-label="Decks in one file">
      <h2 className="ui-library-group">Decks in one file</h2>
      <ul className="ui-recent-list ui-packed-list" style={columns}>
        {packed.map((card) => (
          <li key={card.deck}>
            <Button className="ui-recent-deck" isPending={busy === card.deck} onPress={() => void unpack(card)}>
              <span className="ui-recent-picture">
                {card.kind === 'zip' ? <FileArchive aria-hidden /> : <FileText aria-hidden />}
              </span>
              <span className="ui-recent-words">
                <span className="ui-recent-title" dir="auto">
                  {card.name}
                </span>
                <span className="ui-recent-when">
                  {fileSize(card.bytes)} · {changedAt(new Date(card.modified), now)}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
