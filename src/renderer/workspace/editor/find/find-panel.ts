import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  search,
  SearchQuery,
  selectMatches,
  setSearchQuery,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';
import { slideAt, slideIndex } from '../../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../../core/deck/slide-label.ts';
import { deckHost } from '../deck-host.ts';
import { type FindForm, findForm } from './find-form.ts';
import { MatchList } from './match-list.ts';
import { patternTrouble } from './regexp-guard.ts';

/** Find and replace over the deck: the panel above the source. */
export const findAndReplace: Extension = search({
  top: true,
  createPanel: (view) => new FindPanel(view),
  scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'center' }),
});

class FindPanel implements Panel {
  readonly top = true;
  readonly dom: HTMLElement;
  readonly #view: EditorView;
  readonly #form: FindForm;
  readonly #matches: MatchList;
  #trouble = '';

  constructor(view: EditorView) {
    this.#view = view;
    this.#matches = new MatchList(() => this.#show());
    this.#form = findForm({
      onQuery: () => this.#read(),
      onNext: () => void this.#go(findNext),
      onPrevious: () => void this.#go(findPrevious),
      onSelectAll: () => {
        if (selectMatches(view)) view.focus();
      },
      onReplace: () => this.#usable && void replaceNext(view),
      onReplaceAll: () => this.#replaceAll(),
      onClose: () => void closeSearchPanel(view),
    });
    this.dom = this.#form.dom;
    this.dom.addEventListener('keydown', (event) => {
      if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault();
    });
    this.#write(getSearchQuery(view.state));
  }

  mount(): void {
    this.#form.find.select();
  }

  update(update: ViewUpdate): void {
    let asked = false;
    for (const { effects } of update.transactions)
      for (const effect of effects)
        if (effect.is(setSearchQuery)) {
          asked = true;
          if (!effect.value.eq(this.#query()) && this.#trouble === '') this.#write(effect.value);
        }
    if (asked || update.docChanged) this.#recount();
    else if (update.selectionSet) this.#show();
  }

  destroy(): void {
    this.#matches.stop();
  }

  /** Whether there is something to look for that can be looked for. */
  get #usable(): boolean {
    return this.#trouble === '' && getSearchQuery(this.#view.state).valid;
  }

  /** The query that the fields say. */
  #query(): SearchQuery {
    const { find, replace, caseSensitive, wholeWord, regexp } = this.#form;
    return new SearchQuery({
      search: find.value,
      replace: replace.value,
      caseSensitive: caseSensitive.isOn(),
      wholeWord: wholeWord.isOn(),
      regexp: regexp.isOn(),
      literal: !regexp.isOn(),
    });
  }

  /** Takes over what the fields say. A pattern that could stop the window is never run. */
  #read(): void {
    const query = this.#query();
    this.#trouble =
      query.regexp && query.search !== ''
        ? (patternTrouble(query.search, query.caseSensitive, this.#view.state.doc) ?? '')
        : '';
    const next = this.#trouble === '' ? query : new SearchQuery({ search: '' });
    if (next.eq(getSearchQuery(this.#view.state))) this.#show();
    else this.#view.dispatch({ effects: setSearchQuery.of(next) });
  }

  /** Shows a query in the fields. One from the selection is looked for as it stands. */
  #write(query: SearchQuery): void {
    const { find, replace, caseSensitive, wholeWord, regexp } = this.#form;
    if (find.value !== query.search) find.value = query.search;
    if (replace.value !== query.replace) replace.value = query.replace;
    caseSensitive.set(query.caseSensitive);
    wholeWord.set(query.wholeWord);
    regexp.set(query.regexp);
    this.#recount();
  }

  #go(command: (view: EditorView) => boolean): boolean {
    if (!this.#usable) return false;
    const found = command(this.#view);
    this.#show();
    return found;
  }

  #replaceAll(): void {
    if (!this.#usable) return;
    const before = this.#view.state;
    let count = 0;
    const all = getSearchQuery(before).getCursor(before);
    while (all.next().done !== true) count++;
    if (!replaceAll(this.#view)) return;
    deckHost(before)?.say(`${count} ${count === 1 ? 'match' : 'matches'} replaced; Ctrl+Z takes all of it back`);
  }

  #recount(): void {
    const query = getSearchQuery(this.#view.state);
    this.#matches.restart(query.valid && this.#trouble === '' ? query : null, this.#view.state);
    this.#show();
  }

  /** Says which match is selected, of how many, and on which slide. */
  #show(): void {
    const { state } = this.#view;
    this.#form.showCount(this.#trouble === '' ? this.#countText() : this.#trouble, this.#trouble !== '');
    this.#form.enable(this.#usable && this.#matches.count > 0, !state.readOnly);
  }

  #countText(): string {
    const { state } = this.#view;
    if (!getSearchQuery(state).valid) return '';
    const { count, isDone, isCapped } = this.#matches;
    if (count === 0) return isDone ? 'No match' : '…';
    const { from, to } = state.selection.main;
    const number = this.#matches.numberOf(from, to);
    const total = `${count.toLocaleString('en')}${isCapped ? '+' : isDone ? '' : '…'}`;
    if (number === 0) return `${total} ${count === 1 ? 'match' : 'matches'}`;
    const index = slideIndex(state);
    return `${number.toLocaleString('en')} of ${total} · slide ${slideLabelOf(index, slideAt(index, from).key)}`;
  }
}
