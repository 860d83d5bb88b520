/** Hosts one species' figure: Plotly's element, the live layer over it, and the figure in words. */
import { useEffect, useRef, useState } from 'react';
import type { ObservableId } from '../../model/observables';
import type { FigureProblem } from '../../plot/figureDrawing';
import { figureName } from '../../plot/figureName';
import type { CurveOutside } from '../../plot/outOfFrame';
import { useExplorer, useExplorerStore } from '../../state/useExplorer';
import { Panel, Problem } from '../Boundary';
import { lazyPart } from '../lazyPart';
import { createFigureController, type FigureController } from './figureController';
import { loadPlotly } from './loadPlotly';
import './SpectrumFigure.css';

const FrameMark = lazyPart(
  () => import('./FrameMark'),
  ({ FrameMark }) => FrameMark,
);
const FigureSummary = lazyPart(
  () => import('./FigureSummary'),
  ({ FigureSummary }) => FigureSummary,
);
const problems: Record<FigureProblem, string> = {
  'not loaded': 'The full figure could not be loaded. Curves and data follow the sliders all the same.',
  'not drawn': 'The full figure could not be drawn. Curves and data follow the sliders all the same.',
};

export function SpectrumFigure({ observable }: { readonly observable: ObservableId }) {
  const store = useExplorerStore();
  const plot = useRef<HTMLDivElement>(null);
  const layer = useRef<SVGSVGElement>(null);
  const residualLayer = useRef<SVGSVGElement>(null);
  const range = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const controller = useRef<FigureController | null>(null);
  const [problem, setProblem] = useState<FigureProblem | null>(null);
  const [outside, setOutside] = useState<readonly CurveOutside[]>([]);
  const isZoomed = useExplorer((state) => (state.view.zoom[observable] ?? null) !== null);
  useEffect(() => {
    if (!plot.current || !layer.current || !residualLayer.current || !range.current || !frame.current) return;
    const hosts = {
      plot: plot.current,
      layer: layer.current,
      residualLayer: residualLayer.current,
      range: range.current,
      frame: frame.current,
    };
    const created = createFigureController(hosts, store, observable, loadPlotly, setProblem, setOutside);
    controller.current = created;
    return created.dispose;
  }, [store, observable]);
  return (
    <figure className="spectrum" aria-label={figureName(observable)} data-species={observable}>
      <div className="spectrum-plot" ref={plot} translate="no" />
      <svg className="spectrum-live" ref={layer} aria-hidden="true" />
      <svg className="spectrum-live" ref={residualLayer} aria-hidden="true" />
      <div className="spectrum-range" ref={range} aria-hidden="true" />
      <div className="spectrum-frame" role="status" ref={frame}>
        {(outside.length > 0 || isZoomed) && (
          <Panel name="What leaves the frame">
            <FrameMark
              observable={observable}
              outside={outside}
              isZoomed={isZoomed}
              onFit={() => controller.current?.fitAxis()}
            />
          </Panel>
        )}
      </div>
      {problem !== null && (
        <div className="problem spectrum-problem">
          <Problem text={problems[problem]} onRetry={() => controller.current?.retry()} />
        </div>
      )}
      <Panel name="The figure in words" place="spectrum-problem">
        <FigureSummary observable={observable} />
      </Panel>
    </figure>
  );
}
