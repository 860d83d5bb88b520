import type { processTable } from '../table/processes';
import type { HelpOf, ParameterHelp } from './helpOf';

function process(definition: string): ParameterHelp {
  return { definition, source: 'Jin16 Eq. 1; switch it off to see what it does' };
}

export const processHelp: HelpOf<typeof processTable> = {
  reacceleration: process('Diffusion in momentum on moving magnetic waves (Eq. 2).'),
  fragmentation: process(
    'Loss of protons, nuclei and antiprotons in inelastic collisions with gas; lighter nuclei, antiprotons and positrons are made of them all the same.',
  ),
  ionisation: process('Energy loss by ionising neutral gas.'),
  coulomb: process('Energy loss in ionised gas.'),
  bremsstrahlung: process('Energy loss of electrons by braking radiation on gas.'),
  synchrotron: process('Energy loss of electrons in the magnetic field.'),
  inverseCompton: process('Energy loss of electrons on starlight, dust light and the CMB.'),
  adiabatic: process(
    'Momentum loss of particles that a widening wind carries apart; acts where there is a wind.',
  ),
};
