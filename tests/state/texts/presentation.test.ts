import { describe, expect, it } from 'vitest';
import { parameterGroups } from '../../../src/model/parameters/definition';
import { explorerTable } from '../../../src/model/parameters/values';
import { hideableParts, parsePresentation } from '../../../src/state/texts/presentation';

describe('the query of the address', () => {
  it('without wishes shows everything', () => {
    expect(parsePresentation('')).toEqual({
      embed: false,
      hiddenParts: [],
      hiddenParameters: [],
      refused: [],
    });
    expect(parsePresentation('?from=mail')).toEqual(parsePresentation(''));
  });

  it('hides a part, a parameter, and every parameter of a group', () => {
    const { hiddenParts, hiddenParameters } = parsePresentation('?hide=presets,D0,reacceleration');
    expect(hiddenParts).toEqual(['presets']);
    expect(hiddenParameters).toEqual(['D0', 'vA', 'dppDelta', 'reacceleration']);
  });

  it('names what it does not know and does the rest', () => {
    const parsed = parsePresentation('?embed=yes&hide=everything,tabs');
    expect(parsed).toMatchObject({ embed: false, hiddenParts: ['tabs'] });
    expect(parsed.refused).toHaveLength(2);
    expect(parsed.refused[0]).toContain('"yes"');
    expect(parsed.refused[1]).toContain('"everything"');
  });

  it('a part has no name that a parameter or a group has', () => {
    const taken = [...explorerTable, ...parameterGroups].map((entry) => entry.id);
    expect(hideableParts.filter((part) => taken.includes(part))).toEqual([]);
  });

  it.each([
    '?embed=1&amp;hide=tabs,D0',
    '?embed=1&hide=tabs&hide=D0',
    '?embed=1&amp;amp;hide=tabs,D0,',
    '?embed=1&hide=tabs+D0.',
  ])('is read as people send it: %s', (search) => {
    const { refused, ...read } = parsePresentation(search);
    expect(read).toEqual({ embed: true, hiddenParts: ['tabs'], hiddenParameters: ['D0'] });
    expect(refused).toEqual([]);
  });

  it.each([
    ['?hid=tabs', '"hide"'],
    ['?Embed=1', '"embed"'],
    ['?HIDE=nothing', '"hide"'],
    ['?embd=1&hide=tabs', '"embed"'],
    ['?lessn=power-law', '"lesson"'],
    ['?lesson=power-law&stpe=2', '"step"'],
    ['?hide=tab', '"tabs"'],
    ['?tab=electrons', '#v1&tab'],
    ['?delta0=0.3', '#v1&delta0'],
  ])('a misspelt or misplaced word is told with the right one: %s', (search, right) => {
    const { refused } = parsePresentation(search);
    expect(refused).toEqual([expect.stringContaining(right)]);
  });

  it.each([
    '?from=mail',
    '?fbclid=abc&utm_source=x',
    '?side=left',
    '?stop=never',
    '?n=page',
    '?ref=a&id=7&lang=de',
    '?v=2',
  ])('a word of others stays silent: %s', (search) => {
    expect(parsePresentation(search).refused).toEqual([]);
  });

  it('a word that counts once is told when it stands twice', () => {
    const { embed, refused } = parsePresentation('?embed=1&embed=0');
    expect(embed).toBe(true);
    expect(refused).toEqual([expect.stringMatching(/embed .*more than once.*first.*1/)]);
  });
});
