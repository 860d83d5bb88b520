/** DRAGON's error by cause, in numbers. */
import type { DragonCase, DragonCause } from '../../measurements/dragonCurves';
import { particles } from '../../model/particles';
import { curveNames } from '../../plot/curves';
import { percentText, toldEnergiesGeV } from '../../plot/understand/gridFigure';

/** Of `toldEnergiesGeV`. */
export const energyNames = ['1 GeV', '10 GeV', '100 GeV', '1 TeV', '10 TeV'];

const causeTexts: readonly (readonly [DragonCause, string])[] = [
  ['time', 'Time stepping stops early'],
  ['zOperator', 'Operator in z, cells of 0.1 kpc'],
  ['conservativeZ', 'A conservative operator instead'],
  ['lowestEnergy', 'Lowest energy 0.1 GeV'],
  ['energyStep', 'Energy step 1.2'],
  ['total', 'All together'],
  ['shape', 'In shape'],
];

export function Causes({ dragon }: { readonly dragon: DragonCase }) {
  const at = toldEnergiesGeV.map((energy) =>
    dragon.causes.find(({ kineticEnergyGeV }) => kineticEnergyGeV === energy),
  );
  const reference = particles[dragon.species].normalisationEnergyGeV;
  return (
    <>
      <table className="grid-table">
        <caption>
          Error of DRAGON’s example settings by cause, per cent ({curveNames[dragon.model]},{' '}
          {particles[dragon.species].name.toLowerCase()})
        </caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            {energyNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {causeTexts.map(([cause, text]) => (
            <tr key={cause} data-total={cause === 'total' || cause === 'shape' || undefined}>
              <th scope="row">{text}</th>
              {energyNames.map((name, i) => (
                <td key={name}>{percentText(at[i]?.[cause] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="grid-note">
        Each row changes one thing and leaves the others converged, so the rows multiply rather than add. The
        third is not part of the sum: it is what the operator of the row above would cost on the same cells if
        it were conservative. “In shape” means that both are made equal at {reference} GeV, as curves are when
        they are drawn over data.
      </p>
    </>
  );
}
