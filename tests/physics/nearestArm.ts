/** Where the arms pass the Sun, from their equation alone. */
import type { ArmTableId } from '../../src/physics/galaxyModels';
import { armTables, type SpiralArm } from '../../src/physics/spiralArmTables';
import { sunRadiusKpc } from '../../src/physics/units';

/** Radius (kpc) of an arm's centre line; each turn of the azimuth (rad, any real number) is the next winding outwards. */
export function armRadiusKpc(arm: SpiralArm, azimuthRad: number, phaseRad = 0): number {
  return arm.radiusKpc * Math.exp(arm.pitchTangent * (azimuthRad - arm.azimuthRad - phaseRad));
}

export interface NearestArm {
  readonly name: string;
  /** From the Sun outwards along the radius to the arm: negative when the arm is nearer to the Galactic centre. */
  readonly radialDistanceKpc: number;
  /** Shortest distance to the centre line. */
  readonly distanceKpc: number;
}

/** The arm whose centre line passes nearest to the Sun. */
export function nearestArm(table: ArmTableId, phaseRad: number): NearestArm {
  const windings = armTables[table].arms.flatMap((arm) => {
    const growth = 2 * Math.PI * arm.pitchTangent;
    const inside = Math.floor(Math.log(sunRadiusKpc / armRadiusKpc(arm, 0, phaseRad)) / growth);
    return [inside, inside + 1].map((winding): NearestArm => {
      const radius = armRadiusKpc(arm, 2 * Math.PI * winding, phaseRad);
      const distanceKpc = distanceFromSun(radius, arm.pitchTangent);
      return { name: arm.name, radialDistanceKpc: radius - sunRadiusKpc, distanceKpc };
    });
  });
  return windings.reduce((nearest, other) => (other.distanceKpc < nearest.distanceKpc ? other : nearest));
}

/** Distance (kpc) to the spiral through `radiusKpc` at the Sun's azimuth: halving the range that holds the perpendicular. */
function distanceFromSun(radiusKpc: number, pitchTangent: number): number {
  let [low, high] = [-1.2, 1.2];
  for (let i = 0; i < 60; i++) {
    const azimuth = (low + high) / 2;
    const outwards =
      pitchTangent * (radiusKpc * Math.exp(pitchTangent * azimuth) - sunRadiusKpc * Math.cos(azimuth)) +
      sunRadiusKpc * Math.sin(azimuth);
    if (outwards < 0) low = azimuth;
    else high = azimuth;
  }
  const radius = radiusKpc * Math.exp(pitchTangent * low);
  return Math.hypot(radius * Math.cos(low) - sunRadiusKpc, radius * Math.sin(low));
}
