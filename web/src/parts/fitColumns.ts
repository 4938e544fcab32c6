/** What a table's borders, paddings, selection and expand marks take beside its columns; CSS pixels. */
const BESIDE = 60;
const NARROWEST = 240;

interface Sized {
  readonly id?: string | undefined;
  readonly width?: number | string;
}

/** Gives the one visible column that has no width what the others leave, so that a table fills its place and no more. */
export function fitColumns<C extends Sized>(columns: readonly C[], visible: readonly string[], width: number): readonly C[] {
  const taken = columns
    .filter(({ id }) => id !== undefined && visible.includes(id))
    .reduce((sum, column) => sum + (typeof column.width === "number" ? column.width : 0), 0);
  const rest = Math.max(NARROWEST, width - taken - BESIDE);
  return columns.map((column) => (column.width === undefined ? { ...column, width: rest } : column));
}
