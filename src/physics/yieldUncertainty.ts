/** How far off the yields of electrons and positrons may be, as a part of them: what Kamae et al. and AAfrag differ by where both are good. */
export const leptonYieldUncertainty = 0.2;
