/** Stand-in. */
export function PaperView() {
  return <p>Not yet.</p>;
}
