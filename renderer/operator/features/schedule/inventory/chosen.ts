/** The box that is looked into. */
export interface Chosen {
  displayId: string;
  /** As the cell is named. */
  at: string;
}
