/** Small drawings of lines and markers, the same as in the figure. */
import type { MeasuredTable } from '../../measurements/tableTypes';
import { curveStyle, strokeDasharray } from '../../plot/curveStyle';
import type { CurveId } from '../../plot/curves';
import { markerOf, markerPath } from '../../plot/markers';
import { experimentColour, type ThemeName } from '../../plot/palette';

export function CurveGlyph({ id }: { readonly id: CurveId }) {
  const style = curveStyle(id);
  return (
    <svg className="glyph-line" width="28" height="12" aria-hidden="true">
      <line
        x1="1"
        x2="27"
        y1="6"
        y2="6"
        stroke={`var(--curve-${style.colour})`}
        strokeWidth={style.width}
        strokeDasharray={strokeDasharray(style)}
      />
    </svg>
  );
}

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
