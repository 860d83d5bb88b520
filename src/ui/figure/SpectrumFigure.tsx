/** Hosts one species' figure: Plotly's element, the live layer over it, and the figure in words. */
import { useEffect, useRef, useState } from 'react';
import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import { energiesInView } from '../../plot/axes';
import type { FigureProblem } from '../../plot/figureDrawing';
import type { CurveOutside } from '../../plot/outOfFrame';
import { figureSummary } from '../../plot/summary';
import { laneOf } from '../../state/lanes';
import { shownSpectrum } from '../../state/selectors/shownSpectra';
import { useExplorer, useExplorerStore } from '../../state/useExplorer';
import { Panel, Problem } from '../Boundary';
import { lazyPart } from '../lazyPart';
import { createFigureController, type FigureController } from './figureController';
import { loadPlotly } from './loadPlotly';
import { useSettled } from './useSettled';
import './SpectrumFigure.css';

const FrameMark = lazyPart(
  () => import('./FrameMark'),
  ({ FrameMark }) => FrameMark,
);
const problems: Record<FigureProblem, string> = {
  'not loaded': 'The full figure could not be loaded. Curves and data follow the sliders all the same.',
  'not drawn': 'The full figure could not be drawn. Curves and data follow the sliders all the same.',
};

function FigureSummary({ species }: { readonly species: SpeciesKey }) {
  const text = useSettled(
    useExplorer((state) =>
      figureSummary(
        species,
        shownSpectrum(state, laneOf('thm', species)),
        shownSpectrum(state, laneOf('cm', species)),
        energiesInView(species, state.view),
        state.view,
      ),
    ),
  );
  return (
    <figcaption className="visually-hidden" aria-live="polite">
      {text}
    </figcaption>
  );
}

export function SpectrumFigure({ species }: { readonly species: SpeciesKey }) {
  const store = useExplorerStore();
  const plot = useRef<HTMLDivElement>(null);
  const layer = useRef<SVGSVGElement>(null);
  const residualLayer = useRef<SVGSVGElement>(null);
  const range = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const controller = useRef<FigureController | null>(null);
  const [problem, setProblem] = useState<FigureProblem | null>(null);
  const [outside, setOutside] = useState<readonly CurveOutside[]>([]);
  const isZoomed = useExplorer((state) => state.view.zoom[species] !== null);
  useEffect(() => {
    if (!plot.current || !layer.current || !residualLayer.current || !range.current || !frame.current) return;
    const hosts = {
      plot: plot.current,
      layer: layer.current,
      residualLayer: residualLayer.current,
      range: range.current,
      frame: frame.current,
    };
    const created = createFigureController(hosts, store, species, loadPlotly, setProblem, setOutside);
    controller.current = created;
    return created.dispose;
  }, [store, species]);
  return (
    <figure
      className="spectrum"
      aria-label={`${particles[species].singular} spectrum`}
      data-species={species}
    >
      <div className="spectrum-plot" ref={plot} translate="no" />
      <svg className="spectrum-live" ref={layer} aria-hidden="true" />
      <svg className="spectrum-live" ref={residualLayer} aria-hidden="true" />
      <div className="spectrum-range" ref={range} aria-hidden="true" />
      <div className="spectrum-frame" role="status" ref={frame}>
        {(outside.length > 0 || isZoomed) && (
          <Panel name="What leaves the frame">
            <FrameMark
              species={species}
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
      <FigureSummary species={species} />
    </figure>
  );
}
