import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { annotations } from '../../../core/annotations/annotation-field.ts';
import { isDrawing } from '../../../core/annotations/drawing/drawing.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { slideIndex, slideNumber } from '../../../core/deck/slide-index.ts';
import { slideLabels } from '../../../core/deck/slide-label.ts';
import { isHidden } from '../../../core/deck/summary.ts';
import type { FormatName } from '../../../core/export/formats.ts';
import type { ExportOptions } from '../../../core/export/options.ts';
import { exportKinds, isSameExport } from '../../../core/export/presets.ts';
import { useSettings } from '../settings/use-settings.tsx';
import { useDeck } from '../use-session.ts';
import { OptionFields } from './option-fields.tsx';
import { type DeckContents, optionFields } from './option-table.ts';
import { PagePreview } from './page-preview.tsx';
import { PresetList } from './preset-list.tsx';
import { PresetName } from './preset-name.tsx';
import { readScope, SlideChoice, type SlideScope } from './slide-choice.tsx';
import { usualPaper } from './usual-paper.ts';

interface ExportFormProps {
  readonly assets: string;
  readonly formats: readonly FormatName[];
  readonly initial: ExportOptions;
  readonly onExport: (options: ExportOptions) => void;
  readonly onCancel: () => void;
}

/** What for, which slides, with what; and beside it the first page as it will be. */
export function ExportForm({ assets, formats, initial, onExport, onCancel }: ExportFormProps): ReactElement {
  const deck = useDeck((snapshot) => snapshot);
  const { settings, write } = useSettings();
  const index = slideIndex(deck.state);
  const labels = slideLabels(index);
  const contents = contentsOf(deck.state);
  const selected = index.slides.flatMap(({ key }) => (deck.selected.has(key) ? [slideNumber(index, key)] : []));
  const paper = usualPaper();
  const kinds = exportKinds(formats, paper);
  const own = settings.exportPresets.filter(({ options: { format } }) => formats.includes(format));

  const [options, setOptions] = useState(initial);
  const [scope, setScope] = useState<SlideScope>({ kind: 'all', range: `1-${labels.at(-1) ?? ''}` });
  const read = readScope(scope, labels, selected);
  const problem = 'problem' in read ? read.problem : null;
  // As text, so that the page is drawn again only for other slides.
  const numbers = 'slides' in read ? (read.slides?.join(' ') ?? '') : '';
  const whole = useMemo(
    () => ({ ...options, slides: numbers === '' ? null : numbers.split(' ').map(Number) }),
    [options, numbers],
  );
  const isKnown = [...kinds, ...own].some((preset) => isSameExport(preset.options, options));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem === null) onExport(whole);
  };

  return (
    <Form className="ui-export-form" onSubmit={submit}>
      <div className="ui-export-columns">
        <PresetList
          kinds={kinds}
          own={own}
          options={options}
          onChoose={setOptions}
          onForget={(name) => write({ exportPresets: settings.exportPresets.filter((preset) => preset.name !== name) })}
        />
        <div className="ui-export-options">
          <SlideChoice
            scope={scope}
            onChange={setScope}
            labels={labels}
            selected={selected}
            count={labels.length - (options.hidden ? 0 : contents.hidden)}
            problem={problem}
          />
          <OptionFields
            fields={optionFields(options, contents, paper)}
            onChange={(change) => setOptions((now) => ({ ...now, ...change }))}
          />
          {!isKnown && (
            <PresetName
              taken={[...kinds, ...own].map(({ name }) => name)}
              onName={(name) =>
                write({ exportPresets: [...settings.exportPresets, { name, options: { ...options, slides: null } }] })
              }
            />
          )}
        </div>
        <PagePreview options={whole} assets={assets} />
      </div>
      <div className="ui-export-foot">
        <Button className="ui-button ui-button-quiet-edge" onPress={onCancel}>
          Cancel
        </Button>
        <Button className="ui-button ui-button-primary" type="submit" isDisabled={problem !== null}>
          Export
        </Button>
      </div>
    </Form>
  );
}

function contentsOf(state: Parameters<typeof slideIndex>[0]): DeckContents {
  const all = annotations(state);
  return {
    hidden: slideIndex(state).slides.filter(isHidden).length,
    hasDrawings: all.some(isDrawing),
    hasComments: all.some(({ kind }) => kind === 'comment'),
    hasSources: deckSettings(state).settings.sources.size > 0,
  };
}
