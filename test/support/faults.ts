/** Every console error, uncaught exception and unhandled rejection a browser reports while a test runs. */

export interface Fault {
  /** Address of the context or script it came from. */
  readonly where: string;
  readonly text: string;
}

export class Faults {
  #all: Fault[] = [];
  readonly #expected: RegExp[] = [];

  add(where: string, text: string): void {
    this.#all.push({ where, text });
  }

  /** Announces faults that belong to the test, such as the browser's own note about a page that answers 404. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** The faults nobody announced. */
  get unexpected(): readonly Fault[] {
    return this.#all.filter(({ where, text }) => !this.#expected.some((pattern) => pattern.test(`${where} ${text}`)));
  }

  /** The faults nobody announced, each given once. */
  take(): readonly Fault[] {
    const found = this.unexpected;
    this.#all = [];
    return found;
  }
}
