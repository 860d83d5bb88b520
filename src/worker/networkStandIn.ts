/** TODO-LEAD: stands in for propagateNetwork until the network is solved: the protons with plausible factors. */
import { propagateNear } from '../model/propagate';
import type { Propagated } from '../model/propagated';
import type { SolveRequest } from './protocol';

/** Flux relative to protons at 10 GeV per nucleon, and how much steeper. */
const factors: Readonly<
  Record<'nuclei' | 'secondaries', Readonly<Record<string, readonly [number, number]>>>
> = {
  nuclei: {
    He3: [9e-3, 0.3],
    He4: [5.5e-2, -0.08],
    Li6: [3.2e-4, 0.33],
    Li7: [3.2e-4, 0.33],
    Be7: [2.2e-4, 0.33],
    Be9: [1.1e-4, 0.33],
    Be10: [4e-5, 0.2],
    B10: [2.2e-4, 0.33],
    B11: [5e-4, 0.33],
    C12: [2.8e-3, 0],
    C13: [1e-4, 0.3],
    N14: [4e-4, 0.05],
    N15: [3e-4, 0.3],
    O16: [3e-3, 0],
    Ne20: [4.6e-4, 0],
    Mg24: [5.8e-4, 0],
    Si28: [4.6e-4, 0],
  },
  secondaries: { pbar: [1.8e-4, 0], 'e+': [8e-4, 0.6], 'e-': [5e-4, 0.6] },
};

export function propagateStandIn(request: SolveRequest & { species: 'nuclei' | 'secondaries' }): Propagated {
  const protons = propagateNear({ ...request, species: 'p' });
  const { kineticEnergyGeV, flux } = protons;
  const fluxes = Object.fromEntries(
    Object.entries(factors[request.species]).map(([id, [factor, slope]]) => [
      id,
      flux.map((value, i) => value * factor * (0.3 + kineticEnergyGeV[i]! / 10) ** -slope),
    ]),
  );
  return {
    ...protons,
    species: request.species,
    flux: fluxes[request.species === 'nuclei' ? 'C12' : 'pbar'] ?? flux,
    fluxes,
  };
}
