/** A progress bar on a terminal; nothing where the output is not one. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const cells = 30;

export interface ProgressBar {
  show(share: number): void;
  /** Wipes the line. */
  end(): void;
}

export function progressBar(output: ProgressOutput, label: string): ProgressBar {
  if (output.isTTY !== true) return { show: () => {}, end: () => {} };
  return {
    show: (share) => {
      const full = Math.round(cells * Math.min(1, Math.max(0, share)));
      const bar = `${'#'.repeat(full)}${'.'.repeat(cells - full)}`;
      output.write(`\r${label} [${bar}] ${String(Math.round(100 * share)).padStart(3)} %`);
    },
    end: () => output.write('\r\u001b[K'),
  };
}
