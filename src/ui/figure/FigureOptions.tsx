/** What the axes show. */
import { useId } from 'react';
import { useActions, useExplorer } from '../../state/useExplorer';
import { abscissaIds, scalingIds } from '../../state/view';

const scalingLabels: Record<(typeof scalingIds)[number], string> = {
  auto: "as the paper's",
  '0': 'E⁰ (plain flux)',
  '2': 'E²',
  '2.7': 'E²·⁷',
  '3': 'E³',
};
const abscissaLabels: Record<(typeof abscissaIds)[number], string> = {
  energy: 'kinetic energy',
  rigidity: 'rigidity',
};

export function FigureOptions() {
  const view = useExplorer((state) => state.view);
  const { setView } = useActions();
  const scalingId = useId();
  const abscissaId = useId();
  return (
    <div className="options">
      <label htmlFor={scalingId}>Flux ×</label>
      <select
        id={scalingId}
        className="select"
        value={view.scaling}
        onChange={(event) => {
          const scaling = scalingIds.find((id) => id === event.currentTarget.value);
          if (scaling !== undefined) setView({ scaling });
        }}
      >
        {scalingIds.map((id) => (
          <option key={id} value={id}>
            {scalingLabels[id]}
          </option>
        ))}
      </select>
      <label htmlFor={abscissaId}>over</label>
      <select
        id={abscissaId}
        className="select"
        value={view.abscissa}
        onChange={(event) => {
          const abscissa = abscissaIds.find((id) => id === event.currentTarget.value);
          if (abscissa !== undefined) setView({ abscissa });
        }}
      >
        {abscissaIds.map((id) => (
          <option key={id} value={id}>
            {abscissaLabels[id]}
          </option>
        ))}
      </select>
    </div>
  );
}
