import type { EditorState } from '@codemirror/state';
import type { Annotation } from '../../../../src/core/annotations/annotation.ts';
import { addAnnotations } from '../../../../src/core/annotations/commands/add-annotations.ts';
import type { Comment } from '../../../../src/core/annotations/comment.ts';
import type { BoxShape } from '../../../../src/core/annotations/drawing/box.ts';
import type { InkStroke } from '../../../../src/core/annotations/drawing/ink.ts';
import type { TextLabel } from '../../../../src/core/annotations/drawing/label.ts';
import type { LineShape } from '../../../../src/core/annotations/drawing/line.ts';
import { defaultLayer, type Layer } from '../../../../src/core/annotations/layer.ts';

const fields = (id: string, slide: string) => ({
  id,
  slide,
  layer: 'default',
  creator: '',
  created: '2026-01-01T00:00:00.000Z',
});

export function stroke(slide: string, id = 'urn:uuid:1', more: Partial<InkStroke> = {}): InkStroke {
  return {
    kind: 'ink',
    ...fields(id, slide),
    tool: 'pen',
    points: [
      { x: 10, y: 20, pressure: 0.5, time: 0 },
      { x: 30, y: 40, pressure: 0.5, time: 16 },
    ],
    color: '#ff5a52',
    width: 4,
    ...more,
  };
}

export function line(slide: string, id: string, more: Partial<LineShape> = {}): LineShape {
  const shape = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, arrow: true, color: '#ff5a52', width: 4 };
  return { kind: 'line', ...fields(id, slide), ...shape, ...more };
}

export function box(slide: string, id: string, more: Partial<BoxShape> = {}): BoxShape {
  const shape = { x: 10, y: 20, width: 100, height: 50, color: '#ff5a52', strokeWidth: 4 };
  return { kind: 'rectangle', ...fields(id, slide), ...shape, ...more };
}

export function label(slide: string, id: string, more: Partial<TextLabel> = {}): TextLabel {
  return { kind: 'label', ...fields(id, slide), x: 10, y: 20, text: 'Here', color: '#ff5a52', size: 32, ...more };
}

export function comment(slide: string, id: string, more: Partial<Comment> = {}): Comment {
  const said = { anchor: { kind: 'slide' }, text: 'Is that so?', replies: [], resolved: null } as const;
  return { kind: 'comment', ...fields(id, slide), ...said, ...more };
}

export function layer(id: string, more: Partial<Layer> = {}): Layer {
  return { ...defaultLayer, id, name: id, origin: 'own', created: '2026-01-01T00:00:00.000Z', ...more };
}

/** A deck with one annotation more. */
export function withAnnotation(deck: EditorState, annotation: Annotation): EditorState {
  const transaction = addAnnotations(deck, [annotation]);
  if (transaction === null) throw new Error('It could not be added');
  return transaction.state;
}
