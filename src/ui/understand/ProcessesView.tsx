/** Stand-in. */
export function ProcessesView() {
  return <p>Not yet.</p>;
}
