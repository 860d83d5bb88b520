/** What each process does: a switch for each, what switching it over would change, and what the last switch did change. */
import { useMemo, useState } from 'react';
import { type ModelKey, modelKeys } from '../../model/models';
import { parameterHelp } from '../../model/parameters/parameterHelp';
import type { ExplorerParameters } from '../../model/parameters/values';
import { particles } from '../../model/particles';
import type { Propagated, SpeciesKey } from '../../model/propagated';
import { curveNames } from '../../plot/curves';
import { modelStyles } from '../../plot/modelStyles';
import { palettes } from '../../plot/palette';
import { particleRanges } from '../../plot/understand/particleRanges';
import {
  type DifferenceLine,
  lineStyle,
  percentText,
  processFigure,
} from '../../plot/understand/processFigure';
import { laneOf, tabSpecies } from '../../state/lanes';
import {
  type Comparison,
  changedProcesses,
  comparisonIds,
  differencePercent,
  hasWind,
  isActing,
  laneProcesses,
  type ProcessEntry,
  presentKey,
  processEntries,
  processTableGeV,
  processVariations,
  valueAtEnergy,
  variationOf,
  windKey,
} from '../../state/selectors/processVariations';
import { useVariations } from '../../state/services/variations';
import { themeName } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';
import { AccuracyNote } from './AccuracyNote';
import { Choices } from './Choices';
import { PlotFigure } from './PlotFigure';
import '../parameters/Controls.css';
import './ProcessesView.css';

const beforeKey = 'before the switch';

/** The curve before a process was switched over. */
interface Before {
  readonly explorer: ExplorerParameters;
  readonly text: string;
}

/** Notices switches in this view and in the rail alike. */
function useBefore(): readonly [Before | null, () => void] {
  const parameters = useExplorer((state) => state.parameters);
  const [seen, setSeen] = useState(parameters);
  const [before, setBefore] = useState<Before | null>(null);
  if (seen !== parameters) {
    const changed = changedProcesses(seen, parameters);
    setSeen(parameters);
    if (changed.length > 0) {
      const text = changed.map(({ id, label }) => `${label} ${parameters[id]}`).join(', ');
      setBefore({ explorer: seen, text });
    }
  }
  return [before, () => setBefore(null)];
}

function indexOf({ id }: ProcessEntry): number {
  return processEntries.findIndex((entry) => entry.id === id);
}

function LineGlyph({ index }: { readonly index: number }) {
  const { colour, dash } = lineStyle(index, useExplorer(themeName));
  const dashes = { solid: undefined, dash: '8 4', dot: '2 3', dashdot: '8 3 2 3' }[dash];
  return (
    <svg className="glyph-line" width="28" height="12" aria-hidden="true">
      <line x1="1" x2="27" y1="6" y2="6" stroke={colour} strokeWidth="2.2" strokeDasharray={dashes} />
    </svg>
  );
}

function Switches() {
  const parameters = useExplorer((state) => state.parameters);
  const { change } = useActions();
  return (
    <ul className="processes-switches" aria-label="Processes">
      {processEntries.map((entry) => (
        <li key={entry.id}>
          <label title={parameterHelp[entry.id].definition}>
            <input
              type="checkbox"
              role="switch"
              className="switch"
              checked={parameters[entry.id] === 'on'}
              aria-checked={parameters[entry.id] === 'on'}
              onChange={(event) => change(entry.id, event.currentTarget.checked ? 'on' : 'off')}
            />
            <LineGlyph index={indexOf(entry)} />
            {entry.label}
          </label>
        </li>
      ))}
    </ul>
  );
}

function Numbers({
  caption,
  lines,
}: {
  readonly caption: string;
  readonly lines: readonly DifferenceLine[];
}) {
  return (
    <table className="processes-numbers">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Change</th>
          {processTableGeV.map((energy) => (
            <th key={energy} scope="col">
              {energy < 1000 ? `${energy} GeV` : `${energy / 1000} TeV`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, kineticEnergyGeV, percent }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {processTableGeV.map((energy) => (
              <td key={energy}>{percentText(valueAtEnergy(kineticEnergyGeV, percent, energy))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SpeciesProps {
  readonly species: SpeciesKey;
  readonly model: ModelKey;
  readonly comparison: Comparison;
  readonly before: Before | null;
  readonly onDismiss: () => void;
}

interface BeforeProps extends Omit<SpeciesProps, 'before'> {
  readonly before: Before;
  readonly earlier: Propagated | undefined;
  readonly present: Propagated | undefined;
}

/** The curve now against the one before the last switch, until it is dismissed. */
function SinceBefore({ species, model, comparison, before, earlier, present, onDismiss }: BeforeProps) {
  const theme = useExplorer(themeName);
  const line = useMemo(
    (): DifferenceLine | null =>
      earlier === undefined || present === undefined
        ? null
        : {
            id: 'before',
            name: 'Now against before',
            style: {
              colour: palettes[theme][model],
              dash: modelStyles[model].dash.length === 0 ? 'solid' : 'dash',
            },
            kineticEnergyGeV: earlier.kineticEnergyGeV,
            percent: differencePercent(present, earlier, comparison),
          },
    [earlier, present, comparison, theme, model],
  );
  const figure = useMemo(
    () => (line === null ? null : processFigure(particleRanges[species].processes, [line], theme)),
    [species, line, theme],
  );
  return (
    <div className="processes-before">
      <h3>
        {particles[species].name}, {before.text}: the curve now against the one before
      </h3>
      {line === null || figure === null ? (
        <p>Being solved.</p>
      ) : (
        <>
          <PlotFigure
            figure={figure}
            label={`Flux now, relative to the flux before: ${before.text}`}
            height={240}
          />
          <Numbers caption="Flux now, compared with the flux before" lines={[line]} />
        </>
      )}
      <button type="button" className="button" onClick={onDismiss}>
        Dismiss the curve before
      </button>
    </div>
  );
}

function SpeciesProcesses(props: SpeciesProps) {
  const { species, model, comparison, before } = props;
  const theme = useExplorer(themeName);
  const isHeld = useExplorer((state) => state.drag !== null);
  // While a slider is held nothing is solved: the figure stays that of the values before.
  const explorer = useExplorer((state) => state.drag?.before ?? state.parameters);
  const lane = laneOf(model, species);
  const wanted = useMemo(() => {
    const [present, ...switched] = processVariations(explorer, lane);
    const earlier = before === null ? [] : [variationOf(beforeKey, before.explorer, lane)];
    return present === undefined ? [] : [present, ...earlier, ...switched];
  }, [explorer, lane, before]);
  const solved = useVariations(wanted);
  const present = solved.get(presentKey);
  const lines = useMemo(() => {
    const switches = laneProcesses(explorer, lane).map((entry) => ({
      id: entry.id,
      name: `${entry.label} ${explorer[entry.id] === 'on' ? 'off' : 'on'}`,
      style: lineStyle(indexOf(entry), theme),
    }));
    const wind = {
      id: windKey,
      name: 'Galactic wind off',
      style: lineStyle(processEntries.length, theme),
    } as const;
    return [...switches, wind].flatMap((line): DifferenceLine[] => {
      const changed = solved.get(line.id);
      if (present === undefined || changed === undefined) return [];
      return [
        {
          ...line,
          kineticEnergyGeV: present.kineticEnergyGeV,
          percent: differencePercent(changed, present, comparison),
        },
      ];
    });
  }, [explorer, lane, solved, present, comparison, theme]);
  const figure = useMemo(
    () => processFigure(particleRanges[species].processes, lines, theme),
    [species, lines, theme],
  );
  const missing = wanted.filter(({ key }) => !solved.has(key)).length;
  const name = particles[species].name;
  const noWaves = !isActing(explorer, lane, 'reacceleration');
  const isStill = !hasWind(explorer);
  const idle = processEntries.filter(
    (entry) => entry.id !== 'adiabatic' && !laneProcesses(explorer, lane).includes(entry),
  );
  return (
    <section className="processes-species" aria-labelledby={`processes-${species}`} aria-busy={missing > 0}>
      {before !== null && (
        <SinceBefore {...props} before={before} earlier={solved.get(beforeKey)} present={present} />
      )}
      <h3 id={`processes-${species}`}>{name}: one process switched over, all else as it is</h3>
      <p className="processes-status">
        {isHeld
          ? 'Of the values before the slider was taken; solved anew when it is let go.'
          : missing > 0
            ? `${missing} of ${wanted.length} solves to come.`
            : ''}
      </p>
      <AccuracyNote solved={solved.values()} />
      <div className="processes-figure" data-stale={isHeld}>
        <PlotFigure
          figure={figure}
          label={`${name}: change of the flux in per cent if one process is switched over, against energy. The numbers are in the table below.`}
          height={340}
        />
      </div>
      {lines.length > 0 && (
        <Numbers
          caption={`Change of the flux of ${name.toLowerCase()} if one process is switched`}
          lines={lines}
        />
      )}
      <p className="processes-note">
        {idle.length > 0 && `Not for ${name.toLowerCase()}: ${idle.map(({ label }) => label).join(', ')}. `}
        {noWaves && 'The Alfvén speed is zero: there is no reacceleration, whatever its switch says. '}
        {isStill && 'Without a Galactic wind there are no adiabatic losses.'}
      </p>
    </section>
  );
}

function comparisonNames(species: readonly SpeciesKey[]): Record<Comparison, string> {
  const energies = species.map((one) => `${particles[one].normalisationEnergyGeV} GeV`).join(' and ');
  return { sources: 'the same sources', reference: `the same flux at ${energies}` };
}

export function ProcessesView() {
  const tab = useExplorer((state) => state.view.tab);
  const [model, setModel] = useState<ModelKey>('thm');
  const [comparison, setComparison] = useState<Comparison>('sources');
  const [before, dismiss] = useBefore();
  const species = tabSpecies(tab);
  return (
    <div className="processes">
      <h2>Processes: what does each one do?</h2>
      <p>
        Each line is the flux outside the heliosphere with that one process switched over, compared with the
        flux as it is: below zero there would be fewer particles. Switching here is the same as in the
        parameters, and can be undone.
      </p>
      <Switches />
      <div className="processes-options">
        <Choices legend="Model" value={model} onValue={setModel} ids={modelKeys} names={curveNames} />
        <Choices
          legend="Compared at"
          value={comparison}
          onValue={setComparison}
          ids={comparisonIds}
          names={comparisonNames(species)}
        />
      </div>
      <p className="processes-note">
        {comparison === 'sources'
          ? 'Shown: sources of the same strength, so the lines are what the processes themselves do. The spectra are scaled to their reference flux instead, which hides a change that is the same at all energies.'
          : 'Shown: both curves scaled to the same reference flux, as the spectra are. A process that acts at the reference energy then seems to act everywhere else.'}{' '}
        Nearby sources are left out.
      </p>
      {species.map((one) => (
        <SpeciesProcesses
          key={one}
          species={one}
          model={model}
          comparison={comparison}
          before={before}
          onDismiss={dismiss}
        />
      ))}
    </div>
  );
}
