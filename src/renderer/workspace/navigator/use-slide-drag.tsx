import type { ReactElement } from 'react';
import { type DragAndDropHooks, DropIndicator, useDragAndDrop } from 'react-aria-components';
import { moveSlides } from '../../../core/deck/commands/move-slides.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import { useSay } from '../announcer.tsx';
import { saysMoved } from '../slide-commands.ts';
import type { SlideItem } from '../slide-items.ts';
import { dropDestination } from '../slide-moves.ts';
import { useSession } from '../use-session.ts';

/** Dragging slides within the navigator, one or all that are selected, with a line where they would go. */
export function useSlideDrag(items: readonly SlideItem[]): DragAndDropHooks<SlideItem> {
  const session = useSession();
  const say = useSay();
  const { dragAndDropHooks } = useDragAndDrop<SlideItem>({
    // As text a slide is its Markdown, so that it can be dropped into any editor.
    getItems: (keys) => {
      const { state } = session;
      return slideIndex(state)
        .slides.filter(({ key }) => keys.has(key))
        .map((slide) => ({ 'text/plain': slideBody(state, slide) }));
    },
    getAllowedDropOperations: () => ['move'],
    renderDragPreview: (dragged) => <DragLabel count={dragged.length} />,
    renderDropIndicator: (target) => {
      const isAfter = target.type === 'item' && target.dropPosition === 'after';
      return <DropIndicator target={target} className={isAfter ? 'ui-drop-line ui-drop-line-after' : 'ui-drop-line'} />;
    },
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return;
      const moving = new Set([...keys].map(String));
      const destination = dropDestination(items, moving, String(target.key), target.dropPosition);
      const before = session.snapshot();
      if (!session.run((state) => moveSlides(state, [...moving], destination))) return;
      say(saysMoved({ ...before, selected: moving }, session.snapshot()));
    },
  });
  return dragAndDropHooks;
}

function DragLabel({ count }: { readonly count: number }): ReactElement {
  return <div className="ui-drag-label">{count === 1 ? '1 slide' : `${count} slides`}</div>;
}
