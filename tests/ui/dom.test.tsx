// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Icon } from '../../src/ui/icons';

test('components can be tested without a browser', () => {
  const { container } = render(<Icon name="close" />);
  expect(container.querySelector('svg')).not.toBeNull();
});
