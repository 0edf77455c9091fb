import { Eraser, Pencil, Trash2, X } from 'lucide-react';
import type { CSSProperties, ReactElement } from 'react';
import { Button, ToggleButton, ToggleButtonGroup, Toolbar } from 'react-aria-components';
import { removeAnnotations } from '../../core/annotations/commands/remove-annotations.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { inkColors, inkWidths, type Pen } from './pens.ts';

interface PenBarProps {
  readonly pen: Pen;
  readonly slide: string;
  readonly onChange: (pen: Pen) => void;
  readonly onClose: () => void;
}

/** The pens: tool, colour, width; and a way to clear the slide's ink. */
export function PenBar({ pen, slide, onChange, onClose }: PenBarProps): ReactElement {
  const session = useSession();
  const strokes = useDeck(({ state }) => drawingsOn(state, slide));
  const colorKey = pen.tool === 'pen' ? [pen.color] : [];
  return (
    <Toolbar aria-label="Pen" className="ui-pen-bar">
      <ToggleButtonGroup
        aria-label="Tool"
        className="ui-pen-group"
        disallowEmptySelection
        selectedKeys={[pen.tool]}
        onSelectionChange={(keys) => onChange({ ...pen, tool: keys.has('eraser') ? 'eraser' : 'pen' })}
      >
        <ToggleButton id="pen" aria-label="Pen" className="ui-button ui-button-icon">
          <Pencil aria-hidden />
        </ToggleButton>
        <ToggleButton id="eraser" aria-label="Eraser: removes whole strokes" className="ui-button ui-button-icon">
          <Eraser aria-hidden />
        </ToggleButton>
      </ToggleButtonGroup>
      <ToggleButtonGroup
        aria-label="Colour"
        className="ui-pen-group"
        selectedKeys={colorKey}
        onSelectionChange={(keys) => {
          const color = [...keys][0];
          onChange({ ...pen, tool: 'pen', color: typeof color === 'string' ? color : pen.color });
        }}
      >
        {inkColors.map(({ name, value }) => (
          <ToggleButton
            key={value}
            id={value}
            aria-label={name}
            className="ui-pen-color"
            style={{ '--ink': value } as CSSProperties}
          />
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup
        aria-label="Width"
        className="ui-pen-group"
        disallowEmptySelection
        selectedKeys={[String(pen.width)]}
        onSelectionChange={(keys) => onChange({ ...pen, tool: 'pen', width: Number([...keys][0] ?? pen.width) })}
      >
        {inkWidths.map(({ name, value }) => (
          <ToggleButton key={value} id={String(value)} aria-label={name} className="ui-button ui-button-icon">
            <span className="ui-pen-dot" style={{ width: 3 + value * 0.75, height: 3 + value * 0.75 }} />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Button
        className="ui-button"
        isDisabled={strokes.length === 0}
        onPress={() =>
          session.run((state) =>
            removeAnnotations(
              state,
              strokes.map(({ id }) => id),
            ),
          )
        }
      >
        <Trash2 aria-hidden /> Clear slide
      </Button>
      <Button className="ui-button ui-button-icon" aria-label="Put the pen away" onPress={onClose}>
        <X aria-hidden />
      </Button>
    </Toolbar>
  );
}
