export interface ParameterHelp {
  /** One sentence: what it is. */
  readonly definition: string;
  /** Where the default and the meaning come from. */
  readonly source: string;
}

/** Help for every entry of a table: one without does not compile. */
export type HelpOf<Table extends readonly { readonly id: string }[]> = Readonly<
  Record<Table[number]['id'], ParameterHelp>
>;

/** Each name behind a prefix. */
export function prefixed<Prefix extends string, Name extends string>(
  prefix: Prefix,
  help: Readonly<Record<Name, ParameterHelp>>,
) {
  // The cast states what the line does: each name behind the prefix.
  return Object.fromEntries(
    Object.entries<ParameterHelp>(help).map(([name, one]) => [`${prefix}.${name}`, one]),
  ) as Record<`${Prefix}.${Name}`, ParameterHelp>;
}
