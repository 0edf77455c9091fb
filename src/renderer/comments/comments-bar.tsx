import { ChevronDown, ChevronUp, ListFilter, MessageSquarePlus, Search, X } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Button,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SearchField,
  Separator,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { annotations } from '../../core/annotations/annotation-field.ts';
import { commentAuthors, type CommentStanding } from '../../core/annotations/comments/comment-list.ts';
import { useCommandRegistry } from '../workspace/commands/use-commands.ts';
import { HintedButton } from '../workspace/hinted-button.tsx';
import { useDeck } from '../workspace/use-session.ts';
import { useCommentDesk, useCommentRefusal, useCommentsState } from './use-comments.tsx';

const standings: readonly { readonly id: CommentStanding; readonly label: string }[] = [
  { id: 'open', label: 'Open' },
  { id: 'resolved', label: 'Resolved' },
  { id: 'all', label: 'All' },
];

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Which comments are listed, the way through them, and a new one. */
export function CommentsBar(): ReactElement {
  const registry = useCommandRegistry();
  const { model } = useCommentDesk();
  const { scope, standing, words } = useCommentsState();
  const refusal = useCommentRefusal();
  const hasComments = useDeck(({ state }) => annotations(state).some(({ kind }) => kind === 'comment'));
  return (
    <div className="ui-comments-bar">
      <div className="ui-comments-row">
        <ToggleButtonGroup
          className="ui-switch ui-comments-standing"
          aria-label="Show"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[standing]}
          onSelectionChange={([key]) => standings.forEach(({ id }) => id === key && model.set({ standing: id }))}
        >
          {standings.map(({ id, label }) => (
            <ToggleButton key={id} id={id} className="ui-switch-part">
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <HintedButton
          label="Previous comment"
          keys="Shift+F8"
          isDisabled={!hasComments}
          onPress={() => registry.run('comment.previous')}
        >
          <ChevronUp aria-hidden />
        </HintedButton>
        <HintedButton
          label="Next comment"
          keys="F8"
          isDisabled={!hasComments}
          onPress={() => registry.run('comment.next')}
        >
          <ChevronDown aria-hidden />
        </HintedButton>
        <HintedButton
          label="New comment"
          keys="Mod+Alt+M"
          isDisabled={refusal !== null}
          onPress={() => registry.run('comment.new')}
        >
          <MessageSquarePlus aria-hidden />
        </HintedButton>
      </div>
      <div className="ui-comments-row">
        <SearchField
          className="ui-filter-field"
          aria-label="Filter comments by words"
          value={words}
          onChange={(value) => model.set({ words: value })}
        >
          <Search aria-hidden className="ui-filter-icon" />
          <Input className="ui-filter-input" placeholder="Filter comments" />
          {words !== '' && (
            <Button className="ui-filter-clear">
              <X aria-hidden />
            </Button>
          )}
        </SearchField>
        <CommentsMenu />
      </div>
      {scope === 'slide' && <span className="ui-visually-hidden">Only the comments of this slide are listed</span>}
    </div>
  );
}

/** Whose comments, of which slides. */
function CommentsMenu(): ReactElement {
  const { model } = useCommentDesk();
  const { scope, author } = useCommentsState();
  const authors = useDeck(({ state }) => commentAuthors(state), isSame);
  const tick = (isSelected: boolean): ReactElement => <span aria-hidden>{isSelected ? '✓' : ''}</span>;
  return (
    <MenuTrigger>
      <Button
        className="ui-button ui-button-icon ui-filter-more"
        aria-label="Whose comments, and of which slides"
        data-on={scope === 'slide' || author !== null || undefined}
      >
        <ListFilter aria-hidden />
      </Button>
      <Popover className="ui-popover" placement="bottom end">
        <Menu className="ui-menu ui-comments-menu" aria-label="Show only">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[scope]}
            onSelectionChange={(keys) => model.set({ scope: keys !== 'all' && keys.has('slide') ? 'slide' : 'deck' })}
          >
            <Header className="ui-menu-head">Slides</Header>
            <MenuItem id="deck" className="ui-menu-item" textValue="Whole deck">
              {({ isSelected }) => (
                <>
                  <span>Whole deck</span>
                  {tick(isSelected)}
                </>
              )}
            </MenuItem>
            <MenuItem id="slide" className="ui-menu-item" textValue="This slide">
              {({ isSelected }) => (
                <>
                  <span>This slide</span>
                  {tick(isSelected)}
                </>
              )}
            </MenuItem>
          </MenuSection>
          <Separator className="ui-menu-line" />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[author === null ? 'anybody' : `by ${author}`]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys;
              model.set({ author: authors.find((name) => `by ${name}` === key) ?? null });
            }}
          >
            <Header className="ui-menu-head">By</Header>
            {[
              { id: 'anybody', name: 'Anybody' },
              ...authors.map((name) => ({ id: `by ${name}`, name: name === '' ? 'Somebody without a name' : name })),
            ].map(({ id, name }) => (
              <MenuItem key={id} id={id} className="ui-menu-item" textValue={name}>
                {({ isSelected }) => (
                  <>
                    <span dir="auto">{name}</span>
                    {tick(isSelected)}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
