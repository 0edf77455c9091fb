import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { SourceEditor } from './editor/source-editor.tsx';
import { NotesEditor } from './notes-editor.tsx';

/** The deck's words: its source, and the notes of the current slide. */
export function SidePanel(): ReactElement {
  return (
    <aside className="ui-panel" aria-label="Words">
      <Tabs className="ui-tabs">
        <TabList aria-label="Words" className="ui-tab-list">
          <Tab id="source" className="ui-tab">
            Source
          </Tab>
          <Tab id="notes" className="ui-tab">
            Notes
          </Tab>
        </TabList>
        <TabPanel id="source" className="ui-tab-panel">
          <SourceEditor />
        </TabPanel>
        <TabPanel id="notes" className="ui-tab-panel">
          <NotesEditor />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
