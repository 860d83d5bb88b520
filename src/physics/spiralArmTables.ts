/**
 * Centre lines of the spiral arms: r(theta) = r0 exp[t (theta - theta0)], t the tangent of the pitch angle.
 *
 * Frame: Galactic plane, the Sun at x = +8.5 kpc, y = 0; azimuth theta from +x towards +y (DRAGON's frame). Longitude 90 deg lies
 * towards -y, so theta grows against the rotation of the Galaxy and the arms, t > 0, trail.
 *
 * Steiman-Cameron et al. count phi from an axis with the Sun at phi = pi/2 (x = 0, y = 8.5 kpc), a in kpc: DRAGON turns its
 * Sun from +x to +y before it evaluates r = a exp(t phi). Hence theta0 = -pi/2 here. The tangents of the arms seen from the Sun
 * agree: 51, 30, 307, 330 and 337 deg, observed near 50 (Sagittarius), 31 (Scutum), 309 (Crux), 328 (Norma), 337 (Perseus). With
 * the Sun on any other axis the named arms do not fall on theirs. gryphon2 once added 13.5 to 15.6 deg of phase: not done here.
 *
 * Their arms are numbered in DRAGON. The names are inferred from those tangents and from the order along the line through the
 * Sun. Steppa & Egberts (A&A 643, A137, 2020) print the third as Perseus and the fourth as Norma-Cygnus, but the third crosses
 * that line at 3.2 and 15.2 kpc, where Norma and its outer part (Cygnus) are, and the fourth at 11.2 kpc, the first outside.
 */
import type { ArmTableId } from './galaxyModels';

export interface SpiralArm {
  readonly name: string;
  /** d ln r / d theta: tangent of the pitch angle, positive outwards with growing azimuth. */
  readonly pitchTangent: number;
  /** A point of the centre line. */
  readonly radiusKpc: number;
  readonly azimuthRad: number;
  /** Strength relative to the other arms of its table. */
  readonly weight: number;
}

export interface ArmTable {
  readonly arms: readonly SpiralArm[];
}

/** theta(r) = k ln(r/r0) + theta0, theta0 with the Sun on +x: pi/2 less than printed. All arms alike. */
function faucherKaspiArm(name: string, windingRad: number, radiusKpc: number, azimuthRad: number): SpiralArm {
  return { name, pitchTangent: 1 / windingRad, radiusKpc, azimuthRad, weight: 1 };
}

/** r = a exp(t phi); the weight is the strength of the arm in [CII]. */
function steimanCameronArm(name: string, a: number, pitchTangent: number, weight: number): SpiralArm {
  return { name, pitchTangent, radiusKpc: a, azimuthRad: -Math.PI / 2, weight };
}

export const armTables: Record<ArmTableId, ArmTable> = {
  faucherKaspi06: {
    arms: [
      faucherKaspiArm('Norma', 4.25, 3.48, 0),
      faucherKaspiArm('Carina-Sagittarius', 4.25, 3.48, 3.14),
      faucherKaspiArm('Perseus', 4.89, 4.9, 2.52),
      faucherKaspiArm('Crux-Scutum', 4.89, 4.9, -0.62),
    ],
  },
  steimanCameron10: {
    arms: [
      steimanCameronArm('Carina-Sagittarius', 0.246, 0.242, 169),
      steimanCameronArm('Crux-Scutum', 0.608, 0.279, 266),
      steimanCameronArm('Norma', 0.449, 0.249, 339),
      steimanCameronArm('Perseus', 0.378, 0.24, 176),
    ],
  },
};

export interface ArmCentreLine {
  readonly name: string;
  readonly xKpc: Float64Array;
  readonly yKpc: Float64Array;
}

/** The centre line of each arm between two radii (kpc), as `count` points evenly spaced in azimuth. */
export function armCentreLines(
  table: ArmTableId,
  phaseRad: number,
  [fromKpc, toKpc]: readonly [number, number],
  count: number,
): ArmCentreLine[] {
  return armTables[table].arms.map((arm) => {
    const radius = (i: number) => fromKpc * (toKpc / fromKpc) ** (i / (count - 1));
    const azimuth = (r: number) => arm.azimuthRad + phaseRad + Math.log(r / arm.radiusKpc) / arm.pitchTangent;
    return {
      name: arm.name,
      xKpc: Float64Array.from({ length: count }, (_, i) => radius(i) * Math.cos(azimuth(radius(i)))),
      yKpc: Float64Array.from({ length: count }, (_, i) => radius(i) * Math.sin(azimuth(radius(i)))),
    };
  });
}
