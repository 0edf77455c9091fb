import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Comment, Reply } from '../../core/annotations/comment.ts';
import type { RemarkName } from '../../core/annotations/comments/comment-commands.ts';
import { useSettings } from '../workspace/settings/use-settings.tsx';
import { LinkedText } from './linked-text.tsx';
import { RemarkField } from './remark-field.tsx';
import { fullTime, remarkTime } from './remark-time.ts';
import { useCommentDesk, useCommentRefusal } from './use-comments.tsx';

interface RemarkProps {
  readonly name: RemarkName;
  readonly remark: Comment | Reply;
  /** What stands before the name, and behind it. */
  readonly before?: ReactNode;
  readonly behind?: ReactNode;
  /** What stands between the name and the text. */
  readonly between?: ReactNode;
  /** Whether all of it is shown. */
  readonly isLong: boolean;
  /** Whether Tab leads to what is in it. */
  readonly inTabOrder: boolean;
}

/** What names the text of a remark that is being changed. */
export function rewriteDraft(id: string): string {
  return `rewrite ${id}`;
}

/** A comment or a reply: who, when, what; with a menu to change or delete one's own. */
export function Remark({ name, remark, before, behind, between, isLong, inTabOrder }: RemarkProps): ReactElement {
  const desk = useCommentDesk();
  const refusal = useCommentRefusal();
  const { author } = useSettings().settings;
  const { model } = desk;
  const draft = rewriteDraft(name.reply ?? name.comment);
  const text = useSyncExternalStore(model.subscribe, () => model.text(draft));
  const { creator, created, modified } = remark;
  // What nobody signed is anybody's.
  const isOwn = refusal === null && (creator === '' || creator === author);
  return (
    <div className="ui-remark" data-long={isLong}>
      <div className="ui-remark-head">
        {before}
        <span className="ui-remark-who" dir="auto">
          {creator === '' ? 'Somebody' : creator}
        </span>
        <time className="ui-remark-time" dateTime={created} title={fullTime(created)}>
          {remarkTime(created)}
          {modified !== undefined && <span title={`Changed ${fullTime(modified)}`}> · edited</span>}
        </time>
        <span className="ui-remark-tools">
          {behind}
          {isOwn && text === null && (
            <MenuTrigger>
              <Button
                className="ui-button ui-button-icon ui-remark-tool"
                excludeFromTabOrder={!inTabOrder}
                aria-label={name.reply === null ? 'More about this comment' : 'More about this reply'}
              >
                <EllipsisVertical aria-hidden />
              </Button>
              <Popover className="ui-popover" placement="bottom end">
                <Menu
                  className="ui-menu"
                  aria-label={name.reply === null ? 'Comment' : 'Reply'}
                  onAction={(key) => (key === 'edit' ? model.write(draft, remark.text) : desk.remove(name))}
                >
                  <MenuItem id="edit" className="ui-menu-item">
                    Edit
                  </MenuItem>
                  <MenuItem id="delete" className="ui-menu-item">
                    Delete
                  </MenuItem>
                </Menu>
              </Popover>
            </MenuTrigger>
          )}
        </span>
      </div>
      {between}
      {text === null ? (
        <LinkedText text={remark.text} inTabOrder={inTabOrder} />
      ) : (
        <RemarkField
          label="Text"
          placeholder=""
          action="Save"
          text={text}
          takesFocus
          isSigned={false}
          onText={(next) => model.write(draft, next)}
          onDone={(next) => {
            const isKept = next.trim() === remark.text || desk.rewrite(name, next);
            if (isKept) model.write(draft, null);
            return isKept;
          }}
          onCancel={() => model.write(draft, null)}
        />
      )}
    </div>
  );
}
