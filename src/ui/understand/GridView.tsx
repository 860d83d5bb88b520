/** Stand-in. */
export function GridView() {
  return <p>Not yet.</p>;
}
