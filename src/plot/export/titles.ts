/**
 * Titles of the publications of the data, by DOI, as published. Not in the catalogue, which every visit loads: titles
 * are read where something is cited. A test asks for the title of every publication.
 */
const onTheStation = 'on the International Space Station';
const withAms = `with the Alpha Magnetic Spectrometer ${onTheStation}`;

const titles: Readonly<Record<string, string>> = {
  '10.1016/j.physrep.2020.09.003': `The Alpha Magnetic Spectrometer (AMS) ${onTheStation}: Part II — Results from the First Seven Years`,
  '10.1103/PhysRevLett.113.121102': `Electron and Positron Fluxes in Primary Cosmic Rays Measured ${withAms}`,
  '10.1103/PhysRevLett.113.221102': `Precision Measurement of the (e⁺ + e⁻) Flux in Primary Cosmic Rays from 0.5 GeV to 1 TeV ${withAms}`,
  '10.1103/PhysRevLett.114.171103': `Precision Measurement of the Proton Flux in Primary Cosmic Rays from Rigidity 1 GV to 1.8 TV ${withAms}`,
  '10.1103/PhysRevLett.122.041102': 'Towards Understanding the Origin of Cosmic-Ray Positrons',
  '10.1103/PhysRevLett.122.101101': 'Towards Understanding the Origin of Cosmic-Ray Electrons',
  '10.1103/PhysRevLett.129.101102': `Observation of Spectral Structures in the Flux of Cosmic-Ray Protons from 50 GeV to 60 TeV with the Calorimetric Electron Telescope ${onTheStation}`,
  '10.1103/PhysRevLett.131.191001': `Direct Measurement of the Spectral Structure of Cosmic-Ray Electrons+Positrons in the TeV Region with CALET ${onTheStation}`,
  '10.3847/1538-4357/ac9d2c':
    'Measurement of High-energy Cosmic-Ray Proton Spectrum from the ISS-CREAM Experiment',
  '10.3847/0004-637X/831/1/18':
    'Galactic Cosmic Rays in the Local Interstellar Medium: Voyager 1 Observations and Model Results',
  '10.1038/nature24475':
    'Direct detection of a break in the teraelectronvolt cosmic-ray spectrum of electrons and positrons',
  '10.1126/sciadv.aax3793':
    'Measurement of the cosmic ray proton spectrum from 40 GeV to 100 TeV with the DAMPE satellite',
  '10.1038/s41586-026-10472-0': 'Charge-dependent spectral softenings of primary cosmic rays below the knee',
  '10.1103/PhysRevD.95.082007':
    'Cosmic-ray electron+positron spectrum from 7 GeV to 2 TeV with the Fermi Large Area Telescope',
  '10.1016/j.astropartphys.2005.04.001':
    'KASCADE measurements of energy spectra for elemental groups of cosmic rays: Results and open problems',
  '10.1103/PhysRevLett.106.201101':
    'Cosmic-Ray Electron Flux Measured by the PAMELA Experiment between 1 and 625 GeV',
  '10.1103/PhysRevLett.111.081102': 'Cosmic-Ray Positron Energy Spectrum Measured by PAMELA',
  '10.1126/science.1199172': 'PAMELA Measurements of Cosmic-Ray Proton and Helium Spectra',
  '10.3103/S1062873809050098':
    'Energy spectra of abundant nuclei of primary cosmic rays from the data of ATIC-2 experiment: Final results',
  '10.1126/science.1236408':
    'Voyager 1 Observes Low-Energy Galactic Cosmic Rays in a Region Depleted of Heliospheric Ions',
  '10.1088/0004-637X/728/2/122': 'Cosmic-Ray Proton and Helium Spectra from the First CREAM Flight',
  '10.3847/1538-4357/aa68e4': 'Proton and Helium Spectra from the CREAM-III Flight',
  '10.1103/PhysRevLett.117.091103': `Antiproton Flux, Antiproton-to-Proton Flux Ratio, and Properties of Elementary Particle Fluxes in Primary Cosmic Rays Measured ${withAms}`,
  '10.1103/PhysRevLett.119.251101': `Observation of the Identical Rigidity Dependence of He, C, and O Cosmic Rays at High Rigidities by the Alpha Magnetic Spectrometer ${onTheStation}`,
  '10.1103/PhysRevLett.120.021101': `Observation of New Properties of Secondary Cosmic Rays Lithium, Beryllium, and Boron by the Alpha Magnetic Spectrometer ${onTheStation}`,
  '10.1103/PhysRevLett.121.051103': `Precision Measurement of Cosmic-Ray Nitrogen and its Primary and Secondary Components ${withAms}`,
  '10.1103/PhysRevLett.124.211102':
    'Properties of Neon, Magnesium, and Silicon Primary Cosmic Rays Results from the Alpha Magnetic Spectrometer',
  '10.1103/PhysRevLett.130.211002':
    'Properties of Cosmic-Ray Sulfur and Determination of the Composition of Primary Cosmic-Ray Carbon, Neon, Magnesium, and Sulfur: Ten-Year Results from the Alpha Magnetic Spectrometer',
  '10.1103/PhysRevLett.126.201102':
    'Measurement of the Cosmic Ray Helium Energy Spectrum from 70 GeV to 80 TeV with the DAMPE Space Mission',
  '10.1103/PhysRevLett.130.171002': `Direct Measurement of the Cosmic-Ray Helium Spectrum from 40 GeV to 250 TeV with the Calorimetric Electron Telescope ${onTheStation}`,
  '10.1103/PhysRevLett.129.251103': `Cosmic-Ray Boron Flux Measured from 8.4 GeV/n to 3.8 TeV/n with the Calorimetric Electron Telescope ${onTheStation}`,
  '10.1016/j.scib.2022.10.002':
    'Detection of spectral hardenings in cosmic-ray boron-to-carbon and boron-to-oxygen flux ratios with DAMPE',
  '10.1016/j.astropartphys.2008.07.010':
    'Measurements of cosmic-ray secondary nuclei at high energies with the first flight of the CREAM balloon-borne experiment',
  '10.1088/0004-637X/791/2/93':
    'Measurement of Boron and Carbon Fluxes in Cosmic Rays with the PAMELA Experiment',
  '10.1134/S002136401222002X':
    'Measurement of the flux of primary cosmic ray antiprotons with energies of 60 MeV to 350 GeV in the PAMELA experiment',
  '10.3847/0004-637X/822/2/65':
    'Measurements of Cosmic-Ray Proton and Helium Spectra from the BESS-Polar Long-Duration Balloon Flights over Antarctica',
};

/** Undefined: not known here; nothing is made up. */
export function titleOf(doi: string): string | undefined {
  return Object.hasOwn(titles, doi) ? titles[doi] : undefined;
}
