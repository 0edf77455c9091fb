import type { ReactElement } from 'react';
import type { CardSize } from './card-size.ts';

/** Where cards will be, while they are on their way. */
export function SkeletonCards({ size }: { readonly size: CardSize }): ReactElement {
  const style = {
    gridTemplateColumns: `repeat(${size.columns}, ${size.width}px)`,
    gridAutoRows: size.height,
    gap: size.gap,
    padding: size.gap,
  };
  return (
    <div className="ui-skeletons" style={style} aria-hidden>
      {Array.from({ length: size.columns * 3 }, (_, i) => (
        // They are all the same.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className="ui-card ui-skeleton">
          <div className="ui-card-picture" />
          <div className="ui-card-words">
            <span className="ui-skeleton-line" />
            <span className="ui-skeleton-line ui-skeleton-short" />
          </div>
        </div>
      ))}
    </div>
  );
}
