import {
  ArrowUpRight,
  Circle,
  Eraser,
  Highlighter,
  type LucideIcon,
  Minus,
  MousePointer2,
  Pencil,
  Scissors,
  Square,
  Type,
} from 'lucide-react';
import { type CSSProperties, type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { ToggleButton, ToggleButtonGroup, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { commandInfo } from '../../contract/commands.ts';
import type { ToolName } from '../../contract/drawing-tools.ts';
import { KeyHint } from '../workspace/key-hint.tsx';
import { useDeck } from '../workspace/use-session.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { drawingStyle } from './drawing-style.ts';
import { toolOf } from './tools.ts';
import { colorCommands, restyling, toolCommands } from './use-annotate-commands.ts';

const icons: Readonly<Record<ToolName, LucideIcon>> = {
  select: MousePointer2,
  pen: Pencil,
  highlighter: Highlighter,
  line: Minus,
  arrow: ArrowUpRight,
  rectangle: Square,
  ellipse: Circle,
  text: Type,
  eraser: Eraser,
  partEraser: Scissors,
};

interface ToolBarProps {
  readonly desk: DrawingDesk;
  /** The tools to offer, by groups that belong together. */
  readonly groups: readonly (readonly ToolName[])[];
  /** Whether the keys of the table of commands hold here. */
  readonly hasKeys: boolean;
  /** What stands behind the tools. */
  readonly children: ReactNode;
}

/** The tools, and the colour and width of what they draw, or of what is selected. */
export function ToolBar({ desk, groups, hasKeys, children }: ToolBarProps): ReactElement {
  const { model } = desk;
  const { tool } = useSyncExternalStore(model.subscribe, model.state);
  return (
    <Toolbar aria-label="Drawing" className="ui-tool-bar" data-commands="annotate">
      <ToggleButtonGroup
        aria-label="Tool"
        className="ui-tool-groups"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[tool]}
        onSelectionChange={([key]) => groups.flat().forEach((name) => name === key && model.take(name))}
      >
        {groups.map((names) => (
          <span key={names[0]} className="ui-tool-group">
            {names.map((name) => (
              <ToolButton key={name} name={name} hasKeys={hasKeys} />
            ))}
          </span>
        ))}
      </ToggleButtonGroup>
      <StyleButtons desk={desk} hasKeys={hasKeys} />
      <span className="ui-tool-group ui-tool-rest">{children}</span>
    </Toolbar>
  );
}

function ToolButton({ name, hasKeys }: { readonly name: ToolName; readonly hasKeys: boolean }): ReactElement {
  const Icon = icons[name];
  const { label } = toolOf(name);
  return (
    <Hinted label={label} keys={hasKeys ? commandInfo(toolCommands[name]).keys[0] : undefined}>
      <ToggleButton id={name} aria-label={label} className="ui-button ui-button-icon">
        <Icon aria-hidden />
      </ToggleButton>
    </Hinted>
  );
}

function StyleButtons({ desk, hasKeys }: Pick<ToolBarProps, 'desk' | 'hasKeys'>): ReactElement {
  useSyncExternalStore(desk.model.subscribe, desk.model.state);
  // What is selected may have been changed by anybody.
  const { colors, color, widths, width } = useDeck(() => drawingStyle(desk), isSameStyle);
  const style = restyling(desk);
  const placeOf = (keys: ReadonlySet<string | number>): number => Number([...keys][0]);
  return (
    <>
      {colors.length > 0 && (
        <ToggleButtonGroup
          aria-label="Colour"
          className="ui-tool-group"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={color < 0 ? [] : [String(color)]}
          onSelectionChange={(keys) => style.color(placeOf(keys))}
        >
          {colors.map(({ name, value }, place) => (
            <Hinted
              key={value}
              label={name}
              keys={hasKeys ? commandInfo(colorCommands[place] ?? 'annotate.color1').keys[0] : undefined}
            >
              <ToggleButton
                id={String(place)}
                aria-label={name}
                className="ui-ink-color"
                style={{ '--ink': value } as CSSProperties}
              />
            </Hinted>
          ))}
        </ToggleButtonGroup>
      )}
      {widths.length > 0 && (
        <ToggleButtonGroup
          aria-label={colors.length > 0 ? 'Width' : 'Size'}
          className="ui-tool-group"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[String(width)]}
          onSelectionChange={(keys) => style.width(placeOf(keys))}
        >
          {widths.map(({ name }, place) => (
            <Hinted key={name} label={name}>
              <ToggleButton id={String(place)} aria-label={name} className="ui-button ui-ink-width">
                <span style={{ width: dots[place], height: dots[place] }} />
              </ToggleButton>
            </Hinted>
          ))}
        </ToggleButtonGroup>
      )}
    </>
  );
}

/** How large each width is shown, in CSS pixels. */
const dots: readonly number[] = [4, 7, 11, 16];

type Style = ReturnType<typeof drawingStyle>;

function isSameStyle(a: Style, b: Style): boolean {
  return a.colors === b.colors && a.color === b.color && a.widths === b.widths && a.width === b.width;
}

interface HintedProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly children: ReactElement;
}

/** Says what a button is, and its key, when the pointer or the focus rests on it. */
export function Hinted({ label, keys, children }: HintedProps): ReactElement {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <Tooltip className="ui-tooltip" offset={6}>
        {label} {keys !== undefined && <KeyHint keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
