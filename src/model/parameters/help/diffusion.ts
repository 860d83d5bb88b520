import type { diffusionTable } from '../table/diffusion';
import type { HelpOf } from './helpOf';

export const diffusionHelp: HelpOf<typeof diffusionTable> = {
  profile: {
    definition: 'How the diffusion slope changes from the disc to the outer halo.',
    source: 'Jin16 Eqs. 3 and 5',
  },
  D0: {
    definition: 'Diffusion coefficient at the reference rigidity, the same in both halos.',
    source: 'Jin16 Table 1',
  },
  delta0: {
    definition:
      'Power of rigidity with which diffusion grows in the mid-plane (everywhere, if there is one halo).',
    source: 'Jin16 Table 1',
  },
  Delta: {
    definition: 'Diffusion grows as rigidity to the power δ₀ + Δ in the outer halo.',
    source: 'Jin16 Table 1',
  },
  xi: { definition: 'The inner halo reaches up to ξL above and below the plane.', source: 'Jin16 Section 2' },
  n: {
    definition: 'Inside ξL the slope rises as (|z|/ξL)ⁿ from δ₀ to δ₀ + Δ; acts on the smooth profile.',
    source: 'Jin16 Eq. 5',
  },
  L: { definition: 'Height above the plane where cosmic rays escape freely.', source: 'Jin16 Section 2' },
  R: {
    definition: 'Galactocentric radius where cosmic rays escape freely.',
    source: 'Not stated in Jin16; 20 kpc is our choice',
  },
  rho0: {
    definition: 'Rigidity at which the diffusion coefficient is D₀ at every height.',
    source: "Not printed in Jin16; only 4 GV (DRAGON's default) gives its three diffusion lengths",
  },
  eta: {
    definition: 'Diffusion is proportional to β to this power; it matters below about 1 GV only.',
    source: 'Jin16 writes D = β D₀ (ρ/ρ₀)^δ',
  },
  breakH: {
    definition:
      'Another reading of the hardening: at all heights alike diffusion grows more slowly above a rigidity.',
    source: 'Not in Jin16; de la Torre Luque et al. 2021 (arXiv:2101.01547), "diffusion" hypothesis',
  },
  rhoH: { definition: 'Rigidity of the break in diffusion.', source: 'The same work: 312 GV' },
  deltaH: {
    definition: 'By how much the slope of diffusion is smaller above the break.',
    source: 'The same work: from 0.42 to 0.28',
  },
  sH: {
    definition: 'Range over which the slope changes: the smaller, the sharper.',
    source: 'The same work: 0.04',
  },
};
