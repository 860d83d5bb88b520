/** Stand-in. */
export function SlopeView() {
  return <p>Not yet.</p>;
}
