import { type ReactElement, type ReactNode, useState, useSyncExternalStore } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import type { Problem } from '../../../core/checks/problem.ts';
import { problemRange } from '../../../core/checks/problem.ts';
import { allOpenComments } from '../../../core/annotations/comments/comment-list.ts';
import { CommentsPanel } from '../../comments/comments-panel.tsx';
import type { DeckLook } from '../../slide/deck-look.ts';
import { SourceEditor } from '../editor/source-editor.tsx';
import { HistoryPanel } from '../history/history-panel.tsx';
import { useScale } from '../use-rem.ts';
import { useDeck, useSession } from '../use-session.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { PanelEdge } from './panel-edge.tsx';
import { panelWidth } from './panel-width.ts';
import { PropertiesPanel } from './properties-panel.tsx';
import { showInSource } from './show-in-source.ts';
import { useCheckCount } from './use-checks.tsx';

export type PanelTab = 'source' | 'notes' | 'properties' | 'comments' | 'checks' | 'history';

interface SidePanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly client: HostClient;
  /** The deck's id. */
  readonly deck: string;
  readonly assets: string;
  readonly look: DeckLook;
}

/** The deck's words and what is to be known about them, beside the stage. */
export function SidePanel({ tab, onTab, client, deck, assets, look }: SidePanelProps): ReactElement {
  const session = useSession();
  const checks = useCheckCount();
  const comments = useDeck(({ state }) => allOpenComments(state));
  const [chosen, setChosen] = useState<number | null>(null);
  const { width, least, most } = panelWidth(chosen, useWindowWidth(), useScale());
  const show = (problem: Problem): void => {
    const range = problemRange(session.state, problem);
    if (range === null) return;
    onTab('source');
    showInSource(session, range);
  };
  const panels: readonly { readonly id: PanelTab; readonly title: ReactNode; readonly content: ReactElement }[] = [
    { id: 'source', title: 'Source', content: <SourceEditor /> },
    { id: 'notes', title: 'Notes', content: <NotesPanel assets={assets} lang={look.lang} /> },
    { id: 'properties', title: 'Slide', content: <PropertiesPanel client={client} deck={deck} onTab={onTab} /> },
    {
      id: 'comments',
      title: (
        <>
          Comments{' '}
          {comments > 0 && (
            <span className="ui-tab-count" data-quiet>
              {comments > 99 ? '99+' : comments}
            </span>
          )}
        </>
      ),
      content: <CommentsPanel />,
    },
    {
      id: 'checks',
      title: (
        <>
          Checks{' '}
          {checks > 0 && <span className="ui-tab-count">{checks > 999 ? '999+' : checks.toLocaleString('en')}</span>}
        </>
      ),
      content: <ChecksPanel onShow={show} />,
    },
    { id: 'history', title: 'History', content: <HistoryPanel /> },
  ];
  return (
    <aside className="ui-panel" aria-label="Words" style={{ width }}>
      <PanelEdge width={width} least={least} most={most} onWidth={setChosen} />
      <Tabs
        className="ui-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => panels.forEach(({ id }) => id === key && onTab(id))}
      >
        <TabList aria-label="Words" className="ui-tab-list">
          {panels.map(({ id, title }) => (
            <Tab key={id} id={id} className="ui-tab">
              {title}
            </Tab>
          ))}
        </TabList>
        {panels.map(({ id, content }) => (
          <TabPanel key={id} id={id} className="ui-tab-panel">
            {content}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}

function useWindowWidth(): number {
  return useSyncExternalStore(subscribeToSize, () => window.innerWidth);
}

function subscribeToSize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
