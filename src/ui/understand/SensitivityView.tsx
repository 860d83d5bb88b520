/** Stand-in. */
export function SensitivityView() {
  return <p>Not yet.</p>;
}
