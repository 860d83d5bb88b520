/** The marker of a data set, as in the figure. */
import type { MeasuredTable } from '../../measurements/tableTypes';
import { experimentColour } from '../../plot/experimentColours';
import { markerOf, markerPath } from '../../plot/markers';
import type { ThemeName } from '../../plot/palette';

export interface TableGlyphProps {
  readonly table: MeasuredTable;
  readonly all: readonly MeasuredTable[];
  readonly theme: ThemeName;
}

export function TableGlyph({ table, all, theme }: TableGlyphProps) {
  const marker = markerOf(table, all);
  const colour = experimentColour(table.experiment, theme);
  return (
    <svg className="glyph-marker" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <path
        d={markerPath(marker.shape, 4)}
        fill={marker.open ? 'none' : colour}
        stroke={colour}
        strokeWidth="1.4"
      />
      {marker.dot && <circle r="1.3" fill={colour} />}
    </svg>
  );
}
