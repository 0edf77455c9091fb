import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { SlideClipboard } from './slide-clipboard.ts';
import { type SlideFilter, SlideFilterModel } from './slide-filter.ts';

const ClipboardContext = createContext<SlideClipboard | null>(null);
const FilterContext = createContext<SlideFilterModel | null>(null);

interface ProviderProps {
  readonly children: ReactNode;
}

/** One clipboard of slides for all decks of the window. */
export function SlideClipboardProvider({ children }: ProviderProps): ReactElement {
  const [clipboard] = useState(() => new SlideClipboard());
  useEffect(() => clipboard.listen(), [clipboard]);
  return <ClipboardContext value={clipboard}>{children}</ClipboardContext>;
}

/** One filter for all views of a deck. */
export function SlideFilterProvider({ children }: ProviderProps): ReactElement {
  const [model] = useState(() => new SlideFilterModel());
  return <FilterContext value={model}>{children}</FilterContext>;
}

export function useSlideClipboard(): SlideClipboard {
  const clipboard = use(ClipboardContext);
  if (clipboard === null) throw new Error('useSlideClipboard outside the program');
  return clipboard;
}

export function useSlideFilterModel(): SlideFilterModel {
  const model = use(FilterContext);
  if (model === null) throw new Error('useSlideFilterModel outside a workspace');
  return model;
}

/** The filter of the open deck, as it is now. */
export function useSlideFilter(): SlideFilter {
  const model = useSlideFilterModel();
  return useSyncExternalStore(model.subscribe, model.filter);
}
