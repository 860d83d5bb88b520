/** What the axes show: beside the tabs where there is room (FigureStage.css), behind a button elsewhere. */
import { type ToggleEvent, useId } from 'react';
import { abscissaIds, residualIds, scalingIds } from '../../plot/vocabulary';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Icon } from '../icons';
import { placePopover } from '../Popover';

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
const residualLabels: Record<(typeof residualIds)[number], string> = {
  auto: 'automatic',
  pulls: 'pulls',
  ratio: 'model / data',
  off: 'nothing',
};

const panelId = 'figure-options';
const buttonId = 'figure-options-button';

/** Opens the options where they are folded. Elsewhere it is not shown. */
export function AxesButton() {
  return (
    <button
      id={buttonId}
      type="button"
      className="button axes-button"
      popoverTarget={panelId}
      title="What the axes show, and what stands below"
    >
      <Icon name="axes" />
      <span>Axes</span>
    </button>
  );
}

function placeOptions({ newState, currentTarget }: ToggleEvent<HTMLElement>): void {
  const button = document.getElementById(buttonId);
  if (newState === 'open' && button !== null) placePopover(currentTarget, button);
}

export function FigureOptions() {
  const view = useExplorer((state) => state.view);
  const { setView } = useActions();
  const scalingId = useId();
  const abscissaId = useId();
  const residualId = useId();
  return (
    <section id={panelId} className="options" aria-label="Axes" popover="auto" onToggle={placeOptions}>
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
      <label htmlFor={residualId}>below</label>
      <select
        id={residualId}
        className="select"
        value={view.residuals}
        onChange={(event) => {
          const residuals = residualIds.find((id) => id === event.currentTarget.value);
          if (residuals !== undefined) setView({ residuals });
        }}
      >
        {residualIds.map((id) => (
          <option key={id} value={id}>
            {residualLabels[id]}
          </option>
        ))}
      </select>
    </section>
  );
}
