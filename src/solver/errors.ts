/**
 * An error whose message a person can act on. `invalid`: the request; `refused`: a model that is known to have no answer;
 * `notConverged`: the solve.
 */
export class SolverError extends Error {
  constructor(
    readonly kind: 'notConverged' | 'invalid' | 'refused',
    message: string,
  ) {
    super(message);
    this.name = 'SolverError';
  }
}
