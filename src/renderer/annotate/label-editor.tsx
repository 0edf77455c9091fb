import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { haloColor } from '../../core/annotations/drawing/halo.ts';
import { labelFonts, labelLineHeight } from '../../core/annotations/drawing/label.ts';
import type { LabelEdit } from './annotate-model.ts';

interface LabelEditorProps {
  readonly edit: LabelEdit;
  /** CSS pixels for one slide unit. */
  readonly scale: number;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

/**
 * Writes a label where it will stand, as it will look. Ctrl+Enter, or the focus going elsewhere, keeps what was written;
 * Escape does not. Keys that an input method takes for itself, to choose Japanese characters, are left to it.
 */
export function LabelEditor({ edit, scale, onDone, onCancel }: LabelEditorProps): ReactElement {
  const [text, setText] = useState(edit.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  /** Once: taking the field away takes its focus, too. */
  const leave = (how: () => void): void => {
    if (left.current) return;
    left.current = true;
    how();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave(onCancel);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave(() => onDone(text));
    else return;
    event.preventDefault();
  };
  const halo = haloColor(edit.color);
  return (
    <div
      className="ui-label-editor"
      style={{
        left: edit.at.x * scale,
        top: edit.at.y * scale,
        color: edit.color,
        font: `500 ${edit.size * scale}px/${labelLineHeight} ${labelFonts}`,
        ...(halo === null ? {} : { WebkitTextStroke: `${2 * scale}px ${halo}` }),
      }}
      // The field is as large as what is written in it.
      data-text={`${text}\u200b`}
    >
      <textarea
        ref={field}
        className="ui-label-field"
        aria-label="Text on the slide. Control and Enter keep it, Escape does not."
        rows={1}
        cols={1}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => leave(() => onDone(text))}
        onPointerDown={(event) => event.stopPropagation()}
      />
    </div>
  );
}
