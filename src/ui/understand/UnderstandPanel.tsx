/** Why the spectra are as they are: one explanation at a time, each following the sliders. */
import type { ComponentType } from 'react';
import { type LaneStatus, tabStatus } from '../../state/selectors/laneStatus';
import { useActions, useExplorer } from '../../state/useExplorer';
import { type TopicId, topicIds } from '../../state/view';
import { Panel } from '../Boundary';
import { lazyPart } from '../lazyPart';
import { NearestNote } from '../NearestNote';
import { usePanelInView } from '../usePanelInView';
import './Understand.css';

const topics: Readonly<Record<TopicId, { readonly label: string; readonly View: ComponentType }>> = {
  slope: {
    label: 'Slope',
    View: lazyPart(
      () => import('./SlopeView'),
      ({ SlopeView }) => SlopeView,
    ),
  },
  halos: {
    label: 'Two halos',
    View: lazyPart(
      () => import('./HalosView'),
      ({ HalosView }) => HalosView,
    ),
  },
  processes: {
    label: 'Processes',
    View: lazyPart(
      () => import('./ProcessesView'),
      ({ ProcessesView }) => ProcessesView,
    ),
  },
  sensitivity: {
    label: 'Sensitivity',
    View: lazyPart(
      () => import('./SensitivityView'),
      ({ SensitivityView }) => SensitivityView,
    ),
  },
  paper: {
    label: 'The paper, checked',
    View: lazyPart(
      () => import('./PaperView'),
      ({ PaperView }) => PaperView,
    ),
  },
  grid: {
    label: 'What a grid hides',
    View: lazyPart(
      () => import('./GridView'),
      ({ GridView }) => GridView,
    ),
  },
};

/** Topics that are told of the particles shown. */
const ofParticles: readonly TopicId[] = ['slope', 'processes', 'sensitivity', 'grid'];

const notable: readonly LaneStatus[] = ['error', 'refused', 'refining', 'inaccurate'];

/** The status line is with the spectra: what a reader must know of the curves is said here too. */
function CurveStatus() {
  const text = useExplorer((state) => {
    const { status, message } = tabStatus(state);
    return notable.includes(status) ? message : '';
  });
  return (
    <p className="understand-status" role="status">
      {text}
    </p>
  );
}

export function UnderstandPanel() {
  const topic = useExplorer((state) => state.view.topic);
  const { setView } = useActions();
  const { View } = topics[topic];
  usePanelInView();
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
      <CurveStatus />
      <Panel
        key={topic}
        name={topics[topic].label}
        waits={<p className="stage-waits">Loading the explanation</p>}
      >
        <div className="understand-topic">
          {ofParticles.includes(topic) && <NearestNote what="These explanations are" />}
          <View />
        </div>
      </Panel>
    </div>
  );
}
