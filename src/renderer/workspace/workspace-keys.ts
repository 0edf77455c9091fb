/** What the workspace's own keys do. */
export type WorkspaceAction =
  | 'undo'
  | 'redo'
  | 'save'
  | 'present'
  | 'presentHere'
  | 'annotate'
  | 'export'
  | 'keys'
  | 'previousSlide'
  | 'nextSlide';

export interface WorkspaceKey {
  readonly action: WorkspaceAction;
  readonly label: string;
  readonly keys: readonly string[];
  /** Whether it works while a text is being written; keys without a modifier do not. */
  readonly inText: boolean;
  /** Where the focus has to be, as a selector; anywhere if left out. */
  readonly within?: string;
}

export const workspaceKeys: readonly WorkspaceKey[] = [
  { action: 'undo', label: 'Undo, whatever it was', keys: ['Mod+Z'], inText: true },
  { action: 'redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], inText: true },
  { action: 'save', label: 'Save now', keys: ['Mod+S'], inText: true },
  { action: 'present', label: 'Present from the start', keys: ['F5'], inText: true },
  { action: 'presentHere', label: 'Present from this slide', keys: ['Shift+F5'], inText: true },
  { action: 'previousSlide', label: 'Previous slide', keys: ['PageUp'], inText: false },
  { action: 'nextSlide', label: 'Next slide', keys: ['PageDown'], inText: false },
  {
    action: 'annotate',
    label: 'Pen out, pen away (on the stage or in the list)',
    keys: ['P'],
    inText: false,
    within: '.ui-stage, .ui-rows',
  },
  { action: 'export', label: 'Export', keys: ['Mod+E'], inText: true },
  { action: 'keys', label: 'This list', keys: ['?'], inText: false },
];
