/** The paper's symbol. Plain text at once; typeset as MathML when the KaTeX chunk has come, which is never waited for. */
import { useSyncExternalStore } from 'react';
import { subscribeToTypesetter, typesetter } from './typesetter';

export interface ParameterSymbolProps {
  readonly symbol: { readonly tex: string; readonly plain: string };
}

export function ParameterSymbol({ symbol }: ParameterSymbolProps) {
  const typeset = useSyncExternalStore(subscribeToTypesetter, typesetter);
  if (typeset === null)
    return (
      <i className="symbol" translate="no">
        {symbol.plain}
      </i>
    );
  // KaTeX wrote this markup from the parameter table's own TeX: nothing from outside gets here.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup made on this page from constants
  return <span className="symbol" translate="no" dangerouslySetInnerHTML={{ __html: typeset(symbol.tex) }} />;
}
