/** Which parameter moves which part of the spectrum, and which one moves a chosen energy most. */
import { useEffect, useMemo, useState } from 'react';
import { solverKey } from '../../model/key';
import { type ModelKey, modelKeys } from '../../model/models';
import type { ExplorerParameterId } from '../../model/parameters/values';
import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import { curveNames } from '../../plot/curves';
import { scientific } from '../../plot/hover';
import {
  type SensitivityInput,
  sensitivityLines,
  sensitivityMap,
  sensitivityText,
} from '../../plot/understand/sensitivityFigure';
import { laneOf, type SpeciesLaneId, tabSpecies } from '../../state/lanes';
import { isSettled } from '../../state/selectors/laneStatus';
import type { Comparison } from '../../state/selectors/processVariations';
import {
  type Measure,
  measureOf,
  outstandingSolves,
  type Place,
  rankedAt,
  type Sensitivities,
  type SensitivityChoice,
  type SensitivityGroup,
  sensitivities,
  sensitivityGroups,
  sensitivityRangeGeV,
  sensitivityVariations,
} from '../../state/selectors/sensitivities';
import { useVariations } from '../../state/services/variations';
import { themeName } from '../../state/store';
import { useExplorer } from '../../state/useExplorer';
import { ParameterSymbol } from '../parameters/ParameterSymbol';
import { AccuracyNote } from './AccuracyNote';
import { Choices } from './Choices';
import { PlotFigure } from './PlotFigure';
import { TopicSlider } from './TopicSlider';
import '../parameters/Controls.css';
import './SensitivityView.css';

const firstSelected: readonly ExplorerParameterId[] = ['D0', 'delta0', 'Delta', 'cm.delta', 'L'];

interface EnergyProps {
  readonly species: SpeciesKey;
  readonly energyGeV: number;
  readonly onEnergy: (energyGeV: number) => void;
}

function EnergySlider({ species, energyGeV, onEnergy }: EnergyProps) {
  const [lowest, highest] = sensitivityRangeGeV[species];
  return (
    <TopicSlider
      label="Energy"
      minimum={Math.log10(lowest)}
      maximum={Math.log10(highest)}
      step={0.05}
      value={Math.log10(energyGeV)}
      text={`${scientific(energyGeV, 2)} GeV`}
      onValue={(log) => onEnergy(Number((10 ** log).toPrecision(3)))}
    />
  );
}

interface ListProps {
  readonly groups: readonly SensitivityGroup[];
  readonly selected: readonly ExplorerParameterId[];
  readonly onSelected: (selected: readonly ExplorerParameterId[]) => void;
}

/** Which parameters have a line, in the groups of the rail. */
function ParameterList({ groups, selected, onSelected }: ListProps) {
  return (
    <div className="sensitivity-list">
      {groups.map(({ id: groupId, label, parameters }) => (
        <fieldset key={groupId}>
          <legend>{label}</legend>
          {parameters.map(({ id, entry }) => (
            <label key={id} title={entry.label}>
              <input
                type="checkbox"
                aria-label={entry.label}
                checked={selected.includes(id)}
                onChange={(event) =>
                  onSelected(
                    event.currentTarget.checked
                      ? [...selected, id]
                      : selected.filter((other) => other !== id),
                  )
                }
              />{' '}
              <ParameterSymbol symbol={entry.symbol} />
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

const measureTitles: Readonly<Record<Measure, string>> = {
  relative: 'd ln Φ / d ln parameter',
  travel: 'Change of ln Φ',
};

interface RankingProps {
  readonly known: Sensitivities;
  readonly energyGeV: number;
  readonly measure: Measure;
}

function Ranking({ known, energyGeV, measure }: RankingProps) {
  const ranked = rankedAt(known, energyGeV);
  const isMarked = ranked.some(({ row }) => measureOf(row.parameter, measure) !== measure);
  return (
    <>
      <table className="sensitivity-ranking">
        <caption>Which parameter moves {scientific(energyGeV, 2)} GeV most</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">{measureTitles[measure]}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ row: { parameter, group }, value }) => (
            <tr key={parameter.id}>
              <th scope="row">
                <ParameterSymbol symbol={parameter.entry.symbol} /> {parameter.entry.label}{' '}
                <span className="sensitivity-group">{group}</span>
              </th>
              <td>
                {sensitivityText(value)}
                {measureOf(parameter, measure) !== measure && ' *'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMarked && (
        <p className="sensitivity-note">
          * Zero or negative, so without a logarithm: the change of ln Φ by a tenth of the slider's travel.
        </p>
      )}
    </>
  );
}

interface SpeciesProps {
  readonly species: SpeciesKey;
  readonly model: ModelKey;
  readonly choice: SensitivityChoice;
}

/** The grid that the lane's own curve came to rest on; kept while another is on its way. */
function useSettledRefinement(lane: SpeciesLaneId): number {
  const settled = useExplorer((state) =>
    state.drag === null && isSettled(state, lane)
      ? state.lanes[lane].curve?.propagated.report.refinement
      : null,
  );
  const [kept, setKept] = useState(settled ?? 0);
  useEffect(() => {
    if (settled != null) setKept(settled);
  }, [settled]);
  return kept;
}

function SpeciesSensitivity({ species, model, choice }: SpeciesProps) {
  const theme = useExplorer(themeName);
  const isHeld = useExplorer((state) => state.drag !== null);
  // While a slider is held nothing is solved: the figures stay those of the values before.
  const explorer = useExplorer((state) => state.drag?.before ?? state.parameters);
  const nearbyReady = useExplorer((state) => state.nearbyReady);
  const [energyGeV, setEnergy] = useState(1000);
  const [selected, setSelected] = useState(firstSelected);
  const lane = laneOf(model, species);
  const groups = useMemo(() => sensitivityGroups(explorer, lane), [explorer, lane]);
  const refinement = useSettledRefinement(lane);
  const wanted = useMemo(
    () => sensitivityVariations(explorer, lane, groups, refinement),
    [explorer, lane, groups, refinement],
  );
  const solved = useVariations(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with nearbyReady the nearby sources' physics is there.
  const known = useMemo(
    () => sensitivities(explorer, lane, groups, solved, choice),
    [explorer, lane, groups, solved, choice, nearbyReady],
  );
  const input = useMemo(
    (): SensitivityInput | null =>
      known && {
        rangeGeV: sensitivityRangeGeV[species],
        measure: measureTitles[choice.measure],
        sensitivities: known,
        energyGeV,
        theme,
      },
    [known, species, choice, energyGeV, theme],
  );
  const map = useMemo(() => input && sensitivityMap(input), [input]);
  const lines = useMemo(() => input && sensitivityLines(input, selected), [input, selected]);
  const outstanding = outstandingSolves(wanted, solved, (variation) =>
    solverKey(variation.parameters, variation.species),
  );
  const name = particles[species].name;
  const rows = groups.reduce((sum, { parameters }) => sum + parameters.length, 0);
  return (
    <section
      className="sensitivity-species"
      aria-labelledby={`sensitivity-${species}`}
      aria-busy={outstanding > 0}
    >
      <h3 id={`sensitivity-${species}`}>{name}</h3>
      <p className="sensitivity-status">
        {isHeld
          ? 'Of the values before the slider was taken; solved anew when it is let go.'
          : outstanding > 0
            ? `${outstanding} solves to come.`
            : ''}
      </p>
      <AccuracyNote solved={solved.values()} />
      {known === null || map === null || lines === null ? (
        <p>The first solve goes on.</p>
      ) : (
        <div className="sensitivity-figures" data-stale={isHeld}>
          <PlotFigure
            figure={map}
            label={`${name}: sensitivity of the flux to each parameter, against energy. The numbers at a chosen energy are in the table below.`}
            height={110 + 24 * rows}
          />
          <EnergySlider species={species} energyGeV={energyGeV} onEnergy={setEnergy} />
          <Ranking known={known} energyGeV={energyGeV} measure={choice.measure} />
          <h4>As lines</h4>
          <ParameterList groups={groups} selected={selected} onSelected={setSelected} />
          <PlotFigure
            figure={lines}
            label={`${name}: sensitivity to the chosen parameters, as lines against energy`}
            height={320}
          />
        </div>
      )}
    </section>
  );
}

export function SensitivityView() {
  const tab = useExplorer((state) => state.view.tab);
  const [model, setModel] = useState<ModelKey>('thm');
  const [measure, setMeasure] = useState<Measure>('relative');
  const [comparison, setComparison] = useState<Comparison>('reference');
  const [place, setPlace] = useState<Place>('modulated');
  const choice = useMemo(() => ({ measure, comparison, place }), [measure, comparison, place]);
  const species = tabSpecies(tab);
  const references = species.map((one) => `${particles[one].normalisationEnergyGeV} GeV`).join(' and ');
  return (
    <div className="sensitivity">
      <h2>Sensitivity: which parameter moves what?</h2>
      <p>
        Orange: a larger value of the parameter raises the flux Φ at that energy. Purple: it lowers it. A
        sensitivity of 1 means that 1 % more of the parameter makes 1 % more flux.
      </p>
      <div className="sensitivity-options">
        <Choices legend="Model" value={model} onValue={setModel} ids={modelKeys} names={curveNames} />
        <Choices
          legend="Flux"
          value={place}
          onValue={setPlace}
          ids={['modulated', 'interstellar']}
          names={{ modulated: 'near Earth', interstellar: 'interstellar' }}
        />
        <Choices
          legend="Scaled to"
          value={comparison}
          onValue={setComparison}
          ids={['reference', 'sources']}
          names={{ reference: `the flux at ${references}, as drawn`, sources: 'the same sources' }}
        />
        <Choices
          legend="Told as"
          value={measure}
          onValue={setMeasure}
          ids={['relative', 'travel']}
          names={{
            relative: 'd ln Φ / d ln parameter',
            travel: "change of ln Φ by a tenth of the slider's travel",
          }}
        />
      </div>
      {species.map((one) => (
        <SpeciesSensitivity key={`${one} ${model}`} species={one} model={model} choice={choice} />
      ))}
      <p className="sensitivity-note">
        Differences between 5 % below and 5 % above each value (20 % for the cutoffs), to one side only at an
        end of a range. They are good to about 0.02: the cells of the solver shift a little from one solve to
        the next.
        {comparison === 'reference'
          ? ' Each spectrum is scaled to its interstellar flux at the reference energy, so what remains there is zero but for modulation and the scale itself.'
          : ' The sources are kept: one unit is injected at the injection break, so moving the break also moves the strength above it.'}
      </p>
    </div>
  );
}
