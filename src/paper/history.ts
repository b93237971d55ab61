/** What a person has changed on the paper, step by step, to be undone and done again. */

export interface Step {
  /** Does it, the first time or again. */
  readonly apply: () => void;
  readonly revert: () => void;
}

export class History {
  private done: Step[] = [];
  private undone: Step[] = [];

  get canUndo(): boolean { return this.done.length > 0; }
  get canRedo(): boolean { return this.undone.length > 0; }

  /** Does a step. What had been undone before can no longer be done again. */
  do(step: Step): void {
    step.apply();
    this.done.push(step);
    this.undone = [];
  }

  undo(): void {
    const step = this.done.pop();
    if (!step) return;
    step.revert();
    this.undone.push(step);
  }

  redo(): void {
    const step = this.undone.pop();
    if (!step) return;
    step.apply();
    this.done.push(step);
  }
}
