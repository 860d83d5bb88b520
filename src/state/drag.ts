/**
 * Hands on sliders. Each hand (a pointer, or the keys) holds one parameter, and what it changes from taking to releasing
 * is one undo step. Several may hold one each: a step then holds what its own hand did, whatever the others have
 * done so far. Pure functions of the part of the store that they change.
 */
import type { ExplorerParameterId, ExplorerParameters, ParameterValue } from '../model/parameters/values';
import { areSame, type History, remember } from './history';

/** A pointer by the browser's number for it, or the keys of a slider with the focus. */
export type Hand = 'keys' | `pointer ${number}`;

/** One hand on one parameter. A new object each time that a hand takes one. */
export interface Hold {
  readonly hand: Hand;
  readonly id: ExplorerParameterId;
}

export interface Drag {
  /** The one that was taken last is last; never empty. */
  readonly holds: readonly Hold[];
  /** The parameters without what the hands have done so far: what a release is a step from. */
  readonly before: ExplorerParameters;
}

export interface Held {
  readonly parameters: ExplorerParameters;
  readonly drag: Drag | null;
  readonly history: History;
}

function without({ holds, before }: Drag, hold: Hold): Drag | null {
  const rest = holds.filter((one) => one !== hold);
  return rest.length === 0 ? null : { holds: rest, before };
}

/** A hold has done its work: one step, unless it ends where it began. */
function settled(state: Held, hold: Hold): Held {
  const { parameters, drag, history } = state;
  if (drag === null) return state;
  const { before } = drag;
  if (parameters[hold.id] === before[hold.id]) return { ...state, drag: without(drag, hold) };
  const after = { ...before, [hold.id]: parameters[hold.id] };
  return {
    parameters,
    drag: without({ ...drag, before: after }, hold),
    history: remember(history, before),
  };
}

/** A hand takes a parameter. It lets go of what it held before, and whoever held this parameter has done with it. */
export function taken(state: Held, id: ExplorerParameterId, hand: Hand): Held {
  const others = state.drag?.holds.filter((hold) => hold.hand === hand || hold.id === id) ?? [];
  const { parameters, drag, history } = others.reduce(settled, state);
  const hold: Hold = { hand, id };
  return {
    parameters,
    history,
    drag: { holds: [...(drag?.holds ?? []), hold], before: drag?.before ?? parameters },
  };
}

/**
 * A parameter is set. With a hand: only if that hand still holds it, for it may have been taken away by an undo or by
 * another hand. Without one: a part of the hold on this parameter, or a step of its own.
 */
export function set(state: Held, id: ExplorerParameterId, value: ParameterValue, hand?: Hand): Held {
  const { parameters, drag, history } = state;
  const isHeld = drag?.holds.some((hold) => hold.id === id && (hand === undefined || hold.hand === hand));
  if (parameters[id] === value || (hand !== undefined && !isHeld)) return state;
  const changed = { ...parameters, [id]: value };
  if (isHeld) return { ...state, parameters: changed };
  const before = drag?.before ?? parameters;
  return {
    parameters: changed,
    drag: drag && { ...drag, before: { ...before, [id]: value } },
    history: remember(history, before),
  };
}

/** A hand lets go. */
export function released(state: Held, hand: Hand): Held {
  return (state.drag?.holds.filter((hold) => hold.hand === hand) ?? []).reduce(settled, state);
}

/** What a hand has done since it took its parameter never was: the browser took the touch for scrolling. */
export function takenBack(state: Held, hand: Hand): Held {
  const { parameters, drag } = state;
  const hold = drag?.holds.find((one) => one.hand === hand);
  if (drag === null || hold === undefined) return state;
  const value = drag.before[hold.id];
  const isMoved = parameters[hold.id] !== value;
  return {
    ...state,
    parameters: isMoved ? { ...parameters, [hold.id]: value } : parameters,
    drag: without(drag, hold),
  };
}

/** Every hand lets go: before a step that is of all parameters. */
export function allReleased(state: Held): Held {
  return (state.drag?.holds ?? []).reduce(settled, state);
}

/** All parameters are replaced, as one step; none if they are the same. */
export function replaced(state: Held, parameters: ExplorerParameters): Held {
  const rest = allReleased(state);
  if (areSame(rest.parameters, parameters)) return rest;
  return { parameters, drag: null, history: remember(rest.history, rest.parameters) };
}
