/** Nearby sources in the key: each opens what it gives, how anisotropic, and how far that can be trusted. */
import { Fragment } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatNumber } from '../../model/parameters/values';
import { particles } from '../../model/particles';
import { interpolateLogLog } from '../../model/spectrum';
import { nearbySources } from '../../physics/nearbySources';
import type { ExplorerState } from '../../state/explorerState';
import { laneOf, tabSpecies } from '../../state/lanes';
import { provenanceOf } from '../../state/selectors/nearby';
import { shownSpectrum } from '../../state/selectors/shownSpectra';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Popover } from '../Popover';
import { CurveGlyph } from './CurveGlyph';

/** Where a source's share of the flux and its anisotropy are told (GeV). */
const toldAtGeV = 1000;

function energyText(gev: number): string {
  return gev >= 1000
    ? `${formatNumber(Number((gev / 1000).toPrecision(2)))} TeV`
    : `${formatNumber(Number(gev.toPrecision(2)))} GeV`;
}

interface SpeciesFacts {
  readonly particles: string;
  readonly gives: string;
  readonly holds: string;
  readonly isDoubtful: boolean;
}

function holdsText(limitGeV: number): string {
  if (!Number.isFinite(limitGeV)) return 'its particles stay where the diffusion coefficient holds';
  if (limitGeV === 0)
    return 'its particles have left the inner halo, whose diffusion coefficient does not hold for them';
  return `the inner halo's diffusion coefficient holds up to ${energyText(limitGeV)}; dotted beyond`;
}

/** Its share, its anisotropy, and how far the inner halo's diffusion may be used for it; as text, so that it compares. */
function facts(state: ExplorerState, id: string): string {
  const all = tabSpecies(state.view.tab).map((species): SpeciesFacts | null => {
    const spectrum = shownSpectrum(state, laneOf('thm', species));
    const source = spectrum?.nearby.find((one) => one.id === id);
    if (!spectrum || !source) return null;
    const at = (values: Float64Array) => interpolateLogLog(spectrum.kineticEnergyGeV, values, toldAtGeV);
    const share = at(source.interstellar) / at(spectrum.interstellar);
    return {
      particles: particles[species].name,
      gives:
        share > 1e-12
          ? `${(100 * share).toPrecision(2)} % of the two-halo flux at 1 TeV, dipole anisotropy ${(share * at(source.anisotropy)).toExponential(1).replace('e-', 'e−')}`
          : 'nothing at 1 TeV',
      holds: holdsText(source.validUpToGeV),
      isDoubtful: source.validUpToGeV < toldAtGeV,
    };
  });
  return JSON.stringify(all.filter((one) => one !== null));
}

function NearbyChip({ source }: { readonly source: (typeof nearbySources)[number] }) {
  const { id, name, distanceKpc, ageKyr, unconfirmed } = source;
  const basis = useExplorer((state) => state.nearbyReady) ? provenanceOf(id) : null;
  // The cast: written by `facts` above.
  const told = JSON.parse(useExplorer((state) => facts(state, id))) as readonly SpeciesFacts[];
  const doubtful = told.some(({ isDoubtful }) => isDoubtful);
  const { change } = useActions();
  return (
    <li>
      <Popover
        buttonClass="chip"
        buttonName={`${name}, nearby source${doubtful ? ', beyond the inner halo at 1 TeV' : ''}`}
        buttonLabel={
          <>
            <CurveGlyph id={`thm-${doubtful ? 'beyond' : 'near'}-${id}`} />
            <span>{name}</span>
          </>
        }
        panelName={name}
      >
        {(close) => (
          <div className="help">
            <p className="help-title">{name}</p>
            <p>
              One burst, {distanceKpc} kpc away and {ageKyr} kyr old
              {unconfirmed.length > 0 && ` (${unconfirmed.join(' and ')} unconfirmed)`}.
            </p>
            <dl>
              {told.map(({ particles, gives, holds }) => (
                <Fragment key={particles}>
                  <dt>{particles}</dt>
                  <dd>
                    {gives}; {holds}.
                  </dd>
                </Fragment>
              ))}
              {basis !== null && (
                <>
                  <dt>Distance</dt>
                  <dd>{basis.distance}</dd>
                  <dt>Age</dt>
                  <dd>{basis.age}</dd>
                </>
              )}
            </dl>
            <button
              type="button"
              className="button"
              onClick={() => {
                close();
                change(`near.${id}`, 'off');
              }}
            >
              Switch off
            </button>
          </div>
        )}
      </Popover>
    </li>
  );
}

export function NearbyChips() {
  const on = useExplorer(
    useShallow((state) => nearbySources.filter(({ id }) => state.parameters[`near.${id}`] === 'on')),
  );
  return on.map((source) => <NearbyChip key={source.id} source={source} />);
}
