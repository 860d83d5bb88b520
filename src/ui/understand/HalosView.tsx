/** Stand-in. */
export function HalosView() {
  return <p>Not yet.</p>;
}
