/** The paper's symbol, typeset. A translating browser leaves it alone. */
import { memo } from 'react';
import { formula } from './formula';

export interface ParameterSymbolProps {
  readonly symbol: { readonly tex: string };
}

export const ParameterSymbol = memo(function ParameterSymbol({ symbol }: ParameterSymbolProps) {
  return (
    <span className="symbol" translate="no">
      {formula(symbol.tex)}
    </span>
  );
});
