/** Why the spectra are as they are: one explanation at a time, each following the sliders. */
import { type ComponentType, lazy, Suspense } from 'react';
import { useActions, useExplorer } from '../../state/useExplorer';
import { type TopicId, topicIds } from '../../state/view';
import './Understand.css';

const topics: Readonly<Record<TopicId, { readonly label: string; readonly View: ComponentType }>> = {
  slope: {
    label: 'Slope',
    View: lazy(async () => ({ default: (await import('./SlopeView')).SlopeView })),
  },
  halos: {
    label: 'Two halos',
    View: lazy(async () => ({ default: (await import('./HalosView')).HalosView })),
  },
  processes: {
    label: 'Processes',
    View: lazy(async () => ({ default: (await import('./ProcessesView')).ProcessesView })),
  },
  sensitivity: {
    label: 'Sensitivity',
    View: lazy(async () => ({ default: (await import('./SensitivityView')).SensitivityView })),
  },
  paper: {
    label: 'The paper, checked',
    View: lazy(async () => ({ default: (await import('./PaperView')).PaperView })),
  },
  grid: {
    label: 'What a grid hides',
    View: lazy(async () => ({ default: (await import('./GridView')).GridView })),
  },
};

export function UnderstandPanel() {
  const topic = useExplorer((state) => state.view.topic);
  const { setView } = useActions();
  const { View } = topics[topic];
  return (
    <div className="understand">
      <nav className="understand-topics" aria-label="Explanations">
        {topicIds.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={id === topic ? 'page' : undefined}
            onClick={() => setView({ topic: id })}
          >
            {topics[id].label}
          </button>
        ))}
      </nav>
      <Suspense fallback={<p className="stage-waits">Loading the explanation</p>}>
        <div className="understand-topic">
          <View />
        </div>
      </Suspense>
    </div>
  );
}
