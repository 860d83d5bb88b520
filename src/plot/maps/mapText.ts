/** The maps in words and in a few numbers, for those who read rather than look. */
import type { DensityMaps } from '../../model/volumeSlices';
import { sunRadiusKpc } from '../../physics/units';
import { scientific } from '../hover';
import { cutField, haloRadiusKpc, logAt, planeField } from './field';

/** "100 GeV", "2.5 TeV", "1 PeV". */
export function energyText(energyGeV: number): string {
  const units = ['GeV', 'TeV', 'PeV'] as const;
  const unit = energyGeV < 1e3 ? 0 : energyGeV < 1e6 ? 1 : 2;
  return `${Number((energyGeV / 1e3 ** unit).toPrecision(4))} ${units[unit]}`;
}

function densityNumber(log: number): string {
  return Number.isNaN(log) ? '0' : scientific(10 ** log, 2);
}

const radiiKpc = [0, 4, sunRadiusKpc, 12, 16] as const;
const heightsKpc = [0.5, 1, 2, 4] as const;

export interface RadiusRow {
  readonly radiusKpc: number;
  /** On the line from the centre through the Sun; at the centre both are the same. */
  readonly sunSide: string;
  readonly farSide: string;
}

/** Densities in the plane, relative to that at the Sun. */
export function radiusRows(maps: DensityMaps): RadiusRow[] {
  const field = planeField(maps);
  return radiiKpc
    .filter((radius) => radius < haloRadiusKpc(maps))
    .map((radiusKpc) => ({
      radiusKpc,
      sunSide: densityNumber(logAt(field, radiusKpc, 0)),
      farSide: densityNumber(logAt(field, -radiusKpc, 0)),
    }));
}

export interface HeightRow {
  readonly heightKpc: number;
  readonly density: string;
}

/** Densities above the Sun, relative to that in the plane here. */
export function heightRows(maps: DensityMaps, halfThicknessKpc: number): HeightRow[] {
  const field = cutField(maps, halfThicknessKpc);
  return heightsKpc
    .filter((height) => height < halfThicknessKpc)
    .map((heightKpc) => ({ heightKpc, density: densityNumber(logAt(field, sunRadiusKpc, heightKpc)) }));
}

/** What is seen, in two sentences. */
export function mapCaption(
  particles: string,
  modelName: string,
  energyGeV: number,
  maps: DensityMaps,
  halfThicknessKpc: number,
): string {
  const [centre] = radiusRows(maps);
  const top = heightRows(maps, halfThicknessKpc).at(-1);
  const above = top === undefined ? '' : `; ${top.heightKpc} kpc above the Sun, ${top.density} times`;
  return (
    `Density of ${particles} of ${energyText(energyGeV)} relative to that at the Sun (${modelName}), on one colour scale for both maps. ` +
    `At the Galactic centre there are ${centre?.sunSide ?? '?'} times as many as here${above}.`
  );
}
