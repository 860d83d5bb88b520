/**
 * Energy densities of the GALPROP v54 radiation field (Porter & Strong, the FITS map shipped with DRAGON), eV/cm^3.
 *
 * The map and the profile at 8.5 kpc are that field integrated over 0.0912 to 28840 micrometres, read for this project.
 * The profile in the plane is what it makes electrons lose in DRAGON: from the losses it has there at 1, 10, 100 and
 * 1000 GeV, the two densities (with spectra as in the plane at the Sun) that leave the least error of the total loss:
 * 0.5 % from 1 kpc outwards, 0.8 % within. Where the map's own radii lie they are the map's within 5 % and its last digit,
 * but for the dust of the inner 3 kpc, which is hotter than at the Sun and counts for less than its energy (by 10 to 20 %).
 */

/** Rows and columns of the coarse map. */
export const mapRadiiKpc = [0.25, 2, 4, 6, 8.5, 10, 12, 15];
export const mapHeightsKpc = [0, 0.2, 0.5, 1, 2, 3, 4, 5];

/** Starlight, one row for each radius. */
export const starlightMap = [
  [16.79, 16.4, 12.36, 7.22, 3.43, 2.1, 1.44, 1.06],
  [7.28, 8.04, 7.28, 5.29, 2.94, 1.9, 1.34, 1],
  [3.25, 4.46, 4, 3.03, 1.99, 1.42, 1.07, 0.84],
  [0.92, 1.56, 1.75, 1.52, 1.2, 0.96, 0.78, 0.65],
  [0.5311, 0.7317, 0.8137, 0.75, 0.6548, 0.5754, 0.5046, 0.4418],
  [0.37, 0.49, 0.55, 0.52, 0.47, 0.43, 0.39, 0.35],
  [0.22, 0.26, 0.3, 0.3, 0.3, 0.29, 0.27, 0.26],
  [0.06, 0.07, 0.11, 0.14, 0.16, 0.17, 0.17, 0.16],
];

/** Light of dust, one row for each radius. */
export const dustMap = [
  [1.78, 1.45, 1.01, 0.73, 0.49, 0.35, 0.27, 0.21],
  [1.4, 1.25, 0.96, 0.72, 0.48, 0.35, 0.26, 0.2],
  [1.63, 1.43, 1.04, 0.71, 0.44, 0.31, 0.24, 0.18],
  [0.93, 0.86, 0.67, 0.5, 0.34, 0.25, 0.19, 0.15],
  [0.3674, 0.3518, 0.3009, 0.2511, 0.1963, 0.1604, 0.1337, 0.1129],
  [0.23, 0.22, 0.2, 0.17, 0.14, 0.12, 0.11, 0.09],
  [0.12, 0.12, 0.12, 0.11, 0.09, 0.09, 0.08, 0.07],
  [0.05, 0.05, 0.06, 0.06, 0.05, 0.05, 0.05, 0.05],
];

/** The same at 8.5 kpc, finer in height. */
export const sunHeightsKpc = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 2.5, 3, 4, 5];
export const sunStarlight = [
  0.5311, 0.6085, 0.7317, 0.8047, 0.8192, 0.8137, 0.8015, 0.7737, 0.75, 0.699, 0.6548, 0.6141, 0.5754, 0.5046,
  0.4418,
];
export const sunDust = [
  0.3674, 0.3643, 0.3518, 0.3337, 0.3161, 0.3009, 0.2881, 0.2675, 0.2511, 0.22, 0.1963, 0.1769, 0.1604,
  0.1337, 0.1129,
];

/** In the plane, from the centre to 20 kpc in equal steps; at 8.5 kpc the map's own values. */
export const planeStepKpc = 0.5;
export const planeStarlight = [
  19.0, 14.0, 11.2, 8.88, 7.1, 5.96, 4.94, 4.22, 3.35, 2.09, 1.41, 1.06, 0.878, 0.813, 0.739, 0.612, 0.546,
  0.5311, 0.469, 0.378, 0.353, 0.339, 0.315, 0.28, 0.201, 0.122, 0.0942, 0.0793, 0.0707, 0.0642, 0.0574,
  0.0528, 0.0496, 0.0471, 0.0448, 0.0428, 0.041, 0.0392, 0.0376, 0.036, 0.0346,
];
export const planeDust = [
  1.55, 1.26, 1.25, 1.21, 1.24, 1.28, 1.34, 1.39, 1.68, 1.78, 1.47, 1.2, 0.957, 0.763, 0.629, 0.534, 0.45,
  0.3674, 0.316, 0.279, 0.238, 0.191, 0.155, 0.139, 0.128, 0.111, 0.094, 0.0807, 0.0701, 0.062, 0.056, 0.0509,
  0.0466, 0.0429, 0.0397, 0.0369, 0.0344, 0.0322, 0.0302, 0.0284, 0.0269,
];

/** Temperature (K) and energy density of grey bodies that lose electrons as much energy as the map's light at the Sun. */
export const coolStarsAtSun = [
  [3300, 0.386],
  [5400, 0.0706],
] as const;
export const hotStarsAtSun = [[18000, 0.0751]] as const;

/**
 * Share of hot stars in starlight above the dust, which hides them in the plane: the one number with which DRAGON's
 * electron losses above the Sun come out within 0.5 % at its four energies and at every height up to 5 kpc.
 */
export const hotShareAboveDust = 0.28;
export const dustHeightKpc = 0.3;
