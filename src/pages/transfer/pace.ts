/** Resolves in a task of its own. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => { port1.close(); resolve(); }, { once: true });
    port1.start();
    port2.postMessage(0);
  });
}

/** Lets a long piece of work be paused and stopped, and leaves the page time to breathe. */
export class Pace {
  #paused: Promise<void> | undefined;
  #resume: (() => void) | undefined;
  #stopped = false;
  #rested = performance.now();

  /** Called between two steps. @returns false when the work is to stop */
  async go(): Promise<boolean> {
    if (performance.now() - this.#rested > 40) {
      // A message is a task of its own: what the person did meanwhile comes first. (A timer would wait longer in a hidden tab.)
      await nextTask();
      this.#rested = performance.now();
    }
    while (this.#paused && !this.#stopped) await this.#paused;
    return !this.#stopped;
  }

  get isPaused(): boolean {
    return this.#paused !== undefined;
  }

  pause(): void {
    this.#paused ??= new Promise((resolve) => { this.#resume = resolve; });
  }

  resume(): void {
    this.#resume?.();
    this.#paused = this.#resume = undefined;
  }

  stop(): void {
    this.#stopped = true;
    this.resume();
  }
}
