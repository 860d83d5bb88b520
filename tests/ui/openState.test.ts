import { expect, test } from 'vitest';
import { createExplorerStore } from '../../src/state/store';
import { formatStateFile } from '../../src/state/texts/stateFile';
import { openState } from '../../src/ui/topBar/fileActions';

test('a state file that is read slowly does not come after one that was opened later', async () => {
  const store = createExplorerStore();
  const fileOf = (delta0: number) => {
    const text = formatStateFile({
      ...store.getState(),
      parameters: { ...store.getState().parameters, delta0 },
    });
    return new File([text], 'state.json');
  };
  let read: (text: string) => void = () => undefined;
  const slow = fileOf(0.2);
  const slowText = await slow.text();
  slow.text = () => new Promise((settle) => (read = settle));
  const first = openState(store, slow);
  await openState(store, fileOf(0.4));
  read(slowText);
  await first;
  expect(store.getState().parameters.delta0).toBe(0.4);
});
