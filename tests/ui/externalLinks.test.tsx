// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ExternalLink } from '../../src/ui/ExternalLink';

test('a link out of the page opens a window of its own, and says so', () => {
  const { getByRole } = render(<ExternalLink href="https://arxiv.org/">arXiv</ExternalLink>);
  const link = getByRole('link', { name: 'arXiv (opens in a new tab)' });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('every link of the page is one of these: it would take the work away', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(sources.length).toBeGreaterThan(100);
  // The way out of a page that can show nothing any more.
  const lastWay = 'main.tsx';
  const strays = sources.filter(
    (name) =>
      name !== lastWay &&
      !name.endsWith('ExternalLink.tsx') &&
      /<a[\s>]|<area[\s>]|window\.open\(|location\.(?:assign|replace)\(|location(?:\.href)? = /.test(
        readFileSync(join('src', name), 'utf8'),
      ),
  );
  expect(strays).toEqual([]);
  expect(readFileSync('index.html', 'utf8')).not.toMatch(/<a\s[^>]*href="(?!\?")/);
});
