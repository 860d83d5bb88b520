/** Energy that electrons lose to inverse-Compton scattering of starlight, dust light and the microwave background. */
import { betaFromMomentum, lorentzFactorFromMomentum, type MomentumGeV } from './kinematics';
import { kleinNishinaFactor } from './kleinNishina';
import type { GreyBody } from './radiationField';
import type { Species } from './species';
import { thomsonEnergyLossEVPerS } from './synchrotron';
import { boltzmannEVPerK, electronMassEV, gevPerMyrPerEVPerS } from './units';

export { kleinNishinaFactor } from './kleinNishina';

/** Klein-Nishina factor of a mixture of grey bodies for an electron of this Lorentz factor, 0 to 1. */
export function mixtureKleinNishinaFactor(bodies: readonly GreyBody[], lorentzFactor: number): number {
  let sum = 0;
  for (const body of bodies) {
    const x = (4 * lorentzFactor * boltzmannEVPerK * body.temperatureK) / electronMassEV;
    sum += body.share * kleinNishinaFactor(x);
  }
  return sum;
}

/** -dp/dt in GeV/Myr per eV/cm^3 of light with the spectrum of `bodies`; zero for nuclei. */
export function inverseComptonMomentumLoss(
  species: Species,
  bodies: readonly GreyBody[],
  momentum: MomentumGeV,
): number {
  if (species.kind === 'nucleus') return 0;
  const factor = mixtureKleinNishinaFactor(bodies, lorentzFactorFromMomentum(species, momentum));
  const thomson = thomsonEnergyLossEVPerS(species, momentum) * gevPerMyrPerEVPerS;
  return (thomson * factor) / betaFromMomentum(species, momentum);
}
