import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { HintedButton } from '../workspace/hinted-button.tsx';
import { useDeck } from '../workspace/use-session.ts';
import type { CommentDraft } from './comments-model.ts';
import { RemarkField } from './remark-field.tsx';
import { useCommentDesk } from './use-comments.tsx';

/** The comment that is being written: what it is about, and its text. */
export function NewComment({ draft }: { readonly draft: CommentDraft }): ReactElement {
  const desk = useCommentDesk();
  const { model } = desk;
  const label = useDeck(({ state }) => slideLabelOf(slideIndex(state), draft.slide));
  const { anchor } = draft;
  const about = anchor.kind === 'point' ? `Slide ${label}, at the mark` : `Slide ${label}`;
  return (
    <section className="ui-comment-new" aria-label="New comment">
      <p className="ui-comment-about">{about}</p>
      {anchor.kind === 'quote' && (
        <p className="ui-comment-quoting">
          <span className="ui-comment-words" dir="auto">
            {anchor.exact}
          </span>
          <HintedButton
            label="Comment on the whole slide instead"
            onPress={() => model.set({ draft: { ...draft, anchor: { kind: 'slide' } }, focus: { on: 'draft' } })}
          >
            <X aria-hidden />
          </HintedButton>
        </p>
      )}
      <RemarkField
        label={anchor.kind === 'quote' ? `Comment on “${anchor.exact}”` : `Comment on slide ${label}`}
        placeholder="Comment"
        action="Comment"
        text={draft.text}
        onText={(text) => model.set({ draft: { ...draft, text } })}
        onDone={(text, author) => desk.post(text, author)}
        onCancel={() => model.set({ draft: null })}
      />
    </section>
  );
}
