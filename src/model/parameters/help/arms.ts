import type { armsTable } from '../table/arms';
import type { HelpOf } from './helpOf';

export const armsHelp: HelpOf<typeof armsTable> = {
  armTable: {
    definition: 'Centre lines and relative strengths of the four spiral arms.',
    source: 'Not in Jin16; tables as in DRAGON',
  },
  armLaw: {
    definition: 'The axisymmetric law that the sources in arms follow on average at each radius and height.',
    source: 'As the sources of the axisymmetric model',
  },
  armContrast: {
    definition: 'Share of the sources that stand in the arms; the others are spread evenly in azimuth.',
    source: 'DRAGON puts all sources in the arms; not in Jin16',
  },
  armWidth: {
    definition: 'Standard deviation of the sources about the centre line of an arm, along the radius.',
    source: 'DRAGON; Faucher-Giguère & Kaspi 2006 spread pulsars by 0.07 r',
  },
  armPhase: {
    definition:
      'Turns the arms about the Galactic centre, and so moves the Sun with respect to them; zero as in the table.',
    source: 'Where the Sun stands between the arms is known to a few hundred parsecs at best',
  },
};
