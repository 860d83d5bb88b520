/**
 * Units and constants, in one place. Inside the code: kpc, Myr, GeV, GV, GeV per nucleon for nuclei.
 *
 * Sources: CODATA 2018 (masses, radii, Boltzmann), IAU 2012/2015 (parsec), Julian year of 365.25 days.
 */

export const cmPerKpc = 3.0856775814913673e21;
export const secondsPerMyr = 3.15576e13;
export const speedOfLightCmPerS = 2.99792458e10;
export const speedOfLightKpcPerMyr = (speedOfLightCmPerS * secondsPerMyr) / cmPerKpc;

/** 1 cm^2/s in kpc^2/Myr. */
export const kpc2PerMyrPerCm2PerS = secondsPerMyr / cmPerKpc / cmPerKpc;
/** 1 km/s in kpc/Myr. */
export const kpcPerMyrPerKmPerS = (1e5 * secondsPerMyr) / cmPerKpc;
/** 1 eV/s in GeV/Myr. */
export const gevPerMyrPerEVPerS = 1e-9 * secondsPerMyr;

export const protonMassGeV = 0.93827208;
export const electronMassGeV = 5.1099895e-4;
export const electronMassEV = electronMassGeV * 1e9;

export const classicalElectronRadiusCm = 2.8179403e-13;
export const fineStructureConstant = 7.2973525693e-3;
/** Reduced Planck constant times c. */
export const hbarCEVCm = 1.9732698e-5;
export const boltzmannEVPerK = 8.617333262e-5;
export const thomsonCrossSectionMb = 665.24587;

export const cm2PerMb = 1e-27;
/** Collisions per Myr of a particle at the speed of light with one target per cm^3 and 1 mb. */
export const collisionRatePerMyrPerMb = speedOfLightCmPerS * cm2PerMb * secondsPerMyr;

/** pi r_e^2 c m_e c^2: the scale of all collisional energy losses, eV cm^3 / s (PHYSICS section 4). */
export const collisionalLossScaleEVCm3PerS =
  Math.PI * classicalElectronRadiusCm ** 2 * speedOfLightCmPerS * electronMassEV;

/** Energy density of a magnetic field of 1 microgauss, eV/cm^3. */
export const magneticEnergyEVPerCm3PerMicroGauss2 = 0.024834;

/** Helium atoms for each hydrogen atom in the interstellar gas (DRAGON, GALPROP; CRAMS has 0.08). */
export const heliumToHydrogenRatio = 0.11;
/** Galactocentric radius of the Sun, at which sources are normalised to one (Jin16). */
export const sunRadiusKpc = 8.5;
