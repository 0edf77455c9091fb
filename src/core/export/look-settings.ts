/** The settings that make a deck's look, as pages of the program are told them to lay its slides out. */
export interface LookSettings {
  /** The slide’s size in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly theme?: string | undefined;
  readonly lang?: string | undefined;
  readonly css?: readonly string[] | undefined;
  readonly footer?: string | undefined;
  readonly revealOptions?: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly notesSeparator?: string | undefined;
}
