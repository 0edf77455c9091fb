import type { ReactElement } from 'react';
import { keyNames } from './keys.ts';

/** A combination such as `Mod+Z` as it stands on keys. */
export function KeyHint({ keys }: { readonly keys: string }): ReactElement {
  return (
    <span className="ui-key-hint">
      {keyNames(keys).map((name) => (
        <kbd key={name} className="ui-key">
          {name}
        </kbd>
      ))}
    </span>
  );
}
