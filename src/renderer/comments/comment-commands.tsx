import { type ReactElement, useState } from 'react';
import { annotations } from '../../core/annotations/annotation-field.ts';
import { useCommands } from '../workspace/commands/use-commands.ts';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { AuthorDialog } from './author-dialog.tsx';
import { type NewAnchor, selectedInSource, selectedOnStage } from './new-anchor.ts';
import { useCommentDesk, useCommentRefusal, useCommentsState } from './use-comments.tsx';

interface CommentCommandsProps {
  /** Whether the slide is on the stage: there a place on it can be chosen. */
  readonly hasStage: boolean;
}

/** Binds what can be done with comments from anywhere. */
export function CommentCommands({ hasStage }: CommentCommandsProps): ReactElement {
  const session = useSession();
  const desk = useCommentDesk();
  const refusal = useCommentRefusal();
  const { selected } = useCommentsState();
  const [asking, setAsking] = useState(false);
  const hasComments = useDeck(({ state }) => annotations(state).some(({ kind }) => kind === 'comment'));
  const lit = selected === null ? undefined : desk.find(selected);

  const about = (): NewAnchor => {
    const { state, current } = session.snapshot();
    const focus = document.activeElement;
    const whole: NewAnchor = { anchor: { kind: 'slide' }, slide: current };
    const onStage = selectedOnStage(state, current);
    if (onStage !== null) return onStage;
    // A dialog, such as the palette, has taken the focus from where it was.
    const isInSource = focus === document.body || focus?.closest('.cm-content, [role="dialog"]') !== null;
    return (isInSource ? selectedInSource(state) : null) ?? whole;
  };
  useCommands({
    'comment.new': {
      run: () => {
        const { anchor, slide } = about();
        desk.begin(anchor, slide);
      },
      isEnabled: () => refusal === null,
    },
    'comment.point': { run: () => desk.choosePlace(), isEnabled: () => refusal === null && hasStage },
    'comment.next': { run: () => desk.step(1), isEnabled: () => hasComments },
    'comment.previous': { run: () => desk.step(-1), isEnabled: () => hasComments },
    'comment.resolve': {
      run: () => lit !== undefined && (lit.resolved === null ? desk.resolve(lit) : desk.reopen(lit)),
      label: () => (lit !== undefined && lit.resolved !== null ? 'Open comment again' : 'Resolve comment'),
      isEnabled: () => lit !== undefined && refusal === null,
    },
    'comment.author': { run: () => setAsking(true) },
  });
  return <AuthorDialog isOpen={asking} onClose={() => setAsking(false)} />;
}
