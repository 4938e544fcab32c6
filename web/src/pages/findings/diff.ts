/** A line of two texts side by side; a side without a line has nothing there. */
export interface DiffRow {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly changed: boolean;
}

/** As many pairs of lines as are compared; beyond that all lines count as changed. */
const MOST = 4_000_000;

function lines(piece: unknown): string[] {
  return piece === undefined || piece === null ? [] : JSON.stringify(piece, null, 2).split("\n");
}

/** For each place the length of the longest run of lines, not all adjacent, that both rests share. */
function shared(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      const next = lengths[i + 1];
      if (!row || !next) continue;
      row[j] = left[i] === right[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Lines that went beside those that came in their place. */
function paired(gone: readonly string[], come: readonly string[]): DiffRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    before: gone[index],
    after: come[index],
    changed: true,
  }));
}

/** Two pieces of configuration as JSON, line by line side by side; what both have stands in one row. */
export function diffRows(before: unknown, after: unknown): DiffRow[] {
  const left = lines(before);
  const right = lines(after);
  if (left.length * right.length > MOST) return paired(left, right);
  const lengths = shared(left, right);
  const rows: DiffRow[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const one = left[i];
    const other = right[j];
    if (one !== undefined && one === other) {
      rows.push(...paired(gone, come), { before: one, after: one, changed: false });
      gone = [];
      come = [];
      i++;
      j++;
    } else if (one !== undefined && (other === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      gone.push(one);
      i++;
    } else if (other !== undefined) {
      come.push(other);
      j++;
    }
  }
  return [...rows, ...paired(gone, come)];
}
