/**
 * What each parameter is and where it comes from, in words. Apart from the table (parameterTable.ts), because the page needs
 * these sentences only when a help is opened. The types hold the two together: an entry without help does not compile.
 *
 * "Jin16" is Jin, Guo & Hu, arXiv:1504.06903, Chin. Phys. C 40, 015101 (2016).
 */
import { armsHelp } from './help/arms';
import { comparisonHelp } from './help/comparison';
import { convectionHelp } from './help/convection';
import { diffusionHelp } from './help/diffusion';
import type { ParameterHelp } from './help/helpOf';
import { ingredientsHelp } from './help/ingredients';
import { injectionHelp } from './help/injection';
import { modulationHelp } from './help/modulation';
import { nearbyHelp } from './help/nearby';
import { normalisationHelp } from './help/normalisation';
import { extraPositronsHelp, nucleiHelp } from './help/nuclei';
import { processHelp } from './help/processes';
import { reaccelerationHelp } from './help/reacceleration';
import type { ExplorerParameterId } from './values';

export const parameterHelp: Readonly<Record<ExplorerParameterId, ParameterHelp>> = {
  ...diffusionHelp,
  ...reaccelerationHelp,
  ...convectionHelp,
  ...injectionHelp,
  ...modulationHelp,
  ...normalisationHelp,
  ...ingredientsHelp,
  ...armsHelp,
  ...nearbyHelp,
  ...processHelp,
  ...nucleiHelp,
  ...extraPositronsHelp,
  ...comparisonHelp,
};
