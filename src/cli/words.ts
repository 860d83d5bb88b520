/** Words and numbers as the command line prints them. */

/** "thm or cm", "live, settled or reference". */
export function alternatives(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** All digits of a number, so that it reads back as the same one; "5.5e28" rather than "5.5e+28". */
export function exactNumber(value: number): string {
  return String(value).replace('e+', 'e');
}

/** Seven significant digits: well below the error of any solve. */
export function tableNumber(value: number): string {
  return exactNumber(Number(value.toPrecision(7)));
}
