import {
  BookOpenText,
  FileArchive,
  FileText,
  Globe,
  Image,
  LayoutGrid,
  LetterText,
  type LucideIcon,
  MessageSquareText,
  Presentation,
  Star,
  X,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { FormatName } from '../../../core/export/formats.ts';
import type { ExportPreset } from '../../../contract/schemas/export.ts';
import type { ExportOptions } from '../../../core/export/options.ts';
import { type ExportKind, isSameExport } from '../../../core/export/presets.ts';

const icons: Readonly<Record<Exclude<FormatName, 'pdf'>, LucideIcon>> = {
  pptx: Presentation,
  html: Globe,
  png: Image,
  md: LetterText,
  zip: FileArchive,
};

interface PresetListProps {
  readonly kinds: readonly ExportKind[];
  /** The user's own. */
  readonly own: readonly ExportPreset[];
  readonly options: ExportOptions;
  readonly onChoose: (options: ExportOptions) => void;
  readonly onForget: (name: string) => void;
}

/** What to export for: choosing one sets all options at once. None is chosen when the options are nobody's. */
export function PresetList({ kinds, own, options, onChoose, onForget }: PresetListProps): ReactElement {
  const entries = [
    ...kinds.map((kind) => ({ id: `kind ${kind.name}`, options: kind.options })),
    ...own.map((preset) => ({ id: `own ${preset.name}`, options: preset.options })),
  ];
  const chosen = entries.find((entry) => isSameExport(entry.options, options));
  const forget = own.find(({ name }) => chosen?.id === `own ${name}`);
  return (
    <div className="ui-export-presets">
      <ListBox
        aria-label="What for"
        autoFocus
        className="ui-export-list"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={chosen !== undefined}
        selectedKeys={chosen === undefined ? [] : [chosen.id]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          const entry = entries.find(({ id }) => id === key);
          if (entry !== undefined) onChoose(entry.options);
        }}
      >
        <ListBoxSection className="ui-export-section">
          <Header className="ui-visually-hidden">Made for</Header>
          {kinds.map(({ name, purpose, options }) => {
            const Icon = options.format === 'pdf' ? pdfIcon(options) : icons[options.format];
            return (
              <ListBoxItem key={name} id={`kind ${name}`} textValue={name} className="ui-export-preset">
                <Icon aria-hidden />
                <span className="ui-export-preset-name">{name}</span>
                <span className="ui-export-preset-purpose">{purpose}</span>
              </ListBoxItem>
            );
          })}
        </ListBoxSection>
        {own.length > 0 && (
          <ListBoxSection className="ui-export-section">
            <Header className="ui-export-head">Yours</Header>
            {own.map(({ name }) => (
              <ListBoxItem
                key={name}
                id={`own ${name}`}
                textValue={name}
                className="ui-export-preset ui-export-preset-own"
              >
                <Star aria-hidden />
                <span className="ui-export-preset-name">{name}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
      {forget !== undefined && (
        <Button className="ui-button ui-button-quiet ui-export-forget" onPress={() => onForget(forget.name)}>
          <X aria-hidden />
          Forget “{forget.name}”
        </Button>
      )}
    </div>
  );
}

function pdfIcon({ handout, notes, comments }: ExportOptions): LucideIcon {
  if (handout !== null) return LayoutGrid;
  if (comments) return MessageSquareText;
  return notes === 'none' ? FileText : BookOpenText;
}
