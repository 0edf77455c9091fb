import { type ReactElement, useMemo, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { KeyHint } from '../key-hint.tsx';
import type { ReadyCommand } from './command-registry.ts';
import { matchingCommands, matchingSlides, type PaletteSlide } from './palette-entries.ts';
import { useCommandRegistry } from './use-commands.ts';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  /** The slides to go to; none outside a deck. */
  readonly slides: () => readonly PaletteSlide[];
  readonly onSlide: (key: string) => void;
  readonly onClose: () => void;
}

/** Every command that applies now, and every slide, by a few letters of their names. */
export function CommandPalette({ isOpen, slides, onSlide, onClose }: CommandPaletteProps): ReactElement {
  return (
    <ModalOverlay
      className="ui-scrim ui-scrim-high"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="ui-dialog ui-palette">
        <Dialog className="ui-palette-box" aria-label="All commands">
          <PaletteBody slides={slides} onSlide={onSlide} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ slides, onSlide, onClose }: Omit<CommandPaletteProps, 'isOpen'>): ReactElement {
  const registry = useCommandRegistry();
  const [typed, setTyped] = useState('');
  // As things stood when the palette opened: what is in it does not change under the user's hands.
  const [known] = useState(() => ({ commands: registry.ready(), slides: slides() }));
  const commands = useMemo(() => matchingCommands(known.commands, typed), [known, typed]);
  const places = useMemo(() => matchingSlides(known.slides, typed), [known, typed]);

  const choose = (key: string): void => {
    onClose();
    const command = known.commands.find(({ id }) => id === key);
    // What it does may take the focus: only after the palette has given it back.
    requestAnimationFrame(() => {
      if (command !== undefined) registry.run(command.id);
      else onSlide(key);
    });
  };

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label="Command or slide" autoFocus className="ui-palette-field">
        <Input className="ui-palette-input" placeholder="A command, a slide’s number or words of its title" />
      </TextField>
      <Menu
        className="ui-palette-list"
        aria-label="Commands and slides"
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => <p className="ui-palette-none">Nothing is called that here.</p>}
      >
        {commands.length > 0 && (
          <MenuSection>
            <Header className="ui-palette-head">Commands</Header>
            <Collection items={commands}>{(command) => <CommandItem command={command} />}</Collection>
          </MenuSection>
        )}
        {places.length > 0 && (
          <MenuSection>
            <Header className="ui-palette-head">Slides</Header>
            <Collection items={places.map((slide) => ({ ...slide, id: slide.key }))}>
              {({ key, label, title }) => (
                <MenuItem id={key} textValue={`${label} ${title}`} className="ui-menu-item">
                  <span className="ui-palette-name">{title === '' ? 'untitled' : title}</span>
                  <span className="ui-palette-number">{label}</span>
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}

function CommandItem({ command }: { readonly command: ReadyCommand }): ReactElement {
  const { id, label, info, isOn } = command;
  return (
    <MenuItem id={id} textValue={label} className="ui-menu-item">
      <span className="ui-palette-name">
        {label}
        {isOn === true && <span className="ui-menu-on"> ✓</span>}
        {isOn === true && <span className="ui-visually-hidden">, on</span>}
      </span>
      <span className="ui-palette-menu">{info.menu}</span>
      {info.keys[0] !== undefined && <KeyHint keys={info.keys[0]} />}
    </MenuItem>
  );
}
