/** What is drawn under and below the curves before Plotly does: a part of the program of its own, which comes beside the data. */
export { createFirstSight } from './firstSight';
export { createLiveMarks } from './liveMarks';
