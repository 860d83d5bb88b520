/** An error whose message a person can act on. `invalid`: the request; `notConverged`: the solve. */
export class SolverError extends Error {
  constructor(
    readonly kind: 'notConverged' | 'invalid',
    message: string,
  ) {
    super(message);
    this.name = 'SolverError';
  }
}
