/** Hosts one figure of an explanation. */
import { useEffect, useRef, useState } from 'react';
import { createPlotHost, createTurns, type PlotHost } from '../../plot/maps/plotHost';
import { type PlainFigure, themedFigure } from '../../plot/understand/themedFigure';
import { themeName } from '../../state/store';
import { useExplorer } from '../../state/useExplorer';
import { Problem } from '../Boundary';
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
    const created = createPlotHost(element.current, loadPlotly, setHasFailed, turns);
    host.current = created;
    return () => {
      host.current = null;
      created.dispose();
    };
  }, []);
  useEffect(() => host.current?.draw((size) => themedFigure(figure, size, theme)), [figure, theme]);
  return (
    <>
      {hasFailed && (
        <div className="problem">
          <Problem
            text="The figure could not be drawn; its numbers are below."
            onRetry={() => host.current?.retry()}
          />
        </div>
      )}
      <div
        className="understand-figure"
        role="img"
        aria-label={label}
        translate="no"
        style={{ blockSize: `${height / 16}rem` }}
      >
        <div ref={element} className="understand-plot" />
      </div>
    </>
  );
}
