/** The published data, in a drawer whose content comes when it is opened. */
import { lazy, Suspense } from 'react';
import { Drawer } from '../Drawer';

const DataList = lazy(async () => ({ default: (await import('./DataList')).DataList }));

export function DataDrawer() {
  return (
    <Drawer icon="data" buttonLabel="Data sets" title="Published data">
      {() => (
        <Suspense>
          <DataList />
          <p className="drawer-foot">
            One file for each published table, with its source, is in <code>data/</code> beside this page.
          </p>
        </Suspense>
      )}
    </Drawer>
  );
}
