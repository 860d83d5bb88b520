import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fragmentEntries,
  isTrackingTag,
  mendedLink,
  queryEntries,
  queryWithout,
} from '../../src/text/linkText';

const pairs = (fragment: string) =>
  fragmentEntries(fragment).map(({ name, text }) => (text === '' ? name : `${name}=${text}`));
const meant = ['v1', 'tab=electrons', 'delta0=0.3'];

describe('a fragment', () => {
  it.each([
    '#v1&amp;tab=electrons&amp;delta0=0.3',
    '#v1&AMP;tab=electrons&amp;amp;delta0=0.3',
    '#v1&#38;tab=electrons&#x26;delta0=0.3',
    '#v1&amp;#38;tab&#61;electrons&#038;delta0&#x3D;0.3',
    '#v1%26tab%3Delectrons%26delta0%3D0.3',
    '#v1%2526tab%253Delectrons%2526delta0%253D0.3',
    '#v1%26amp%3Btab%3Delectrons&amp%3Bdelta0=0.3',
    '#%23v1&tab=electrons&delta0=0.3',
    '#%3C#v1&tab=electrons&delta0=0.3',
    '#v1;tab=electrons;delta0=0.3',
    '#v1&tab=electrons&delta0=0.3&',
    '#v1&tab=elec%0D%0A trons&del%E2%80%8Bta0=0.3%C2%A0',
  ])('is read through what was escaped and folded: %s', (fragment) => {
    expect(pairs(fragment)).toEqual(meant);
  });

  it.each([
    ...'.,;:!?)]}>*_~"\'`/…»”’。，、）】',
    '**',
    '%3E',
    '%22)',
    '&gt;',
    '&gt',
    '&quot;.',
    '</a>',
    '|the link>',
    '](https://example.org/)',
    '%E2%80%9D',
    ').',
    '%20',
    '\u200b\u00a0',
    '\ufe0f\u034f',
  ])('ends where its value ends: %s', (end) => {
    const entries = fragmentEntries(`#v1&tab=electrons&delta0=0.3${end}`);
    expect(entries.map(({ name }) => name)).toEqual(['v1', 'tab', 'delta0']);
    expect(entries[2]).toMatchObject({ text: '0.3', isCut: end === '…' });
    expect(pairs(`#v1${end}`)).toEqual(['v1']);
  });

  it('keeps what may belong to a value', () => {
    const values = ['5.5e28 cm²/s', '-1', '−1', '5%', '5.5e+28', '1/(GeV s)', '0,5', 'a,-b', '1\u00a0000'];
    for (const value of values) expect(fragmentEntries(`#v1&x=${value}`)[1]?.text).toBe(value);
  });

  it('says where a program has shortened it', () => {
    expect(fragmentEntries('#v1&delta0=0.3…')[1]).toMatchObject({ text: '0.3', isCut: true });
    expect(fragmentEntries('#v1&delta0=0.3...')[1]).toMatchObject({ isCut: true });
    expect(fragmentEntries('#v1&delta0=0.3&…')[2]).toMatchObject({ isCut: true });
    expect(fragmentEntries('#v1&delta0=0.3.')[1]).toMatchObject({ isCut: false });
  });

  it('knows what was stuck on behind it', () => {
    const entries = fragmentEntries('#v1&tab=electrons?fbclid=abc&n=2#top');
    expect(entries.map(({ name, isStuckOn }) => [name, isStuckOn])).toEqual([
      ['v1', false],
      ['tab', false],
      ['fbclid', true],
      ['n', true],
      ['top', true],
    ]);
    expect(pairs('#v1&tab=electrons:~:text=halo')).toEqual(['v1', 'tab=electrons']);
  });

  it('never fails, whatever it is, and gets to the end of a long row of one character', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void fragmentEntries(text)));
    for (const one of ['%', '%2', '%25', '&', '&amp;', '&#0', '.', '\u200b', '\t ', '?', '<', '('])
      expect(fragmentEntries(`#v1&a=${one.repeat(5_000)}x`).length).toBeGreaterThan(0);
  });
});

describe('a query', () => {
  const texts = (search: string) => queryEntries(search).map(({ name, text }) => `${name}=${text}`);

  it.each([
    '?embed=1&amp;hide=tabs,D0',
    '?embed=1&AMP;amp;hide=tabs,D0.',
    '?embed%3D1%26hide%3Dtabs%2CD0',
    '?embed=1&hide=tabs%252CD0)',
    '?embed=1&hide=tabs,D0"',
    '??embed=1&hide=tabs,D0%E2%80%9D',
  ])('is read through what was escaped: %s', (search) => {
    expect(texts(mendedLink(search, '').search)).toEqual(['embed=1', 'hide=tabs,D0']);
  });

  it('loses nothing to an escaped & or #', () => {
    expect(mendedLink('?embed=1&', '#38;hide=tabs#v1&tab=electrons')).toEqual({
      search: '?embed=1&hide=tabs',
      hash: '#v1&tab=electrons',
    });
    expect(mendedLink('?embed=1%23v1%26tab%3Delectrons', '')).toEqual({
      search: '?embed=1',
      hash: '#v1%26tab%3Delectrons',
    });
    expect(mendedLink('?hid=tabs', 'v1&a=1')).toEqual({ search: '?hid=tabs', hash: '#v1&a=1' });
    expect(mendedLink('', '')).toEqual({ search: '', hash: '' });
    expect(mendedLink('', '#v1&a=1')).toEqual({ search: '', hash: '#v1&a=1' });
  });

  it('is parted where an escaped & stands between two of its own words', () => {
    const words = ['embed', 'hide'];
    const mended = (search: string) => texts(mendedLink(search, '', words).search);
    expect(mended('?embed=1%26hide=tabs%2CD0%26hide%3DL')).toEqual(['embed=1', 'hide=tabs,D0', 'hide=L']);
    expect(mended('?a=b&hide=tabs%26embed=1#v1')).toEqual(['a=b', 'hide=tabs', 'embed=1']);
    expect(mended('?next=a%26embed=1')).toEqual(['next=a&embed=1']);
    expect(mended('?embed=1%26b=2')).toEqual(['embed=1&b=2']);
  });

  it("leaves others' words as they are", () => {
    expect(texts('?next=a%26embed%3D1')).toEqual(['next=a&embed=1']);
    const others = 'next=a%26embed%3D1&q=%C3%A9+b&flag';
    expect(queryWithout(`?lesson=a&${others}&step=2?fbclid=x`, ['lesson', 'step'])).toBe(others);
  });
});

it('knows the tags of trackers from names of parameters', () => {
  for (const tag of [
    'fbclid',
    'gclid',
    'msclkid',
    'utm_source',
    'mc_cid',
    '_ga',
    '_hsenc',
    'igshid',
    'li_fat_id',
    'hsCtaTracking',
  ])
    expect(isTrackingTag(tag)).toBe(true);
  for (const name of ['delta0', 'cm.delta', 'what', '__proto__', 'p.norm', 'scaling', 'gas'])
    expect(isTrackingTag(name)).toBe(false);
});
