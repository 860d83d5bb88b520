// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import katex from 'katex';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { explorerTable } from '../../src/model/parameters/values';
import { ParameterSymbol } from '../../src/ui/parameters/ParameterSymbol';

/** Glyphs with what is below, above, upright ('); rows within rows and letters joined to words do not count. */
function outline(markup: string): string {
  return markup
    .replace(/<annotation.*?<\/annotation>/g, '')
    .replace(/<mi mathvariant="normal">(.*?)<\/mi>/g, (_, letters: string) => letters.replace(/\D/gu, "$&'"))
    .replace(/<(\/?)(msub|msup|msubsup)>/g, (_, end: string, name: string) => (end === '' ? `${name}[` : ']'))
    .replace(/<[^>]*>/g, '');
}

const symbols = [...new Set(explorerTable.map((entry) => entry.symbol.tex))].filter((tex) => tex !== '');

it('symbols are typeset at once, in the glyphs and places that KaTeX gives them', () => {
  expect(symbols.length).toBeGreaterThan(40);
  for (const tex of symbols) {
    const own = renderToStaticMarkup(<ParameterSymbol symbol={{ tex }} />);
    expect(own).toMatch(/^<span class="symbol" translate="no"><math>.*<\/math><\/span>$/);
    expect(outline(own), tex).toBe(outline(katex.renderToString(tex, { output: 'mathml' })));
    expect(outline(own), tex).not.toMatch(/\\|undefined/);
  }
});

it('React has nothing to say about any of them', () => {
  const complaints = vi.spyOn(console, 'error');
  for (const tex of symbols) render(<ParameterSymbol symbol={{ tex }} />);
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
