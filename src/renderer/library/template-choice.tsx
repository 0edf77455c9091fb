import { type ReactElement, useMemo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { createDeck } from '../../core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabels } from '../../core/deck/slide-label.ts';
import { type Template, templateText } from '../../core/templates/template.ts';
import { templates } from '../../core/templates/templates.ts';
import { useScale } from '../workspace/use-rem.ts';
import { TextPicture } from './text-picture.tsx';

interface TemplateChoiceProps {
  readonly value: string;
  /** The new deck's title, as far as it is known. */
  readonly title: string;
  readonly onChange: (name: string) => void;
}

/** The templates, and what a deck made from the chosen one begins with. */
export function TemplateChoice({ value, title, onChange }: TemplateChoiceProps): ReactElement {
  const scale = useScale();
  const chosen = templates.find(({ name }) => name === value);
  return (
    <div className="ui-templates">
      <RadioGroup className="ui-templates-list" aria-label="Template" value={value} onChange={onChange}>
        {templates.map((template) => (
          <Radio key={template.name} value={template.name} className="ui-template" autoFocus={template.name === value}>
            <TemplatePicture template={template} title="" slide={0} width={80 * scale} />
            <span className="ui-template-words">
              <span className="ui-template-label">{template.label}</span>
              <span className="ui-template-summary">{template.summary}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {chosen !== undefined && <Preview template={chosen} title={title} />}
    </div>
  );
}

/** Width of the preview, and of the slides below its first one, in CSS pixels at the usual size. */
const large = 400;
const small = 94;

function Preview({ template, title }: { readonly template: Template; readonly title: string }): ReactElement {
  const scale = useScale();
  const count = useMemo(() => slideIndex(createDeck(templateText(template))).slides.length, [template]);
  return (
    <div className="ui-template-preview">
      <TemplatePicture key={template.name} template={template} title={title} slide={0} width={large * scale} />
      <div className="ui-template-strip">
        {Array.from({ length: Math.min(8, count - 1) }, (_, i) => (
          // Slides of a template never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <TemplatePicture
            key={`${template.name} ${i}`}
            template={template}
            title={title}
            slide={i + 1}
            width={small * scale}
          />
        ))}
      </div>
      <p className="ui-template-count">
        {count} slides, each with notes that say what to say. Replace what is in [square brackets].
      </p>
    </div>
  );
}

interface TemplatePictureProps {
  readonly template: Template;
  readonly title: string;
  /** From 0. */
  readonly slide: number;
  readonly width: number;
}

function TemplatePicture({ template, title, slide, width }: TemplatePictureProps): ReactElement {
  const { text, label } = useMemo(() => oneSlide(templateText(template, title), slide), [template, title, slide]);
  return (
    <span className="ui-template-picture" style={{ width }}>
      <TextPicture text={text} label={label} assets="/" width={width} />
    </span>
  );
}

/** A deck's front matter with one of its slides, and what people call that one. */
function oneSlide(text: string, at: number): { readonly text: string; readonly label: string } {
  const state = createDeck(text);
  const index = slideIndex(state);
  const { head, slides } = index;
  const slide = slides[at];
  const body = slide === undefined ? '' : slideBody(state, slide);
  return { text: `${state.doc.sliceString(head.from, head.to)}${body}`, label: slideLabels(index)[at] ?? '' };
}
