import { ListFilter, Search, X } from 'lucide-react';
import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { Button, Input, Menu, MenuItem, MenuTrigger, Popover, SearchField } from 'react-aria-components';
import { useSay } from '../announcer.tsx';
import { focusRow } from '../navigator/row-focus.ts';
import { isFiltering, type SlideTrait, slideTraits } from '../slide-filter.ts';
import { useSlideFilter, useSlideFilterModel } from '../slides-context.tsx';
import type { SlideList } from '../use-slide-list.ts';
import { useSession } from '../use-session.ts';

interface FilterBarProps {
  readonly list: SlideList;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** How long typing has to pause until the count is said, in milliseconds. */
const pause = 500;

/** Which slides are shown: by words, and by what they have. */
export function FilterBar({ list, input }: FilterBarProps): ReactElement {
  const session = useSession();
  const model = useSlideFilterModel();
  const filter = useSlideFilter();
  const { words, traits } = filter;
  useCountSaid(list);
  return (
    <div className="ui-filter" role="search" aria-label="Filter slides">
      <SearchField
        className="ui-filter-field"
        aria-label="Filter slides by words"
        value={words}
        onChange={(value) => model.set({ words: value })}
        onSubmit={() => focusRow(session.snapshot().current)}
      >
        <Search aria-hidden className="ui-filter-icon" />
        <Input
          ref={input}
          className="ui-filter-input"
          placeholder="Filter slides"
          onKeyDown={(event) => {
            const away = event.key === 'ArrowDown' || (event.key === 'Escape' && words === '');
            if (!away) return;
            event.preventDefault();
            if (event.key === 'Escape') model.clear();
            focusRow(session.snapshot().current);
          }}
        />
        {words !== '' && (
          <Button className="ui-filter-clear">
            <X aria-hidden />
          </Button>
        )}
      </SearchField>
      <MenuTrigger>
        <Button
          className="ui-button ui-button-icon ui-filter-more"
          aria-label="Show only some slides"
          data-on={traits.size > 0 || undefined}
        >
          <ListFilter aria-hidden />
        </Button>
        <Popover className="ui-popover" placement="bottom end">
          <Menu
            className="ui-menu"
            aria-label="Show only slides that are"
            selectionMode="multiple"
            selectedKeys={traits}
            onSelectionChange={(keys) => {
              const wanted = keys === 'all' ? slideTraits.map(({ id }) => id) : [...keys].map(String);
              model.set({
                traits: new Set(slideTraits.flatMap(({ id }): SlideTrait[] => (wanted.includes(id) ? [id] : []))),
              });
            }}
          >
            {slideTraits.map(({ id, label }) => (
              <MenuItem key={id} id={id} textValue={label} className="ui-menu-item">
                {({ isSelected }) => (
                  <>
                    <span>{label}</span>
                    <span aria-hidden>{isSelected ? '✓' : ''}</span>
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

/** What is shown where the filter lets nothing through. */
export function NothingShown(): ReactElement {
  const model = useSlideFilterModel();
  return (
    <div className="ui-board-empty">
      <p>No slide fits the filter.</p>
      <Button className="ui-button ui-button-quiet-edge" onPress={model.clear}>
        Show all slides
      </Button>
    </div>
  );
}

/** Says how many slides the filter shows, once typing pauses. */
function useCountSaid({ all, shown }: SlideList): void {
  const say = useSay();
  const filter = useSlideFilter();
  const said = useRef(filter);
  const words = isFiltering(filter) ? `${shown.length} of ${all.length} slides shown` : 'All slides shown';
  useEffect(() => {
    if (said.current === filter) return undefined;
    const timer = setTimeout(() => {
      said.current = filter;
      say(words);
    }, pause);
    return () => clearTimeout(timer);
  }, [filter, words, say]);
}
