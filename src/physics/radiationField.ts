/** The radiation that electrons scatter: its energy density in space, and the grey bodies that make its spectrum. */

import {
  galacticCoolStarlightEVPerCm3,
  galacticDustEVPerCm3,
  galacticHotStarlightEVPerCm3,
} from './galacticRadiation';
import { coolStarsAtSun, hotStarsAtSun } from './galacticRadiationTable';
import type { RadiationFieldId } from './galaxyModels';

export interface GreyBody {
  readonly temperatureK: number;
  /** Share of the component's energy density. */
  readonly share: number;
}

export interface RadiationComponent {
  /** Starlight is two components, because dust hides the hot stars in the plane more than the cool ones. */
  readonly name: 'coolStarlight' | 'hotStarlight' | 'dust' | 'cmb';
  /** The shares sum to one. */
  readonly bodies: readonly GreyBody[];
  /** Energy density (eV/cm^3) at a height of either sign, as a function of the radius: what depends on height is found once. */
  readonly energyDensityEVPerCm3: (zKpc: number) => (rKpc: number) => number;
}

export interface RadiationField {
  readonly components: readonly RadiationComponent[];
}

/** Temperature (K) and energy density (eV/cm^3) of each body near the Sun. */
type BodyAtSun = readonly [temperatureK: number, energyDensityEVPerCm3: number];

function component(
  name: RadiationComponent['name'],
  bodiesAtSun: readonly BodyAtSun[],
  energyDensity?: RadiationComponent['energyDensityEVPerCm3'],
): RadiationComponent {
  const sum = bodiesAtSun.reduce((total, [, energyDensityAtSun]) => total + energyDensityAtSun, 0);
  const bodies = bodiesAtSun.map(([temperatureK, value]) => ({ temperatureK, share: value / sum }));
  return { name, bodies, energyDensityEVPerCm3: energyDensity ?? (() => () => sum) };
}

const microwaveBackground: BodyAtSun = [2.726, 0.2602];

export const radiationFields: Record<RadiationFieldId, RadiationField> = {
  galprop: {
    components: [
      component('coolStarlight', coolStarsAtSun, galacticCoolStarlightEVPerCm3),
      component('hotStarlight', hotStarsAtSun, galacticHotStarlightEVPerCm3),
      component(
        'dust',
        [
          [35, 0.2119],
          [40, 0.1011],
          [600, 0.0544],
        ],
        galacticDustEVPerCm3,
      ),
      component('cmb', [microwaveBackground]),
    ],
  },
  delahaye10: {
    components: [
      component('coolStarlight', [
        [3249.3, 0.37],
        [6150.4, 0.2291],
      ]),
      component('hotStarlight', [[23209, 0.1188]]),
      component('dust', [
        [33.07, 0.2541],
        [313.32, 0.0546],
      ]),
      component('cmb', [[2.726, 0.2608]]),
    ],
  },
};
