/**
 * The models of what fills the Galaxy, by name: what each is called, and in comments where it comes from. Apart from the models themselves
 * (sources.ts, gas.ts, magneticField.ts, radiationField.ts, spiralArmTables.ts), because the page names them all at its start
 * and computes none. The types hold the two together: a name without a model does not compile.
 */

export interface ModelName {
  readonly label: string;
}

type Names = Readonly<Record<string, ModelName>>;

/** The ids of a table of names, in its order. */
export function idsOf<Id extends string>(names: Readonly<Record<Id, ModelName>>): readonly Id[] {
  // The cast: Object.keys forgets what the keys are of.
  return Object.keys(names) as Id[];
}

/** Laws of the supernova distribution (sources.ts). */
export const sourceModelNames = {
  /** Ferrière, Rev. Mod. Phys. 73, 1031 (2001), as in DRAGON. */
  ferriere: { label: 'Supernovae (Ferrière 2001)' },
  /** Case & Bhattacharya, A&AS 120, 437 (1996), as in DRAGON and GALPROP; none beyond 15 kpc. */
  caseBhattacharya96: { label: 'Supernova remnants (Case & Bhattacharya 1996)' },
  /** Case & Bhattacharya, ApJ 504, 761 (1998); scale height 0.2 kpc as for the 1996 law. */
  caseBhattacharya98: { label: 'Supernova remnants (Case & Bhattacharya 1998)' },
  /** Lorimer et al., MNRAS 372, 777 (2006), as in DRAGON; none beyond 15 kpc. */
  lorimer06: { label: 'Pulsars (Lorimer 2006)' },
  /** Yusifov & Küçük, A&A 422, 545 (2004); scale height 0.1 kpc as in DRAGON; none beyond 15 kpc. */
  yusifovKucuk04: { label: 'Pulsars (Yusifov & Küçük 2004)' },
  /** GALPROP conventional model, as in DRAGON; none beyond 15 kpc. */
  galpropConventional: { label: 'GALPROP conventional (Strong et al.)' },
  /** As in the configuration of the HelMod-GALPROP fit to p, He, C and O (github.com/sadkoeni/galprop, commit 0028388). */
  helmod: { label: 'HelMod-GALPROP fit' },
} as const satisfies Names;
export type SourceModelId = keyof typeof sourceModelNames;

/** Interstellar gas (gas.ts). */
export const gasModelNames = {
  /** H2 Bronfman et al. 1988 with X_CO = 1.9e20, HI Gordon & Burton 1976 with Dickey & Lockman 1990, HII Cordes et al. 1991; as in GALPROP and DRAGON. */
  galprop: { label: 'GALPROP' },
  /** Bronfman et al. 1988 and Ferrière, as "BronfFerr" in DRAGON; without ionised gas. */
  bronfmanFerriere: { label: 'Bronfman and Ferrière, analytic' },
} as const satisfies Names;
export type GasModelId = keyof typeof gasModelNames;

/** Magnetic fields (magneticField.ts). */
export const magneticFieldNames = {
  /** Pshirkov et al., ApJ 738, 192 (2011), plus 7.5 µG turbulent at the Sun, as in DRAGON. */
  pshirkov: { label: 'Pshirkov 2011 with turbulence' },
  /** Exponential disc with DRAGON constants: 6.1 µG, 10 kpc in r, 2 kpc in z. */
  exponential: { label: 'Exponential, 6.1 µG at the Sun' },
  /** The same everywhere: 6.1 µG, DRAGON default. */
  uniform: { label: 'Uniform, 6.1 µG' },
} as const satisfies Names;
export type MagneticFieldId = keyof typeof magneticFieldNames;

/** Radiation fields (radiationField.ts). */
export const radiationFieldNames = {
  /** Porter & Strong 2008 map of GALPROP v54, coarse in r and z; in the plane and in spectrum fitted to the electron losses it causes (this project). */
  galprop: { label: 'GALPROP v54' },
  /** Grey bodies of Delahaye et al., A&A 524, A51 (2010), as "UniformISRF" in DRAGON; which of its models is unconfirmed. */
  delahaye10: { label: 'Uniform (Delahaye 2010)' },
} as const satisfies Names;
export type RadiationFieldId = keyof typeof radiationFieldNames;

/** Spiral arms (spiralArmTables.ts). */
export const armTableNames = {
  /** Faucher-Giguère & Kaspi, ApJ 643, 332 (2006), as in DRAGON. */
  faucherKaspi06: { label: 'Four equal arms (Faucher-Giguère & Kaspi 2006)' },
  /** Steiman-Cameron et al., ApJ 722, 1460 (2010), [CII] weights, as in DRAGON. */
  steimanCameron10: { label: 'Four arms of ionised carbon (Steiman-Cameron 2010)' },
} as const satisfies Names;
export type ArmTableId = keyof typeof armTableNames;

/** DRAGON, in its 3D example. */
export const defaultArmWidthKpc = 0.3;
