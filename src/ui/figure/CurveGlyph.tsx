/** The line of a curve, as in the figure. */
import { curveStyle, strokeDasharray } from '../../plot/curveStyle';
import type { CurveId } from '../../plot/curves';

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
