import { EllipsisVertical, Eye, EyeOff, Lock, LockOpen, Plus, X } from 'lucide-react';
import { type ReactElement, useMemo, useState, useSyncExternalStore } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, ToggleButton } from 'react-aria-components';
import { annotations, layers } from '../../core/annotations/annotation-field.ts';
import { addLayer, changeLayer, mergeLayers, moveLayer, removeLayer } from '../../core/annotations/commands/layers.ts';
import { isDrawing } from '../../core/annotations/drawing/drawing.ts';
import { defaultLayerId, type Layer } from '../../core/annotations/layer.ts';
import { useDeck } from '../workspace/use-session.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { newId } from './new-id.ts';

interface LayersPanelProps {
  readonly desk: DrawingDesk;
  readonly author: string;
  readonly onClose: () => void;
}

/** The layers of the deck, the uppermost first: which one is drawn on, what is seen, what can be changed. */
export function LayersPanel({ desk, author, onClose }: LayersPanelProps): ReactElement {
  const { session, model } = desk;
  const all = useDeck(({ state }) => layers(state));
  const drawn = useDeck(({ state }) => annotations(state));
  useSyncExternalStore(model.subscribe, model.state);
  const target = desk.target().id;
  const [renamed, setRenamed] = useState<string | null>(null);
  const counts = useMemo(() => countByLayer(drawn.filter(isDrawing), all), [drawn, all]);

  const add = (): void => {
    const id = newId();
    const layer: Layer = {
      id,
      name: freeName(all),
      created: new Date().toISOString(),
      creator: author,
      origin: 'own',
      hidden: false,
      locked: false,
    };
    session.run((state) => addLayer(state, layer));
    model.drawOn(id);
    setRenamed(id);
  };
  return (
    <section className="ui-layers" aria-label="Layers" data-commands="annotate">
      <div className="ui-layers-head">
        <h2 className="ui-layers-title">Layers</h2>
        <Button className="ui-button" onPress={add}>
          <Plus aria-hidden /> New layer
        </Button>
        <Button className="ui-button ui-button-icon" aria-label="Close the layers" onPress={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      <ul className="ui-layers-list">
        {all.toReversed().map((layer) => (
          <LayerRow
            key={layer.id}
            desk={desk}
            layer={layer}
            below={all[all.indexOf(layer) - 1] ?? null}
            isTop={layer === all.at(-1)}
            isTarget={layer.id === target}
            count={counts.get(layer.id) ?? 0}
            isRenamed={layer.id === renamed}
            onRename={(on) => setRenamed(on ? layer.id : null)}
          />
        ))}
      </ul>
      <p className="ui-layers-hint">New drawings go to the marked layer.</p>
    </section>
  );
}

interface LayerRowProps {
  readonly desk: DrawingDesk;
  readonly layer: Layer;
  /** The layer under it; `null` for the lowest. */
  readonly below: Layer | null;
  readonly isTop: boolean;
  readonly isTarget: boolean;
  readonly count: number;
  readonly isRenamed: boolean;
  readonly onRename: (on: boolean) => void;
}

function LayerRow(props: LayerRowProps): ReactElement {
  const { desk, layer, isTarget, count, isRenamed, onRename } = props;
  const { session, model, say } = desk;
  const { id, name, hidden, locked } = layer;
  const change = (to: Parameters<typeof changeLayer>[2], said: string): void => {
    if (session.run((state) => changeLayer(state, id, to))) say(said);
  };
  return (
    <li className="ui-layer" data-target={isTarget} data-hidden={hidden}>
      {isRenamed ? (
        <NameField
          name={name}
          onDone={(next) => {
            onRename(false);
            if (next !== '') change({ name: next }, `The layer is called “${next}” now`);
          }}
        />
      ) : (
        <ToggleButton
          className="ui-layer-name"
          isSelected={isTarget}
          onChange={() => model.drawOn(id)}
          onDoubleClick={() => onRename(true)}
        >
          <span className="ui-layer-words" dir="auto">
            {name}
          </span>
          <span className="ui-layer-facts">{facts(layer, count)}</span>
        </ToggleButton>
      )}
      <ToggleButton
        className="ui-button ui-button-icon"
        aria-label={`Show “${name}”`}
        isSelected={!hidden}
        onChange={(shown) => change({ hidden: !shown }, `“${name}” is ${shown ? 'shown' : 'hidden'}`)}
      >
        {hidden ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </ToggleButton>
      <ToggleButton
        className="ui-button ui-button-icon"
        aria-label={`Lock “${name}”`}
        isSelected={locked}
        onChange={(lock) => change({ locked: lock }, `“${name}” is ${lock ? 'locked' : 'unlocked'}`)}
      >
        {locked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
      </ToggleButton>
      <LayerMenu {...props} />
    </li>
  );
}

function LayerMenu({ desk, layer, below, isTop, count, onRename }: LayerRowProps): ReactElement {
  const { session, say } = desk;
  const { id, name, locked } = layer;
  const place = layers(session.state).indexOf(layer);
  const isDefault = id === defaultLayerId;
  const actions: readonly { readonly id: string; readonly label: string; readonly off: boolean; run(): void }[] = [
    { id: 'rename', label: 'Rename…', off: false, run: () => onRename(true) },
    {
      id: 'up',
      label: 'Move up',
      off: isTop,
      run: () => void (session.run((state) => moveLayer(state, id, place + 1)) && say(`“${name}” is one further up`)),
    },
    {
      id: 'down',
      label: 'Move down',
      off: below === null,
      run: () => void (session.run((state) => moveLayer(state, id, place - 1)) && say(`“${name}” is one further down`)),
    },
    {
      id: 'merge',
      label: 'Merge down',
      off: below === null || isDefault || locked || below.locked,
      run: () => {
        if (below !== null && session.run((state) => mergeLayers(state, id, below.id)))
          say(`“${name}” was merged into “${below.name}”`);
      },
    },
    {
      id: 'delete',
      label: count === 0 ? 'Delete' : `Delete, with ${drawingsInWords(count)}`,
      off: isDefault || locked,
      run: () => {
        if (session.run((state) => removeLayer(state, id)))
          say(`“${name}” was deleted${count === 0 ? '' : `, with ${drawingsInWords(count)}`}; Ctrl+Z brings it back`);
      },
    },
  ];
  return (
    <MenuTrigger>
      <Button className="ui-button ui-button-icon" aria-label={`More for “${name}”`}>
        <EllipsisVertical aria-hidden />
      </Button>
      <Popover className="ui-popover" placement="bottom end">
        <Menu
          className="ui-menu"
          aria-label={`Layer “${name}”`}
          disabledKeys={actions.filter(({ off }) => off).map((action) => action.id)}
          onAction={(key) => actions.find((action) => action.id === key)?.run()}
        >
          {actions.map(({ id: action, label }) => (
            <MenuItem key={action} id={action} className="ui-menu-item">
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Writes a name in the place where it stands. Enter, or the focus going elsewhere, keeps it; Escape does not. */
function NameField({ name, onDone }: { readonly name: string; readonly onDone: (name: string) => void }): ReactElement {
  const [text, setText] = useState(name);
  return (
    <input
      className="ui-input ui-layer-field"
      aria-label="Name of the layer"
      autoFocus
      maxLength={200}
      value={text}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') onDone(text.trim());
        else if (event.key === 'Escape') onDone('');
        else return;
        event.stopPropagation();
      }}
    />
  );
}

function countByLayer(
  drawings: readonly { readonly layer: string }[],
  all: readonly Layer[],
): ReadonlyMap<string, number> {
  const counts = new Map(all.map(({ id }) => [id, 0]));
  for (const { layer } of drawings) {
    const id = counts.has(layer) ? layer : defaultLayerId;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function drawingsInWords(count: number): string {
  return count === 1 ? '1 drawing' : `${count.toLocaleString('en')} drawings`;
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Who made a layer, when, and how much is on it. */
function facts({ creator, created, origin }: Layer, count: number): string {
  const when = created === '' || Number.isNaN(Date.parse(created)) ? '' : dates.format(new Date(created));
  const parts = [origin === 'talk' ? 'presented' : '', creator, when].filter((part) => part !== '');
  return [drawingsInWords(count), ...parts].join(' · ');
}

/** `Layer 2`, or the first number after it that is not taken. */
function freeName(all: readonly Layer[]): string {
  let number = all.length + 1;
  while (all.some(({ name }) => name === `Layer ${number}`)) number++;
  return `Layer ${number}`;
}
