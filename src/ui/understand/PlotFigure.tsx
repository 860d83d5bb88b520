/** Hosts one figure of an explanation. */
import { useEffect, useRef, useState } from 'react';
import { createPlotHost, createTurns, type PlotHost } from '../../plot/maps/plotHost';
import { type PlainFigure, themedFigure } from '../../plot/understand/themedFigure';
import { themeName } from '../../state/store';
import { useExplorer } from '../../state/useExplorer';
import { loadPlotly } from '../figure/loadPlotly';

/** Shared by all figures of the page: one is drawn in each frame. */
const turns = createTurns();

interface PlotFigureProps {
  readonly figure: PlainFigure;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  /** In pixels of a page with standard type. */
  readonly height?: number;
}

export function PlotFigure({ figure, label, height = 360 }: PlotFigureProps) {
  const theme = useExplorer(themeName);
  const element = useRef<HTMLDivElement>(null);
  const host = useRef<PlotHost | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const created = createPlotHost(element.current, loadPlotly, () => setHasFailed(true), turns);
    host.current = created;
    return () => {
      host.current = null;
      created.dispose();
    };
  }, []);
  useEffect(() => host.current?.draw((size) => themedFigure(figure, size, theme)), [figure, theme]);
  return (
    <div
      className="understand-figure"
      role="img"
      aria-label={label}
      style={{ blockSize: `${height / 16}rem` }}
    >
      {hasFailed && (
        <p className="understand-problem" role="alert">
          The figure could not be drawn. Reload the page to try again; its numbers are below.
        </p>
      )}
      <div ref={element} className="understand-plot" />
    </div>
  );
}
