/** A deck to start from: everything in square brackets is text to replace. */
export interface Template {
  /** How the command line and the pages name it. */
  readonly name: string;
  readonly label: string;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** Stands where the title will be. */
  readonly placeholder: string;
  /** The deck's text, with {@link titlePlace} where the title stands in the front matter and {@link headingPlace} on slides. */
  readonly source: string;
}

/** Where the title goes as YAML, and where it goes as Markdown. */
export const titlePlace = '%title%';
export const headingPlace = '%heading%';

/** The text of a new deck. Without a title, its place says what to put there. */
export function templateText(template: Template, title = ''): string {
  const words = title.replace(/\s+/g, ' ').trim();
  const said = words === '' ? template.placeholder : words;
  // JSON is YAML. In a heading, no sign of a title may be taken for Markdown; the placeholder’s brackets are none.
  const heading = words === '' ? said : said.replace(/[\\`*_[\]<>#$|~!&]/g, String.raw`\$&`);
  return template.source.replaceAll(titlePlace, () => JSON.stringify(said)).replaceAll(headingPlace, () => heading);
}

/** A title made of a file's name: `harbour-brief.md` gives `Harbour brief`, and `F-35 update` stays as it is. */
export function titleFromName(name: string): string {
  const stem = name.replace(/\.(?:md|markdown)$/i, '').trim();
  if (/[\s\p{Lu}]/u.test(stem)) return stem.replaceAll('_', ' ');
  const words = stem.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
