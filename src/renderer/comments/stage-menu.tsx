import type { ReactElement } from 'react';
import { Menu, MenuItem, Separator } from 'react-aria-components';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';
import { useSay } from '../workspace/announcer.tsx';
import { KeyHint } from '../workspace/key-hint.tsx';
import { PointPopover } from '../workspace/point-popover.tsx';
import type { NewAnchor } from './new-anchor.ts';
import { useCommentDesk, useCommentRefusal } from './use-comments.tsx';

/** A place on the stage that was asked for a menu, and what was selected there then. */
export interface StageMenuPlace {
  /** In the window. */
  readonly at: Point;
  readonly selected: NewAnchor | null;
}

interface StageMenuProps {
  readonly stage: RevealStage;
  /** `null` while it is closed. */
  readonly place: StageMenuPlace | null;
  readonly onClose: () => void;
}

/** What can be said about the slide at the pointer. */
export function StageMenu({ stage, place, onClose }: StageMenuProps): ReactElement {
  const desk = useCommentDesk();
  const refusal = useCommentRefusal();
  const say = useSay();
  const { at, selected } = place ?? { at: { x: 0, y: 0 }, selected: null };
  const words = selected?.anchor.kind === 'quote' ? selected.anchor.exact : '';
  const actions: Readonly<Record<string, () => void>> = {
    copy: () =>
      void navigator.clipboard.writeText(words).then(
        () => say('Copied'),
        () => say('The clipboard cannot be written: press Ctrl+C'),
      ),
    words: () => selected !== null && desk.begin(selected.anchor, selected.slide),
    here: () => {
      const { x, y } = stage.slidePoint({ clientX: at.x, clientY: at.y });
      desk.begin({ kind: 'point', x: Math.round(x), y: Math.round(y) });
    },
    slide: () => desk.begin({ kind: 'slide' }),
  };
  return (
    <PointPopover at={place?.at ?? null} onClose={onClose}>
      <Menu
        className="ui-menu"
        aria-label="Slide"
        autoFocus="first"
        disabledKeys={refusal === null ? [] : ['words', 'here', 'slide']}
        onClose={onClose}
        onAction={(key) => actions[String(key)]?.()}
      >
        {words !== '' && (
          <MenuItem id="copy" className="ui-menu-item">
            <span>Copy</span>
            <KeyHint keys="Mod+C" />
          </MenuItem>
        )}
        {words !== '' && <Separator className="ui-menu-line" />}
        {words !== '' && (
          <MenuItem id="words" className="ui-menu-item">
            <span>Comment on these words</span>
            <KeyHint keys="Mod+Alt+M" />
          </MenuItem>
        )}
        <MenuItem id="here" className="ui-menu-item">
          <span>Comment here</span>
        </MenuItem>
        <MenuItem id="slide" className="ui-menu-item">
          <span>Comment on the slide</span>
          {words === '' && <KeyHint keys="Mod+Alt+M" />}
        </MenuItem>
      </Menu>
    </PointPopover>
  );
}
